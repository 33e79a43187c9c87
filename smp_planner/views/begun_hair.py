"""The share of hair that a slider begins with."""

from __future__ import annotations

from smp_planner.rules.ruleset import RuleSet


def begun_share(rules: RuleSet) -> int:
    """Where each slider for the hair that is left begins, in per cent."""
    return rules.intake.start_values.kept_per_cent
