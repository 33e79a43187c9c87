"""How a table fits a sheet: the widths of its columns, which rows may break, or its rows one below the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from smp_planner.exports.paper.blocks import Table
from smp_planner.exports.paper.sheet import Sheet

GAP = 10
"""What keeps two columns apart, in points."""
WORD = 11
"""Letters that a column takes without a break; longer words are hyphenated."""
WIDEST = 60
"""Letters beyond which more text makes a column no wider."""
LONG_ROW = 14
"""Lines beyond which a row may go on overleaf."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The widths of a table's columns against each other, whether its words find room in them, and which rows
    are so long that they may go on overleaf.
    """

    shares: tuple[int, ...]
    fits: bool
    breaks: tuple[bool, ...]


def layout_of(table: Table, sheet: Sheet) -> Layout:
    """How a table fits a sheet; columns are as wide as it says, or as each has to say."""
    rows = (table.head, *table.rows)
    words = [max(2, *column) for column in _columns(rows, _longest_word)]
    given = len(table.shares) == len(words) and min(table.shares) > 0
    wanted = [min(WIDEST, max(column)) for column in _columns(rows, len)]
    shares = table.shares if given else tuple(map(max, words, wanted))
    usable = sheet.width - GAP * len(shares)
    room = [usable * share / sum(shares) / sheet.letter_width for share in shares]
    return Layout(
        shares=shares,
        fits=all(letters <= place for letters, place in zip(words, room, strict=True)),
        breaks=tuple(
            any(len(cell) > LONG_ROW * place for cell, place in zip(row, room, strict=False)) for row in table.rows
        ),
    )


def _columns(rows: Iterable[Sequence[str]], measure: Callable[[str], int]) -> Iterable[tuple[int, ...]]:
    """What is measured of each cell, column by column."""
    return zip_longest(*(map(measure, row) for row in rows), fillvalue=0)


def _longest_word(cell: str) -> int:
    """The letters of the longest word, as far as it is not hyphenated."""
    return min(WORD, max(map(len, cell.split()), default=0))
