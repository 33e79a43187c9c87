"""Longer hair on the small head: one area of hair, out of which the parting is cut.

The parting is as wide as on the large head (`combed.py`). Away from it strands lie over the scalp by
chance, as wide as they are there, so the way that stays open is long where little hair is left. Each row
has such a way to each side, and more lie around the end of the parting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import cos, hypot, log, pi, sin

from smp_planner.domain.quantities import Number
from smp_planner.pictures import head
from smp_planner.pictures.borders import Point
from smp_planner.pictures.combed import COMBED, away_from, strand_of
from smp_planner.pictures.dots import HAIR_CM
from smp_planner.pictures.seen import UNITS_PER_CM, seen_from

ROWS, AROUND = 66, 15  # ways to each side of the parting, and around its end
STEP_CM, FURTHEST_CM = 0.1, 6.0  # how exactly a way is measured, and where it ends at the latest
LEAST, MOST = 0.08, 0.94  # of the chances that a row draws: none is closed, and none runs on and on
TAPERS = 1.7  # a way is a wedge: so many times as long as one that is as wide all along
FANS = 1.6  # how much longer ways are around the end of the parting, where strands part from each other
SINKS = 0.1  # how far a way sinks, by its length
SHINES, LINE = 3, 0.6  # on each so many places a line of light, and how much of a strand's length it takes
ABOVE = COMBED["above"]

Line = tuple[float, float, float, float]
"""Where it begins, over and down, and how far it goes, in units of the picture."""


def all_hair(left: Mapping[int, float], full_hair: Number) -> str:
    """The outline of all hair, with its parting, as one path to be filled by even and odd.

    `left` is the share of hair (0-1) that is left at each place; `full_hair` counts hairs by cm2.
    """
    by_cm = float(full_hair) * HAIR_CM
    edge = (_in_units(point) for point in _parting(left, by_cm))
    return f"{ABOVE.outline}M{'L'.join(f'{x:.0f} {y:.0f}' for x, y in edge)}z"


def open_places(left: Mapping[int, float], full_hair: Number) -> set[int]:
    """The numbers of the places that so little hair lies over that scalp is seen there."""
    by_cm = float(full_hair) * HAIR_CM
    return {number for number in left if _covered(_in_cm(number), left) * by_cm < TAPERS}


def lines_of_light(kept: Iterable[int], shown: set[int]) -> Iterator[Line]:
    """Lines on some of the strands that lie on others, as far as they end within the hair."""
    for number in kept:
        x, y = _in_cm(number)
        strand = strand_of(number * head.GOLDEN % 1, x, y, ABOVE)
        over, down = strand.end_x * LINE, strand.end_y * LINE
        if number % SHINES == 0 and number not in shown and _in_hair(x + over, y + down):
            yield *_in_units((x, y)), over * UNITS_PER_CM, down * UNITS_PER_CM


# --- the parting ----------------------------------------------------------------------------


def _parting(left: Mapping[int, float], by_cm: float) -> Iterator[Point]:
    """Its edge: down the right side, around its end and up the left side, way by way."""
    (x, top), (_, bottom) = ABOVE.front, ABOVE.back
    down = [((x, top + (bottom - top) * row / ROWS), 0.0, 1.0) for row in range(ROWS)]
    around = [((x, bottom), pi * (step + 0.5) / AROUND, FANS) for step in range(AROUND)]
    up = [((x, y), pi, 1.0) for (_, y), *_ in reversed(down)]
    for number, (begin, turn, fans) in enumerate((*down, *around, *up)):
        towards = cos(turn), sin(turn)
        closed, long = (
            _open_for(-log(1 - chance) / by_cm, begin, towards, left) for chance in (LEAST, _chance(number))
        )
        for way in (closed, min(closed + TAPERS * fans * (long - closed), FURTHEST_CM)):
            yield begin[0] + way * towards[0], begin[1] + way * towards[1] + way * SINKS


def _chance(number: int) -> float:
    return LEAST + (MOST - LEAST) * (number * head.GOLDEN % 1)


def _open_for(hair_cm: float, begin: Point, towards: Point, left: Mapping[int, float]) -> float:
    """How far a way goes until as much hair lies over it as a length of full hair would be."""
    gone = lain = 0.0
    while lain < hair_cm and gone < FURTHEST_CM:
        gone += STEP_CM
        lain += STEP_CM * _left_at(begin[0] + gone * towards[0], begin[1] + gone * towards[1], left)
    return gone


def _covered(place: Point, left: Mapping[int, float]) -> float:
    """How much hair lies over a place, as a length of full hair in cm."""
    over, down = away_from(*place, ABOVE)
    steps = int(hypot(over, down) / STEP_CM)
    shares = (
        _left_at(place[0] - over * step / steps, place[1] - down * step / steps, left)
        for step in range(steps)
    )
    return STEP_CM * sum(shares)


def _left_at(x: float, y: float, left: Mapping[int, float]) -> float:
    """The share of hair that is left there; beyond the head all is."""
    number = _nearest().get((int(x / STEP_CM), int(y / STEP_CM)))
    return 1 if number is None else left[number]


@cache
def _nearest() -> Mapping[tuple[int, int], int]:
    """The number of the hair that each step of the head is nearest to."""
    found: dict[tuple[int, int], tuple[float, int]] = {}
    reach = int(head.APART / UNITS_PER_CM / STEP_CM)
    for number in range(len(head.hairs())):
        x, y = _in_cm(number)
        for across in range(int(x / STEP_CM) - reach, int(x / STEP_CM) + reach + 1):
            for along in range(int(y / STEP_CM) - reach, int(y / STEP_CM) + reach + 1):
                away = hypot(across * STEP_CM - x, along * STEP_CM - y)
                found[across, along] = min(found.get((across, along), (away, number)), (away, number))
    return {step: number for step, (_, number) in found.items()}


# --- places ---------------------------------------------------------------------------------


def _in_cm(number: int) -> Point:
    """The place of a hair on the large head."""
    x, y, *_ = head.stroke_of(head.hairs()[number])
    left, top = seen_from("above").corner
    return (x - left) / UNITS_PER_CM, (y - top) / UNITS_PER_CM


def _in_units(point: Point) -> Point:
    left, top = seen_from("above").corner
    return point[0] * UNITS_PER_CM + left, point[1] * UNITS_PER_CM + top


def _in_hair(x: float, y: float) -> bool:
    """Whether a place lies clearly within the outline of all hair, which is an oval."""
    return hypot((x - 7.8) / 8.8, (y - 11.7) / 9.4) < 1
