"""The two shapes a picture comes in: for a wide screen or paper, and for a phone."""

from __future__ import annotations

from enum import Enum


class Shape(Enum):
    """How much room a picture has; the value is the name of its frame on the page."""

    WIDE = "wide"
    NARROW = "narrow"
