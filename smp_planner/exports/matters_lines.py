"""What matters to the person, as lines of text to talk over: each concern with every option's answer."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.matters import LinedUp
from smp_planner.domain.plan import Compared
from smp_planner.exports.lines import bullets, heading, paragraph
from smp_planner.exports.numbered_sources import Numbers, cited, numbered
from smp_planner.language.texts import N_, _

NO_SCORE = N_(
    "Each option stands under each point, in the same order. Nothing is added up and no option wins: "
    "the choice is yours."
)
GRADED = N_("In brackets stand how strong the evidence is, and the numbers of the sources.")


def matters_lines(plan: Compared) -> Iterator[str]:
    """A section of its own where something was named; nothing otherwise."""
    if not plan.matters:
        return
    yield from heading(_("What matters to you: talking points"))
    yield from paragraph(f"{_(NO_SCORE)} {_(GRADED)}")
    numbers = numbered(plan)
    names = {option.id: option.name for option in plan.comparison.options}
    for concern in plan.matters:
        yield ""
        yield from paragraph(concern.name)
        yield from paragraph(" ".join(filter(None, (concern.how_much, concern.say))))
        for question in concern.questions:
            yield from paragraph(question.question)
            yield from bullets(
                _("{option}: {words}", option=names[id_], words=words)
                for id_, words in graded(question, plan, numbers)
            )


def graded(question: LinedUp, plan: Compared, numbers: Numbers) -> Iterator[tuple[str, str]]:
    """Each option's answer, by its id, with how strong its evidence is and its sources."""
    cells = next(row.cells for row in plan.comparison.rows if row.id == question.row)
    for id_, words in question.options.items():
        cell = cells[id_]
        yield id_, f"{words} {cited(cell.sources, numbers, cell.strength)}"
