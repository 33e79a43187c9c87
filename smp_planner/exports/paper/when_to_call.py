"""When to call, and whom: what is urgent first of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smp_planner.domain.care import WarningSign
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import sentence
from smp_planner.exports.call_words import by_whom, soon, urgent
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Lines, Paragraph, Section
from smp_planner.language.texts import _


def when_to_call(plan: TreatmentPlan) -> Section:
    """The urgent signs, the others by who helps, and lines for the numbers to call."""
    signs = plan.aftercare.call_if
    blocks: tuple[Block, ...] = (*urgent_paragraphs(signs), *_others(signs), _numbers())
    return Section("when_to_call", _("When to call, and whom"), blocks, alone=True)


def urgent_paragraphs(signs: Iterable[WarningSign]) -> tuple[Paragraph, ...]:
    """The signs for which somebody calls at once, whom to call in front."""
    return tuple(
        Paragraph(_("Call {whom}: {signs}", whom=whom, signs=" ".join(said)), "urgent")
        for whom, said in by_whom(urgent(signs)).items()
    )


def _others(signs: Iterable[WarningSign]) -> Iterator[Block]:
    for whom, said in by_whom(soon(signs)).items():
        yield Heading(sentence(whom))
        yield Bullets(tuple(said))


def _numbers() -> Lines:
    return Lines((_("The clinic, in the day"), _("The clinic, at night and on days off"), _("My doctor")))
