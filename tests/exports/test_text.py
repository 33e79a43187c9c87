"""The plan in a terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from smp_planner.answers import read_intake
from smp_planner.domain.comparison import Cell
from smp_planner.domain.course import EventConflict, LatestStart
from smp_planner.domain.intake import AreaAnswer, Person, Scar
from smp_planner.domain.plan import Change, Referral, TreatmentPlan, WhatIf
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.talk import Talk
from smp_planner.exports.side_by_side import OPEN
from smp_planner.exports.text import to_text
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.exports.sample_plan import BUSY, COST, PLAN, PROVISIONAL, REFERRAL, UNCHECKED
from tests.people import adult

WHOLE = """\
YOUR SMP PLAN
You are planned for 3 visits (3 to 4), from Mon 11 Jan 2027 to Thu 18 Feb 2027.
That is 9 hours (6 to 16) in the chair, for 25,500 dots on 170 cm2 (100 to 230)
or 26.4 in2. If healing is usual, judge the look from 18 Mar 2027.

VISITS
   day               hours             dots         done  may move between
1  Mon 11 Jan 2027   2.5 (2 to 4)      about 7,650  30%   11 to 15 Jan 2027
2  Thu 21 Jan 2027   2.5 (2 to 4)      about 7,650  60%   21 to 25 Jan 2027
3  Thu 18 Feb 2027   2.5 (2 to 4)      about 7,650  90%   18 to 22 Feb 2027
Digital. Ask which pigment.

BEFORE AND AFTER THE VISITS, AND WHEN TO CALL
For each visit, from 2 days before: no alcohol.
67 days out of direct sun.
11 Jan to 18 Mar 2027: no direct sun, no swimming, no sauna or steam
11 to 20, 21 to 30 Jan; 18 to 27 Feb 2027: no heavy exercise
11 to 14, 21 to 24 Jan; 18 to 21 Feb 2027: keep dry, don't touch
- Trouble with breathing -> the emergency number
- A late rash -> a skin doctor

LATER
A check every 24 months (12 to 24), 1 in all: the first about 18 Feb 2029 (18
Feb 2028 to 18 Feb 2029), the last about 18 Feb 2029. A date is a check.
If nobody refreshes it, of 100 parts of the look these are left: 86 to 88 after
1 year.

COST
The course    $2,800 ($1,800 to $4,000) After 1 year   $2,800 ($1,800 to $4,000)
Each touch-up $500 ($300 to $1,000)     After 10 years $5,300 ($3,300 to $9,000)
Laser removal 1 to 3 visits, not priced
Included: every visit. Extra: travel. Sales tax may come on top. Good for 90
days.

FIVE OPTIONS, SIDE BY SIDE
               Doing nothing Medication   SMP        FUT           FUE
Open to you?   Nothing you   Nothing you  Nothing    Ask first     Nothing you
               told us rules told us      you told                 told us rules
               it out        rules it out us rules                 it out
                                          it out
Paid, 10 years $0            $1,800 to    $3,300 to  $5,000 to     not known
                             $6,600       $9,000     $16,000
Figures from low to high. Further down come all questions, with whole answers.

WHAT IF
- What if prices go up? Price of the course: $3,360.

GOOD TO KNOW, AND WHERE MOST CLINICS DIFFER
- SMP does not grow hair.
- Most clinics publish 2 to 4 sessions.
- How many of the risks below has anybody counted? SMP 0 of 1, FUE 1 of 1.

Rules of 2026-11-23 (abc123def456). A planning estimate, not medical advice.

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

WHAT SPEAKS FOR AND AGAINST EACH OPTION
A rule decides.
Against Doing nothing:
- Does it make hair grow? No. Lost is lost.
For Medication:
- Does it make hair grow? It can. Many see it.
Against Scalp micropigmentation (SMP):
- Does it make hair grow? No. It is a picture.
For Strip surgery (FUT):
- Does it make hair grow? It moves hair.
For Single-graft surgery (FUE):
- Does it make hair grow? It moves hair.

WHO SAYS SO
Published on 26 November 2026.
- Who paid for it: Not stated.

ALL QUESTIONS, ALL OPTIONS
Each option answers each question, in the same order. In brackets stand how
strong the evidence is, and the numbers of the sources, which are listed at the
end.

