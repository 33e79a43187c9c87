"""How a table fits a sheet: the widths of its columns, which rows may break, or rows one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from smp_planner.exports.paper.blocks import Table
from smp_planner.exports.paper.sheet import Sheet

GAP = 10
"""What keeps two columns apart, in points."""
WORD = 11
"""Letters that a column takes without a break: longer words are hyphenated, shorter texts stay on a line."""
WIDEST = 60
"""Letters beyond which more text makes a column no wider."""
LONG_ROW = 14
"""Lines beyond which a row may go on overleaf."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table stands on a sheet.

    `shares` are the widths of its columns against each other; `fits` says whether their words find room in
    them; `breaks` which rows are so long that they may go on overleaf.
    """

    shares: tuple[float, ...]
    fits: bool
    breaks: tuple[bool, ...]


def layout_of(table: Table, sheet: Sheet) -> Layout:
    """The layout with the widths that the table asks for, or as much for each column as it has to say."""
    rows = (table.head, *table.rows)
    needed = [max(2, *column) for column in _columns(rows, _unbroken)]
    given = _room(table.shares, sheet) if table.shares and min(table.shares) > 0 else []
    if len(given) == len(needed) and _holds(given, needed):
        return Layout(table.shares, fits=True, breaks=_breaks(table, given))
    wanted = [min(WIDEST, max(column)) for column in _columns(rows, len)]
    room = _spread(needed, wanted, sum(_room([1] * len(needed), sheet)))
    return Layout(tuple(room), fits=_holds(room, needed), breaks=_breaks(table, room))


def _columns(rows: Iterable[Sequence[str]], measure: Callable[[str], int]) -> Iterable[tuple[int, ...]]:
    """What is measured of each cell, column by column."""
    return zip_longest(*(map(measure, row) for row in rows), fillvalue=0)


def _unbroken(cell: str) -> int:
    """The letters that a cell needs on one line: all of a short one, or its longest word."""
    return len(cell) if len(cell) <= WORD else min(WORD, max(map(len, cell.split()), default=0))


def _room(shares: Sequence[float], sheet: Sheet) -> list[float]:
    """The letters that a line of each column takes."""
    usable = (sheet.width - GAP * len(shares)) / sheet.letter_width
    return [usable * share / sum(shares) for share in shares]


def _holds(room: Iterable[float], needed: Iterable[float]) -> bool:
    return all(letters <= place for place, letters in zip(room, needed, strict=True))


def _spread(needed: Sequence[int], wanted: Sequence[int], letters: float) -> list[float]:
    """The letters of a line dealt out: to each column what it needs, the rest as it has more to say."""
    more = [max(0, want - need) for want, need in zip(wanted, needed, strict=True)]
    rest = max(0, letters - sum(needed)) / max(1, sum(more))
    return [need + rest * extra for need, extra in zip(needed, more, strict=True)]


def _breaks(table: Table, room: Sequence[float]) -> tuple[bool, ...]:
    return tuple(
        any(len(cell) > LONG_ROW * letters for cell, letters in zip(row, room, strict=False))
        for row in table.rows
    )
