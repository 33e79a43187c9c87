"""Who changes their mind is told of every option alike: what can't be undone, the way back, its price."""

from __future__ import annotations

import pytest

from smp_planner.domain.comparison import Row
from smp_planner.domain.intake import OPTIONS
from tests.fair_people import PLANS, fair_plan

ASKED = ("reversible", "cant_undo", "way_back_how", "way_back", "way_back_marks", "way_back_cost")


def mind(name: str) -> list[Row]:
    return [row for row in fair_plan(name).comparison.rows if row.group == "What if I change my mind?"]


@pytest.mark.parametrize("name", PLANS)
def test_the_way_back_is_told_whole_for_every_option(name: str) -> None:
    rows = mind(name)
    assert tuple(row.id for row in rows) == ASKED
    for row in rows:
        for option in OPTIONS:
            cell = row.cells[option]
            assert cell.say, (row.id, option)
            assert cell.sources, (row.id, option)


@pytest.mark.parametrize("name", PLANS)
def test_visits_on_the_way_back_are_a_figure_or_not_known(name: str) -> None:
    visits = next(row for row in mind(name) if row.id == "way_back")
    assert {option for option, cell in visits.cells.items() if cell.not_known} == {"fut", "fue"}
    smp = visits.cells["smp"]
    assert (smp.low, smp.typical, smp.high) == (1, 2, 3)
