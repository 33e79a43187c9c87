"""What the page says of the answers beside its sentence stands in the files too."""

from __future__ import annotations

from decimal import Decimal

import pypdfium2
import pytest

from smp_planner.domain.intake import AreaAnswer, Measured
from smp_planner.exports.answer_notices import CROWN_BY_STAGE
from smp_planner.exports.hair_unsaid import COUNTED_AROUND_SCARS, NOT_SURE, hair_unsaid
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.sheets.in_short import in_short_sheet
from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.read_pdf import pages_of
from tests.people import adult, plan_of
from tests.reading_grade import reading_grade

DENSER = ("shaved_look", "added_density")
CROWN = adult(goals=("crown",), area=AreaAnswer(norwood="V"))


def in_a_line(words: str) -> str:
    return " ".join(words.split())


def test_who_wants_the_crown_and_names_a_stage_reads_in_each_file_that_it_counts_more(
    rules: RuleSet,
) -> None:
    plan = plan_of(CROWN, rules)
    paper = paper_of(plan)
    first, *_ = pages_of(pypdfium2.PdfDocument(to_pdf(paper, size="letter")))
    for told in (to_text(plan), to_page(paper), first):
        assert CROWN_BY_STAGE in in_a_line(told)
    at_start = in_a_line(to_text(plan)).partition(" VISITS ")[0]
    assert CROWN_BY_STAGE in at_start


@pytest.mark.parametrize(
    ("goals", "area"),
    [
        (("crown",), AreaAnswer(zones=("crown",))),
        (("crown",), AreaAnswer(norwood="V", measured=Measured(cm2=Decimal(100)))),
        (("crown", "hairline"), AreaAnswer(norwood="V")),
        (("shaved_look",), AreaAnswer(norwood="V")),
    ],
)
def test_nobody_else_reads_it(goals: tuple[str, ...], area: AreaAnswer, rules: RuleSet) -> None:
    plan = plan_of(adult(goals=goals, area=area), rules)
    assert CROWN_BY_STAGE not in in_a_line(to_text(plan))
    assert CROWN_BY_STAGE not in in_a_line(to_page(paper_of(plan)))


def test_a_guess_behind_the_dots_goes_home_with_the_files_as_one(rules: RuleSet) -> None:
    """A man told 30 % for the front alone; paper, text and workbook held the dots without a word."""
    kept = {"front": Decimal("0.3"), "midscalp": None, "crown": None}
    plan = plan_of(adult(goals=DENSER, area=AreaAnswer(norwood="IV"), kept_hair=kept), rules)
    paper = paper_of(plan)
    first, *_ = pages_of(pypdfium2.PdfDocument(to_pdf(paper, size="letter")))
    sheet = " ".join(str(cell) for row in in_short_sheet(plan).rows for cell in row)
    counted = "the plan counts as if 25% were left there: no count that we found tells how much is."
    for told in (to_text(plan), to_page(paper), first, sheet):
        assert counted in in_a_line(told)
        assert "Hair that is still there: Front half with the hairline: 30%, middle of" in in_a_line(told)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kept_hair": None}, f"{NOT_SURE} Until you say, we count none there."),
        ({"kept_hair": {"front": None}}, f"{NOT_SURE} Until you say, we count none there."),
        ({"kept_hair": None, "goals": ("scar_camouflage",), "area": AreaAnswer()}, COUNTED_AROUND_SCARS),
        ({"kept_hair": Decimal("0.3")}, ""),
        ({"kept_hair": 0}, ""),
    ],
)
def test_what_is_counted_is_told_to_who_was_not_sure_and_to_nobody_else(
    changes: dict[str, object], words: str, rules: RuleSet
) -> None:
    told = [*hair_unsaid(plan_of(adult(**changes), rules))]
    assert bool(told) == bool(words)
    assert words in " ".join(told)
    assert not told or reading_grade(told[0]) <= 8
