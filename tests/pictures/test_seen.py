"""The head from three sides: one size, the zones of the scalp to tap, and dots on the scalp alone."""

from __future__ import annotations

from functools import cache
from math import hypot, pi, sqrt

import pytest

from smp_planner.domain.drawing import Drawing, Fill, Zone
from smp_planner.pictures import head
from smp_planner.pictures.borders import Point, corners, holds
from smp_planner.pictures.dots import Marks, marks_on_head
from smp_planner.pictures.scalp import scalp_views
from smp_planner.pictures.seen import (
    AT_ITS_EDGE,
    UNITS_PER_CM,
    WELL_SEEN,
    ZONES,
    From,
    all_seen,
    cm2_of,
    most_seen,
    seen_from,
)
from smp_planner.pictures.zone_map import zone_at
from smp_planner.planner.coverage.stage_shares import stage_shares
from smp_planner.rules.ruleset import RuleSet
from tests.packaged_rules import packaged_rules

ASIDE: tuple[From, ...] = ("side", "behind")
VIEWS = dict(zip(("above", "side", "behind"), scalp_views(), strict=True))
ORDERS: tuple[head.Order, ...] = ("temples", "front", "parting")
STAGES = [
    (scale, stage) for scale in ("norwood", "ludwig") for stage in stage_shares(scale, packaged_rules())
]


def drawing(dots: int = 150, **shares: float) -> Drawing:
    fill = Fill(dots, 0)
    return Drawing({zone: Zone(share, fill) for zone, share in shares.items()}, (), {"area": fill}, 127)  # pyright: ignore[reportArgumentType]


def marks(seen: From, done: float = 1, order: head.Order = "temples", **shares: float) -> Marks:
    return marks_on_head(drawing(**shares), done, order, seen)  # pyright: ignore[reportArgumentType]


def dots(seen: From, order: head.Order = "temples", **shares: float) -> list[Point]:
    return [(spot.x, spot.y) for spot in marks(seen, order=order, **shares).dots]


@cache
def shapes(seen: From) -> dict[str, list[list[Point]]]:
    """The zones of the scalp to tap, in cm as the spots of a view: both lie between the same edges."""
    loops = {zone: [corners(loop) for loop in loops] for zone, loops in VIEWS[seen].zones.items()}
    places = [place for shapes in loops.values() for shape in shapes for place in shape]
    left, top = (min(place[axis] for place in places) for axis in (0, 1))
    right, bottom = (max(place[axis] for place in places) for axis in (0, 1))
    wide, high = seen_from(seen).reach
    across, down = wide / (right - left), high / (bottom - top)
    return {
        zone: [[((x - left) * across, (y - top) * down) for x, y in shape] for shape in shapes]
        for zone, shapes in loops.items()
    }


@pytest.mark.parametrize("seen", ASIDE)
def test_zones_lie_where_the_scalp_to_tap_has_them(seen: From) -> None:
    view = seen_from(seen)
    wide, high = view.reach
    asked = same = 0
    for x, y in ((x / 4 + 0.13, y / 4 + 0.13) for x in range(int(wide * 4)) for y in range(int(high * 4))):
        here = [zone for zone, loops in shapes(seen).items() if any(holds(loop, x, y) for loop in loops)]
        if here:
            asked += 1
            same += here == [zone_at(view.rows, x, y)]
    assert asked > 1500
    assert same >= 0.97 * asked


def test_the_head_is_as_wide_and_as_long_and_as_high_from_each_side() -> None:
    above, side, behind = (seen_from(name).reach for name in ("above", "side", "behind"))
    assert behind[0] == pytest.approx(above[0], abs=0.3)
    assert side[0] == pytest.approx(above[1] - 1.5, abs=0.3)  # the hairline lies behind the forehead
    assert side[1] == pytest.approx(behind[1], abs=0.3)


@pytest.mark.parametrize("seen", WELL_SEEN)
def test_a_piece_of_the_head_holds_its_area_times_the_density_from_each_side(seen: From) -> None:
    every = dict.fromkeys(ZONES, 1.0)
    wide, high = seen_from(seen).reach
    middle = (wide / 2, high / 2) if seen != "side" else (11.5, 5.5)
    near = [1 for x, y in dots(seen, **every) if hypot(x - middle[0], y - middle[1]) < 3]
    assert len(near) == pytest.approx(9 * 3.1416 * 150, rel=0.02)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("seen", ASIDE)
def test_no_dot_and_no_hair_stands_beside_the_head_or_on_face_neck_or_ears(
    seen: From, order: head.Order
) -> None:
    scalp = [loop for loops in shapes(seen).values() for loop in loops]
    bald, hairy = marks(seen, order=order, **dict.fromkeys(ZONES, 1.0)).dots, marks(seen, order=order).hairs
    assert min(len(bald), len(hairy)) > 15_000
    slack = 0.1  # a row of the zone map
    for spot in (*bald[::7], *hairy[::7]):
        near = [
            (spot.x + x, spot.y + y) for x, y in ((0, 0), (slack, 0), (-slack, 0), (0, slack), (0, -slack))
        ]
        assert any(holds(loop, *place) for loop in scalp for place in near), (spot.x, spot.y)


