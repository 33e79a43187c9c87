"""When to call, and whom: what is urgent first of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smp_planner.domain.care import WarningSign
from smp_planner.domain.edition import RulesEdition
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import sentence
from smp_planner.exports.call_words import AT_NIGHT, IN_THE_DAY, by_whom, clinic_numbers, soon, urgent
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Lines, Pairs, Paragraph, Section
from smp_planner.language.texts import _


def when_to_call(plan: TreatmentPlan, *, whole: bool = True) -> Section:
    """The urgent signs, the others by who helps, and the numbers to call, or lines for them.

    Whole it begins a sheet; in short it stays on one, behind what goes before.
    """
    signs = plan.aftercare.call_if
    blocks: tuple[Block, ...] = (
        *urgent_paragraphs(signs),
        *(_others(signs) if whole else (_in_short(signs),)),
        *_numbers(plan.rules),
    )
    return Section("when_to_call", _("When to call, and whom"), blocks, alone=whole, together=not whole)


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


def _in_short(signs: Iterable[WarningSign]) -> Bullets:
    """The same in a list, whom to call in front."""
    return Bullets(
        tuple(
            _("{whom}: {signs}", whom=sentence(whom), signs=" ".join(said))
            for whom, said in by_whom(soon(signs)).items()
        )
    )


def _numbers(rules: RulesEdition) -> Iterator[Block]:
    """The clinic's numbers as it states them; room to write for each that nobody has stated."""
    known = clinic_numbers(rules)
    if known:
        yield Pairs((*known, (_("My doctor"), "")))
    else:
        yield Lines((_(IN_THE_DAY), _(AT_NIGHT), _("My doctor")), beside=True)
