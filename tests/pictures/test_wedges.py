"""The path of wedges: a wedge at each place, in whatever order they came, none anywhere else."""

from __future__ import annotations

import re

from smp_planner.pictures.wedges import packed, wedges

STEP = re.compile(r"m(-?\d+) (-?\d+)h(\d+)v(\d+)")


def drawn(path: str) -> list[tuple[int, int]]:
    """Where wedges begin, as a pen finds them that goes along the path."""
    assert not STEP.sub("", path)
    x, y = 0, 0
    places: list[tuple[int, int]] = []
    for over, down, wide, high in (map(int, step) for step in STEP.findall(path)):
        x, y = x + over, y + down
        places.append((x, y))
        x, y = x + wide, y + high
    return places


def test_each_place_has_its_wedge_near_and_far_and_in_both_corners() -> None:
    places = [(0, 0), (4400, 900), (0, 24), (3, 25), (4399, 24), (5, 2500), (0, 901), (4400, 2524), (7, 7)]
    path = wedges(packed(x, y) for x, y in places)
    assert sorted(drawn(path)) == sorted(places)


def test_places_go_band_by_band_so_that_steps_are_short_to_write() -> None:
    places = [(x, y) for x in range(0, 600, 9) for y in range(0, 400, 11)]
    path = wedges(packed(x, y) for x, y in reversed(places))
    assert sorted(drawn(path)) == places
    assert len(path) / len(places) < len("m-23 -23h5v8")


def test_a_place_without_dots_draws_nothing() -> None:
    assert not wedges([])
