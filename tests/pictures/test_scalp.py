"""The scalp to tap: every zone of the rules is drawn, once at each spot, where a drawn stage has it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from smp_planner.pictures import head
from smp_planner.pictures.borders import Loop, Point, corners, drawn, holds, through
from smp_planner.pictures.scalp import View, from_above, scalp_views
from smp_planner.rules.ruleset import RuleSet

VIEWS = {view.name: view for view in scalp_views()}
STEP = 5  # how far the spots that are looked at lie apart, in units of the drawing


@cache
def polygons(name: str) -> dict[str, list[list[Point]]]:
    return {zone: [corners(loop) for loop in loops] for zone, loops in VIEWS[name].zones.items()}


def zones_at(view: View, x: float, y: float) -> list[str]:
    return [zone for zone, shapes in polygons(view.name).items() if any(holds(s, x, y) for s in shapes)]


def spots(view: View) -> Iterator[Point]:
    return ((x + 0.37, y + 0.41) for x in range(0, view.width, STEP) for y in range(0, view.height, STEP))


def test_every_zone_of_the_rules_is_drawn_and_named_once(rules: RuleSet) -> None:
    basic = [zone for zone in rules.coverage.zones.rows if zone != "whole_scalp"]
    assert sorted(rules.coverage.inside["whole_scalp"]) == sorted(basic)
    assert sorted(zone for view in VIEWS.values() for zone in view.labels) == sorted(basic)
    for view in VIEWS.values():
        assert set(view.labels) | set(view.near) <= set(view.zones) <= set(basic)


@pytest.mark.parametrize("name", VIEWS)
def test_no_spot_lies_in_two_zones_and_every_zone_lies_on_the_head(name: str) -> None:
    view = VIEWS[name]
    rim, seen = corners(view.head), set[str]()
    for x, y in spots(view):
        here = zones_at(view, x, y)
        assert len(here) <= 1, (x, y, here)
        if here:
            seen.update(here)
            # A border that follows the rim may bulge over it by less than a unit.
            near = [(x + dx, y + dy) for dx, dy in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))]
            assert any(holds(rim, *spot) for spot in near), (x, y, here)
    assert seen == set(view.zones)


@pytest.mark.parametrize("name", VIEWS)
def test_zones_meet_without_a_gap(name: str) -> None:
    """Between two spots of the scalp that lie beside each other there is no bare one."""
    view = VIEWS[name]
    for column in range(4, view.width, STEP):
        run = [bool(zones_at(view, column + 0.37, row)) for row in range(view.height)]
        changes = sum(1 for before, after in pairwise(run) if before != after)
        # From the side the ear, and from above the parting of hairline and temples, end the scalp once.
        assert changes <= (4 if name == "From the side" else 2), column


@pytest.mark.parametrize("name", VIEWS)
def test_the_name_of_a_zone_stands_in_it_and_has_its_room(name: str) -> None:
    view = VIEWS[name]
    for zone, label in view.labels.items():
        assert zones_at(view, label.x, label.y) == [zone]
        half = label.room / 2 - 0.1
        for x, y in ((x, y) for x in (-half, half) for y in (-half, half)):
            assert zones_at(view, label.x + x, label.y + y) in ([], [zone]), zone


def test_skin_that_may_be_touched_for_a_zone_belongs_to_no_other() -> None:
    for view in VIEWS.values():
        reach = [(zone, corners(loop)) for zone, loops in view.near.items() for loop in loops]
        for x, y in spots(view):
            for zone, shape in reach:
                assert not holds(shape, x, y) or zones_at(view, x, y) in ([], [zone]), (x, y)


def test_from_above_a_zone_lies_where_a_drawn_stage_has_it() -> None:
    """Borders are bent here and straight there: of twenty hairs seventeen have to agree."""
    view, (x, y) = from_above(), head.MIDDLE
    told = [
        (hair.zone, zones_at(view, x + hair.across * head.REACH_X, y + hair.along * head.REACH_Y))
        for hair in head.hairs()
    ]
    same = [zone for zone, here in told if here == [zone]]
    assert len(same) >= 0.85 * len(told)
    for zone in view.zones:
        assert same.count(zone) >= 0.7 * [name for name, _ in told].count(zone), zone


def test_left_and_right_are_alike() -> None:
    for view in (VIEWS["From above"], VIEWS["From behind"]):
        for x, y in spots(view):
            assert zones_at(view, x, y) == zones_at(view, view.width - x, y), (x, y)


def test_a_shape_is_one_closed_path_through_its_points() -> None:
    square: Loop = (
        through((0, 0), (6, 0)),
        through((6, 0), (6, 6)),
        through((6, 6), (0, 6)),
        through((0, 6), (0, 0)),
    )
    assert drawn(square) == "M0 0C1 0 5 0 6 0C6 1 6 5 6 6C5 6 1 6 0 6C0 5 0 1 0 0Z"
    assert holds(corners(square), 3, 3)
    assert not holds(corners(square), 7, 3)


@pytest.mark.parametrize("name", VIEWS)
def test_each_border_begins_where_the_one_before_it_ends(name: str) -> None:
    for loop in (loop for loops in VIEWS[name].zones.values() for loop in loops):
        for before, after in zip(loop, (*loop[1:], loop[0]), strict=True):
            assert (before[-1].x, before[-1].y) == pytest.approx((after[0].x, after[0].y), abs=0.6)
