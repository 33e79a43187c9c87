"""Doing nothing is not free for who goes on with a medicine: a bare 0 stood in short and by year."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

from smp_planner.domain.intake import AreaAnswer
from smp_planner.exports.over_years import MONEY, over_years
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.side_by_side import key_rows
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.exports.workbook import to_xlsx
from smp_planner.rules.ruleset import RuleSet
from tests.packaged_rules import rules_of
from tests.people import adult, plan_of

GOES_ON = "your medicine goes on"


def test_a_man_on_tablets_reads_in_short_and_by_year_that_his_medicine_goes_on(rules: RuleSet) -> None:
    for medicines, told in ((("finasteride",), True), ((), False)):
        plan = plan_of(adult(area=AreaAnswer(norwood="IV"), medication_now=medicines), rules)
        in_short = {row[0]: row[1] for row in key_rows(plan.comparison)}
        assert (GOES_ON in in_short["Paid first"]) is (GOES_ON in in_short["Paid, 10 years"]) is told
        about = plan.comparison.curves.about.get("cost.nothing", "")
        assert ("what your medicine costs goes on" in about) is told


@pytest.mark.parametrize("region", ["US", "UK", None])
@pytest.mark.parametrize("medicine", ["finasteride", "minoxidil", "other"])
def test_who_uses_a_medicine_reads_nowhere_that_nothing_has_to_be_paid(
    region: str | None, medicine: str
) -> None:
    """One row said "There is nothing to buy", and the why of the curve "Doing nothing has no price"."""
    plan = plan_of(adult(medication_now=(medicine,)), rules_of(region))
    money = [row.cells["nothing"].say for row in plan.comparison.rows if row.id.startswith("cost_")]
    assert len(money) == 5
    assert all("more" in said and "What your medicine costs now goes on." in said for said in money)
    curve = next(step for step in plan.trace if step.field == "comparison.curves.cost.nothing")
    assert curve.because.startswith("Nothing more is bought. What your medicine costs now goes on")
    assert [rule.id for rule in curve.rules] == [
        "options.nothing_costs",
        "comparison.curves.cost_nothing_for_users",
    ]
    told = next(kind for kind in over_years(plan, 10) if kind.id == MONEY)
    assert told.by_then["Doing nothing"] == "0, beside your medicine"
    with ZipFile(io.BytesIO(to_xlsx(plan))) as book:
        workbook = book.read("xl/sharedStrings.xml").decode()
    files = (to_text(plan), to_page(paper_of(plan, whole=True)), to_csv(plan), workbook)
    for words in ("nothing to buy", "nothing was bought", "has no price"):
        assert not [told for told in files if words in " ".join(told.split())]


def test_who_uses_none_reads_that_there_is_nothing_to_buy(us: RuleSet) -> None:
    plan = plan_of(adult(), us)
    row = next(row for row in plan.comparison.rows if row.id == "cost_per_cm2")
    assert row.cells["nothing"].say == "$0, for any area. There is nothing to buy."
    told = next(kind for kind in over_years(plan, 10) if kind.id == MONEY)
    assert told.by_then["Doing nothing"] == "0"
