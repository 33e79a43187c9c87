"""The two shapes a picture comes in: for a wide screen or paper, and for a phone."""

from __future__ import annotations

from typing import NamedTuple


class Shape(NamedTuple):
    """How much room a picture has."""

    wide: bool


WIDE = Shape(wide=True)
NARROW = Shape(wide=False)
