"""What a sheet of a workbook is made of: a head, and rows of words, numbers and days.

A cell knows what it is, so that a spreadsheet can sort, filter and add up; how it looks follows from that.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import NamedTuple

from smp_planner.domain.quantities import Estimate, Number
from smp_planner.exports.numbered_sources import Numbers
from smp_planner.language.texts import _


class Figure(NamedTuple):
    """A number with its unit: money shows its currency, a `share` of one shows as per cent."""

    value: Number
    unit: str


class Total(NamedTuple):
    """What the plan says of a column in all: the sum of the cells above it."""

    value: Number


class Address(NamedTuple):
    """Where a document can be read; it is the only thing in a workbook that can be followed."""

    url: str


Cell = str | int | date | time | Figure | Total | Address | None


class Sheet(NamedTuple):
    """A sheet under its name: a head of columns, the rows, and below them what they come to in all."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    in_all: tuple[Cell, ...] = ()


def in_three(value: Estimate | None, unit: str | None = None) -> tuple[Cell, Cell, Cell]:
    """Low, planned and high as three cells; empty ones where there is no figure."""
    if value is None:
        return None, None, None
    shown = value.unit if unit is None else unit
    return Figure(value.low, shown), Figure(value.typical, shown), Figure(value.high, shown)


def three_heads(what: str = "") -> tuple[str, str, str]:
    """The heads over low, planned and high, each after what they measure."""
    if not what:
        return _("Low"), _("Planned"), _("High")
    return _("{what}, low", what=what), _("{what}, planned", what=what), _("{what}, high", what=what)


def cites(sources: Sequence[str], numbers: Numbers) -> str:
    """The numbers of sources in the sheet that lists them: 3, 12."""
    return ", ".join(str(number) for number in sorted(numbers[id_] for id_ in sources if id_ in numbers))


def to_be_confirmed(sheet: Sheet) -> Sheet:
    """The sheet with a first column that says of every row that its days wait for a doctor's answer."""
    rows = tuple((_("to be confirmed"), *row) for row in sheet.rows)
    in_all = ("", *sheet.in_all) if sheet.in_all else ()
    return sheet._replace(head=(_("Dates"), *sheet.head), rows=rows, in_all=in_all)
