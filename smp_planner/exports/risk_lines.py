"""The risks of every option alike, and how poor work is put right, as lines of text to take along."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.comparison import Risk
from smp_planner.domain.plan import Compared, TreatmentPlan, brought
from smp_planner.domain.talk import PutRight
from smp_planner.domain.words import number, sentence
from smp_planner.exports.lines import bullets, heading, paragraph
from smp_planner.exports.numbered_sources import Numbers, cited
from smp_planner.exports.side_by_side import short_name
from smp_planner.language.texts import N_, _

PREVENT, DO = N_("Prevention: {words}"), N_("What to do: {words}")
PUT_RIGHT = N_("If the work is poor, or it ends badly")
TIMES = N_(
    "Each count says over what time people were counted, where that is told. Counts over different times "
    "can't be compared."
)
COUNTED = N_("{option} {counted} and {others}")
ALL_COUNTED = N_("Risks below that somebody counted, and that nobody did: {options}.")


def risk_lines(plan: Compared, numbers: Numbers) -> Iterator[str]:
    """Each kind of harm with what each option brings of it; then how poor work is put right.

    Of each risk: how many of 100 and over what time, what helps prevent it, what to do, how sure that is,
    and its sources.
    """
    names = {option.id: option.name for option in plan.comparison.options}
    if plan.harms:
        yield from heading(_("Risks of each option"))
        yield from paragraph(_(TIMES))
    for harm in plan.harms:
        yield from paragraph(_("{whom}:", whom=harm.name))
        none = {said.id: said.say for said in harm.none}
        for option, name in names.items():
            told = [risk_told(risk, numbers) for risk in brought(plan, harm, option)]
            yield from bullets(
                _("{option}: {words}", option=name, words=one) for one in told or [none[option]]
            )
    if plan.talk.put_right:
        yield from heading(_(PUT_RIGHT))
        for own in plan.talk.put_right:
            yield from bullets([_("{option}: {words}", option=names[own.option], words=put_right_told(own))])


def how_many_counted(plan: TreatmentPlan) -> str | None:
    """Of how many risks of each option anybody has counted how often they happen."""
    told = [
        _(
            COUNTED,
            option=short_name(option),
            counted=number(len(known)),
            others=number(len(risks) - len(known)),
        )
        for option in plan.comparison.options
        if (risks := [risk for risk in plan.risks if risk.option == option.id])
        for known in [[risk for risk in risks if risk.per_100]]
    ]
    return _(ALL_COUNTED, options="; ".join(told)) if told else None


def counted(risk: Risk) -> str:
    """How many of 100, beside a dummy and in parts, or why it isn't known."""
    return " ".join(filter(None, (risk.of_100, risk.not_known, risk.untreated_not_known, risk.also)))


def put_right_told(own: PutRight) -> str:
    """How poor work of one option is put right, what that takes, and what is not known."""
    return _("{say} It takes: {takes} Not known: {what}", say=own.say, takes=own.takes, what=own.not_known)


def risk_told(risk: Risk, numbers: Numbers) -> str:
    """A risk whole: its name, its count and over what time, what helps, how sure that is, and its sources."""
    helps = (_(PREVENT, words=risk.prevent), _(DO, words=risk.do))
    parts = (f"{sentence(risk.name)}.", risk.say, counted(risk), risk.over, *helps)
    return " ".join((*filter(None, parts), cited(risk.sources, numbers, risk.strength)))