What it is
- Doing nothing: One way.
- Medication: One way.
- Scalp micropigmentation (SMP): One way.
- Strip surgery (FUT): One way.
- Single-graft surgery (FUE): One way.

Is it open to you?
- Doing nothing: Nothing rules it out.
- Medication: Nothing rules it out.
- Scalp micropigmentation (SMP): Nothing rules it out.
- Strip surgery (FUT): Nothing rules it out.
- Single-graft surgery (FUE): Nothing rules it out.

DOES
Does it make hair grow?
- Doing nothing: No. Lost is lost. (evidence very weak; 1)
- Medication: It can. Many see it. (evidence very weak; 1)
- Scalp micropigmentation (SMP): No. It is a picture. (evidence very weak; 1)
- Strip surgery (FUT): It moves hair. (evidence very weak; 1)
- Single-graft surgery (FUE): It moves hair. (evidence very weak; 1)

What will I have paid after ten years?
- Doing nothing: 0. (evidence very weak; 1)
- Medication: About $3,240. From low to high: $1,800 to $6,600. (evidence very
  weak; 1)
- Scalp micropigmentation (SMP): About $5,300. From low to high: $3,300 to
  $9,000. (evidence very weak; 1)
- Strip surgery (FUT): About $9,000. From low to high: $5,000 to $16,000.
  (evidence very weak; 1)
- Single-graft surgery (FUE): Not known. (evidence very weak; 1)

RISKS OF EACH OPTION
Skin:
- Doing nothing: Does not happen here.
- Medication: Does not happen here.
- Scalp micropigmentation (SMP): Infection. The skin gets infected. Nobody
  counted it. Prevention: Clean work. What to do: See a doctor. (evidence weak;
  2)
- Strip surgery (FUT): Does not happen here.
- Single-graft surgery (FUE): Numbness. Numb skin. Of 100 men, about 11 had it
  (1 to 30), and about 89 had not. Prevention: Skill. What to do: Wait.
  (evidence very weak; 3)

IF THE WORK IS POOR, OR IT ENDS BADLY
- Scalp micropigmentation (SMP): A laser. It takes: Two visits. Not known: Its
  price.

SOURCES OF THE COMPARISON
1  A judgement of the makers. Grade: very low.
2  What is SMP?, 2024. Grade: very low.
3  Garg 2021: complications. Grade: low.
"""

WHOLE_COMPARISON = "\nALL QUESTIONS, ALL OPTIONS\n"
REFERRED = """\
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
               Doing nothing Medication   SMP        FUT           FUE
Open to you?   Nothing you   Nothing you  Not for    Ask first     Nothing you
               told us rules told us      you                      told us rules
               it out        rules it out                          it out
Paid, 10 years not shown yet not shown    not shown  not shown yet not shown yet
                             yet          yet
Figures from low to high. Further down come all questions, with whole answers.

Rules of 2026-11-23 (abc123def456). A planning estimate, not medical advice.

WHAT SPEAKS FOR AND AGAINST EACH OPTION
A rule decides.
Against Doing nothing:
- Does it make hair grow? No. Lost is lost.
For Medication:
- Does it make hair grow? It can. Many see it.
Against Scalp micropigmentation (SMP):
- Does it make hair grow? No. It is a picture.
For Strip surgery (FUT):
- Does it make hair grow? It moves hair.
For Single-graft surgery (FUE):
- Does it make hair grow? It moves hair.

WHO SAYS SO
Published on 26 November 2026.
- Who paid for it: Not stated.

ALL QUESTIONS, ALL OPTIONS
Each option answers each question, in the same order. In brackets stand how
strong the evidence is, and the numbers of the sources, which are listed at the
end.

What it is
- Doing nothing: One way.
- Medication: One way.
- Scalp micropigmentation (SMP): One way.
- Strip surgery (FUT): One way.
- Single-graft surgery (FUE): One way.

Is it open to you?
- Doing nothing: Nothing rules it out.
- Medication: Nothing rules it out.
- Scalp micropigmentation (SMP): Not for you now. Talk with a skin doctor.
- Strip surgery (FUT): Nothing rules it out.
- Single-graft surgery (FUE): Nothing rules it out.

