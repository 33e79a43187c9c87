"""A head from above: hair where it grows, and the parts of the scalp where it has gone.

A drawing, not a scan: which part of a zone goes first follows how the stages are described, and how
much of it is gone follows the shares that the caller gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from math import ceil, hypot, sqrt
from typing import Literal, NamedTuple

from smp_planner.domain.quantities import Number
from smp_planner.pictures import svg
from smp_planner.pictures.outline import Cell, Corner, Point, curve, outlines, smooth

WIDTH, HEIGHT = 200, 244
MIDDLE, REACH_X, REACH_Y = (100, 126), 78, 100
APART, STROKE = 6.4, 4
HALF, DEEP = APART / 2, APART * sqrt(3) / 2  # half the width of a hair's cell, and its height
COLUMNS = int(2 * REACH_X / APART) + 2
RIM = 1.03  # how far the hair reaches at the edge of the head, which is 1
CROWN, CROWN_RADIUS = (0.0, 0.42), 0.33
TOP_REACH, FRONT_END, MID, BACK, ROUND = 0.68, -0.1, 0.02, 0.8, 0.4
CORNERS, FIRST = 0.66, -4.0  # how far aside hair behind the front goes with the temples, before all around it
EDGE, GOLDEN = 0.2, 0.618034
HAIRLINE, RECEDES = -0.8, 0.35  # where a full head's hair begins in the middle, and how that bends
DEPTH, TEMPLES = 0.7, 0.6  # how far the middle of the front stays behind the temples
NEARLY_ALL = 0.93  # from here on no last hair is drawn
SKIN, HAIR, STRAND = "#e3b898", "#5b4030", "#856650"
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
    kept = [number for number in range(len(hairs())) if number not in bald]
    return svg.picture(WIDTH, HEIGHT, label, *skin(), cap(kept, HAIR), _strokes(hairs()[n] for n in kept))


def order_of(norwood: str | None, ludwig: str | None) -> Order:
    """Where hair goes first: along the parting, along the whole front (Norwood type A), or at the temples."""
    return "parting" if ludwig else "front" if norwood in TYPE_A else "temples"


@cache
def hairs() -> tuple[Hair, ...]:
    """Every hair of a full head, evenly spread, in rows from front to back."""
    return tuple(Hair(*_place(cell), zone_at(*_place(cell))) for cell in _cells_with_hair())


@cache
def _cells() -> tuple[Cell, ...]:
    """The cells of the head, with hair or without."""
    every = product(range(int(2 * REACH_Y / DEEP) + 1), range(COLUMNS))
    return tuple(cell for cell in every if hypot(*_middle(cell)) <= 1)


@cache
def _cells_with_hair() -> tuple[Cell, ...]:
    """The cells in which a full head has a hair, in the order of the hairs."""
    places = ((cell, *_place(cell)) for cell in _cells())
    return tuple(cell for cell, across, along in places if along >= hairline_at(across))


def _middle(cell: Cell) -> Point:
    """The middle of a cell, across and along."""
    row, column = cell
    return ((column + row % 2 / 2) * APART - REACH_X) / REACH_X, (row * DEEP - REACH_Y) / REACH_Y


def _place(cell: Cell) -> Point:
    """Where the hair of a cell stands, across and along: beside the middle, as nothing grows in columns."""
    across, along = _middle(cell)
    sway = ((cell[0] * COLUMNS + cell[1]) * GOLDEN % 1 - 0.5) * 0.8
    return across + sway * APART / REACH_X, along


@cache
def _rim() -> frozenset[Corner]:
    """The corners of cells at the edge of the head."""
    return frozenset(corner for loop in outlines(_cells()) for corner in loop)


def hairline_at(across: float) -> float:
    """Where the hair of a full head begins."""
    return HAIRLINE + RECEDES * across * across


def zone_at(across: float, along: float) -> str:
    """The zone of a place on the head: -1 to 1 from left to right and from front to back."""
    if abs(across) > TOP_REACH:
        return "sides"
    if along > BACK - ROUND * across * across:
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
    found: set[int] = set()
    for zone, in_turn in _in_turn(order).items():
        share = float(bare.get(zone, 0))
        found.update(in_turn if share > NEARLY_ALL else in_turn[: ceil(len(in_turn) * share)])
    return found


@cache
def _in_turn(order: Order) -> Mapping[str, list[int]]:
    """The hairs of each zone as they go: by the middles of their cells, so that the rest has a plain edge."""
    by_zone: dict[str, list[tuple[float, int]]] = {}
    for number, (hair, cell) in enumerate(zip(hairs(), _cells_with_hair(), strict=True)):
        turn = turn_of(Hair(*_middle(cell), hair.zone), order)
        by_zone.setdefault(hair.zone, []).append((turn, number))
    return {zone: [number for _, number in sorted(turns)] for zone, turns in by_zone.items()}


def turn_of(hair: Hair, order: Order) -> float:
    """When a hair goes, beside the others of its zone: the smaller, the sooner.

    `views/drawn_spots.js` does the same in the browser.
    """
    aside = abs(hair.across) / TOP_REACH
    if order == "parting":
        return aside + max(0.0, hair.along)  # the further back, the later
    if order == "front" and hair.zone in AT_THE_FRONT:
        return hair.along - hairline_at(hair.across) - (TEMPLES * aside if hair.zone == "front" else 0)
    if hair.zone == "midscalp" and hair.along < MID and aside > CORNERS:
        return FIRST - aside
    turns = {
        "hairline_temples": DEPTH * (hair.along - hairline_at(hair.across)) / EDGE - aside,
        "front": hair.along - TEMPLES * aside,
        "midscalp": aside - abs(hair.along - MID) * 3,
        "crown": _from_crown(hair.across, hair.along),
        "sides": hair.along - 2 * _cells_from_edge(hair),  # what is left last is a band that ends in front
    }
    return turns.get(hair.zone, hair.along)


def _cells_from_edge(hair: Hair) -> int:
    """How many cells lie between a hair and the edge of the head beside it."""
    return int((sqrt(max(0.0, 1 - hair.along**2)) - abs(hair.across)) * REACH_X / APART)


def skin(colour: str = SKIN, edge: str = "#8a6b55") -> Iterator[str]:
    """The head without its hair: nose, ears and scalp."""
    x, y = MIDDLE
    look = {"fill": colour, "stroke": edge, "stroke_width": 1.5}
    yield svg.element("path", {"d": f"M{x - 9} {y - 99}q9 -26 18 0z"} | look)
    for side in (-1, 1):
        ear = {"cx": x + side * (REACH_X + 3), "cy": y + 2, "rx": 8, "ry": 17}
        yield svg.element("ellipse", ear | look)
    yield svg.element("ellipse", {"cx": x, "cy": y, "rx": REACH_X, "ry": REACH_Y} | look)


def cap(kept: Iterable[int], colour: str, **more: object) -> str:
    """The hairs of these numbers as one smooth area, as a head is seen from afar."""
    loops = outlines(_cells_with_hair()[number] for number in kept)
    drawn = "".join(curve(smooth([_corner_at(corner) for corner in loop])) for loop in loops)
    return svg.element("path", {"d": drawn, "fill": colour} | more)


def _corner_at(corner: Corner) -> Point:
    """Where the corner of a cell lies in the picture; at the edge of the head all lie on one line."""
    across = ((corner[0] - 1) * HALF - REACH_X) / REACH_X
    along = ((corner[1] - 0.5) * DEEP - REACH_Y) / REACH_Y
    out = RIM / hypot(across, along) if corner in _rim() else 1
    return MIDDLE[0] + across * out * REACH_X, MIDDLE[1] + along * out * REACH_Y


def _strokes(kept: Iterable[Hair]) -> str:
    """Each hair a short stroke."""
    drawn: list[str] = []
    for hair in kept:
        x, y, over, down = stroke_of(hair)
        drawn.append(f"M{x:.0f} {y:.0f}l{over:.1f} {down:.1f}")
    look = {"stroke": STRAND, "stroke_width": 1.2, "stroke_linecap": "round", "fill": "none"}
    return svg.element("path", {"d": "".join(drawn)} | look)


def stroke_of(hair: Hair) -> tuple[float, float, float, float]:
    """Where a hair stands in the picture, and how far over and down it lies: away from the crown."""
    off_x, off_y = hair.across - CROWN[0], hair.along - CROWN[1]
    long = STROKE / (hypot(off_x, off_y) or 1)
    return MIDDLE[0] + hair.across * REACH_X, MIDDLE[1] + hair.along * REACH_Y, off_x * long, off_y * long
