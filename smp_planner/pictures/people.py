"""A hundred people, ten by ten: those to whom something happens filled, in one block from the top left."""

from __future__ import annotations

from collections.abc import Iterable

from smp_planner.domain.quantities import Number, rounded
from smp_planner.pictures import svg

ALL, IN_A_ROW = 100, 10
WIDE, HIGH = 12, 14  # room for one of them
BODY = "M6 1a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4zM2.6 12.6v-3a3.4 3.4 0 0 1 6.8 0v3z"
FILLED, EMPTY = "#0d9488", "#8d867f"  # they stand out from a white page and from a dark one
APART = 9  # between the strokes of what is not known


def people(count: Number, label: str) -> str:
    """The hundred, with `count` of them, rounded to whole people, filled; the label says so in words."""
    filled = int(rounded(count))
    drawn = svg.element("path", {"id": "one", "d": BODY, "stroke_width": 0.9, "stroke": EMPTY})
    groups = (
        svg.element("g", {"fill": FILLED, "class": "had"}, *_some(range(filled))),
        svg.element("g", {"fill": "none", "class": "had-not"}, *_some(range(filled, ALL))),
    )
    return _picture(label, svg.element("defs", {}, drawn), *groups)


def nobody_knows(label: str) -> str:
    """The same room, hatched: nobody has counted."""
    width, height = IN_A_ROW * WIDE, ALL // IN_A_ROW * HIGH
    strokes = "".join(
        f"M{max(0, at - height)} {min(at, height)}L{min(at, width)} {max(0, at - width)}"
        for at in range(APART, width + height, APART)
    )
    hatched = svg.element("path", {"d": strokes, "stroke": EMPTY, "stroke_width": 1.2, "fill": "none"})
    edge = svg.rect(0.6, 0.6, width - 1.2, height - 1.2, fill="none", stroke=EMPTY, stroke_width=1.2)
    return _picture(label, hatched, edge)


def _some(places: Iterable[int]) -> Iterable[str]:
    return (
        svg.element("use", {"href": "#one", "x": place % IN_A_ROW * WIDE, "y": place // IN_A_ROW * HIGH})
        for place in places
    )


def _picture(label: str, *inside: str) -> str:
    return svg.picture(IN_A_ROW * WIDE, ALL // IN_A_ROW * HIGH, label, *inside)
