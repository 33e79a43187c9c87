"""Agreed today: what was written down, what is known, and a line for what is still to be agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.talk import AgreedPoint, PlainAnswer
from smp_planner.exports.agreed_lines import said_of, written_of
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Lines, Paragraph, Section
from smp_planner.language.texts import _

PLACES = 3  # to write on in short, beside each other


def agreed_today(plan: TreatmentPlan) -> Section:
    """Every point of the talk: what was said of it, and a line to write on where nothing was written."""
    blocks = (block for point in plan.talk.agreed for block in _point(plan, point))
    return Section("agreed", _("Agreed today"), tuple(blocks))


def agreed_in_short(plan: TreatmentPlan) -> Section:
    """What was written, what is still to be agreed, and lines for it."""
    points = plan.talk.agreed
    told = tuple(_told(point, said_of(plan, point)) for point in points if written_of(plan, point.id))
    still = tuple(point.name for point in points if point.write and not written_of(plan, point.id))
    blocks: list[Block] = [Bullets(told)] if told else []
    if still:
        blocks.append(Paragraph(_("Still to agree: {points}.", points="; ".join(still))))
        blocks.append(Lines((_("What we agree"),) * PLACES, beside=True))
    return Section("agreed", _("Agreed today"), tuple(blocks))


def _told(point: AgreedPoint, said: str) -> str:
    return _("{point}: {words}", point=point.name, words=said)


def first_week(plan: TreatmentPlan) -> Section:
    """The first week after a visit, in plain words."""
    return Section("first_week", _("Days 0 to 7 in plain words"), tuple(_answers(plan.talk.first_week)))


def first_week_in_short(plan: TreatmentPlan) -> Section:
    """The same, a question and its answer in a row."""
    told = tuple(f"{answer.question} {answer.say}" for answer in plan.talk.first_week)
    return Section("first_week", _("Days 0 to 7 in plain words"), (Bullets(told),) if told else ())


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
