"""What speaks for an option and what against it: the answers that lean, as many of both, and no score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from smp_planner.domain.comparison import Cell, Comparison, Row

Side = Literal["for", "against"]
SIDES: tuple[Side, ...] = ("for", "against")


def points(comparison: Comparison, option: str, side: Side) -> Iterator[tuple[Row, Cell]]:
    """The questions whose answer leans to a side for one option, each with that answer, in their order."""
    for row in comparison.rows:
        cell = row.cells[option]
        if cell.leans == side:
            yield row, cell
