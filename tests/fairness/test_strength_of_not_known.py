"""Where nobody like the person was counted, no way of telling it speaks of strong, fair or weak evidence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from smp_planner.domain.comparison import Cell, Row
from smp_planner.exports.all_answers import whole_answer
from smp_planner.exports.numbered_sources import numbered
from smp_planner.exports.risk_lines import risk_lines
from smp_planner.exports.sheets.options import comparison_sheet
from smp_planner.views.whys import Whys
from tests.fair_people import PLANS, fair_plan
from tests.packaged_rules import packaged_rules

NOBODY_LIKE = "Not known for "
VERY_WEAK = "very weak evidence"


def unknown(name: str) -> Iterator[tuple[Row, str, Cell]]:
    """The answers that are not known for these people."""
    for row in fair_plan(name).comparison.rows:
        for option, cell in row.cells.items():
            if cell.not_known and cell.say.startswith(NOBODY_LIKE):
                yield row, option, cell


@pytest.mark.parametrize("name", PLANS)
def test_page_and_paper_call_the_evidence_for_what_nobody_counted_very_weak(name: str) -> None:
    plan = fair_plan(name)
    whys, numbers = Whys(plan, packaged_rules()), numbered(plan)
    for row, option, cell in unknown(name):
        assert VERY_WEAK in whys.cell(f"comparison.rows.{row.id}.{option}", cell).lower(), row.id
        assert f"({VERY_WEAK};" in whole_answer(cell, row, numbers), row.id


@pytest.mark.parametrize("name", PLANS)
def test_the_workbook_does_so_too(name: str) -> None:
    plan = fair_plan(name)
    told = [
        row for row in comparison_sheet(plan, numbered(plan)).rows if str(row[-3]).startswith(NOBODY_LIKE)
    ]
    assert len(told) == len(list(unknown(name)))
    assert {str(row[-2]).lower() for row in told} <= {VERY_WEAK}


@pytest.mark.parametrize("name", PLANS)
def test_a_risk_that_is_not_known_for_these_people_is_told_so_too(name: str) -> None:
    """But where people with such a scar were counted, if in no way that gives a number."""
    for risk in fair_plan(name).risks:
        if (risk.not_known or "").startswith(
            ("Not known for women", "Not known for men", "Not known for you")
        ):
            assert risk.strength == "very_low", f"{risk.option}.{risk.id}"


def test_somebody_is_told_so() -> None:
    assert list(unknown("scars alone, US"))
    assert list(unknown("a woman, US"))
    assert not list(unknown("a man, US"))
    assert any(
        VERY_WEAK in line
        for line in risk_lines(fair_plan("scars alone, US"), numbered(fair_plan("scars alone, US")))
    )
