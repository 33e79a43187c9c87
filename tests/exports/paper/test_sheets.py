"""The paper to take home is short: how many sheets it has, that all it needs is on them, and how full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pypdfium2
import pytest

from smp_planner.answers import read_intake
from smp_planner.domain.intake import AreaAnswer, Intake, Scar
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.decision_lines import asked
from smp_planner.exports.paper.blocks import Heading, Paper, Picture, Table, Ticks
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.one_fridge_sheet import one_fridge_sheet
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.paper.sheet import Size
from smp_planner.exports.short_words import short_words
from smp_planner.exports.wording import days_without_year
from smp_planner.planner.dots.drawing import look_of
from smp_planner.rules.load import DATA
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.read_pdf import pages_of
from tests.exports.paper.sections import section, tables, told
from tests.packaged_rules import rules_of
from tests.people import adult, plan_of

MOST, MOST_CLINIC, MOST_LARGE = 13, 14, 39
SIZES: tuple[Size, ...] = ("letter", "a4")
NEEDED = (
    "Your plan on one page", "Visits", "After each visit: for the fridge", "Before each visit",
    "Touch-ups and fading", "Money", "Five options, side by side", "Chances, of 100 people",
    "What matters to you: talking points", "What to ask", "Am I ready to choose?",
    "When to call, and whom", "Sources", "Privacy", "Talked over, and by whom",
    "This records a talk. It is not consent, not a quote, not medical advice.",
    "The person: name, signature, day", "The practitioner: name, signature, day",
)  # fmt: skip


ENDS_WITH = NEEDED[9:15]


@pytest.fixture(scope="module")
def us() -> RuleSet:
    return rules_of("US")


@pytest.fixture(scope="module")
def plan(us: RuleSet) -> TreatmentPlan:
    return plan_of(read_intake("docs/example-intake.yaml"), us)


@pytest.fixture(scope="module")
def paper(plan: TreatmentPlan, us: RuleSet) -> Paper:
    return paper_of(plan, look=look_of(plan.intake, us))


def printed(paper: Paper, size: Size, *, large: bool = False) -> list[str]:
    """The words of each sheet, as lines."""
    return [*pages_of(pypdfium2.PdfDocument(to_pdf(paper, size=size, large=large)))]


@pytest.mark.parametrize("size", SIZES)
def test_it_has_thirteen_sheets_at_most_and_all_that_is_needed(paper: Paper, size: Size) -> None:
    sheets = printed(paper, size)
    assert len(sheets) <= MOST
    words = " ".join(" ".join(sheets).split())
    assert all(part in words for part in NEEDED)
    assert NEEDED[0] in sheets[0]
    assert NEEDED[-1] in " ".join(sheets[-1].split())


SCAR = AreaAnswer(
    scars=(Scar(length_cm=20, width_cm=Decimal("0.5"), age_months=30, raised=False, red=False),)
)


def scarred(plan: TreatmentPlan) -> Intake:
    """The example's person with a scar to cover, and nothing else."""
    return replace(plan.intake, goals=("scar_camouflage",), area=SCAR, kept_hair=None)


@pytest.mark.parametrize("who", ["example", "scar"])
def test_the_paper_of_a_clinic_in_the_uk_has_one_sheet_more_at_most(who: str, plan: TreatmentPlan) -> None:
    rules = rules_of(clinic=DATA / "clinics" / "example-clinic.yaml")
    intake = scarred(plan) if who == "scar" else plan.intake
    theirs = paper_of(plan_of(intake, rules), look=look_of(intake, rules), logo=rules.logo)
    assert len(printed(theirs, "a4")) <= MOST_CLINIC


@pytest.mark.parametrize("size", SIZES)
def test_the_paper_of_a_scar_alone_has_no_more_sheets(size: Size, plan: TreatmentPlan, us: RuleSet) -> None:
    intake = scarred(plan)
    assert len(printed(paper_of(plan_of(intake, us), look=look_of(intake, us)), size)) <= MOST


@pytest.mark.parametrize("size", SIZES)
def test_the_title_over_money_stands_on_one_sheet_with_what_it_costs(paper: Paper, size: Size) -> None:
    [sheet] = [words for words in printed(paper, size) if "It is not a quote. Ask for one" in words]
    assert "What it costs" in sheet
    assert "The course" in sheet


@pytest.mark.parametrize("size", SIZES)
def test_each_sheet_bears_brand_plan_edition_and_its_number(paper: Paper, size: Size) -> None:
    sheets = printed(paper, size)
    for number, words in enumerate(sheets, 1):
        assert words.startswith(paper.brand)
        assert f"Plan {paper.mark}" in words
        assert f"Rules of {paper.edition}" in words
        assert f"Page {number} of {len(sheets)}" in words


