"""A hundred people, ten by ten: those to whom something happens filled, in one block from the top left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from smp_planner.domain.quantities import Number, rounded
from smp_planner.pictures import svg
from smp_planner.pictures.hatch import rising
from smp_planner.pictures.lettering import LINE, SIZE, lines_of
from smp_planner.pictures.palette import PAPER, SCREEN, Palette
from smp_planner.pictures.shape import Shape

ALL, IN_A_ROW = 100, 10
WIDE, HIGH = 12, 14  # room for one of them
WIDTH, HEIGHT = IN_A_ROW * WIDE, ALL // IN_A_ROW * HIGH
BETWEEN = 16  # hundreds beside each other
ROWS = {Shape.PAPER: (540, 5), Shape.NARROW: (340, 3), Shape.LARGE: (410, 5)}
"""How wide a row is, and how many it holds at most."""
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


def nobody_knows(label: str) -> str:
    """The same room, hatched: nobody has counted."""
    return _picture(label, SCREEN, _hatched(SCREEN))


def hundreds_on_paper(
    counts: Sequence[tuple[str, Number | None]], label: str, shape: Shape = Shape.PAPER
) -> str:
    """Several hundreds beside each other, all alike, each with its name under it; on a phone in rows."""
    wide, most = ROWS[shape]
    beside = min(len(counts), most)
    room = wide / beside
    small = min(1, (room - BETWEEN) / WIDTH)
    names = [lines_of(name, room - BETWEEN) for name, _ in counts]
    under = small * HEIGHT + LINE
    high = under + LINE * max(map(len, names), default=0)
    cells = (
        svg.element(
            "g",
            {"transform": f"translate({room * (place % beside):g} {high * (place // beside):g})"},
            svg.element("g", {"transform": f"scale({small:.3g})"}, _in_ink(count)),
            *(
                svg.text(0, under + number * LINE, line, fill=PAPER.words, font_size=SIZE)
                for number, line in enumerate(lines)
            ),
        )
        for place, ((_, count), lines) in enumerate(zip(counts, names, strict=True))
    )
    height = round(high * -(-len(counts) // beside))
    return svg.picture(wide, height, label, *cells, letters=PAPER.letters)


def _in_ink(count: Number | None) -> str:
    """A hundred in two strokes of the pen: many elements are slow to print."""
    if count is None:
        return _hatched(PAPER)
    filled = int(rounded(count))
    edge = {"stroke": PAPER.had_not, "stroke_width": 0.9, "fill": "none"}
    had = svg.element("path", {"d": _bodies(range(filled)), "fill": PAPER.had})
    return had + svg.element("path", {"d": _bodies(range(filled, ALL))} | edge)


def _hatched(palette: Palette) -> str:
    look = {"stroke": palette.had_not, "stroke_width": 1.2, "fill": "none"}
    strokes = svg.element("path", {"d": rising(WIDTH, HEIGHT, APART)} | look)
    return strokes + svg.rect(0.6, 0.6, WIDTH - 1.2, HEIGHT - 1.2, **look)


def _some(places: Iterable[int]) -> Iterable[str]:
    return (
        svg.element("use", {"href": "#one", "x": place % IN_A_ROW * WIDE, "y": place // IN_A_ROW * HIGH})
        for place in places
    )


def _bodies(places: Iterable[int]) -> str:
    return "".join(f"M{place % IN_A_ROW * WIDE} {place // IN_A_ROW * HIGH}{BODY}" for place in places)


def _picture(label: str, palette: Palette, *inside: str) -> str:
    return svg.picture(WIDTH, HEIGHT, label, *inside, letters=palette.letters)
