"""What speaks for an option and what against it: the answers that lean, as many of both, and no score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from smp_planner.domain.comparison import Cell, Comparison, Row

Side = Literal["for", "against"]
SIDES: tuple[Side, ...] = ("for", "against")
BIG_MATTERS = ("halts_loss", "lasting", "cost_10y")
"""What stands on neither side, and is told below both lists of every option: see docs/decisions/0022."""


def points(
    comparison: Comparison, option: str, side: Side, horizon: str | None = None
) -> Iterator[tuple[Row, Cell]]:
    """The questions whose answer leans to a side for one option, each with that answer, in their order.

    With a `horizon`, as a `Row` has it, a point that tells of years ahead is told for those years.
    """
    for leaning in comparison.rows:
        if leaning.cells[option].leans == side:
            row = _told_for(horizon, leaning, comparison)
            yield row, row.cells[option]


def big_matters(
    comparison: Comparison, option: str, horizon: str | None = None
) -> Iterator[tuple[Row, Cell]]:
    """The matters that weigh on neither side, with the answer of one option; money for those years."""
    for matter in comparison.rows:
        if matter.id in BIG_MATTERS:
            row = _told_for(horizon, matter, comparison)
            yield row, row.cells[option]


def _told_for(horizon: str | None, leaning: Row, comparison: Comparison) -> Row:
    """The row of the same group that tells of these years, where the leaning one tells of others."""
    if horizon is None or leaning.horizon is None:
        return leaning
    of_group = (row for row in comparison.rows if row.group == leaning.group)
    return next((row for row in of_group if row.horizon == horizon), leaning)
