"""A scar is drawn on the part of the head that was named, and on no other."""

from __future__ import annotations

import pytest

from smp_planner.domain.drawing import Drawing, Fill, Patch, Zone
from smp_planner.domain.intake import ScarPlace
from smp_planner.pictures.dots import Spot, marks_on_head
from smp_planner.pictures.scars import scars_seen
from smp_planner.pictures.seen import WELL_SEEN, From, all_seen, most_seen, seen_from

INSIDE, MARGIN = Fill(150, 0), Fill(38, 127)
SIDES: dict[ScarPlace | None, From] = {
    "back": "behind", None: "behind", "side": "side", "top": "above", "front": "above",
}  # fmt: skip


def scar(place: ScarPlace | None, number: int = 1, length: int = 8) -> Patch:
    return Patch(f"scar_{number}", length, 1, 2, INSIDE, MARGIN, place=place)


def drawn(*scars: Patch, **zones: Zone) -> Drawing:
    return Drawing(zones, scars, {"in_scar": INSIDE}, 127)


def in_strip(spots: list[Spot], place: str, seen: From) -> int:
    """How many spots stand in the middle 6 by 0.8 cm of where a scar of that part is drawn."""
    lie = seen_from(seen).scars[place]
    return sum(
        abs(spot.x - lie.x) < 3 and abs(spot.y - lie.y + lie.bend * (spot.x - lie.x) ** 2) < 0.4
        for spot in spots
    )


@pytest.mark.parametrize(("place", "side"), SIDES.items())
def test_it_is_drawn_from_where_that_part_is_seen_and_from_nowhere_else(
    place: ScarPlace | None, side: From
) -> None:
    for seen in WELL_SEEN:
        marks = marks_on_head(drawn(scar(place)), 1, "temples", seen)
        if seen != side:
            assert not marks.dots
            continue
        assert in_strip(marks.dots, place or "back", seen) == pytest.approx(4.8 * 150, rel=0.07)
        assert not in_strip(marks.hairs, place or "back", seen)
    assert most_seen(drawn(scar(place))) == side
    assert all_seen([scar(place).drawn_at]) == (side,)


def test_front_and_top_are_two_places_on_one_head() -> None:
    front, top = (seen_from("above").scars[place] for place in ("front", "top"))
    assert front.y + 3 < top.y, "the front is nearer to the forehead, which is at the top of the drawing"
    both = marks_on_head(drawn(scar("front"), scar("top", 2)), 1, "temples", "above")
    for place in ("front", "top"):
        assert in_strip(both.dots, place, "above") == pytest.approx(4.8 * 150, rel=0.07)


def test_only_scars_on_the_same_part_lie_beside_each_other() -> None:
    back = [scar("back"), scar(None, 2)]
    assert [len(part.patches) for part in scars_seen([*back, scar("side", 3)], "behind")] == [2]
    assert [len(part.patches) for part in scars_seen([*back, scar("side", 3)], "side")] == [1]
    assert not scars_seen(back, "above")
