"""When a clinic is open: spans of a day on its own clock, in minutes from midnight."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

HOUR = 60


class OpenSpan(NamedTuple):
    """Hours in a row on which a clinic is open, in minutes from midnight."""

    opens: int
    closes: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.closes - self.opens


def longest_in_a_row(spans: Iterable[OpenSpan]) -> int:
    """Minutes of the longest span of a day; 0 where there is none."""
    return max((span.minutes for span in spans), default=0)


def minutes_open(spans: Iterable[OpenSpan]) -> int:
    """Minutes of all spans of a day together."""
    return sum(span.minutes for span in spans)
