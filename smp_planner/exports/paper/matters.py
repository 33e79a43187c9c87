"""What matters to you: your own weights, and how each option answers to it. Nothing is added up."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import Compared
from smp_planner.exports.matters_lines import GRADED, NO_SCORE, graded
from smp_planner.exports.numbered_sources import Numbers
from smp_planner.exports.paper.blocks import Block, Heading, Lines, Pairs, Paragraph, Section
from smp_planner.exports.paper.by_option import by_option
from smp_planner.language.texts import N_, _

WRITE = N_("Write down the two or three things that matter most to you, and take them along.")
PLACES = 3  # to write on, where nobody has said yet what matters


def matters(plan: Compared, numbers: Numbers) -> Section:
    """Each concern with every option's answer, in the neutral order; else lines to write on."""
    title = _("What matters to you: talking points")
    return Section("matters", title, tuple(_named(plan, numbers) if plan.matters else _to_write()))


def _to_write() -> Iterator[Block]:
    yield Paragraph(_(WRITE))
    yield Lines(tuple(_("What matters to me") for _place in range(PLACES)), beside=True)


def _named(plan: Compared, numbers: Numbers) -> Iterator[Block]:
    names = {option.id: option.name for option in plan.comparison.options}
    yield Paragraph(f"{_(NO_SCORE)} {_(GRADED)}")
    weighed = tuple((one.name, one.how_much) for one in plan.matters if one.how_much)
    if weighed:
        yield Pairs(weighed)
    for concern in plan.matters:
        yield Heading(concern.name)
        if concern.say:
            yield Paragraph(concern.say)
        for asked in concern.questions:
            answers = ((names[id_], words) for id_, words in graded(asked, plan, numbers))
            yield by_option(asked.question, answers)
