"""How high blocks are on a sheet at most, so that the printer does not measure what surely stands on one.

It sets twice what it has to measure. Each height is on the high side; where none is known, it is endless.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, inf

from smp_planner.exports.paper.blocks import (
    Block,
    Bullets,
    Heading,
    Lines,
    Pairs,
    Paragraph,
    Picture,
    Section,
    Table,
    Ticks,
)  # fmt: skip
from smp_planner.exports.paper.drawing import VIEW, width_of
from smp_planner.exports.paper.sheet import Sheet
from smp_planner.exports.paper.table_layout import GAP, SMALL, layout_of

LINE = 1.25
"""The height of a line with what keeps it from the next, in letters' sizes."""
THIN, SLIM = frozenset("fijlrt .,:;'()-!"), frozenset('abcdeghknopqsuvxyz0123456789’–/?"“”$£')
THIN_WIDTH, SLIM_WIDTH, LATIN_WIDTH, OTHER_WIDTH = 0.46, 0.65, 1.0, 3.0
"""How wide a letter is at most, in its size: a thin one, a slim one, another Latin one, any other."""
LAST_LATIN = "ɏ"
BOX = 60
"""What a box takes of the width at its sides, in points."""
TO_WRITE = 30
"""The room for a hand above a line, in points."""


def surely_fits(section: Section, sheet: Sheet) -> bool:
    """Whether one sheet holds the whole section."""
    return _high((Heading(section.title), *section.blocks), sheet) + 2 * sheet.letters <= sheet.height


def blocks_surely_fit(blocks: Iterable[Block], sheet: Sheet) -> bool:
    """Whether one sheet holds these blocks."""
    return _high(blocks, sheet) <= sheet.height


def _high(blocks: Iterable[Block], sheet: Sheet) -> float:
    return sum(_height(block, sheet) for block in blocks)


def _height(block: Block, sheet: Sheet) -> float:  # noqa: PLR0911 - one for each kind
    width, size = sheet.width, sheet.letters
    match block:
        case Paragraph(tone="plain" | "quiet"):
            return _lines(block.say, width, size) + size
        case Paragraph():
            return _lines(block.say, width - BOX, size * 1.1) + 3 * size
        case Heading():
            return _lines(block.say, width, size * 1.2) + 2 * size
        case Bullets():
            cited = [*block.numbers, *[()] * len(block.items)]
            items = (f"{say} {' 000,' * len(cites)}" for say, cites in zip(block.items, cited, strict=False))
            return _listed(items, width, size)
        case Ticks(ask=""):
            return _listed(block.items, width, size)
        case Ticks():
            return _lines(f"{block.ask} {' WWWW'.join(block.items)} WWWW", width, size) + size
        case Pairs():
            return _pairs(block, sheet)
        case Table():
            return _table(block, sheet)
        case Picture():
            return _picture(block, sheet)
        case Lines():
            return _to_write(block, sheet)
        case _:
            return inf


def _lines(text: str, width: float, size: float) -> float:
    """The height of a text: a line ends where the next word has no room, so few are much shorter."""
    room = max(width / size, 1)
    words = [sum(map(_letter, word)) for word in text.split(" ")]
    whole, longest = sum(words) + len(words) * THIN_WIDTH, max(words) + THIN_WIDTH
    filled = max(room - longest, room / 2)
    return (1 + text.count("\n") + whole // filled) * LINE * size


def _letter(sign: str) -> float:
    if sign in THIN:
        return THIN_WIDTH
    if sign in SLIM:
        return SLIM_WIDTH
    return LATIN_WIDTH if sign <= LAST_LATIN else OTHER_WIDTH


def _listed(items: Iterable[str], width: float, size: float) -> float:
    return sum(_lines(item, width - 3 * size, size) + size / 2 for item in items) + 2 * size


def _pairs(pairs: Pairs, sheet: Sheet) -> float:
    columns, size = 2 if sheet.large else 3, sheet.letters
    width = sheet.width / columns - 2 * GAP
    highest = max(
        (_lines(name, width, size) + _lines(told, width, size) for name, told in pairs.items), default=0
    )
    return ceil(len(pairs.items) / columns) * (highest + TO_WRITE) + 3 * size


def _table(table: Table, sheet: Sheet) -> float:
    layout = layout_of(table, sheet)
    if not layout.fits or table.to_write or any(layout.breaks):
        return inf
    size = sheet.letters * (SMALL if table.small and not sheet.large else 1)
    widths = [sheet.width * share / sum(layout.shares) - GAP for share in layout.shares]
    rows = (
        max((_lines(cell, width, size) for cell, width in zip(row, widths, strict=False)), default=0)
        for row in (table.head, *table.rows)
    )
    return (
        sum(high + 0.7 * size for high in rows) + _lines(table.caption, sheet.width, sheet.letters) + 3 * size
    )


def _picture(picture: Picture, sheet: Sheet) -> float:
    svg = picture.large if sheet.large and picture.large else picture.svg
    view = VIEW.search(svg)
    if view is None or not float(view[1]):
        return inf
    wide = width_of(svg, 100 if svg is picture.large else picture.share, sheet)
    beside = wide < sheet.width / 2 and not sheet.large
    words = _lines(picture.caption, sheet.width - (wide + 2 * GAP if beside else 0), sheet.letters)
    drawn = wide * float(view[2]) / float(view[1])
    return (max(drawn, words) if beside else drawn + words) + 3 * sheet.letters


def _to_write(lines: Lines, sheet: Sheet) -> float:
    columns = 3 if lines.beside and not sheet.large else 1
    label = max(
        (_lines(item, sheet.width / columns - 2 * GAP, sheet.letters) for item in lines.items), default=0
    )
    return ceil(len(lines.items) / columns) * (TO_WRITE + label + 2 * sheet.letters) + sheet.letters