def test_in_large_print_it_is_longer_and_holds_the_same(paper: Paper) -> None:
    sheets = printed(paper, "letter", large=True)
    assert MOST < len(sheets) <= MOST_LARGE
    words = " ".join(" ".join(sheets).split())
    assert all(part in words for part in NEEDED)


@pytest.mark.parametrize("size", SIZES)
def test_no_heading_stands_alone_at_the_foot_of_a_sheet(paper: Paper, size: Size) -> None:
    titles = {part.title for part in paper.sections}
    titles |= {block.say for part in paper.sections for block in part.blocks if isinstance(block, Heading)}
    for sheet in printed(paper, size):
        lines = [line.strip() for line in sheet.split("\n") if line.strip()]
        foot = next(place for place, line in enumerate(lines) if paper.footer[:20] in line)
        assert not {lines[foot - 1], *(" ".join(lines[foot - 2 : foot]),)} & titles


# --- the sheet for the fridge -----------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_the_sheet_for_the_fridge_is_one_sheet(paper: Paper, size: Size) -> None:
    [sheet] = [page for page in printed(paper, size) if "After each visit: for the fridge" in page]
    for words in ("Keep dry", "No direct sun", "Call 911, at once", "Day 0 is the day of the visit"):
        assert words in sheet


@pytest.mark.parametrize("whose", ["example", "clinic"])
def test_in_large_print_it_is_two_sheets_on_both_of_which_all_stands(whose: str, plan: TreatmentPlan) -> None:
    """A clinic's ended with two rows on a third sheet, as the second was a third empty."""
    rules = rules_of(clinic=DATA / "clinics" / "example-clinic.yaml") if whose == "clinic" else rules_of("UK")
    sheets = printed(paper_of(plan_of(plan.intake, rules)), "a4", large=True)
    first = next(place for place, words in enumerate(sheets) if "After each visit: for the fridge" in words)
    assert "Do: look at the result" in " ".join(sheets[first + 1].split())
    assert "Day after the visit" not in " ".join(sheets[first + 2].split())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("whose", ["example", "clinic"])
def test_no_part_goes_on_behind_the_sheet_for_the_fridge(
    whose: str, size: Size, plan: TreatmentPlan, paper: Paper
) -> None:
    """A table went on there under no title of its own, as if it told of the days after a visit."""
    if whose == "clinic":
        rules = rules_of(clinic=DATA / "clinics" / "example-clinic.yaml")
        paper = paper_of(plan_of(plan.intake, rules), look=look_of(plan.intake, rules), logo=rules.logo)
    sheets = printed(paper, size)
    at = next(place for place, words in enumerate(sheets) if "After each visit: for the fridge" in words)
    titles = tuple(part.title for part in paper.sections)
    behind = [line.strip() for line in sheets[at + 1].split("\n") if line.strip()]
    assert behind[1] in titles  # below the line with brand and plan


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("whose", ["example", "clinic", "large print"])
def test_the_paper_ends_in_its_order(whose: str, size: Size, plan: TreatmentPlan, paper: Paper) -> None:
    """What to decide by and whom to call stood in the midst of the list of sources, and tore it in two."""
    if whose == "clinic":
        rules = rules_of(clinic=DATA / "clinics" / "example-clinic.yaml")
        paper = paper_of(plan_of(plan.intake, rules), look=look_of(plan.intake, rules), logo=rules.logo)
    lines = [
        line.strip()
        for sheet in printed(paper, size, large=whose == "large print")
        for line in sheet.split("\n")
    ]
    assert [line for line in lines if line in ENDS_WITH] == [*ENDS_WITH]


def stretches(plan: TreatmentPlan) -> Iterator[tuple[date, date]]:
    """The days from each visit up to the next one."""
    end = plan.aftercare.days[-1].date + timedelta(1)
    for first, after in pairwise([*(visit.date for visit in plan.sessions.items), end]):
        yield first, after - timedelta(1)


@pytest.mark.parametrize("who", ["four visits", "usual", "between hair", "many visits"])
def test_each_rule_stands_there_with_its_days_after_each_visit(
    who: str, plan: TreatmentPlan, rules: RuleSet
) -> None:
    people = {
        "usual": adult(),
        "between hair": adult(goals=("added_density",), health=("diabetes",)),
        "many visits": adult(area=AreaAnswer(zones=("whole_scalp",))),
    }
    plan = plan_of(people[who], rules) if who in people else plan
    held = tables(one_fridge_sheet(plan))
    along, *by_visit = held
    columns = [[(row[0], row[place]) for row in table.rows] for table in by_visit
               for place in range(1, len(table.head))]  # fmt: skip
    assert len(columns) == len(plan.sessions.items)
    looked_at = 0
    for kind in ("avoid", "do", "expect"):
        for rule, words in short_words(plan.aftercare, kind).items():
            windows = [window for window in plan.aftercare.windows if window.rule == rule]
            rows = [what for _days, what in along.rows if words.casefold() in what.casefold()]
            if len(windows) == 1 and len(windows[0].sessions) > 1:
                assert len(rows) == 1, rule
                continue
            for (first, last), column in zip(stretches(plan), columns, strict=True):
                for window in windows:
                    start, end = max(window.from_, first), min(window.to, last)
                    if start <= end:
                        cells = [days for what, days in column if words.casefold() in what.casefold()]
                        assert any(days_without_year(start, end) in cell for cell in cells), rule
                        looked_at += 1
    assert looked_at > 20


