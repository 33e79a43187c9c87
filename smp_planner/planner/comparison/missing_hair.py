"""How much of the hair in the area is gone: what grafts would have to make up for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.coverage.cells import MEASURED, WHOLE_SCALP, zone_cells, zone_reading
from smp_planner.planner.one_at_a_time import Span, one_at_a_time, span_of, sure
from smp_planner.rules.ruleset import RuleSet


def missing_share(intake: Intake, coverage: Coverage, rules: RuleSet) -> tuple[Span, tuple[Reading, ...]]:
    """Share of natural density that is gone (0-1), and the rule behind it where nobody said.

    Hair kept by zone is weighed by the area of the zones; a zone without a number has none left.
    """
    kept = intake.kept_hair
    if kept is None:
        unsure = rules.density.kept_when_unsure.read()
        return one_at_a_time(_rest, span_of(unsure)), (unsure,)
    if not isinstance(kept, Mapping):
        return sure(_rest(kept)), ()
    sizes = {cell.zone: cell.cm2.typical for cell in coverage.cells}
    return sure(_rest(_mean({zone: _kept_in(zone, kept, rules) for zone in sizes}, sizes))), ()


def _rest(kept: Number) -> Number:
    return 1 - kept


def _mean(shares: Mapping[str, Number], sizes: Mapping[str, Number]) -> Number:
    """The mean of shares by zone, each weighed by the zone's size; 0 where there is no area."""
    whole = Decimal(sum(sizes.values()))
    return sum(shares[zone] * size for zone, size in sizes.items()) / whole if whole else 0


def _kept_in(zone: str, kept: Mapping[str, Number], rules: RuleSet) -> Number:
    """What is kept in a cell of the area; a measured area is taken to lie in the zones named."""
    if zone == MEASURED:
        return _mean(kept, {name: zone_reading(name, rules).number for name in kept})
    if zone == WHOLE_SCALP and zone not in kept:
        inside = rules.coverage.inside[WHOLE_SCALP]
        sizes = {name: cm2.typical for outer in inside for name, cm2 in zone_cells(outer, rules)}
        return _mean({name: _kept_at(name, kept, rules) for name in sizes}, sizes)
    return _kept_at(zone, kept, rules)


def _kept_at(zone: str, kept: Mapping[str, Number], rules: RuleSet) -> Number:
    """The share given for a zone, or for a zone that it lies in."""
    holders = [zone, *(outer for outer, inner in rules.coverage.inside.items() if zone in inner)]
    return next((kept[name] for name in holders if name in kept), 0)
