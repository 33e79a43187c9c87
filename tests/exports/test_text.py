"""The plan in a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smp_planner.domain.plan import Change, Referral, TreatmentPlan, WhatIf
from smp_planner.exports.text import to_text
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.exports.sample_plan import BUSY, PLAN, PROVISIONAL, REFERRAL, UNCHECKED
from tests.exports.sections import section
from tests.people import adult

SIDES = """\
WHAT SPEAKS FOR AND AGAINST EACH OPTION
A rule decides.
Against Doing nothing:
- Does it make hair grow? No. Lost is lost.
On neither side, for Doing nothing:
- What will I have paid after ten years? {0}
For Medication:
- Does it make hair grow? It can. Many see it.
On neither side, for Medication:
- What will I have paid after ten years? {1}
Against Scalp micropigmentation (SMP):
- Does it make hair grow? No. It is a picture.
On neither side, for Scalp micropigmentation (SMP):
- What will I have paid after ten years? {2}
For Strip surgery (FUT):
- Does it make hair grow? It moves hair.
On neither side, for Strip surgery (FUT):
- What will I have paid after ten years? {3}
For Single-graft surgery (FUE):
- Does it make hair grow? It moves hair.
On neither side, for Single-graft surgery (FUE):
- What will I have paid after ten years? {4}

WHO SAYS SO
Published on 26 November 2026.
- Who paid for it: Not stated.

ALL QUESTIONS, ALL OPTIONS
Each option answers each question, in the same order. In brackets stand how
strong the evidence is, and the numbers of the sources, which are listed at the
end. In brackets after a figure stands its range, from low to high. “One study”
there means that one study alone gave the figure, so its range is not known.

What it is
- Doing nothing: One way.
- Medication: One way.
- Scalp micropigmentation (SMP): One way.
- Strip surgery (FUT): One way.
- Single-graft surgery (FUE): One way.
"""
PAID = ("0.", "About $3,240.", "About $5,300.", "About $9,000.", "Not known.")
NOT_PAID = ("No price before a plan.",) * 5
STEPS = """\
STEPS TO A DECISION
Which option?
Hair grows thin.
- Sleep on it.

WHAT TO ASK
Doing nothing: ask a doctor
[ ] What does it cost?
Medication: ask a doctor
[ ] What does it cost?
Scalp micropigmentation (SMP): ask a doctor
[ ] What does it cost?
[ ] What licence covers this?
Strip surgery (FUT): ask a doctor
[ ] What does it cost?
Single-graft surgery (FUE): ask a doctor
[ ] What does it cost?

DID I UNDERSTAND?
Tick for yourself, on paper. Nobody keeps your ticks.
1  Does SMP make hair grow?
   [ ] yes  [ ] no  [ ] not sure
The answers:
1  No. It is a picture.

AM I READY TO CHOOSE?
1  Do I feel sure?
   [ ] yes  [ ] no. If no: Take more time.
Talk again. You feel ready.
"""
PUT_RIGHT = """\
IF THE WORK IS POOR, OR IT ENDS BADLY
- Scalp micropigmentation (SMP): A laser. It takes: Two visits. Not known: Its
  price.
"""
GROWTH = """\
DOES
Does it make hair grow?
- Doing nothing: No. Lost is lost. (very weak evidence; 1)
- Medication: It can. Many see it. (very weak evidence; 1)
- Scalp micropigmentation (SMP): No. It is a picture. (very weak evidence; 1)
- Strip surgery (FUT): It moves hair. (very weak evidence; 1)
- Single-graft surgery (FUE): It moves hair. (very weak evidence; 1)
"""
WHOLE = f"""\
YOUR SMP PLAN
You are planned for 3 visits (3 to 4), from Mon 11 Jan 2027 to Thu 18 Feb 2027.
That is 9 hours (6 to 16) in the chair, for 25,500 dots on 170 cm2 (100 to 230)
or 26.4 in2. If healing is usual, judge the look from 18 Mar 2027.

