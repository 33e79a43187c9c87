"""How much of each zone is bare at each stage, as a share of the zone: for drawing the stages."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from smp_planner.planner.coverage.cells import zone_cells
from smp_planner.rules.figures import SplitTable
from smp_planner.rules.ruleset import RuleSet

Shares = Mapping[str, Decimal]


def stage_shares(scale: str, rules: RuleSet) -> Mapping[str, Shares]:
    """By stage of a scale (`norwood`, `ludwig`): bare cm2 of each zone over its usual cm2, at most 1."""
    table: SplitTable = getattr(rules.coverage, scale)
    return {
        stage: {
            zone: min(Decimal(row.value) * Decimal(percent) / 100 / _own_cm2(zone, rules), Decimal(1))
            for zone, percent in row.split.items()
        }
        for stage, row in table.rows.items()
    }


def _own_cm2(zone: str, rules: RuleSet) -> Decimal:
    """The typical cm2 of a zone without the zones inside it."""
    return dict(zone_cells(zone, rules))[zone].typical
