"""How each figure of a plan came about: the trace, rendered once for every reader.

One step reads `field = value: because` (`field: because` where it is no figure); under it,
indented, every rule it rests on:
`id = value unit (range low-high, limits low-high)  sources  place  set by`.
A figure that no clinic may set has no limits: it says so in their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.words import currency_in, figure, number, planned
from smp_planner.errors import did_you_mean
from smp_planner.exports.inputs import Inputs
from smp_planner.exports.steps import Steps
from smp_planner.exports.wording import unit_alone
from smp_planner.language.texts import N_, _, p_

INDENT = "    "
RESTS_ON = N_("which rests on")


def to_explanation(plan: TreatmentPlan | Referral, field: str | None = None) -> str:
    """Every step of the plan, or those of one field, what would change it, and the steps that it uses.

    A field selects its own step and those below it; where it has none, the step above it,
    which covers it. Raises ValueError with a plain message where the plan has no such figure.
    """
    steps = Steps.of(plan.trace)
    if field is None:
        return _lines(steps.by_field.values())
    chosen = steps.matching(field)
    if not chosen:
        hint = did_you_mean(field, steps.by_field)
        says = _("the plan has no figure '{field}'", field=field)
        raise ValueError(f"{says}; {hint}" if hint else says)
    used = steps.used_by(chosen)
    change = f"{Inputs(steps).told(chosen)}\n"
    return _lines(chosen) + change + (f"\n{_(RESTS_ON)}\n{_lines(used)}" if used else "")


def fields(plan: TreatmentPlan | Referral) -> tuple[str, ...]:
    """Every field that can be asked for, in the order of the plan, each once."""
    return tuple(Steps.of(plan.trace).by_field)


def _lines(steps: Iterable[Step]) -> str:
    return "".join(f"{line}\n" for step in steps for line in _told(step))


def _told(step: Step) -> Iterator[str]:
    equals = "" if step.value is None else f" = {_value(step.value)}"
    yield f"{step.field}{equals}: {step.because}"
    for reading in step.rules:
        yield INDENT + _rule(reading)


def _value(value: Number | str | date | Estimate) -> str:
    if isinstance(value, Estimate):
        return planned(value)
    if isinstance(value, (str, date)):
        return str(value)
    return number(value)


def _rule(reading: Reading) -> str:
    cited = ", ".join(_cited(id_, reading.at) for id_ in reading.sources)
    return f"{reading.id}{_figure(reading)}  {cited}  {reading.place}  {_(reading.set_by)}"


def _figure(reading: Reading) -> str:
    """What the rule says; a sentence stands in the reason, so here only figures and choices."""
    if isinstance(reading.value, str):
        return "" if " " in reading.value else f" = {reading.value}"
    if reading.is_fixed:
        ends = _("range {range}, not for a clinic to set", range=_pair(reading.range))
    else:
        ends = _("range {range}, limits {limits}", range=_pair(reading.range), limits=_pair(reading.limits))
    return f" = {_with_unit(reading.value, reading.unit)} ({ends})"


def _with_unit(value: Number, unit: str) -> str:
    if currency_in(unit):
        return figure(value, unit)
    return f"{number(value)} {unit_alone(unit)}" if unit else number(value)


def _pair(ends: tuple[Number, ...]) -> str:
    return "-".join(number(end) for end in ends) or p_("limits", "none")


def _cited(id_: str, at: Mapping[str, str]) -> str:
    return f"{id_} ({at[id_]})" if id_ in at else id_
