"""How a part of the scalp is called where it stands beside the parts within it, or without them."""

from __future__ import annotations

from smp_planner.rules.ruleset import RuleSet


def cell_name(zone: str, rules: RuleSet) -> str:
    """How a zone without the zones within it is called inside a sentence."""
    return rules.coverage.cells.get(zone) or rules.intake.in_a_line["zones"][zone]
