"""Moments that may come sooner or later, in a lane under curves: a diamond on the bar of its span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from smp_planner.domain.quantities import Number
from smp_planner.pictures import svg

LANE = 20
HALF = 5  # from the middle of a diamond to its corners, and of a bar to the tips of its ends


class Span(NamedTuple):
    """When something is planned on the scale of the curves, and how soon and how late it may be."""

    low: Number
    typical: Number
    high: Number


class Spans(NamedTuple):
    """What the lane under the curves shows: one name for all, and each of them."""

    name: str
    items: Sequence[Span]

    @property
    def last(self) -> Number:
        """The last moment that is planned with; nothing where there is none."""
        return max((span.typical for span in self.items), default=0)


def one_span(low: float, typical: float, high: float, y: float, *, ink: str, goes_on: bool = False) -> str:
    """A diamond at what is planned, on a bar from low to high; a bar that `goes_on` has no end there."""
    return "".join(_strokes(low, typical, high, y, ink=ink, goes_on=goes_on))


def _strokes(low: float, typical: float, high: float, y: float, *, ink: str, goes_on: bool) -> Iterator[str]:
    if low < high:
        look = {"stroke": ink, "stroke_width": 1.5}
        yield svg.line(low, y, high, y, **look)
        for end in (low,) if goes_on else (low, high):
            yield svg.line(end, y - HALF, end, y + HALF, **look)
    corners = ((typical, y - HALF), (typical + HALF, y), (typical, y + HALF), (typical - HALF, y))
    yield svg.path(corners, closed=True, fill=ink)
