"""What happened to 100 people, for each option in the same frame: a picture, and words both ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from smp_planner.domain.comparison import Cell, Option, Row
from smp_planner.domain.plan import Compared
from smp_planner.exports.chance_words import WHAT_THEY_ARE, count_told, drawn_in_words, time_counted
from smp_planner.exports.numbered_sources import Numbers, cited
from smp_planner.exports.paper.blocks import Block, Heading, Paragraph, Section, Table
from smp_planner.exports.paper.by_option import SHORT_NAMES, by_option
from smp_planner.exports.paper.pictures import hundreds
from smp_planner.exports.range_words import HOW_RANGES_READ
from smp_planner.exports.side_by_side import short_name
from smp_planner.language.texts import _

SHARE_IN_SHORT = 49  # the picture has its time beside it
SHARE = 50  # of the page's width: two questions share a sheet, and all five options stand in view on a phone


def chances(plan: Compared, numbers: Numbers, *, whole: bool = True) -> Section:
    """Each question that counts people: its picture, then each option's count in words.

    In short the options bear their short names, and those with the same words share a row.
    """
    return Section("chances", _("Chances, of 100 people"), tuple(_blocks(plan, numbers, whole=whole)))


def _blocks(plan: Compared, numbers: Numbers, *, whole: bool) -> Iterator[Block]:
    yield Paragraph(_(WHAT_THEY_ARE))
    yield Paragraph(_(HOW_RANGES_READ), "quiet")
    for row in plan.comparison.rows:
        if row.chance:
            yield from _counted(plan, row, numbers, whole=whole)


def _counted(plan: Compared, row: Row, numbers: Numbers, *, whole: bool) -> Iterator[Block]:
    cells = [(option, row.cells[option.id]) for option in plan.comparison.options]
    counts = [(short_name(option), cell.per_100 and cell.per_100.typical) for option, cell in cells]
    yield Heading(row.question, together=True)
    drawn = [
        drawn_in_words(cell.per_100, count_told(cell)) if cell.per_100 else None for _option, cell in cells
    ]
    picture, time = hundreds(counts, row.question, drawn), time_counted(row)
    if whole:
        yield Paragraph(time)
        yield replace(picture, share=SHARE)
        told = ((option.name, _both_ways(cell, numbers)) for option, cell in cells)
        yield by_option(_("The same in words"), told, small=True)
    else:
        yield replace(picture, caption=time, share=SHARE_IN_SHORT)
        yield _in_short(cells, numbers)


def _in_short(cells: Iterable[tuple[Option, Cell]], numbers: Numbers) -> Table:
    """A row for each count, with the names of all options that have it."""
    names: dict[str, list[str]] = {}
    for option, cell in cells:
        names.setdefault(_both_ways(cell, numbers), []).append(short_name(option))
    rows = tuple((", ".join(named), words) for words, named in names.items())
    return Table("", (_("Option"), _("The same in words")), rows, SHORT_NAMES, named=True, small=True)


def _both_ways(cell: Cell, numbers: Numbers) -> str:
    """How many had it and how many had not, or why nobody knows; how sure that is."""
    parts = (count_told(cell), cell.note, cited(cell.sources, numbers, cell.strength))
    return " ".join(filter(None, parts))
