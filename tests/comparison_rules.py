"""The questions of the comparison by their id, wherever they are grouped."""

from __future__ import annotations

from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.comparison import RowRule


def row_of(rules: RuleSet, id_: str) -> RowRule:
    """The rule of one question."""
    return next(row for _, other, row in rules.comparison.questions() if other == id_)
