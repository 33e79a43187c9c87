"""Agreed today: what was written down, what is known, and a line for what is still to be agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.talk import AgreedPoint, PlainAnswer
from smp_planner.exports.agreed_lines import said_of, written_of
from smp_planner.exports.paper.blocks import Block, Heading, Lines, Paragraph, Section
from smp_planner.language.texts import _


def agreed_today(plan: TreatmentPlan) -> Section:
    """Every point of the talk: what was said of it, and a line to write on where nothing was written."""
    blocks = (block for point in plan.talk.agreed for block in _point(plan, point))
    return Section("agreed", _("Agreed today"), tuple(blocks))


def first_week(plan: TreatmentPlan) -> Section:
    """The first week after a visit, in plain words."""
    return Section("first_week", _("Days 0 to 7 in plain words"), tuple(_answers(plan.talk.first_week)))


def later_on(plan: TreatmentPlan) -> Section:
    """What can be done if something changes later."""
    return Section("later", _("If something changes later"), tuple(_answers(plan.talk.later)))


def _point(plan: TreatmentPlan, point: AgreedPoint) -> Iterator[Block]:
    yield Heading(point.name)
    if said := said_of(plan, point):
        yield Paragraph(said)
    yield Paragraph(point.say, "quiet")
    if point.write and not written_of(plan, point.id):
        yield Lines((point.write,))


def _answers(answers: Iterable[PlainAnswer]) -> Iterator[Block]:
    for answer in answers:
        yield Heading(answer.question)
        yield Paragraph(answer.say)