@pytest.mark.parametrize(("scale", "stage"), STAGES)
@pytest.mark.parametrize("seen", WELL_SEEN)
def test_of_each_stage_each_view_shows_the_treated_share_of_the_zones_it_sees(
    seen: From, scale: str, stage: str, rules: RuleSet
) -> None:
    shares = {zone: float(share) for zone, share in stage_shares(scale, rules)[stage].items() if share}
    order = head.order_of(stage, None) if scale == "norwood" else "parting"
    for zone, share in shares.items():
        whole, part = len(dots(seen, order, **{zone: 1})), len(dots(seen, order, **{zone: share}))
        assert part == pytest.approx(whole if share > head.NEARLY_ALL else whole * share, rel=0.07, abs=8)
        assert bool(whole) == (zone in WELL_SEEN[seen] + AT_ITS_EDGE[seen])


def test_a_plan_for_the_back_shows_its_dots_from_behind_and_one_for_the_sides_from_the_side() -> None:
    back = {seen: len(dots(seen, donor=1)) for seen in WELL_SEEN}
    assert back["behind"] > 2 * back["side"] > 4 * back["above"] > 0
    sides = {seen: len(dots(seen, sides=1)) for seen in WELL_SEEN}
    assert sides["side"] > sides["above"]
    assert sides["side"] > sides["behind"] > 0


def test_on_the_back_and_the_sides_a_low_band_keeps_its_hair() -> None:
    for zone in ("donor", "sides"):
        for seen in ASIDE:
            whole, half = dots(seen, **{zone: 1}), set(dots(seen, **{zone: 0.5}))
            kept = [y for x, y in whole if (x, y) not in half]
            assert sum(y for _, y in half) / len(half) < sum(kept) / len(kept) - 1
    low_front, low_back = (
        [y for x, y in set(dots("side", sides=1)) - set(dots("side", sides=0.66)) if within(x)]
        for within in (lambda x: x < 7, lambda x: x > 9)
    )
    assert min(low_front) > 7
    assert min(low_back) > 7


def test_from_behind_the_crown_opens_as_a_round_spot() -> None:
    x0, y0 = seen_from("behind").crown
    spot = dots("behind", crown=0.3)
    assert len(spot) == pytest.approx(len(dots("above", crown=0.3)), rel=0.25)
    away = [hypot(x - x0, y - y0) for x, y in spot]
    assert max(away) < 3
    assert sum(x for x, _ in spot) / len(spot) == pytest.approx(x0, abs=0.1)
    for begin in (-1, 1):
        assert max(begin * (x - x0) for x, _ in spot) > 1.3
        assert max(begin * (y - y0) for _, y in spot) > 1.3


def spread(places: list[Point], axis: int) -> float:
    """Four times the deviation of places along an axis: as long as an even oval reaches there."""
    middle = sum(place[axis] for place in places) / len(places)
    return 4 * sqrt(sum((place[axis] - middle) ** 2 for place in places) / len(places))


@pytest.mark.parametrize("share", [0.67, 1])
def test_the_crown_is_the_same_oval_from_above_and_from_behind(share: float) -> None:
    """As wide from both, and from behind a little shorter, as it tilts away; an oval, not a block."""
    above, behind = dots("above", crown=share), dots("behind", crown=share)
    assert spread(behind, 0) == pytest.approx(spread(above, 0), rel=0.1)
    assert 0.7 < spread(behind, 1) / spread(above, 1) < 1
    for places in (above, behind):
        oval = spread(places, 0) * spread(places, 1) * pi / 4
        assert len(places) / 150 == pytest.approx(oval, rel=0.15)
    assert min(y for _, y in behind) > 0.3  # below the top of the head, not cut off by it


def test_of_norwood_vi_the_bare_top_is_round_from_behind(rules: RuleSet) -> None:
    shares = {zone: float(share) for zone, share in stage_shares("norwood", rules)["VI"].items() if share}
    bare = dots("behind", **shares)
    low = sorted(y for _, y in bare)[-len(bare) // 50]

    def wide(from_: float, to: float) -> float:
        xs = sorted(x for x, y in bare if from_ * low < y < to * low)
        return xs[-len(xs) // 50] - xs[len(xs) // 50]

    assert wide(0.85, 1) < 0.75 * wide(0.4, 0.55)


def test_from_the_side_the_temples_go_back_first_and_of_women_the_parting() -> None:
    first, whole = dots("side", hairline_temples=0.4), dots("side", hairline_temples=1)
    assert sum(y for _, y in first) / len(first) > sum(y for _, y in whole) / len(whole) + 0.3
    parting, front = dots("side", "parting", front=0.4), dots("side", front=0.4)
    assert sum(y for _, y in parting) / len(parting) < sum(y for _, y in front) / len(front) - 0.5


def test_a_later_visit_keeps_every_dot_from_each_side() -> None:
    for seen in WELL_SEEN:
        seen_dots: set[Point] = set()
        for done in (0.3, 0.7, 1):
            places = {(spot.x, spot.y) for spot in marks(seen, done, crown=0.8, sides=0.5).dots}
            assert seen_dots < places
            seen_dots = places


def test_where_most_of_the_treated_area_is_seen_and_from_where_all_of_it() -> None:
    assert most_seen(drawing(front=1, sides=0.1, donor=0.1)) == "above"
    assert most_seen(drawing(hairline_temples=0.2, donor=1)) == "behind"
    assert all_seen(("crown", "donor")) == ("above", "behind")
    assert all_seen(("sides",)) == ("side",)
    assert all_seen(ZONES) == ("above", "side", "behind")
    assert cm2_of("behind")["donor"] > cm2_of("side")["donor"] > cm2_of("above")["donor"]


def test_the_picture_holds_the_whole_scalp_of_each_side() -> None:
    for seen in WELL_SEEN:
        view = seen_from(seen)
        for corner, reach, size in zip(view.corner, view.reach, (view.width, view.height), strict=True):
            assert corner >= 0
            assert corner + reach * UNITS_PER_CM <= size