VISITS
Visit 1: Mon 11 Jan 2027; hours: 2.5 (2 to 4); dots: about 7,650; done: 30%; may
  be on: 11 to 15 Jan 2027.
Visit 2: Thu 21 Jan 2027; hours: 2.5 (2 to 4); dots: about 7,650; done: 60%; may
  be on: 21 to 25 Jan 2027.
Visit 3: Thu 18 Feb 2027; hours: 2.5 (2 to 4); dots: about 7,650; done: 90%; may
  be on: 18 to 22 Feb 2027.
Digital. Ask which pigment.

BEFORE AND AFTER THE VISITS, AND WHEN TO CALL
For each visit, from 2 days before: no alcohol.
67 days out of direct sun.
11 Jan to 18 Mar 2027: no direct sun, no swimming, no sauna or steam
11 to 20, 21 to 30 Jan; 18 to 27 Feb 2027: no heavy exercise
11 to 14, 21 to 24 Jan; 18 to 21 Feb 2027: keep dry, don't touch
- Trouble with breathing. Call the emergency number.
- A late rash. Call a skin doctor.

LATER
A check every 24 months (12 to 24), 1 in all: the first about 18 Feb 2029 (18
Feb 2028 to 18 Feb 2029), the last about 18 Feb 2029. A date is a check.
If nobody refreshes it, of 100 parts of the look these are left: 86 to 88 after
1 year.

COST
The course: $2,800 ($1,800 to $4,000) for 3 visits, $700 ($400 to $1,200) for
  one more; Each touch-up: $500 ($300 to $1,000); Laser removal: 1 to 3 visits
  (SMP pigment), no price; After 1 year: $2,800 ($1,800 to $4,000); After 10
  years: $5,300 ($3,300 to $9,000).
Included: every visit. Extra: travel. Sales tax may come on top. Good for 90
days. Prices of the United States, as of 23 Nov 2026.

FIVE OPTIONS, SIDE BY SIDE
Open to you? Doing nothing, Medication, SMP, FUE: Nothing you told us rules it
  out; FUT: Ask first.
Hair grows? Doing nothing: No. Lost is lost; Medication: It can. Many see it;
  SMP: No. It is a picture; FUT, FUE: It moves hair.
Paid, 10 years. Doing nothing: $0; Medication: $1,800 to $6,600; SMP: $3,300 to
  $9,000; FUT: $5,000 to $16,000; FUE: not known.
Figures from low to high. Further down come all questions, with whole answers.

GOOD TO KNOW, AND WHERE MOST CLINICS DIFFER
- SMP does not grow hair.
- Most clinics publish 2 to 4 visits.
- Risks below that somebody counted, and that nobody did: SMP 0 and 1; FUE 1 and
  0.

Rules of 2026-11-23 (abc123def456). A planning estimate, not medical advice.

{STEPS}
WHAT IF
- What if prices go up? Price of the course: $3,360.

{SIDES.format(*PAID)}
Is it open to you?
- Doing nothing: Nothing rules it out.
- Medication: Nothing rules it out.
- Scalp micropigmentation (SMP): Nothing rules it out.
- Strip surgery (FUT): Ask first. Nothing rules it out.
- Single-graft surgery (FUE): Nothing rules it out.

{GROWTH}
What will I have paid after ten years?
- Doing nothing: 0. (very weak evidence; 1)
- Medication: About $3,240. From low to high: $1,800 to $6,600. (very weak
  evidence; 1)
- Scalp micropigmentation (SMP): About $5,300. From low to high: $3,300 to
  $9,000. (very weak evidence; 1)
- Strip surgery (FUT): About $9,000. From low to high: $5,000 to $16,000. (very
  weak evidence; 1)
- Single-graft surgery (FUE): Not known. (very weak evidence; 1)

RISKS OF EACH OPTION
Each count says over what time people were counted, where that is told. Counts
over different times can't be compared.
Skin:
- Doing nothing: Does not happen here.
- Medication: Does not happen here.
- Scalp micropigmentation (SMP): Infection. The skin gets infected. Nobody
  counted it. Prevention: Clean work. What to do: See a doctor. (weak evidence;
  2)
