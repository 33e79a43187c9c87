"""Smooth borders through points; shapes that meet share a border, so no gap is left between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float]


class Knot(NamedTuple):
    """A point that a border runs through, and its direction there."""

    x: float
    y: float
    along_x: float
    along_y: float

    def turned(self) -> Knot:
        """The same point, run through the other way."""
        return Knot(self.x, self.y, -self.along_x, -self.along_y)


Border = tuple[Knot, ...]
Loop = tuple[Border, ...]  # borders of one closed shape; each begins where the one before it ends


def through(*points: Point) -> Border:
    """A smooth border through two points or more; cut a piece of it out with a slice."""
    before, after = (points[0], *points[:-1]), (*points[1:], points[-1])
    return tuple(
        Knot(x, y, (x2 - x1) / 2, (y2 - y1) / 2)
        for (x, y), (x1, y1), (x2, y2) in zip(points, before, after, strict=True)
    )


def back(border: Border) -> Border:
    """A border run the other way, as its neighbour does."""
    return tuple(knot.turned() for knot in reversed(border))


def mirrored(loop: Loop, width: float) -> Loop:
    """A shape seen in a mirror that stands in the middle of the picture."""
    return tuple(tuple(Knot(width - k.x, k.y, -k.along_x, k.along_y) for k in border) for border in loop)


def drawn(*loops: Loop) -> str:
    """Closed shapes as the data of one SVG path."""
    return "".join(f"M{loop[0][0].x:g} {loop[0][0].y:g}{''.join(_curves(loop))}Z" for loop in loops)


def _curves(loop: Loop) -> Iterator[str]:
    for _, handle, other_handle, other in _pieces(loop):
        ends = (handle, other_handle, (other.x, other.y))
        yield "C" + " ".join(f"{round(x, 1):g} {round(y, 1):g}" for x, y in ends)


def _pieces(loop: Loop) -> Iterator[tuple[Knot, Point, Point, Knot]]:
    """The cubic curves of a shape: where each begins, its two handles, where it ends."""
    for border in loop:
        for one, other in pairwise(border):
            handle = one.x + one.along_x / 3, one.y + one.along_y / 3
            yield one, handle, (other.x - other.along_x / 3, other.y - other.along_y / 3), other


def corners(loop: Loop, steps: int = 8) -> list[Point]:
    """A shape as a polygon that follows its curves closely."""
    return [
        _at(step / steps, (one.x, one.y), handle, other_handle, (other.x, other.y))
        for one, handle, other_handle, other in _pieces(loop)
        for step in range(steps)
    ]


def _at(share: float, begin: Point, handle: Point, other_handle: Point, end: Point) -> Point:
    rest = 1 - share
    a, b, c, d = rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = begin, handle, other_handle, end
    return a * x1 + b * x2 + c * x3 + d * x4, a * y1 + b * y2 + c * y3 + d * y4


def holds(polygon: Sequence[Point], x: float, y: float) -> bool:
    """Whether a point lies inside a polygon."""
    inside = False
    for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside
