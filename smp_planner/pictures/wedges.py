"""Dots, and hairs that are shaved to a stubble, as one path of filled wedges.

A wedge has the area of the round dot. The path goes band by band, each wedge from where the last one began,
which is short to write. A place is packed into one small number that sorts so. From one place to the next
there are a few thousand ways, whoever the plan is for: each is put in words once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from operator import sub

WIDE, HIGH = 5, 8  # of a wedge, in fine units
BAND = 25  # how high a band is, in fine units
ROWS, COLUMNS = 2**6, 2**14  # room in a packed place for twice a band, and for twice a patch


def packed(x: int, y: int) -> int:
    """A place in fine units as a number: by band, then from left to right, then from top down."""
    band, row = divmod(y, BAND)
    return (band * COLUMNS + x) * ROWS + row


def wedges(places: Iterable[int]) -> str:
    """The path of a wedge at each packed place."""
    in_order = sorted(places)
    before = (packed(-WIDE, -HIGH), *in_order)
    return "".join(map(_drawn, map(sub, in_order, before)))


@lru_cache(maxsize=20_000)
def _drawn(apart: int) -> str:
    """A wedge so far from where the last one began; the pen is at the end of that."""
    rest, row = _parted(apart, ROWS)
    band, x = _parted(rest, COLUMNS)
    return f"m{x - WIDE} {band * BAND + row - HIGH}h{WIDE}v{HIGH}"


def _parted(number: int, room: int) -> tuple[int, int]:
    """What a number is made of: so many times the room, and at most half of it more or less."""
    times = (number + room // 2) // room
    return times, number - times * room