- Strip surgery (FUT): Does not happen here.
- Single-graft surgery (FUE): Numbness. Numb skin. Of 100 men, about 11 had it
  (1 to 30), and about 89 had not. Counted over a year. Prevention: Skill. What
  to do: Wait. (very weak evidence; 3)

{PUT_RIGHT}
SOURCES OF THE COMPARISON
1  A judgement of the makers. Grade: very low.
2  What is SMP?, 2024. Grade: very low.
3  Garg 2021: complications. Grade: low.
"""

REFERRED = f"""\
NO PLAN FOR NOW
Not yet. Ask again from 11 July 2027.

WHY
- Talk with a skin doctor.
- Wait 9 months. Until 11 July 2027. The skin has to heal.
- Wait until it is stable. Nobody can count the days.

ASK A DOCTOR AS WELL
- Ask your doctor whether your skin heals.

WHAT NEXT
Ask again from 11 July 2027. Until then nothing is planned or priced.

FIVE OPTIONS, SIDE BY SIDE
The reason comes first.
Open to you? Doing nothing, Medication, FUE: Nothing you told us rules it out;
  SMP: Something speaks against it; FUT: Ask first.
Hair grows? Doing nothing: No. Lost is lost; Medication: It can. Many see it;
  SMP: No. It is a picture; FUT, FUE: It moves hair.
Paid, 10 years. Doing nothing, Medication, SMP, FUT, FUE: not shown yet.
Figures from low to high. Further down come all questions, with whole answers.

Rules of 2026-11-23 (abc123def456). A planning estimate, not medical advice.

{STEPS}
{SIDES.format(*NOT_PAID)}
Is it open to you?
- Doing nothing: Nothing rules it out.
- Medication: Nothing rules it out.
- Scalp micropigmentation (SMP): Something speaks against it. Not now. Talk with
  a skin doctor.
- Strip surgery (FUT): Ask first. Nothing rules it out.
- Single-graft surgery (FUE): Nothing rules it out.

{GROWTH}
What will I have paid after ten years?
- Doing nothing: No price before a plan. (very weak evidence; 1)
- Medication: No price before a plan. (very weak evidence; 1)
- Scalp micropigmentation (SMP): No price before a plan. (very weak evidence; 1)
- Strip surgery (FUT): No price before a plan. (very weak evidence; 1)
- Single-graft surgery (FUE): No price before a plan. (very weak evidence; 1)

