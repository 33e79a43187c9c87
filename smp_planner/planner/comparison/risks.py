"""The risks of every option: how many of 100 people, or why that isn't known; what helps."""

from __future__ import annotations

from dataclasses import replace

from smp_planner.domain.comparison import Risk
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.quantities import Estimate
from smp_planner.planner.comparison.whom import Whom, why_not_counted
from smp_planner.planner.one_at_a_time import span_of
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.risks import RiskRule

Told = tuple[Risk, Step]


def list_risks(whom: Whom, rules: RuleSet) -> tuple[tuple[Risk, ...], tuple[Step, ...]]:
    """The risks that this person can have, in the order of the rule file, each with a step.

    Its field is `risks.<option>.<id>`. What was counted in men alone isn't known for others.
    """
    reason = why_not_counted(whom, rules)
    told = [
        _uncounted(one, reason) if rule.counted_in and reason else one
        for rule, one in zip(rules.risks.risks.values(), rules.kept(_listed), strict=True)
        if whom.sex is None or rule.only_for in (None, whom.sex)
    ]
    return tuple(risk for risk, _ in told), tuple(step for _, step in told)


def _listed(rules: RuleSet) -> tuple[Told, ...]:
    """Every risk as it is told to those in whom it was counted."""
    risks = [(_risk(key, rule), rule) for key, rule in rules.risks.risks.items()]
    return tuple((risk, _step(risk, rule)) for risk, rule in risks)


def _uncounted(told: Told, reason: Saying) -> Told:
    """The same risk with why its count says nothing of this person."""
    risk, step = told
    sources = tuple(dict.fromkeys((*risk.sources, *reason.read().sources)))
    return (
        replace(risk, per_100=None, not_known=reason.say, sources=sources),
        step._replace(value=reason.say, because=reason.say, rules=(*step.rules, reason.read())),
    )


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
