"""A head from above: hair where it grows, and the parts of the scalp where it has gone.

A drawing, not a scan: which part of a zone goes first follows how the stages are described, and how
much of it is gone follows the shares that the caller gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from math import ceil, hypot, sqrt
from typing import Literal, NamedTuple

from smp_planner.domain.quantities import Number
from smp_planner.pictures import svg

WIDTH, HEIGHT = 200, 244
MIDDLE, REACH_X, REACH_Y = (100, 126), 78, 100
APART, STROKE = 6.4, 5.5
CROWN, CROWN_RADIUS = (0.0, 0.42), 0.33
TOP_REACH, FRONT_END, MID, BACK = 0.68, -0.1, 0.02, 0.8
EDGE, GOLDEN = 0.2, 0.618034
HAIRLINE, RECEDES = -0.8, 0.35  # where a full head's hair begins in the middle, and how that bends
DEPTH, TEMPLES = 0.7, 0.6  # how far the middle of the front stays behind the temples
NEARLY_ALL = 0.93  # from here on no last hair is drawn
SKIN = "#e3b898"
TYPE_A = ("IIA",)
AT_THE_FRONT = ("hairline_temples", "front")
Order = Literal["temples", "front", "parting"]


class Hair(NamedTuple):
    """One hair and its zone; it stands at -1 to 1 across (left to right) and along (front to back)."""

    across: float
    along: float
    zone: str


def head_from_above(bare: Mapping[str, Number], *, label: str, order: Order = "temples") -> str:
    """A head with the front at the top; `bare` is the share of each zone that is bare, 0 to 1."""
    bald = gone(bare, order)
    kept = [hair for number, hair in enumerate(hairs()) if number not in bald]
    return svg.picture(WIDTH, HEIGHT, label, *skin(), _strokes(kept))


def order_of(norwood: str | None, ludwig: str | None) -> Order:
    """Where hair goes first: along the parting, along the whole front (Norwood type A), or at the temples."""
    return "parting" if ludwig else "front" if norwood in TYPE_A else "temples"


@cache
def hairs() -> tuple[Hair, ...]:
    """Every hair of a full head, evenly spread, in rows from front to back."""
    return tuple(_spread())


def _spread() -> Iterator[Hair]:
    rows = int(2 * REACH_Y / (APART * sqrt(3) / 2))
    columns = int(2 * REACH_X / APART) + 2
    for row in range(rows + 1):
        for column in range(columns):
            number = row * columns + column
            sway = (number * GOLDEN % 1 - 0.5) * 0.8
            across = ((column + row % 2 / 2 + sway) * APART - REACH_X) / REACH_X
            along = (row * APART * sqrt(3) / 2 - REACH_Y) / REACH_Y
            if hypot(across, along) <= 1 and along >= hairline_at(across):
                yield Hair(across, along, zone_at(across, along))


def hairline_at(across: float) -> float:
    """Where the hair of a full head begins."""
    return HAIRLINE + RECEDES * across * across


def zone_at(across: float, along: float) -> str:
    """The zone of a place on the head: -1 to 1 from left to right and from front to back."""
    if abs(across) > TOP_REACH:
        return "sides"
    if along > BACK:
        return "donor"
    if along - hairline_at(across) < EDGE:
        return "hairline_temples"
    if along < FRONT_END:
        return "front"
    return "crown" if _from_crown(across, along) < 1 else "midscalp"


def _from_crown(across: float, along: float) -> float:
    return hypot(across - CROWN[0], along - CROWN[1]) / CROWN_RADIUS


def gone(bare: Mapping[str, Number], order: Order) -> set[int]:
    """The numbers of the hairs that are gone: in each zone its share, those first that go first."""
    by_zone: dict[str, list[int]] = {}
    for number, hair in enumerate(hairs()):
        by_zone.setdefault(hair.zone, []).append(number)
    found: set[int] = set()
    for zone, numbers in by_zone.items():
        in_turn = sorted(numbers, key=lambda number: turn_of(hairs()[number], order))
        share = float(bare.get(zone, 0))
        found.update(in_turn if share > NEARLY_ALL else in_turn[: ceil(len(in_turn) * share)])
    return found


def turn_of(hair: Hair, order: Order) -> float:
    """When a hair goes, beside the others of its zone: the smaller, the sooner."""
    aside = abs(hair.across) / TOP_REACH
    if order == "parting":
        return aside + max(0.0, hair.along)  # the further back, the later
    if order == "front" and hair.zone in AT_THE_FRONT:
        return hair.along - hairline_at(hair.across)
    turns = {
        "hairline_temples": DEPTH * (hair.along - hairline_at(hair.across)) / EDGE - aside,
        "front": hair.along - TEMPLES * aside,
        "midscalp": aside - abs(hair.along - MID) * 3,
        "crown": _from_crown(hair.across, hair.along),
        "sides": hypot(hair.across, hair.along),
    }
    return turns.get(hair.zone, hair.along)


def skin(colour: str = SKIN, edge: str = "#8a6b55") -> Iterator[str]:
    """The head without its hair: nose, ears and scalp."""
    x, y = MIDDLE
    look = {"fill": colour, "stroke": edge, "stroke_width": 1.5}
    yield svg.element("path", {"d": f"M{x - 9} {y - 99}q9 -26 18 0z"} | look)
    for side in (-1, 1):
        ear = {"cx": x + side * (REACH_X + 3), "cy": y + 2, "rx": 8, "ry": 17}
        yield svg.element("ellipse", ear | look)
    yield svg.element("ellipse", {"cx": x, "cy": y, "rx": REACH_X, "ry": REACH_Y} | look)


def _strokes(kept: list[Hair]) -> str:
    """Each hair a short stroke."""
    drawn: list[str] = []
    for hair in kept:
        x, y, over, down = stroke_of(hair)
        drawn.append(f"M{x:.0f} {y:.0f}l{over:.1f} {down:.1f}")
    look = {"stroke": "#33271f", "stroke_width": 2.6, "stroke_linecap": "round", "fill": "none"}
    return svg.element("path", {"d": "".join(drawn)} | look)


def stroke_of(hair: Hair) -> tuple[float, float, float, float]:
    """Where a hair stands in the picture, and how far over and down it lies: away from the crown."""
    off_x, off_y = hair.across - CROWN[0], hair.along - CROWN[1]
    long = STROKE / (hypot(off_x, off_y) or 1)
    return MIDDLE[0] + hair.across * REACH_X, MIDDLE[1] + hair.along * REACH_Y, off_x * long, off_y * long
