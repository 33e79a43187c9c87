"""The shapes of a picture: for a wide screen, for a phone, for paper, small on paper; and in large print."""

from __future__ import annotations

from enum import Enum


class Shape(Enum):
    """How much room a picture has; the value is the name of its frame on the page."""

    WIDE = "wide"
    NARROW = "narrow"
    PAPER = "paper"
    SMALL = "small"
    SMALL_LARGE = "small_large"
    LARGE = "large"


ON_SCREEN = (Shape.WIDE, Shape.NARROW)
IN_INK = (Shape.PAPER, Shape.SMALL, Shape.SMALL_LARGE, Shape.LARGE)
NAMES_UNDER = (Shape.NARROW, Shape.LARGE)
"""Too little room beside the picture for words as large as these are."""
