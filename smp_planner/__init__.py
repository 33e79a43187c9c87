"""Treatment planning for scalp micropigmentation: from a person's answers to a dated, sourced plan.

The public names are loaded when they are first asked for, so that importing the package is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smp_planner.answers import read_intake
    from smp_planner.domain.intake import Intake
    from smp_planner.domain.plan import Referral, TreatmentPlan
    from smp_planner.errors import IntakeError, PlannerError, RulesError
    from smp_planner.planner.pipeline import plan_treatment
    from smp_planner.rules.load import load_rules
    from smp_planner.rules.ruleset import RuleSet

__all__ = [
    "Intake",
    "IntakeError",
    "PlannerError",
    "Referral",
    "RuleSet",
    "RulesError",
    "TreatmentPlan",
    "load_rules",
    "plan_treatment",
    "read_intake",
]

_HOMES = {
    "Intake": "domain.intake",
    "IntakeError": "errors",
    "PlannerError": "errors",
    "Referral": "domain.plan",
    "RuleSet": "rules.ruleset",
    "RulesError": "errors",
    "TreatmentPlan": "domain.plan",
    "load_rules": "rules.load",
    "plan_treatment": "planner.pipeline",
    "read_intake": "answers",
}


def __getattr__(name: str) -> object:
    """A public name, from the module that holds it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'smp_planner' has no attribute '{name}'")
    return getattr(import_module(f"smp_planner.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
