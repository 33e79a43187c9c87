"""How a table fits a sheet: widths of columns, rows that may break, or its rows one below the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from smp_planner.exports.paper.blocks import Table
from smp_planner.exports.paper.sheet import Sheet

GAP = 10
"""What keeps two columns apart, in points."""
SMALL = 10 / 12
"""How large small letters are beside those of the body; in large print none are small."""
WORD = 11
"""Letters that a column takes without a break: longer words are hyphenated, shorter texts stay on a line."""
WIDEST = 60
"""Letters beyond which more text makes a column no wider."""
LONG_NAME = 40
"""Letters beyond which a first cell is no name, but a text like the others."""
SHORT_TABLE = 14
"""Lines up to which a table is not parted."""
LONG_ROW = 14 * 12
"""Points of lines beyond which a row may go on overleaf: so many fewer lines the larger their letters are."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table stands on a sheet.

    `shares` are the widths of its columns against each other, `hyphenates` which of them break words; `fits`
    says whether their words find room in them. `breaks` are the rows so long that they may go on overleaf;
    `together` says that the whole table stays on one sheet. `named`: the first cells are set in bold, as
    names of their rows: the table says so, or they are short enough.
    """

    shares: tuple[float, ...]
    hyphenates: tuple[bool, ...]
    fits: bool
    breaks: tuple[bool, ...]
    together: bool
    named: bool


class _Line(NamedTuple):
    """A line across the sheet, and how wide a letter in it is on average."""

    width: float
    letter_width: float


def layout_of(table: Table, sheet: Sheet) -> Layout:
    """The layout with the widths that the table asks for, or with as much for a column as it has to say."""
    rows = (table.head, *table.rows)
    needed = [max(column) for column in _columns(rows, _unbroken)]
    line = _Line(sheet.width, sheet.letter_width * (SMALL if table.small and not sheet.large else 1))
    room = _room(table.shares, line) if table.shares and min(table.shares) > 0 else []
    if len(room) != len(needed) or not _holds(room, needed):
        wanted = [min(WIDEST, max(column)) for column in _columns(rows, len)]
        room = _spread(needed, wanted, line)
    words = [max(column) for column in _columns(rows, _longest_word)]
    lines = [_lines(row, room) for row in table.rows]
    return Layout(
        shares=tuple(room),
        hyphenates=tuple(word >= letters for word, letters in zip(words, room, strict=True)),
        fits=_holds(room, needed),
        breaks=tuple(high * sheet.letters > LONG_ROW for high in lines),
        together=sum(lines) <= SHORT_TABLE,
        named=table.named or max((len(row[0]) for row in table.rows if row), default=0) <= LONG_NAME,
    )


def _columns(rows: Iterable[Sequence[str]], measure: Callable[[str], int]) -> Iterable[tuple[int, ...]]:
    """What is measured of each cell, column by column."""
    return zip_longest(*(map(measure, row) for row in rows), fillvalue=0)


def _unbroken(cell: str) -> int:
    """The letters that a cell needs on a line, with one to spare: all of a short one, or its longest word."""
    return 1 + (len(cell) if len(cell) < WORD else min(WORD, _longest_word(cell)))


def _longest_word(cell: str) -> int:
    return max(map(len, cell.split()), default=0)


def _room(shares: Sequence[float], line: _Line) -> list[float]:
    """The letters that a line of each column takes."""
    usable = (line.width - GAP * len(shares)) / line.letter_width
    return [usable * share / sum(shares) for share in shares]


def _holds(room: Iterable[float], needed: Iterable[float]) -> bool:
    return all(letters <= place for place, letters in zip(room, needed, strict=True))


def _spread(needed: Sequence[int], wanted: Sequence[int], line: _Line) -> list[float]:
    """The letters of a line dealt out: to each column what it needs, and of the rest as it has more to say.

    Where a line has not enough of them, each column gets less than it needs.
    """
    more = [max(1, want - need) for want, need in zip(wanted, needed, strict=True)]
    letters = sum(_room(needed, line))
    if letters < sum(needed):
        return _room(needed, line)
    rest = (letters - sum(needed)) / sum(more)
    return [need + rest * extra for need, extra in zip(needed, more, strict=True)]


def _lines(row: Sequence[str], room: Sequence[float]) -> int:
    """About how many lines a row takes."""
    return max((1 + int(len(cell) / letters) for cell, letters in zip(row, room, strict=False)), default=0)
