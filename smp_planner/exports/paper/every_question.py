"""Every question of the comparison by group, with the whole answer of each option under it alike."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.comparison import Row
from smp_planner.domain.plan import Compared
from smp_planner.exports.all_answers import ways_told, whole_answer
from smp_planner.exports.numbered_sources import Numbers
from smp_planner.exports.paper.blocks import Bullets, Heading, Paragraph, Section, Table
from smp_planner.exports.paper.by_option import by_option
from smp_planner.language.texts import N_, _

HOW_TO_READ = N_(
    "Here and on the next pages each option answers each question, in the same order. In brackets stand how "
    "strong the evidence is, and the numbers of the sources. Counts of people stand by themselves, with "
    "pictures."
)


def every_question(plan: Compared, numbers: Numbers) -> Iterator[Section]:
    """A section for each group of questions, then what people combine."""
    rows = [row for row in plan.comparison.rows if not row.chance]
    for place, group in enumerate(dict.fromkeys(row.group for row in rows), start=1):
        blocks = [answered(plan, row, numbers) for row in rows if row.group == group]
        first = (Paragraph(_(HOW_TO_READ), "quiet"),) if place == 1 else ()
        yield Section(f"questions_{place}", group, (*first, *blocks))
    ways = tuple(
        block for title, told in ways_told(plan, numbers) for block in (Heading(title), Bullets(told))
    )
    if ways:
        yield Section("ways", _("What people combine, and what doing nothing can hold"), ways)


def answered(plan: Compared, row: Row, numbers: Numbers) -> Table:
    """A question, and each option's whole answer beside its name."""
    names = {option.id: option.name for option in plan.comparison.options}
    answers = ((names[id_], whole_answer(cell, row, numbers)) for id_, cell in row.cells.items())
    return by_option(row.question, answers)
