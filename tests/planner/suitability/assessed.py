"""What is found about a healthy adult with some answers changed."""

from __future__ import annotations

from datetime import date

from smp_planner.domain.intake import (
    CalendarAnswer,
)
from smp_planner.domain.provenance import Step
from smp_planner.planner.suitability.assess import Assessment, assess_suitability
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult

WAITS = {
    "recent_transplant", "recent_laser_removal", "chemo_or_radiotherapy", "active_shedding",
    "could_be_pregnant", "recent_birth",
}  # fmt: skip


def assess(rules: RuleSet, **changes: object) -> Assessment:
    """What is found about the healthy adult with some answers changed."""
    return assess_suitability(adult(**changes), rules)[0]


def steps_of(rules: RuleSet, **changes: object) -> dict[str, Step]:
    return {step.field: step for step in assess_suitability(adult(**changes), rules)[1]}


def ids(assessment: Assessment, level: str) -> list[str]:
    return [finding.id for finding in getattr(assessment.suitability, level)]


def starting(year: int, month: int, day: int) -> CalendarAnswer:
    return CalendarAnswer(start=date(year, month, day))
