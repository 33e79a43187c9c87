"""What can go wrong: each kind of harm with what each option brings of it, and how poor work is put right."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import Compared, TreatmentPlan, brought
from smp_planner.domain.words import sentence
from smp_planner.exports.numbered_sources import Numbers
from smp_planner.exports.paper.blocks import Block, Paragraph, Section, Table
from smp_planner.exports.paper.by_option import by_option
from smp_planner.exports.risk_lines import PUT_RIGHT, TIMES, how_many_counted, put_right_told, risk_told
from smp_planner.exports.side_by_side import short_name
from smp_planner.language.texts import N_, _

NONE_KNOWN = N_("None that we know of.")
AT_ONCE = ("low_mood",)
"""Risks after which nobody may wait to look up what to do."""


def risks(plan: Compared, numbers: Numbers) -> Section | None:
    """The harms of every option alike; nothing where no harm is known of."""
    blocks = tuple(_blocks(plan, numbers))
    return Section("risks", _("Risks of each option"), blocks) if blocks else None


def what_can_go_wrong(plan: Compared) -> Table:
    """What can go wrong with each option, by its name, in the order of the kinds of harm."""
    return by_option(
        _("What can go wrong"),
        ((short_name(option), _named(plan, option.id)) for option in plan.comparison.options),
        small=True,
        short_names=True,
    )


def _named(plan: Compared, option: str) -> str:
    """The names of its risks, and what to do about those in which nobody may wait to look it up."""
    risks = [risk for harm in plan.harms for risk in brought(plan, harm, option)]
    names = ", ".join(risk.name for risk in risks)
    at_once = (risk.do for risk in risks if risk.id in AT_ONCE)
    return " ".join((f"{sentence(names)}.", *at_once)) if risks else _(NONE_KNOWN)


def _blocks(plan: Compared, numbers: Numbers) -> Iterator[Block]:
    names = {option.id: option.name for option in plan.comparison.options}
    if isinstance(plan, TreatmentPlan) and (counted := how_many_counted(plan)):
        yield Paragraph(counted)
    if plan.harms:
        yield Paragraph(_(TIMES))
    for harm in plan.harms:
        none = {said.id: said.say for said in harm.none}
        yield by_option(
            harm.name,
            (
                (name, told)
                for option, name in names.items()
                for told in [risk_told(risk, numbers) for risk in brought(plan, harm, option)]
                or [none[option]]
            ),
        )
    if plan.talk.put_right:
        put_right = ((names[own.option], put_right_told(own)) for own in plan.talk.put_right)
        yield by_option(_(PUT_RIGHT), put_right)
