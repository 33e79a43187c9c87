"""Hair that is still there: the share of the dots that is placed between it.

Share = 1 - kept, but never under a least share (data/density.yaml). Kept hair is one number for
all, or a number by zone; a zone without a number has none left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from smp_planner.domain.quantities import Number
from smp_planner.planner.coverage.cells import MEASURED, WHOLE_SCALP, zone_cells, zone_reading
from smp_planner.planner.coverage.extents import ZERO
from smp_planner.rules.ruleset import RuleSet

Kept = Number | Mapping[str, Number]

ALL = Decimal(1)
SCAR_ZONE = "donor"  # where the hair around a scar is asked for


def shares_to_place(zones: Sequence[str], kept: Kept, rules: RuleSet) -> tuple[Decimal, ...]:
    """Share of the full density (0-1) for each cell; a cell of several zones takes their mean by area."""
    least = _least(rules)
    if not isinstance(kept, Mapping):
        return (max(least, ALL - kept),) * len(zones)
    return tuple(_mean_share(zone, kept, least, rules) for zone in zones)


def margin_share(kept: Kept | None, rules: RuleSet) -> Decimal:
    """Share of the full density for the margin of a scar: the least share, but all where it is bare."""
    around = kept
    if isinstance(kept, Mapping):
        around = next((kept[name] for name in _holders(SCAR_ZONE, rules) if name in kept), None)
    return ALL if around == 0 else _least(rules)


def _least(rules: RuleSet) -> Decimal:
    return Decimal(rules.density.least_share.read().number)


def _mean_share(zone: str, kept: Mapping[str, Number], least: Decimal, rules: RuleSet) -> Decimal:
    weights = _weights(zone, kept, rules)
    placed = sum((cm2 * max(least, ALL - _kept_at(name, kept, rules)) for name, cm2 in weights.items()), ZERO)
    return placed / sum(weights.values(), ZERO) if weights else ALL


def _weights(zone: str, kept: Mapping[str, Number], rules: RuleSet) -> dict[str, Decimal]:
    """The zones that a cell is made of, each with its usual area in cm2."""
    if zone == MEASURED:
        return {name: Decimal(zone_reading(name, rules).number) for name in kept}
    if zone == WHOLE_SCALP:
        inside = rules.coverage.inside[WHOLE_SCALP]
        return {name: cm2.typical for outer in inside for name, cm2 in zone_cells(outer, rules)}
    return {zone: ALL}


def _kept_at(zone: str, kept: Mapping[str, Number], rules: RuleSet) -> Number:
    return next((kept[name] for name in _holders(zone, rules) if name in kept), 0)


def _holders(zone: str, rules: RuleSet) -> list[str]:
    """The zone and the zones that it lies in, the smallest first."""
    return [zone, *(outer for outer, inner in rules.coverage.inside.items() if zone in inner)]
