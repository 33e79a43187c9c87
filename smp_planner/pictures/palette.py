"""What pictures are drawn in: in colours on a screen, light or dark; in black and greys on paper.

On paper nothing is told by colour: areas differ by their hatching, lines by their dash, and ink is saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from smp_planner.pictures.shape import IN_INK, Shape


class Area(NamedTuple):
    """How an area is filled: its colour, how much of that covers what lies below (0-1), edge and hatching."""

    colour: str
    cover: str
    edge: str
    hatched: Literal["", "rising", "falling"] = ""


class Palette(NamedTuple):
    """The colours of a picture, and the family of its letters where it can't take the page's own.

    `line` is that of every curve; where it is empty, each has its own colour. `behind` is laid around words
    that stand on something drawn.
    """

    words: str
    letters: str
    behind: str
    line: str
    visit: str
    on_visit: str
    limit: Area
    event: Area
    away: Area
    had: str
    had_not: str


SCREEN = Palette(
    words="currentColor",
    letters="",
    behind="",
    line="",
    visit="#0f766e",
    on_visit="#ffffff",
    limit=Area("#0f766e", "0.5", "#0f766e"),
    event=Area("#b45309", "0.25", "#b45309"),
    away=Area("#78716c", "0.25", "#78716c"),
    had="#0d9488",  # they stand out from a white page and from a dark one
    had_not="#8d867f",
)
PAPER = Palette(
    words="#000000",
    letters="Noto Sans",
    behind="#ffffff",
    line="#000000",
    visit="#000000",
    on_visit="#ffffff",
    limit=Area("#dcdcdc", "1", "#444444"),
    event=Area("none", "1", "#000000", "rising"),
    away=Area("none", "1", "#666666", "falling"),
    had="#222222",
    had_not="#777777",
)


class Bar(NamedTuple):
    """How a run of days stands on the sheet of a month on paper: its bar, and its words, strong or not."""

    area: Area
    words: str = "#000000"
    strong: bool = False


_LIMIT, _OTHER_LIMIT = (Bar(Area(grey, "1", "#888888")) for grey in ("#f0f0f0", "#dcdcdc"))
BARS: Mapping[str, Bar] = {
    "visit": Bar(Area("#000000", "1", "#000000"), "#ffffff", strong=True),
    "settled": Bar(Area("#ffffff", "1", "#000000"), strong=True),
    "event": Bar(PAPER.event),
    "away": Bar(PAPER.away),
    "before": Bar(Area("#ffffff", "1", "#888888")),
    "clinics": Bar(Area("#ffffff", "1", "#888888")),
    "wash": _LIMIT,
    "sweat": _OTHER_LIMIT,
    "water": _LIMIT,
    "sun": _OTHER_LIMIT,
}
"""By the kinds of runs: each bears its word, greys only part neighbours."""


def palette_for(shape: Shape) -> Palette:
    """The palette of the place that a shape is for."""
    return PAPER if shape in IN_INK else SCREEN
