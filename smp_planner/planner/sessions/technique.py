"""With what, in which shade, and what each visit works on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from smp_planner.domain.course import Method
from smp_planner.domain.intake import SCAR_GOAL, Intake
from smp_planner.domain.provenance import Step
from smp_planner.domain.words import fill
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.drivers import Drivers
from smp_planner.planner.one_at_a_time import span_of
from smp_planner.planner.sessions.session_count import LARGE_AREA
from smp_planner.planner.sessions.shade import choose_shade
from smp_planner.rules.ruleset import RuleSet

__all__ = ["choose_shade", "suggest_method", "visit_focus", "visit_steps"]


def suggest_method(
    intake: Intake, coverage: Coverage, drivers: Drivers, rules: RuleSet
) -> tuple[Method, tuple[Step, ...]]:
    """Digital or manual work, with the reason; no study has compared the two."""
    choice = rules.technique.method[_work(intake, coverage, drivers)]
    reading = choice.read()
    suggested = cast("Literal['digital', 'manual', 'either']", choice.choose)
    method = Method(suggested=suggested, say=choice.say, sources=reading.sources)
    return method, (Step(field="method", value=choice.choose, because=choice.say, rules=(reading,)),)


def _work(intake: Intake, coverage: Coverage, drivers: Drivers) -> str:
    if coverage.scars or SCAR_GOAL in intake.goals:
        return "scar"
    return LARGE_AREA if LARGE_AREA in drivers.present else "other"


def visit_focus(number: int, count: int, rules: RuleSet) -> str:
    """What one visit of so many works on, in plain words."""
    return rules.technique.focus[_place(number, count)].say


def visit_steps(number: int, count: int, rules: RuleSet) -> tuple[str, ...]:
    """What happens at one visit of so many, in order."""
    steps = rules.kept(_steps)
    return steps.get(_place(number, count), steps["later"])


def _steps(rules: RuleSet) -> Mapping[str, tuple[str, ...]]:
    """The steps of each kind of visit, with the time between breaks filled in."""
    low, _, high = span_of(rules.technique.break_minutes.read())
    return {
        place: tuple(fill(step, low=low, high=high) for step in steps)
        for place, steps in rules.technique.steps.items()
    }


def _place(number: int, count: int) -> str:
    if number == count:
        return "last"
    return {1: "first", 2: "second"}.get(number, "middle")
