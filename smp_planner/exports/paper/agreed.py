"""Agreed today: what was written down, what there is to know, and room for what is still to be agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.talk import AgreedPoint, PlainAnswer
from smp_planner.exports.agreed_lines import said_of, written_of
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Lines, Paragraph, Section, Table
from smp_planner.exports.talk_lines import in_a_row, to_know
from smp_planner.language.texts import _


def agreed_today(plan: TreatmentPlan) -> Section:
    """Every point of the talk: what was said of it, and a line to write on where nothing was written."""
    blocks = (block for point in plan.talk.agreed for block in _point(plan, point))
    return Section("agreed", _("Agreed today"), tuple(blocks))


def agreed_in_short(plan: TreatmentPlan) -> Section:
    """Every point in a row: what there is to know of it, and what was agreed, or room to write that."""
    head = (_("What to settle"), _("What to know"), _("What we agree"))
    rows = tuple(_row(plan, point) for point in plan.talk.agreed)
    caption = _("What to settle before the first visit")
    table = Table(caption, head, rows, shares=(4, 13, 5), small=True, to_write=True)
    return Section("agreed", _("Agreed today"), (table,) if rows else ())


def _row(plan: TreatmentPlan, point: AgreedPoint) -> tuple[str, str, str]:
    return point.name, to_know(point), written_of(plan, point.id)


def first_week(plan: TreatmentPlan) -> Section:
    """The first week after a visit, in plain words."""
    return Section("first_week", _("Days 0 to 7 in plain words"), tuple(_answers(plan.talk.first_week)))


def first_week_in_short(plan: TreatmentPlan) -> Section:
    """The same, a question and its answer in a row."""
    told = tuple(map(in_a_row, plan.talk.first_week))
    return Section("first_week", _("Days 0 to 7 in plain words"), (Bullets(told),) if told else ())


def later_on(plan: TreatmentPlan) -> Section:
    """What can be done if something changes later."""
    return Section("later", _("If something changes later"), tuple(_answers(plan.talk.later)))


def later_in_short(plan: TreatmentPlan) -> Section:
    """The same, a question and its answer in a row."""
    told = tuple(map(in_a_row, plan.talk.later))
    return Section("later", _("If something changes later"), (Bullets(told),) if told else ())


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