def test_own_days_and_what_is_provisional_stand_on_it(plan: TreatmentPlan, rules: RuleSet) -> None:
    assert "work trip" in told(one_fridge_sheet(plan))
    assert "Planned to be settled by this day" in told(one_fridge_sheet(plan))
    waits = told(one_fridge_sheet(plan_of(adult(health=("diabetes",)), rules)))
    assert waits.splitlines()[1].startswith("PROVISIONAL")
    assert "to be confirmed" in waits


# --- what the whole paper keeps -----------------------------------------------------------------


def test_the_whole_paper_keeps_what_the_short_one_leaves_out(plan: TreatmentPlan, paper: Paper) -> None:
    whole = paper_of(plan, whole=True)
    after = [one for one in whole.sections if one.id.startswith("after_visit_")]
    assert len(after) == len(plan.sessions.items)
    assert all(case.say in told(section(whole, "money")) for case in plan.what_if)
    assert any(isinstance(block, Picture) for block in section(whole, "touch_ups").blocks)
    every = [ask for _whom, asks in asked(plan) for ask in asks]
    assert all(ask in told(section(whole, "ask")) for ask in every)
    few = [len(block.items) for block in section(paper, "ask").blocks if isinstance(block, Ticks)]
    assert few == [5] * len(plan.comparison.options)
    assert "The whole paper has more questions" in told(section(paper, "ask"))


def test_before_each_visit_every_instruction_stands_once_with_the_days_of_all(
    plan: TreatmentPlan, paper: Paper
) -> None:
    [table] = tables(section(paper, "before"))
    rows = dict(table.rows)
    assert len(rows) == len(table.rows)
    assert {task.say for task in plan.aftercare.before} == set(rows)
    assert rows["Drink no alcohol."] == "9 to 11, 19 to 21 Jan; 16 to 18 Feb; 16 to 18 Mar 2027"


def test_what_is_left_of_the_look_keeps_its_ranges(plan: TreatmentPlan, paper: Paper) -> None:
    row = tables(section(paper, "touch_ups"))[-1].rows[0]
    assert len(row) == 8
    assert all("(" in cell and " to " in cell for cell in row[1:])


def test_each_option_has_its_chances_in_the_same_words(plan: TreatmentPlan, paper: Paper) -> None:
    in_words = [block for block in section(paper, "chances").blocks if isinstance(block, Table)]
    assert len(in_words) == 5
    for table in in_words:
        named = [name for row in table.rows for name in row[0].split(", ")]
        assert named == ["Doing nothing", "Medication", "SMP", "FUT", "FUE"]


def test_every_point_of_the_talk_stands_on_it_with_what_was_agreed_or_room_to_write_it(
    rules: RuleSet,
) -> None:
    plan = plan_of(adult(agreed={"who": "Ann *bold* =1"}, medication_now=("minoxidil",)), rules)
    paper = paper_of(plan)
    [table] = tables(section(paper, "agreed"))
    agreed = {name: (known, written) for name, known, written in table.rows}
    assert len(agreed) == len(plan.talk.agreed) == 10
    assert agreed["Who does the work"][1] == "Ann *bold* =1"
    assert agreed["Hairline"][1] == ""
    assert "It has to suit your face as you age." in agreed["Hairline"][0]
    assert "about every 2 days (1 to 4)" in agreed["Upkeep of the look"][0]
    assert "For your hair you take: " in agreed["Medicine for hair loss now"][0]
    assert agreed["Is the loss moving on?"][0]
    later = told(section(paper, "later"))
    for change in ("turns grey", "loss spreads", "colour is wrong", "transplant later"):
        assert change in later


def test_the_way_back_and_donor_hair_stand_among_the_figures_of_all_options(paper: Paper) -> None:
    rows = {row[0]: row[1:] for row in tables(section(paper, "options"))[0].rows}
    assert "donor hair that was used" in rows["What can't be undone"][3]
    assert rows["Donor grafts left"][3:] == ("0 to 2,250", "0 to 1,850")