DOES
Does it make hair grow?
- Doing nothing: No. Lost is lost. (evidence very weak; 1)
- Medication: It can. Many see it. (evidence very weak; 1)
- Scalp micropigmentation (SMP): No. It is a picture. (evidence very weak; 1)
- Strip surgery (FUT): It moves hair. (evidence very weak; 1)
- Single-graft surgery (FUE): It moves hair. (evidence very weak; 1)

What will I have paid after ten years?
- Doing nothing: No price before a plan. (evidence very weak; 1)
- Medication: No price before a plan. (evidence very weak; 1)
- Scalp micropigmentation (SMP): No price before a plan. (evidence very weak; 1)
- Strip surgery (FUT): No price before a plan. (evidence very weak; 1)
- Single-graft surgery (FUE): No price before a plan. (evidence very weak; 1)

SOURCES OF THE COMPARISON
1  A judgement of the makers. Grade: very low.
2  What is SMP?, 2024. Grade: very low.
3  Garg 2021: complications. Grade: low.
"""


def section(plan: TreatmentPlan | Referral, title: str) -> list[str]:
    """The lines under a heading, up to the next empty line."""
    lines = to_text(plan).splitlines()
    start = lines.index(title) + 1
    return lines[start : lines.index("", start)]


def test_a_whole_plan_reads_like_this() -> None:
    assert to_text(PLAN) == WHOLE


def test_a_referral_gives_reasons_what_next_and_the_five_options() -> None:
    assert to_text(REFERRAL) == REFERRED


def test_a_referral_without_a_day_says_to_clear_things_up() -> None:
    plan = replace(REFERRAL, ask_again_on=None)
    assert section(plan, "WHAT NEXT") == [
        "Ask again once this is cleared up. Until then nothing is planned or priced."
    ]


def test_a_referral_lists_what_is_still_open(rules: RuleSet) -> None:
    plan = plan_treatment(adult(health=("keloid",), unsure_about=("age", "transplant_on")), rules)
    assert isinstance(plan, Referral)
    told = "\n".join(section(plan, "STILL OPEN"))
    assert "your age" in told
    assert "transplant" in told
    assert "STILL OPEN" not in to_text(REFERRAL)


def test_a_referral_without_a_doctors_question_has_no_such_heading() -> None:
    plan = replace(REFERRAL, suitability=replace(REFERRAL.suitability, ask_doctor=()))
    assert "ASK A DOCTOR AS WELL" not in to_text(plan)


# --- provisional, unchecked ---------------------------------------------------------------


def test_a_provisional_plan_says_so_at_the_top_and_beside_every_date() -> None:
    text = to_text(PROVISIONAL)
    assert text.splitlines()[1] == "PROVISIONAL: a doctor has to answer first. Every date is to be confirmed."
    visits = section(PROVISIONAL, "VISITS")
    assert [line[58:] for line in visits[:4]] == ["date", *["to be confirmed"] * 3]
    limits = " ".join(section(PROVISIONAL, "BEFORE AND AFTER THE VISITS, AND WHEN TO CALL"))
    assert limits.count("(to be confirmed):") == 3
    assert limits.count("(to be confirmed)") == 4, "the days in all are to be confirmed too"
    assert all(line.endswith("(to be confirmed)") for line in section(PROVISIONAL, "WHAT IF"))
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


# --- visits and limits --------------------------------------------------------------------


def test_clashes_latest_starts_notes_and_wide_ranges_stand_under_the_visits() -> None:
    sessions = BUSY.sessions
    noted = replace(sessions.items[1], notes=("This visit is late.",))
    plan = replace(
        BUSY,
        sessions=replace(
            sessions,
            chair_hours=Estimate(1, 9, 16, "hours", "Speed differs."),
            items=(sessions.items[0], noted, sessions.items[2]),
            notes=("One more is likely.",),
        ),
        area=replace(BUSY.area, cm2=Estimate(1, 170, 230, "cm2", "Speed differs.")),
    )
    assert section(plan, "VISITS")[4:] == [
        "- =wedding comes too soon. Start by 4 January.",
        "- For race, start by 1 May 2027.",
        "- One more is likely.",
        "- Visit 2: This visit is late.",
        "- Speed differs.",
        "Digital. Ask which pigment.",
    ]


def test_an_event_in_the_days_with_limits_is_named() -> None:
    assert "- @beach falls in your days." in section(BUSY, "BEFORE AND AFTER THE VISITS, AND WHEN TO CALL")


def test_a_clash_is_told_once() -> None:
    """The last day for a start and the limits name the same clash; what they add stays."""
    say, on = "=wedding comes too soon.", date(2027, 1, 4)
    latest = LatestStart(event="=wedding", on=on, say="Too late: start by 4 January 2027.")
    other = replace(latest, event="race", say="For race, too late.")
    never = replace(latest, on=None, say="No course fits.")
    clash = EventConflict(
        event="=wedding", on=date(2027, 3, 1), say=say, what_would_fit="Start by 4 January 2027."
    )
    sessions = replace(BUSY.sessions, conflicts=(clash,), latest_start=(latest, other, never))
    limits = replace(BUSY.aftercare.conflicts[0], event="=wedding", say=say)
    care = replace(BUSY.aftercare, conflicts=(limits, *BUSY.aftercare.conflicts))
    plan = replace(BUSY, sessions=sessions, aftercare=care)
    assert section(plan, "VISITS")[4:-1] == [
        "- =wedding comes too soon. Start by 4 January 2027.",
        "- For race, too late.",
        "- No course fits.",
    ]
    assert to_text(plan).count(say) == 1
    assert "- @beach falls in your days." in section(plan, "BEFORE AND AFTER THE VISITS, AND WHEN TO CALL")


@pytest.mark.parametrize(
    ("zone", "words"), [(None, "time zone not given"), ("Europe/London", "time of Europe/London")]
)
def test_a_chosen_time_stands_under_the_visits(zone: str | None, words: str) -> None:
    calendar = replace(PLAN.intake.calendar, visit_times={2: "09:30", 6: "10:00"}, timezone=zone)
    plan = replace(PLAN, intake=replace(PLAN.intake, calendar=calendar))
    assert section(plan, "VISITS")[4:-1] == [f"- Visit 2: 09:30, {words}."]


def test_every_warning_sign_is_told_urgent_ones_first() -> None:
    care = replace(PLAN.aftercare, call_if=PLAN.aftercare.call_if[::-1])
    lines = section(replace(PLAN, aftercare=care), "BEFORE AND AFTER THE VISITS, AND WHEN TO CALL")
    assert lines[-2:] == [
        "- Trouble with breathing -> the emergency number",
        "- A late rash -> a skin doctor",
    ]


def test_a_control_sign_in_a_typed_name_never_reaches_the_terminal() -> None:
    clash = replace(BUSY.sessions.conflicts[0], say="\x1b[31mwed\u202eding\x07 comes too soon.")
    plan = replace(BUSY, sessions=replace(BUSY.sessions, conflicts=(clash,)))
    assert section(plan, "VISITS")[4] == "- [31mwedding comes too soon. Start by 4 January."


def test_a_check_with_one_possible_day_has_no_span() -> None:
    check = PLAN.touch_ups.items[0]._replace(from_=date(2029, 2, 18))
    plan = replace(PLAN, touch_ups=replace(PLAN.touch_ups, items=(check,)))
    assert "the first about 18 Feb 2029, the last" in to_text(plan).replace("\n", " ")


def test_what_is_left_of_the_look_is_told_for_one_five_and_ten_years() -> None:
    point = PLAN.touch_ups.fade[1]
    fade = tuple(
        point._replace(months=months, low=Decimal(low) / 100, high=Decimal(low) / 100 + Decimal("0.05"))
        for months, low in ((0, 95), (12, 84), (24, 70), (60, 55), (120, 33))
    )
    plan = replace(PLAN, touch_ups=replace(PLAN.touch_ups, fade=fade))
    assert "left: 84 to 89 after 1 year, 55 to 60 after 5 years, 33 to 38 after 10 years." in to_text(
        plan
    ).replace("\n", " ")


# --- money and options --------------------------------------------------------------------


def test_a_known_price_of_removal_and_the_note_of_a_wide_price_are_told() -> None:
    removal = replace(COST.removal, price=Estimate(200, 400, 600, "USD"))
    cost = replace(COST, removal=removal, course=Estimate(100, 500, 1000, "USD", "Clinics differ."))
    lines = " ".join(section(replace(PLAN, cost=cost), "COST"))
    assert "1 to 3 visits, $400 ($200" in lines
    assert "Good for 90 days. Clinics differ." in lines


def test_pounds_have_their_sign() -> None:
    course = Estimate(850, 1200, 1500, "GBP")
    assert "£1,200 (£850 to £1,500)" in to_text(replace(PLAN, cost=replace(COST, course=course)))


def test_a_horizon_of_another_length_keeps_its_own_name() -> None:
    cost = replace(COST, totals={"3y": COST.course})
    assert "3y             $2,800" in to_text(replace(PLAN, cost=cost))


def test_no_answer_is_cut() -> None:
    """Where a figure is not what answers, the words stand whole, whatever their length."""
    row = PLAN.comparison.rows[1]
    say = "There is no end result, and nobody knows when there will be one. The loss goes on, as it did."
    cells = dict(row.cells) | {
        "nothing": row.cells["nothing"]._replace(say=say, low=None, typical=None, high=None)
    }
    comparison = replace(PLAN.comparison, rows=(row._replace(cells=cells),))
    lines = section(replace(PLAN, comparison=comparison), "FIVE OPTIONS, SIDE BY SIDE")
    assert " ".join(line[15:28].strip() for line in lines[5:-1]).strip() == say


def test_an_option_that_nothing_rules_out_says_so_in_the_fixed_words(rules: RuleSet) -> None:
    """The table and the reason below it must not differ."""
    assert rules.options.nothing_against.say.rstrip(".") == OPEN["nothing_against"]


def test_an_option_that_is_closed_says_for_whom() -> None:
    options = tuple(replace(option, open_to_you="not_for_you") for option in PLAN.comparison.options)
    lines = section(
        replace(PLAN, comparison=replace(PLAN.comparison, options=options)), "FIVE OPTIONS, SIDE BY SIDE"
    )
    told = " ".join(lines[1:3]).split()
    assert sorted(told) == sorted(["Open", "to", "you?", *["Not", "for", "you"] * 5])


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ({"withheld": True}, "not shown yet"),
        ({"not_known": "No count."}, "not known"),
        ({"not_needed": True}, "not needed"),
        ({"not_needed": True, "low": 0, "typical": 0, "high": 0}, "not needed"),
        ({"not_needed": True, "low": 0, "typical": 0, "high": 4500}, "none, or up to $4,500"),
        ({"low": 0, "typical": 0, "high": 0}, "$0"),
        ({"low": 2400, "typical": 3240, "high": 5400}, "$2,400 to $5,400"),
    ],
)
def test_what_has_no_price_says_why_and_never_that_it_is_free(cell: dict[str, Any], told: str) -> None:
    row = next(row for row in PLAN.comparison.rows if row.id == "cost_10y")
    found = Cell(say="Words.", leans="neither", sources=("article",), strength="low", **cell)
    comparison = replace(PLAN.comparison, rows=(row._replace(cells=dict.fromkeys(row.cells, found)),))
    lines = section(replace(PLAN, comparison=comparison), "FIVE OPTIONS, SIDE BY SIDE")
    first_column = " ".join(line[15:28].strip() for line in lines[5:-1]).strip()
    assert first_column == told


def test_a_what_if_tells_its_first_and_its_last_change() -> None:
    changes = tuple(Change(what=what, before="1", after="2") for what in ("Visits", "Hours", "Ten years"))
    case = WhatIf(id="x", say="What if?", effect="All of it.", changes=changes)
    assert section(replace(PLAN, what_if=(case,)), "WHAT IF") == ["- What if? Visits: 2. Ten years: 2."]


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


# --- with the rules as they are -----------------------------------------------------------


@pytest.fixture(scope="module")
def texts(rules: RuleSet) -> dict[str, str]:
    people = {
        "usual": adult(),
        "woman": adult(
            area=AreaAnswer(ludwig="II"), goals=("added_density",), person=Person(age=41, sex="female")
        ),
        "scar": adult(area=AreaAnswer(scars=(Scar(length_cm=20, width_cm=1),)), goals=("scar_camouflage",)),
        "unchecked": adult(health_asked=False),
        "doctor": adult(health=("diabetes",)),
        "young": adult(person=Person(age=17)),
    }
    return {name: to_text(plan_treatment(intake, rules)) for name, intake in people.items()}


def test_a_usual_plan_fits_on_two_screens(texts: dict[str, str], rules: RuleSet) -> None:
    """Two windows of 53 lines, with a line left for the call; the pages for the talk come after it."""
    example = to_text(plan_treatment(read_intake("docs/example-intake.yaml"), rules))
    for text in (texts["usual"], example):
        plan, _, pages = text.partition("\nSTEPS TO A DECISION\n")
        assert len(plan.splitlines()) <= 105
        assert pages


def test_a_usual_plan_holds_every_warning_sign(texts: dict[str, str], rules: RuleSet) -> None:
    told = " ".join(texts["usual"].partition(WHOLE_COMPARISON)[0].split())
    signs = rules.aftercare.call_if.values()
    for sign in signs:
        after = told[told.index(sign.say.rstrip(".")) :]
        assert after[after.index("-> ") + 3 :].startswith(sign.whom), sign.say
    urgent = [sign for sign in signs if sign.urgent]
    assert told.count("->") == len(urgent) + len({sign.whom for sign in signs} - {one.whom for one in urgent})
    assert told.count("911 (US)") == len(urgent) == 2


def test_no_line_is_wider_than_80_columns(texts: dict[str, str]) -> None:
    assert [line for text in texts.values() for line in text.splitlines() if len(line) > 80] == []


def test_no_line_ends_in_blanks_and_no_two_are_empty(texts: dict[str, str]) -> None:
    for text in texts.values():
        lines = text.splitlines()
        assert [line for line in lines if line != line.rstrip()] == []
        assert not any(not one and not two for one, two in pairwise(lines))


def test_nothing_unfinished_is_printed(texts: dict[str, str]) -> None:
    for text in texts.values():
        plan = text.partition(WHOLE_COMPARISON)[0]  # after it, answers of the rules begin with "None"
        assert not {word for word in ("None", "nan") if word in plan.replace("None of ", "")}
        assert not {word for word in ("Decimal", "{", "}", ": None.") if word in text}


def test_the_pages_hold_every_risk_of_every_option_by_its_name(texts: dict[str, str], rules: RuleSet) -> None:
    pages = " ".join(texts["usual"].partition("\nRISKS OF EACH OPTION\n")[2].split())
    for option, risks in rules.risks.risks.items():
        name = rules.options.options[option].name
        for risk in risks.values():
            if risk.only_for != "women":
                assert f"- {name}: {risk.name[0].upper()}{risk.name[1:]}. " in pages, risk.name


def test_a_kind_of_harm_that_an_option_does_not_bring_is_told_too(texts: dict[str, str]) -> None:
    pages = " ".join(texts["usual"].partition("\nRISKS OF EACH OPTION\n")[2].split())
    assert "- Doing nothing: This does not happen here: nobody works on your skin." in pages
    assert pages.count("Does not happen here.") == 4


def test_how_many_risks_anybody_has_counted_is_told_of_every_option(texts: dict[str, str]) -> None:
    told = " ".join(texts["usual"].split())
    assert (
        "How many of the risks below has anybody counted? Doing nothing 1 of 7, Medication 3 of 9, "
        "SMP 0 of 8, FUT 6 of 8, FUE 6 of 8." in told
    )


def test_how_poor_work_is_put_right_is_told_of_every_option(texts: dict[str, str]) -> None:
    pages = " ".join(texts["usual"].partition("\nIF THE WORK IS POOR, OR IT ENDS BADLY\n")[2].split())
    assert pages.count(" It takes: ") == pages.count(" Not known: ") == 5


def test_every_option_has_its_list_of_questions_on_paper(texts: dict[str, str]) -> None:
    pages = texts["usual"].partition("\nWHAT TO ASK\n")[2].partition("\nDID I UNDERSTAND?")[0]
    lists = re.split(r"^\S.*: ask .*$", pages, flags=re.MULTILINE)[1:]
    assert [one.count("[ ] ") for one in lists] == [11] * 5


def test_a_plan_of_before_that_knows_no_kinds_of_harm_has_no_empty_page() -> None:
    text = to_text(replace(PLAN, harms=(), talk=Talk()))
    assert "RISKS OF EACH OPTION" not in text
    assert "IF THE WORK IS POOR" not in text
