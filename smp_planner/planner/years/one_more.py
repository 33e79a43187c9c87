"""What stands behind the price of one visit or touch-up more: a clinic's price list, else the region's."""

from __future__ import annotations

from smp_planner.domain.provenance import Reading
from smp_planner.planner.years.asked import Till
from smp_planner.planner.years.clinic_cost import BESIDE
from smp_planner.rules.ruleset import RuleSet


def behind_one_more_visit(rules: RuleSet, *, only_scars: bool) -> tuple[Reading, ...]:
    """The rules behind the price of a visit beyond the plan, with the tax on it."""
    if rules.asks is not None:
        return Till(rules.asks, rules).behind(rules.asks.further_for(only_scars=only_scars))
    return (rules.prices.regions[rules.region].extra_visit.read(),)


def behind_touch_ups(rules: RuleSet) -> tuple[Reading, ...]:
    """The rules behind what touch-ups cost: the price of one, how many are free, the tax."""
    if rules.asks is not None:
        return Till(rules.asks, rules).behind(*BESIDE)
    return (rules.prices.regions[rules.region].touch_up.read(),)
