"""What the page says of the answers beside its sentence stands in the files too."""

from __future__ import annotations

from decimal import Decimal

import pypdfium2
import pytest

from smp_planner.domain.intake import AreaAnswer, Measured
from smp_planner.exports.answer_notices import CROWN_BY_STAGE
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.read_pdf import pages_of
from tests.people import adult, plan_of

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
