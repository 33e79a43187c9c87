"""How a sheet is written: real numbers and days, a head that stays, columns that fit, ready to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import NamedTuple, cast

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from smp_planner.domain.quantities import Number
from smp_planner.domain.words import currency_in, number
from smp_planner.exports.paper_size import PaperSize
from smp_planner.exports.sheets.plain import columns_wide, plain, sheet_name
from smp_planner.exports.sheets.sheet import Address, Cell, Figure, Sheet, Total
from smp_planner.language.figures import SIGNS

PAPER: Mapping[PaperSize, int] = {"letter": 1, "a4": 9}  # as the file format counts them
NARROWEST, WIDEST = 8, 60  # columns of plain letters
DAY = "yyyy-mm-dd"  # nobody takes it for another day
NO_DAY = date(1899, 12, 31)  # day 0 of a spreadsheet: what is left is the time
LONGEST_FOOT = 110  # a third and more of what fits is kept for signs that count twice


class Foot(NamedTuple):
    """What stands at the head and the foot of each printed page, and the size of paper."""

    above: str
    below: str
    paper: PaperSize


class Looks:
    """The formats of one workbook, each made when it is first asked for."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Format] = {}
        self.head = self._add({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})

    def of(self, pattern: str, *, strong: bool = False) -> Format:
        """The format of a number pattern; with `strong` that of what stands below all rows."""
        if (pattern, strong) not in self._made:
            look: dict[str, object] = {"valign": "top", "num_format": pattern}
            look |= {"text_wrap": True} if pattern == "@" else {}
            look |= {"bold": True, "top": 1} if strong else {}
            self._made[pattern, strong] = self._add(look)
        return self._made[pattern, strong]

    def _add(self, look: Mapping[str, object]) -> Format:
        return self._book.add_format(look)  # pyright: ignore[reportUnknownMemberType] - looks have no type


def write_sheet(book: Workbook, sheet: Sheet, looks: Looks, foot: Foot) -> None:
    """Add a sheet to a workbook."""
    page = book.add_worksheet(sheet_name(sheet.name))  # pyright: ignore[reportUnknownMemberType]
    for column, words in enumerate(sheet.head):
        page.write_string(0, column, plain(words), looks.head)
    for row, cells in enumerate(sheet.rows, start=1):
        _write_row(page, row, cells, looks)
    if sheet.in_all:
        _write_row(page, len(sheet.rows) + 1, sheet.in_all, looks, strong=True)
    for column, width in enumerate(_widths(sheet)):
        page.set_column(column, column, width)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.head) - 1)
    _set_for_print(page, foot)


def _write_row(
    page: Worksheet, row: int, cells: Sequence[Cell], looks: Looks, *, strong: bool = False
) -> None:
    for column, cell in enumerate(cells):
        _write(page, row, column, cell, looks, strong=strong)


def _write(page: Worksheet, row: int, column: int, cell: Cell, looks: Looks, *, strong: bool) -> None:
    """One cell by what it is; words are always written as words."""
    if isinstance(cell, Total):
        sum_ = f"=SUM({xl_range(1, column, row - 1, column)})"
        look = looks.of(_pattern(cell.value, ""), strong=strong)
        page.write_formula(row, column, sum_, look, cast(int, float(cell.value)))
    elif isinstance(cell, Figure):
        page.write_number(
            row, column, float(cell.value), looks.of(_pattern(cell.value, cell.unit), strong=strong)
        )
    elif isinstance(cell, int):
        page.write_number(row, column, cell, looks.of("0", strong=strong))
    elif isinstance(cell, date):
        page.write_datetime(row, column, datetime.combine(cell, time()), looks.of(DAY, strong=strong))
    elif isinstance(cell, time):
        page.write_datetime(row, column, datetime.combine(NO_DAY, cell), looks.of("hh:mm", strong=strong))
    elif isinstance(cell, Address) and cell.url.startswith("https://"):
        page.write_url(row, column, cell.url, looks.of("@"), plain(cell.url))
    elif words := plain(cell.url if isinstance(cell, Address) else cell or ""):
        page.write_string(row, column, words, looks.of("@", strong=strong))
    elif strong:
        page.write_blank(row, column, None, looks.of("@", strong=strong))


def _pattern(value: Number, unit: str) -> str:
    """How a number shows: money after its sign, a share per cent, no more digits than it has."""
    if unit == "share":
        return "0%"
    currency = currency_in(unit)
    places = max(0, -int(Decimal(value).normalize().as_tuple().exponent))
    digits = f"#,##0.{'0' * places}" if places else "#,##0"
    return f'"{SIGNS[currency]}"{digits}' if currency else digits


def _widths(sheet: Sheet) -> Iterator[int]:
    """A width for each column: as wide as its words need, within reason."""
    rows = (*sheet.rows, sheet.in_all) if sheet.in_all else sheet.rows
    for column, words in enumerate(sheet.head):
        head = max(map(columns_wide, plain(words).split()), default=0) + 3  # room for the filter's arrow
        needed = max((_needs(row[column]) for row in rows), default=0)
        yield min(max(NARROWEST, head, needed), WIDEST)


def _needs(cell: Cell) -> int:
    if isinstance(cell, Figure | Total):
        return len(number(cell.value)) + 3
    if isinstance(cell, date):
        return 12
    words = cell.url if isinstance(cell, Address) else str("" if cell is None else cell)
    return columns_wide(words) + 2


def _set_for_print(page: Worksheet, foot: Foot) -> None:
    """Across, one page wide, the head on each page, and at the foot which page it is."""
    page.set_landscape()
    page.set_paper(PAPER[foot.paper])
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    if foot.above:
        page.set_header(f"&C{_printed(foot.above)}")  # pyright: ignore[reportUnknownMemberType]
    page.set_footer(f"&L{_printed(foot.below)}&R&P / &N")  # pyright: ignore[reportUnknownMemberType]


def _printed(words: str) -> str:
    """Words for the foot of a page, where & begins an order to the printer."""
    room = plain(words).replace("\n", " ")[:LONGEST_FOOT]
    return room.replace("&", "&&")
