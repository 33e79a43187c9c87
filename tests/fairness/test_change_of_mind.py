"""Who changes their mind is told of every option alike: what can't be undone, the way back, its price."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from smp_planner.domain.comparison import Cell, Row
from smp_planner.domain.intake import OPTIONS
from smp_planner.exports.text import to_text
from tests.fair_people import PLANS, done_for, fair_plan

GROUP = "What if I change my mind?"
ASKED = (
    "reversible", "cant_undo", "way_back_how", "way_back", "way_back_marks", "way_back_cost", "way_back_whom",
)  # fmt: skip
ANSWERED = [name for name in PLANS if "questions open" not in name]


def mind(name: str) -> list[Row]:
    return [row for row in fair_plan(name).comparison.rows if row.group == GROUP]


def cells(name: str, row: str) -> Mapping[str, Cell]:
    return next(one for one in mind(name) if one.id == row).cells


@pytest.mark.parametrize("name", PLANS)
def test_the_way_back_is_told_whole_for_every_option(name: str) -> None:
    rows = mind(name)
    assert tuple(row.id for row in rows) == ASKED
    for row in rows:
        assert tuple(row.cells) == OPTIONS
        for option, cell in row.cells.items():
            assert cell.say.endswith("."), (row.id, option)
            assert cell.sources, (row.id, option)
            assert cell.say != "Not known.", "why it isn't known has to be told"


@pytest.mark.parametrize("name", PLANS)
def test_visits_on_the_way_back_have_a_figure_with_its_range_where_there_is_a_way_back(name: str) -> None:
    visits = cells(name, "way_back")
    for option in {"fut", "fue"}.intersection(done_for(name)):
        assert visits[option].not_known == "No count of visits to take grafts out was found."
    for option, cell in visits.items():
        if option in ("fut", "fue"):
            continue
        assert cell.low is not None, option
        assert cell.typical is not None, option
        assert cell.high is not None, option
        assert cell.low <= cell.typical <= cell.high, option
    smp = visits["smp"]
    assert (smp.low, smp.typical, smp.high) == (1, 2, 3)
    assert "about 6 (3 to 10)" in (smp.note or ""), "tattoo ink takes more visits, and how many is told"


@pytest.mark.parametrize("name", PLANS)
def test_a_talk_with_whoever_prescribed_it_is_a_visit(name: str) -> None:
    cell = cells(name, "way_back")["medication"]
    assert ("prescribed" in cell.say) == (cell.high == 1)


@pytest.mark.parametrize("name", ANSWERED)
def test_the_price_of_the_way_back_is_a_figure_or_not_known_with_why(name: str) -> None:
    price, plan = cells(name, "way_back_cost"), fair_plan(name)
    assert [price[option].typical for option in ("nothing", "medication")] == [0, 0]
    assert price["smp"].not_known
    assert plan.cost
    assert f"{plan.cost.course.typical:,}" in price["smp"].say, "as much as the first work: that of the plan"
    for option in {"fut", "fue"}.intersection(done_for(name)):
        assert price[option].not_known == "No price of taking grafts out was found."


@pytest.mark.parametrize("name", sorted(set(PLANS) - set(ANSWERED)))
def test_no_price_of_a_way_back_is_shown_while_health_questions_are_open(name: str) -> None:
    assert all(cell.withheld for cell in cells(name, "way_back_cost").values())


@pytest.mark.parametrize("name", [name for name in PLANS if "fut" in done_for(name)])
def test_surgery_has_a_way_back_of_its_own_for_the_line_and_for_the_dots(name: str) -> None:
    for row in mind(name):
        if not row.cells["fut"].withheld:
            assert row.cells["fut"].say != row.cells["fue"].say, row.id


@pytest.mark.parametrize("name", PLANS)
def test_the_section_stands_in_the_text_with_every_answer(name: str) -> None:
    printed = " ".join(to_text(fair_plan(name)).split())
    _, _, section = printed.partition(GROUP.upper())
    place = 0
    for row in mind(name):
        for told in (row.question, *(cell.say for cell in row.cells.values())):
            place = section.find(told, place)
            assert place >= 0, told
