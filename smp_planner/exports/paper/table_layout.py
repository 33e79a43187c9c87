"""How a table fits a sheet: the widths of its columns, which rows may break, or its rows one below the other."""

from __future__ import annotations

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


def shares_of(table: Table) -> tuple[int, ...]:
    """The widths of the columns against each other: those that are given, or as much as each has to say."""
    columns = _columns(table)
    if len(table.shares) == len(columns) and all(share > 0 for share in table.shares):
        return table.shares
    return tuple(max(_longest_word(cells), min(WIDEST, max(map(len, cells)))) for cells in columns)


def fits(table: Table, sheet: Sheet) -> bool:
    """Whether the words of each column find room in it, so that the table need not be printed row by row."""
    needed = (_longest_word(cells) for cells in _columns(table))
    return all(letters <= room for letters, room in zip(needed, _room(table, sheet), strict=True))


def breaks(row: tuple[str, ...], table: Table, sheet: Sheet) -> bool:
    """Whether a row is so long that it may go on overleaf."""
    return any(
        len(cell) / max(room, 1) > LONG_ROW for cell, room in zip(row, _room(table, sheet), strict=False)
    )


def _columns(table: Table) -> list[tuple[str, ...]]:
    """The cells of each column with its head; short rows are filled up."""
    count = max(map(len, (table.head, *table.rows)))
    return [
        tuple(row[column] if column < len(row) else "" for row in (table.head, *table.rows))
        for column in range(count)
    ]


def _longest_word(cells: tuple[str, ...]) -> int:
    return max(2, min(WORD, max((len(word) for cell in cells for word in cell.split()), default=0)))


def _room(table: Table, sheet: Sheet) -> list[float]:
    """The letters that a line of each column takes."""
    shares = shares_of(table)
    usable = sheet.width - GAP * (len(shares) - 1)
    return [usable * share / sum(shares) / sheet.letter_width for share in shares]
