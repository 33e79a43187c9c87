"""Scars on the head from behind: as long and as wide as they are, and each beside the others."""

from __future__ import annotations

from itertools import pairwise

import pytest

from smp_planner.domain.drawing import Drawing, Fill, Patch, Zone
from smp_planner.pictures.dots import Spot, marks_on_head
from smp_planner.pictures.scars import Scars
from smp_planner.pictures.seen import all_seen, most_seen, seen_from

INSIDE, MARGIN = Fill(150, 0), Fill(38, 127)
LIE = seen_from("behind").scars["back"]
X, Y, BEND = LIE.x, LIE.y, LIE.bend


def scar(number: int = 1, length: int = 10, width: int = 1) -> Patch:
    return Patch(f"scar_{number}", length, width, 2, INSIDE, MARGIN)


def drawn(*scars: Patch, **zones: Zone) -> Drawing:
    return Drawing(zones, scars, INSIDE, 127)


def strip(spots: list[Spot], low: float, high: float, half: float) -> list[Spot]:
    """The spots of a bent strip around the place of scars: so high, and so far to both sides."""
    return [
        spot
        for spot in spots
        if abs(spot.x - X) < half and low < spot.y - Y + BEND * (spot.x - X) ** 2 < high
    ]


def test_a_scar_and_its_margin_hold_what_the_plan_has_there() -> None:
    marks = marks_on_head(drawn(scar()), 1, "temples", "behind")
    assert len(strip(marks.dots, -0.5, 0.5, 4)) == pytest.approx(8 * 150, rel=0.05)
    assert not strip(marks.hairs, -0.5, 0.5, 4)
    for low, high in ((-2.5, -0.5), (0.5, 2.5)):
        assert len(strip(marks.dots, low, high, 4)) == pytest.approx(16 * 38, rel=0.1)
        assert len(strip(marks.hairs, low, high, 4)) == pytest.approx(16 * 127, rel=0.1)
    assert len(strip(marks.dots, -2.5, 2.5, 7.8)) == len(marks.dots)


def test_before_the_first_visit_a_scar_is_a_bare_line() -> None:
    marks = marks_on_head(drawn(scar()), 0, "temples", "behind")  # type: ignore[arg-type]
    assert not marks.dots
    assert not strip(marks.hairs, -0.5, 0.5, 4)


def test_a_scar_lies_over_the_area_that_is_treated_around_it() -> None:
    zone = Zone(1, Fill(100, 20))
    marks = marks_on_head(drawn(scar(), donor=zone), 1, "temples", "behind")
    assert len(strip(marks.dots, -0.5, 0.5, 4)) == pytest.approx(8 * 150, rel=0.05)
    assert len(strip(marks.dots, 2.6, 3.6, 4)) == pytest.approx(8 * 100, rel=0.1)


def test_a_longer_scar_reaches_further_and_bends_away_around_the_head() -> None:
    def reach(length: int) -> float:
        scars = Scars([scar(length=length)], LIE)
        inside = [x / 10 for x in range(79) if scars.fill_at(X + x / 10, Y - BEND * (x / 10) ** 2) == INSIDE]
        return max(inside)

    assert 4.5 < reach(10) < 5
    assert 7 < reach(20) < 7.8
    assert Scars([scar(length=40)], LIE).fill_at(X + 8, Y) is None


@pytest.mark.parametrize("count", [2, 3, 6])
def test_several_scars_lie_one_above_the_other(count: int) -> None:
    scars = Scars([scar(number) for number in range(1, count + 1)], LIE)
    down = [scars.fill_at(X, Y + step / 20) == INSIDE for step in range(-120, 120)]
    assert sum(1 for before, here in pairwise(down) if here and not before) == count
    assert not down[0]
    assert not down[-1]


def test_from_above_and_from_the_side_no_scar_is_drawn() -> None:
    for seen in ("above", "side"):
        assert not marks_on_head(drawn(scar()), 1, "temples", seen).dots


def test_scars_are_seen_from_behind() -> None:
    assert most_seen(drawn(scar())) == "behind"
    assert most_seen(drawn(scar(), crown=Zone(1, INSIDE))) == "above"
    assert all_seen(("back",)) == ("behind",)
    assert all_seen(("crown", "back")) == ("above", "behind")


def test_a_drawing_tells_scars_from_areas_without_a_place() -> None:
    measured = Patch("measured", 8, 5, 1, INSIDE, INSIDE, Fill(0, 127))
    both = drawn(scar(), measured)
    assert both.scars == (scar(),)
    assert both.on_head
    assert both.without_place
    assert not drawn(measured).on_head
    assert not drawn(scar()).without_place
