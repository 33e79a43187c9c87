"""Longer hair, seen from three sides: strands that fall to both sides from a middle parting.

A strand stands for some hairs and is as wide as they are drawn where hair is clipped, so the plan's share of
hair says how much of the scalp it covers: where less is left, the parting is wider. It begins where its hair
grows, lies away from the parting and sinks. Where hair hangs beside the head and grows out of sight, all is
hair. `views/drawn_spots.js` does the same in the browser.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from math import hypot
from typing import NamedTuple

from smp_planner.domain.drawing import Drawing, Fill
from smp_planner.pictures.borders import Point
from smp_planner.pictures.seen import UNITS_PER_CM, WELL_SEEN, From, seen_from

HAIRS = 3  # in a strand
LONG_CM = 4.0  # how much of a strand is drawn
SWAY, SWAYS = 0.5, 1265.7  # how far its way differs from its neighbours', and what spreads that
STEPS = 400  # of a curve of the outline
WAYS = (1, 0.75, 0.5, 0.25, 0)  # along a strand: where it is looked at whether it keeps to the outline
SHINES, SHINE_TURNS, SHINE_CM = 0.1, 917.3, 0.03  # which strands have a line of light


class Combed(NamedTuple):
    """How hair lies, from one side: the two ends of its parting in cm, and how far a strand sinks, by cm.

    Paths are in units of the picture: the `outline` of all hair, in curves, and in it the `scalp`, where
    skin is seen between strands. Strands are drawn of what grows above `low`, in cm; further down all is
    hair. Where the parting is seen from beside it, a strand begins so much higher than it grows: it `rises`,
    in cm. A line of light `shines` so many times as long as its strand.
    """

    front: Point
    back: Point
    sinks: Point
    outline: str
    scalp: str
    low: float
    rises: float
    shines: float


class Strand(NamedTuple):
    """How far over and down the bend of a strand lies from where it grows, and its end, in cm."""

    bend_x: float
    bend_y: float
    end_x: float
    end_y: float


COMBED: Mapping[From, Combed] = {
    "above": Combed(
        front=(7.8, 2), back=(7.8, 13.6), sinks=(0, 0.38),
        outline="M100 46C150 46 191 89 191 143C191 197 150 240 100 240C50 240 9 197 9 143C9 89 50 46 100 46z",
        scalp="M30.7 80.2A91 97 0 0 1 169.3 80.2A78 100 0 1 1 30.7 80.2z", low=20, rises=0, shines=1.8,
    ),
    "side": Combed(
        front=(1.6, -1.9), back=(16.6, -1.9), sinks=(0.3, 0.4),
        outline="M39 62C52 31 90 7 135 7C191 7 222 42 230 92C235 132 226 190 229 250C190 250 150 250 112 250"
        "C108 206 101 152 86 116C80 100 62 84 39 62z",
        scalp="M39 62C52 32 92 10 135 10C188 10 216 44 223 88C224 100 224 108 224 110L84 110"
        "C78 98 62 84 39 62z",
        low=11.5, rises=0.9, shines=3.2,
    ),
    "behind": Combed(
        front=(7.9, 0), back=(7.9, 4.1), sinks=(0, 0.6),
        outline="M99 5C152 5 194 48 194 118C194 160 185 200 187 240C140 240 58 240 11 240"
        "C13 200 4 160 4 118C4 48 46 5 99 5z",
        scalp="M99 8C148 9 177 52 177 104L21 104C21 52 50 9 99 8z", low=11, rises=0, shines=2.4,
    ),
}  # fmt: skip


def is_combed(drawing: Drawing) -> bool:
    """Whether hair is drawn long: not where it would hide all that is treated, on back, sides and scars."""
    return drawing.long and not drawing.scars and len(drawing.zones) > 0 and _on_top(drawing)


def _on_top(drawing: Drawing) -> bool:
    return set(drawing.zones) <= set(WELL_SEEN["above"])


def in_strands(drawing: Drawing) -> Drawing:
    """The drawing with its hairs bound to strands."""

    def bound(fill: Fill) -> Fill:
        return fill._replace(hairs=float(fill.hairs) / HAIRS)

    zones = {name: zone._replace(fill=bound(zone.fill)) for name, zone in drawing.zones.items()}
    return drawing._replace(zones=zones, full_hair=float(drawing.full_hair) / HAIRS)


def strand_of(rank: float, x: float, y: float, combed: Combed) -> Strand:
    """How a strand lies that grows at a place in cm."""
    over, down = away_from(x, y, combed)
    long = hypot(over, down) or 1
    sway = SWAY * (rank * SWAYS % 1 - 0.5)
    across, along = LONG_CM * (over - sway * down) / long, LONG_CM * (down + sway * over) / long
    sinks_x, sinks_y = combed.sinks
    return Strand(across / 2, along / 2, across + LONG_CM * sinks_x, along + LONG_CM * sinks_y)


def away_from(x: float, y: float, combed: Combed) -> Point:
    """How far over and down in cm a place lies from the parting."""
    (left, top), (right, bottom) = combed.front, combed.back
    return x - min(max(x, left), right), y - min(max(y, top), bottom)


def rise_of(x: float, y: float, seen: From) -> float:
    """How much higher than it grows a strand is seen to begin, in cm: not beyond the outline."""
    rises = COMBED[seen].rises
    return next((rise for rise in (rises, rises / 2) if within_hair(x, y - rise, seen)), 0)


def lies_within(strand: Strand, x: float, y: float, seen: From, times: float) -> bool:
    """Whether a strand from a place, so many times as long, keeps to the outline."""
    for way in WAYS:
        bent, ended = 2 * times * way * (1 - way), times * way * way
        over, down = bent * strand.bend_x + ended * strand.end_x, bent * strand.bend_y + ended * strand.end_y
        if not within_hair(x + over, y + down, seen):
            return False
    return True


def within_hair(x: float, y: float, seen: From) -> bool:
    """Whether a place in cm lies within the outline of all hair."""
    corner_x, corner_y = seen_from(seen).corner
    left, right = _spans(seen).get(int(corner_y + y * UNITS_PER_CM), (0.0, 0.0))
    return left < corner_x + x * UNITS_PER_CM < right


@cache
def _spans(seen: From) -> Mapping[int, Point]:
    """How far the outline reaches from left to right at each unit of height: it is whole there."""
    found: dict[int, Point] = {}
    for x, y in _points(COMBED[seen].outline):
        left, right = found.get(int(y), (x, x))
        found[int(y)] = min(left, x), max(right, x)
    return found


def _points(outline: str) -> Iterator[Point]:
    """Points of a path of curves, close enough to each other for every unit of height."""
    (x, y), *curves = [[float(part) for part in curve.split()] for curve in outline.strip("Mz").split("C")]
    for x1, y1, x2, y2, x3, y3 in curves:
        for step in range(STEPS):
            t, u = step / STEPS, 1 - step / STEPS
            yield (
                u**3 * x + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t**3 * x3,
                u**3 * y + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t**3 * y3,
            )
        x, y = x3, y3


def shines(rank: float) -> bool:
    """Whether a line of light lies on a strand."""
    return rank * SHINE_TURNS % 1 < SHINES
