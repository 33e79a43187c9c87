"""The shapes a picture comes in: for a wide screen, for a phone, and for paper."""

from __future__ import annotations

from enum import Enum


class Shape(Enum):
    """How much room a picture has; the value is the name of its frame on the page."""

    WIDE = "wide"
    NARROW = "narrow"
    PAPER = "paper"


ON_SCREEN = (Shape.WIDE, Shape.NARROW)
