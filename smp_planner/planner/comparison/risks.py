"""The risks of every option: how many of 100 people, or why that isn't known; what helps."""

from __future__ import annotations

from smp_planner.domain.comparison import Risk
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.quantities import Estimate
from smp_planner.planner.one_at_a_time import span_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.options import RiskRule


def list_risks(rules: RuleSet) -> tuple[tuple[Risk, ...], tuple[Step, ...]]:
    """All risks in the order of the rule file, and one step for each: `risks.<option>.<id>`."""
    return rules.kept(_listed)


def _listed(rules: RuleSet) -> tuple[tuple[Risk, ...], tuple[Step, ...]]:
    risks = tuple(_risk(key, rule) for key, rule in rules.risks.risks.items())
    steps = tuple(_step(risk, rule) for risk, rule in zip(risks, rules.risks.risks.values(), strict=True))
    return risks, steps


def _risk(key: str, rule: RiskRule) -> Risk:
    return Risk(
        option=rule.option,
        id=key.removeprefix(f"{rule.option}_"),
        say=rule.say,
        per_100=None if rule.per_100 is None else _count(rule.per_100.read()),
        not_known=rule.not_known,
        prevent=rule.prevent,
        do=rule.do,
        sources=tuple(dict.fromkeys(source for reading in _readings(rule) for source in reading.sources)),
    )


def _count(reading: Reading) -> Estimate:
    return Estimate(*span_of(reading), reading.unit, reading.note)


def _step(risk: Risk, rule: RiskRule) -> Step:
    return Step(
        field=f"risks.{risk.option}.{risk.id}",
        value=risk.not_known if risk.per_100 is None else risk.per_100,
        because=_because(rule),
        rules=_readings(rule),
    )


def _because(rule: RiskRule) -> str:
    if rule.per_100 is None:
        return "Nobody has counted this in a way we can use, so no number is shown."
    return f"{rule.per_100.label}: that many of 100 in the documents named."


def _readings(rule: RiskRule) -> tuple[Reading, ...]:
    return (rule.read(),) if rule.per_100 is None else (rule.read(), rule.per_100.read())
