"""Every question of the comparison with every option's whole answer, the risks, and the numbered sources.

A question stands over its answers, an option a bullet: it can be read aloud, and no line is a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from smp_planner.domain.comparison import Cell, Row
from smp_planner.domain.plan import Compared
from smp_planner.domain.quantities import rounded
from smp_planner.domain.words import between, number
from smp_planner.exports.chance_words import count_told, time_counted
from smp_planner.exports.lines import bullets, heading, paragraph
from smp_planner.exports.numbered_sources import Numbers, cited, numbered, source_lines
from smp_planner.exports.open_words import openness
from smp_planner.exports.range_words import HOW_RANGES_READ
from smp_planner.exports.risk_lines import risk_lines
from smp_planner.language.texts import N_, _

HOW_TO_READ = N_(
    "Each option answers each question, in the same order. In brackets stand how strong the evidence is, "
    "and the numbers of the sources, which are listed at the end."
)


def all_answers(plan: Compared) -> Iterator[str]:
    """The questions by group, what people combine, the risks of each option, and the sources of all of it."""
    comparison, numbers = plan.comparison, numbered(plan)
    names = {option.id: option.name for option in comparison.options}
    yield from heading(_("All questions, all options"))
    yield from paragraph(f"{_(HOW_TO_READ)} {_(HOW_RANGES_READ)} {comparison.order_say}".rstrip())
    yield from _asked(_("What it is"), (f"{option.name}: {option.about}" for option in comparison.options))
    yield from _asked(
        _("Is it open to you?"), (f"{option.name}: {openness(option)}" for option in comparison.options)
    )
    for group in dict.fromkeys(row.group for row in comparison.rows):
        yield from heading(group)
        for place, row in enumerate(row for row in comparison.rows if row.group == group):
            told = (f"{names[id_]}: {whole_answer(cell, row, numbers)}" for id_, cell in row.cells.items())
            asked = " ".join(filter(None, (row.question, time_counted(row))))
            yield from _asked(asked, told)[0 if place else 1 :]
    for title, ways in ways_told(plan, numbers):
        yield from heading(title)
        yield from bullets(ways)
    yield from risk_lines(plan, numbers)
    yield from source_lines(plan, numbers)


def ways_told(plan: Compared, numbers: Numbers) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What doing nothing can hold, and what people combine, each way with its sources."""
    for title, ways in (
        (_("What doing nothing can hold"), plan.comparison.branches),
        (_("What people combine"), plan.comparison.combinations),
    ):
        if ways:
            yield title, tuple(f"{way.say} {cited(way.sources, numbers)}" for way in ways)


def _asked(question: str, answers: Iterable[str]) -> list[str]:
    """An empty line, a question, and a bullet for each answer."""
    return ["", *paragraph(question), *bullets(answers)]


def whole_answer(cell: Cell, row: Row, numbers: Numbers) -> str:
    """The words of a cell, what its words leave out, how strong its evidence is, and its sources."""
    parts = (
        count_told(cell),
        _range(cell, row),
        cell.note,
        cited(cell.sources, numbers, cell.strength),
    )
    return " ".join(filter(None, parts))


def _range(cell: Cell, row: Row) -> str | None:
    """From low to high, where the words of a cell do not hold both ends."""
    if cell.low is None or cell.high is None or cell.low == cell.high:
        return None
    figures = {*re.findall(r"\d(?:[\d,.]*\d)?", count_told(cell))}
    if all({number(end), number(rounded(end))} & figures for end in (cell.low, cell.high)):
        return None
    return _("From low to high: {range}.", range=between(cell.low, cell.high, row.unit))
