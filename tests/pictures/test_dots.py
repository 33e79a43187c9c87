"""Where dots and hairs stand: as many as counted, evenly, in place, and each visit between the last."""

from __future__ import annotations

from math import hypot, pi, sqrt

import numpy as np
import pytest

from smp_planner.domain.drawing import Drawing, Fill, Patch, Zone
from smp_planner.pictures import head
from smp_planner.pictures.dots import (
    BLUR_CM,
    UNITS_PER_CM,
    Marks,
    Spot,
    finest,
    marks_on_head,
    marks_on_patch,
    marks_on_square,
)
from smp_planner.rules.ruleset import RuleSet

HALF_X, HALF_Y = head.REACH_X / UNITS_PER_CM, head.REACH_Y / UNITS_PER_CM
CROWN = ((1 + head.CROWN[0]) * HALF_X, (1 + head.CROWN[1]) * HALF_Y)
EVERY_ZONE = ("hairline_temples", "front", "midscalp", "crown", "sides", "donor")


def drawing(*zones: str, share: float = 1, dots: int = 150, hairs: int = 0) -> Drawing:
    fill = Fill(dots, hairs)
    return Drawing({zone: Zone(share, fill) for zone in zones}, (), fill, 127)  # pyright: ignore[reportArgumentType]


def on_head(drawn: Drawing, done: float = 1, order: head.Order = "temples") -> Marks:
    return marks_on_head(drawn, done, order)  # pyright: ignore[reportArgumentType]


def near_crown(spots: list[Spot], radius_cm: float) -> list[Spot]:
    return [spot for spot in spots if hypot(spot.x - CROWN[0], spot.y - CROWN[1]) < radius_cm]


@pytest.mark.parametrize("dots", [50, 100, 150, 195, 200])
def test_a_circle_on_the_head_holds_its_area_times_the_density(dots: int) -> None:
    drawn = on_head(drawing(*EVERY_ZONE, dots=dots))
    assert len(near_crown(drawn.dots, 4)) == pytest.approx(16 * pi * dots, rel=0.02)


@pytest.mark.parametrize(("dots", "hairs"), [(0, 0), (45, 0), (150, 0), (195, 0), (0, 127), (90, 51)])
def test_a_square_holds_just_as_many_dots_and_hairs_as_it_says(dots: int, hairs: int) -> None:
    drawn = marks_on_square(dots, hairs)
    assert (len(set(drawn.dots)), len(set(drawn.hairs))) == (dots, hairs)
    assert all(0 <= spot.x < 1 and 0 <= spot.y < 1 for spot in (*drawn.dots, *drawn.hairs))
    assert not set(drawn.dots) & set(drawn.hairs)


def test_a_later_visit_keeps_every_dot_and_fills_in_between() -> None:
    seen: set[tuple[float, float]] = set()
    for done in (0.3, 0.7, 1):
        spots = on_head(drawing("front", "crown"), done).dots
        places = {(spot.x, spot.y) for spot in spots}
        assert seen < places
        assert closest(spots) > 0.5 * honeycomb(150 * done)
        seen = places


def closest(spots: list[Spot]) -> float:
    """The least distance in cm between two dots around the crown."""
    at = np.array([(spot.x, spot.y) for spot in near_crown(spots, 2.2)])
    apart = np.sqrt(((at[:, None] - at[None]) ** 2).sum(2))
    np.fill_diagonal(apart, 9)
    return float(apart.min())


def honeycomb(per_cm2: float) -> float:
    """How far apart so many dots can be at most."""
    return sqrt(2 / sqrt(3) / per_cm2)


def test_no_dot_is_drawn_beside_the_head_or_before_the_hairline() -> None:
    for spot in on_head(drawing(*EVERY_ZONE)).dots:
        across, along = spot.x / HALF_X - 1, spot.y / HALF_Y - 1
        assert hypot(across, along) < 1
        assert along >= head.hairline_at(across) - 1.3 * BLUR_CM / HALF_Y


def test_only_the_chosen_zone_takes_dots_up_to_its_frayed_edge() -> None:
    drawn = on_head(drawing("crown"))
    furthest = head.CROWN_RADIUS * HALF_Y + sqrt(2) * BLUR_CM
    assert near_crown(drawn.dots, furthest) == drawn.dots
    assert len(drawn.dots) > 2500
    assert not on_head(drawing()).dots


@pytest.mark.parametrize("zone", EVERY_ZONE)
def test_of_a_zone_as_much_takes_dots_as_is_treated(zone: str) -> None:
    whole, half = (len(on_head(drawing(zone, share=share)).dots) for share in (1, 0.5))
    assert half == pytest.approx(whole / 2, rel=0.05)
    assert len(on_head(drawing(zone, share=0.97)).dots) == whole  # no last hairs stand alone


def test_hair_is_full_where_nothing_is_treated_and_thin_where_it_is_kept() -> None:
    full = on_head(drawing())
    assert len(near_crown(full.hairs, 2)) == pytest.approx(4 * pi * 127, rel=0.03)
    thin = on_head(drawing("crown", dots=75, hairs=64))
    assert len(near_crown(thin.hairs, 1.5)) == pytest.approx(2.25 * pi * 64, rel=0.06)
    assert len(near_crown(thin.dots, 1.5)) == pytest.approx(2.25 * pi * 75, rel=0.06)
    assert not set(thin.dots) & set(thin.hairs)


def test_of_women_the_parting_goes_first() -> None:
    drawn = on_head(drawing("front", share=0.3), order="parting")
    assert max(abs(spot.x - HALF_X) for spot in drawn.dots) < 3
    assert max(abs(spot.x - HALF_X) for spot in on_head(drawing("front", share=0.3)).dots) > 4


def test_a_scar_is_filled_more_densely_than_its_margin() -> None:
    scar = Patch("scar_1", 12, 1, 2, Fill(150, 0), Fill(38, 127))
    drawn = marks_on_patch(scar, 1)
    inside = [spot for spot in drawn.dots if 2 <= spot.x < 14 and 2 <= spot.y < 3]
    assert len(inside) == pytest.approx(12 * 150, rel=0.05)
    assert len(drawn.dots) - len(inside) == pytest.approx((16 * 5 - 12) * 38, rel=0.05)
    assert len(drawn.hairs) == pytest.approx((16 * 5 - 12) * 127, rel=0.05)
    assert not [spot for spot in drawn.hairs if 2 <= spot.x < 14 and 2 <= spot.y < 3]


def test_the_edge_of_a_measured_area_goes_over_into_the_hair_around_it() -> None:
    area = Patch("measured", 10, 8, 2, Fill(150, 0), Fill(150, 0), Fill(0, 127))
    drawn = marks_on_patch(area, 1)

    def in_row(spots: list[Spot], row: int) -> int:
        return len([spot for spot in spots if 2 <= spot.x < 12 and row <= spot.y < row + 1])

    for row, left in ((0, 0.25), (1, 0.75), (5, 1), (11, 0.25)):
        assert in_row(drawn.dots, row) == pytest.approx(10 * 150 * left, rel=0.1)
        assert in_row(drawn.hairs, row) == pytest.approx(10 * 127 * (1 - left), rel=0.15)


def test_the_tile_is_fine_enough_for_every_density_and_hair_count_of_the_rules(rules: RuleSet) -> None:
    density, intake = rules.density, rules.intake
    limits = (density.looks, intake.accepted.dots_per_cm2, density.preview.natural_hair)
    assert max(figure.limits[1] for figure in limits) <= finest()