{PUT_RIGHT}
SOURCES OF THE COMPARISON
1  A judgement of the makers. Grade: very low.
"""


def test_a_whole_plan_reads_like_this() -> None:
    assert to_text(PLAN) == WHOLE


def test_a_referral_gives_reasons_what_next_and_the_five_options() -> None:
    assert to_text(REFERRAL) == REFERRED


def test_a_referral_without_a_day_says_to_clear_things_up() -> None:
    plan = replace(REFERRAL, ask_again_on=None)
    assert " ".join(section(plan, "WHAT NEXT")) == (
        "Ask again once this is cleared up. Until then nothing is planned or priced. "
        "A doctor may find that this does not hold for you, or no longer does. "
        "Then change that answer and plan again."
    )


def test_a_referral_lists_what_is_still_open(rules: RuleSet) -> None:
    plan = plan_treatment(adult(health=("keloid",), unsure_about=("age", "transplant_on")), rules)
    assert isinstance(plan, Referral)
    told = "\n".join(section(plan, "STILL OPEN"))
    assert "your age" in told
    assert "transplant" in told
    assert "STILL OPEN" not in to_text(REFERRAL)


def test_a_plan_names_the_health_questions_that_somebody_is_not_sure_of(rules: RuleSet) -> None:
    unsure = ("keloid", "allergy_pigment_latex_numbing")
    plan = plan_treatment(adult(unsure_about=("health",), unsure_health=unsure), rules)
    assert "You weren't sure about: keloids or thick scars; an allergy." in " ".join(to_text(plan).split())


def test_a_referral_without_a_doctors_question_has_no_such_heading() -> None:
    plan = replace(REFERRAL, suitability=replace(REFERRAL.suitability, ask_doctor=()))
    assert "ASK A DOCTOR AS WELL" not in to_text(plan)


# --- provisional, unchecked -------------------------------------------------------------


def test_a_provisional_plan_says_so_at_the_top_and_beside_every_date() -> None:
    text = to_text(PROVISIONAL)
    assert text.splitlines()[1] == "PROVISIONAL: a doctor has to answer first. Every date is to be confirmed."
    visits = " ".join(section(PROVISIONAL, "VISITS"))
    assert visits.count("date: to be confirmed.") == len(PROVISIONAL.sessions.items)
    limits = " ".join(section(PROVISIONAL, "BEFORE AND AFTER THE VISITS, AND WHEN TO CALL"))
    assert limits.count("(to be confirmed):") == 3
    assert limits.count("(to be confirmed)") == 4, "the days in all are to be confirmed too"
    assert "(to be confirmed)" not in " ".join(section(PROVISIONAL, "WHAT IF")), "money alone holds no day"
    assert " ".join(section(PROVISIONAL, "LATER")).count("(to be confirmed)") == 1
    assert section(PROVISIONAL, "ASK A DOCTOR FIRST") == ["- Ask your doctor whether your skin heals."]


def test_a_plan_that_needs_no_doctor_names_no_doubt() -> None:
    assert "confirmed" not in to_text(PLAN)
    assert "PROVISIONAL" not in to_text(PLAN)
    assert "NOT CHECKED" not in to_text(PLAN)
    assert "ASK A DOCTOR" not in to_text(PLAN)


def test_an_unchecked_plan_says_that_health_questions_are_open_and_shows_no_price() -> None:
    first = " ".join(to_text(UNCHECKED).splitlines()[1:3])
    assert (
        first
        == "NOT CHECKED: the health questions are open. Some answers speak against SMP or change the dates."
    )
    assert section(UNCHECKED, "COST") == ["Not shown yet: the health questions come first."]


# --- what if, edits, names --------------------------------------------------------------


def test_a_what_if_tells_its_first_and_its_last_change() -> None:
    changes = tuple(Change(what=what, before="1", after="2") for what in ("Visits", "Hours", "Ten years"))
    case = WhatIf(id="x", say="What if?", effect="All of it.", changes=changes)
    assert section(replace(PLAN, what_if=(case,)), "WHAT IF") == ["- What if? Visits: 2. Ten years: 2."]


def test_a_what_if_of_more_loss_tells_the_grafts_that_surgery_would_need_too() -> None:
    of_surgery = (Change("Surgery", "1,850 grafts", "3,000 grafts"), Change("Donor", "2,650", "1,500"))
    case = WhatIf(id="x", say="What if?", effect="No visit more.", surgery=of_surgery)
    lines = ["- What if? No visit more. Surgery: 3,000 grafts."]
    assert section(replace(PLAN, what_if=(case,)), "WHAT IF") == lines


def test_a_what_if_with_one_change_tells_it_once() -> None:
    case = WhatIf(
        id="x", say="What if?", effect="All.", changes=(Change(what="Visits", before="1", after="2"),)
    )
    assert section(replace(PLAN, what_if=(case,)), "WHAT IF") == ["- What if? Visits: 2."]


def test_the_clinics_edits_are_listed() -> None:
    assert section(BUSY, "CHANGED BY EXAMPLE STUDIO") == [
        "- sessions.gaps.later: 30 in place of 28. We wait a full month.",
    ]
    assert "CHANGED BY" not in to_text(PLAN)


@pytest.mark.parametrize("plan", [PLAN, BUSY, REFERRAL])
def test_the_name_is_not_in_it(plan: TreatmentPlan | Referral) -> None:
    assert "Ada" not in to_text(plan)
