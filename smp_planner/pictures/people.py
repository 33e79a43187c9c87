"""A hundred people, ten by ten: those to whom something happens filled, in one block from the top left."""

from __future__ import annotations

from collections.abc import Iterable

from smp_planner.domain.quantities import Number, rounded
from smp_planner.pictures import svg
from smp_planner.pictures.hatch import rising
from smp_planner.pictures.palette import PAPER, SCREEN, Palette

ALL, IN_A_ROW = 100, 10
WIDE, HIGH = 12, 14  # room for one of them
BODY = "m6 1c2.9 0 2.9 4.4 0 4.4s-2.9-4.4 0-4.4zm-3.4 11.6v-3c0-4.5 6.8-4.5 6.8 0v3z"
APART = 9  # between the strokes of what is not known


def people(count: Number, label: str) -> str:
    """The hundred, with `count` of them, rounded to whole people, filled; the label says so in words."""
    filled = int(rounded(count))
    drawn = svg.element("path", {"id": "one", "d": BODY, "stroke_width": 0.9, "stroke": SCREEN.had_not})
    groups = (
        svg.element("g", {"fill": SCREEN.had, "class": "had"}, *_some(range(filled))),
        svg.element("g", {"fill": "none", "class": "had-not"}, *_some(range(filled, ALL))),
    )
    return _picture(label, SCREEN, svg.element("defs", {}, drawn), *groups)


def people_in_ink(count: Number, label: str) -> str:
    """The same on paper, in two strokes of the pen: many elements are slow to print."""
    filled = int(rounded(count))
    edge = {"stroke": PAPER.had_not, "stroke_width": 0.9, "fill": "none"}
    had = svg.element("path", {"d": _bodies(range(filled)), "fill": PAPER.had})
    return _picture(label, PAPER, had, svg.element("path", {"d": _bodies(range(filled, ALL))} | edge))


def nobody_knows(label: str, palette: Palette = SCREEN) -> str:
    """The same room, hatched: nobody has counted."""
    width, height = IN_A_ROW * WIDE, ALL // IN_A_ROW * HIGH
    look = {"stroke": palette.had_not, "stroke_width": 1.2, "fill": "none"}
    hatched = svg.element("path", {"d": rising(width, height, APART)} | look)
    return _picture(label, palette, hatched, svg.rect(0.6, 0.6, width - 1.2, height - 1.2, **look))


def _some(places: Iterable[int]) -> Iterable[str]:
    return (
        svg.element("use", {"href": "#one", "x": place % IN_A_ROW * WIDE, "y": place // IN_A_ROW * HIGH})
        for place in places
    )


def _bodies(places: Iterable[int]) -> str:
    return "".join(f"M{place % IN_A_ROW * WIDE} {place // IN_A_ROW * HIGH}{BODY}" for place in places)


def _picture(label: str, palette: Palette, *inside: str) -> str:
    return svg.picture(IN_A_ROW * WIDE, ALL // IN_A_ROW * HIGH, label, *inside, letters=palette.letters)
