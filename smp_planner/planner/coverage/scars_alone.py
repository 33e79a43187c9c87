"""Whether nothing but scars is covered, so that what is said of hair loss doesn't concern this person."""

from __future__ import annotations

from smp_planner.domain.intake import Intake
from smp_planner.planner.coverage.answers import dot_scars_alone
from smp_planner.planner.coverage.bare import find_bare
from smp_planner.planner.coverage.scars import find_scars
from smp_planner.rules.ruleset import RuleSet


def scars_alone(intake: Intake, rules: RuleSet) -> bool:
    """Whether scars are all there is: told, or one of the usual size, with no area of loss beside them."""
    return dot_scars_alone(intake, rules) or (
        bool(find_scars(intake, rules)) and not find_bare(intake, rules).cells
    )
