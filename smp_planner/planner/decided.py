"""What was decided for a person last, taken again while all that it rests on is as it was.

A decision is told no more than it rests on, so no answer that it was not told can make it another. Where only
the density moves, area, suitability, days and aftercare stand as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple

Told = TypeVarTuple("Told")
Result = TypeVar("Result")


class Decided:
    """The last result of each decision for one person, and what it was told; it goes with their plan."""

    def __init__(self) -> None:
        self._last: dict[Callable[..., Any], tuple[tuple[object, ...], Any]] = {}

    def take(self, decide: Callable[[*Told], Result], *told: *Told) -> Result:
        """The result for what is told: the last one where it was told the same, else a new one.

        Raises what `decide` raises; then the last result stays.
        """
        last = self._last.get(decide)
        if last is None or last[0] != told:
            last = self._last[decide] = told, decide(*told)
        return last[1]
