"""The sheet that a document is printed on: its size and that of its letters, in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Size = Literal["letter", "a4"]

MARGIN, LARGE_MARGIN = 36, 44
SIZES: dict[Size, tuple[int, int]] = {"letter": (612, 792), "a4": (595, 842)}
LETTER_WIDTH = 0.55
"""How wide a letter of our font is on average, as a share of the letters' size."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper, with letters in normal or large print."""

    size: Size
    large: bool = False

    @property
    def margin(self) -> int:
        """What is left free at each side."""
        return LARGE_MARGIN if self.large else MARGIN

    @property
    def width(self) -> float:
        """What lies between the margins."""
        return SIZES[self.size][0] - 2 * self.margin

    @property
    def height(self) -> float:
        """What lies between head and foot."""
        return SIZES[self.size][1] - 3 * self.margin

    @property
    def letters(self) -> float:
        """The size of the body's letters."""
        return 18 if self.large else 12

    @property
    def smallest_letters(self) -> float:
        """The size below which nothing in a picture is printed."""
        return 10 if self.large else 7

    @property
    def letter_width(self) -> float:
        """How wide a letter of the body is on average."""
        return self.letters * LETTER_WIDTH
