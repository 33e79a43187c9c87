"""Closed shapes as rows of runs: which zone is at a place is then quickly told, on paper and in a browser.

Places are in cm. A row is a tenth of a cm high and told by its middle.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from smp_planner.pictures.borders import Point

ROWS_PER_CM, FINE = 10, 100
NOTHING = ""
Shapes = Sequence[tuple[str, Sequence[Point]]]


class Row(NamedTuple):
    """Where each run ends, in hundredths of a cm, and what it is; beyond the last lies nothing."""

    ends: Sequence[int]
    zones: Sequence[str]


def zone_at(rows: Sequence[Row], x: float, y: float) -> str:
    """What is at a place."""
    number = int(y * ROWS_PER_CM)
    if min(x, y) < 0 or number >= len(rows):
        return NOTHING
    row = rows[number]
    run = bisect_right(row.ends, x * FINE)
    return row.zones[run] if run < len(row.zones) else NOTHING


def cm2_of_zones(rows: Sequence[Row]) -> Mapping[str, float]:
    """How large each zone is."""
    found: dict[str, float] = {}
    for row in rows:
        for (begin, end), zone in zip(pairwise((0, *row.ends)), row.zones, strict=True):
            found[zone] = found.get(zone, 0) + (end - begin) / FINE / ROWS_PER_CM
    return found


def rows_of(shapes: Shapes, high: float) -> Sequence[Row]:
    """Named polygons in so many cm of rows; a later one lies over an earlier one."""
    count = ceil(high * ROWS_PER_CM)
    crossed: list[dict[int, list[float]]] = [{} for _ in range(count)]
    for number, (_, loop) in enumerate(shapes):
        for (x1, y1), (x2, y2) in pairwise([*loop, loop[0]]):
            first, last = sorted((y1, y2))
            for row in range(max(0, ceil(first * ROWS_PER_CM - 0.5)), count):
                y = (row + 0.5) / ROWS_PER_CM
                if y > last:
                    break
                if (y1 > y) != (y2 > y):
                    crossed[row].setdefault(number, []).append(x1 + (y - y1) / (y2 - y1) * (x2 - x1))
    return [_row(shapes, {number: sorted(xs) for number, xs in here.items()}) for here in crossed]


def _row(shapes: Shapes, crossed: Mapping[int, Sequence[float]]) -> Row:
    ends, zones = list[int](), list[str]()
    for end, zone in _runs(shapes, crossed):
        if zones and zones[-1] == zone:
            ends[-1] = end
        elif not ends or end > ends[-1]:
            ends.append(end)
            zones.append(zone)
    return Row(ends, zones)


def _runs(shapes: Shapes, crossed: Mapping[int, Sequence[float]]) -> Iterator[tuple[int, str]]:
    """Each piece between two borders, where it ends and what it is."""
    borders = sorted({round(x * FINE) for xs in crossed.values() for x in xs})
    for begin, end in pairwise((0, *borders)):
        middle = (begin + end) / 2 / FINE
        within = [number for number, xs in crossed.items() if bisect_right(xs, middle) % 2]
        yield end, shapes[max(within)][0] if within else NOTHING
