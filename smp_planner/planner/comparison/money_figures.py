"""Money by option for the comparison: at first, over the years, and for each cm2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from smp_planner.domain.quantities import Estimate, Number
from smp_planner.planner.comparison.grafts import Surgery
from smp_planner.planner.comparison.option_costs import FIRST, OptionCost
from smp_planner.planner.comparison.plan_figure import PlanFigure, estimate, unknown_figure, with_words
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.one_at_a_time import one_at_a_time
from smp_planner.rules.ruleset import RuleSet


def find_money_figures(
    costs: Mapping[str, OptionCost], coverage: Coverage, surgery: Mapping[str, Surgery], rules: RuleSet
) -> Iterator[tuple[str, PlanFigure]]:
    """Figures `cost_first`, `cost_1y` and so on, and `cost_per_cm2`, each with its option."""
    currency = rules.prices.regions[rules.region].currency
    for option, cost in costs.items():
        for year in (FIRST, *rules.prices.horizons_years):
            name = f"cost_{year}y" if year else "cost_first"
            yield f"{name}.{option}", _money(cost, year, currency)
        if option != "nothing":
            covered = _covered_cm2(option, coverage, surgery)
            yield f"cost_per_cm2.{option}", _per_cm2(cost, covered, currency, rules)


def _money(cost: OptionCost, year: int, currency: str) -> PlanFigure:
    if cost.not_known is not None:
        return unknown_figure(cost.not_known)
    return _worded(
        cost,
        estimate=estimate(cost.spans[year], currency, note=cost.note, why_wide=cost.why_wide),
        because=cost.because[year],
        uses=_uses(cost, year),
    )


def _worded(cost: OptionCost, estimate: Estimate, because: str, uses: tuple[str, ...]) -> PlanFigure:
    """A figure of an option's money; where nothing is needed, in the words for that."""
    figure = PlanFigure(estimate=estimate, because=because, rules=cost.rules, uses=uses)
    return figure if cost.words is None else with_words(figure, cost.words)


def _uses(cost: OptionCost, year: int) -> tuple[str, ...]:
    return (cost.uses[year],) if year in cost.uses else ()


def _covered_cm2(option: str, coverage: Coverage, surgery: Mapping[str, Surgery]) -> Number:
    """The bare area (of scars alone the treated one); for surgery the part that it covers."""
    cm2 = coverage.area.bare_cm2.typical or coverage.area.cm2.typical
    return cm2 * surgery[option].cover.typical if option in surgery else cm2


def _per_cm2(cost: OptionCost, covered_cm2: Number, currency: str, rules: RuleSet) -> PlanFigure:
    """The money of the longest span of years over the area."""
    if cost.not_known is not None:
        return unknown_figure(cost.not_known)

    def shared_out(money: Number) -> Number:
        return Decimal(money) / covered_cm2

    last = max(cost.spans)
    per_cm2 = one_at_a_time(shared_out, cost.spans[last])
    return _worded(
        cost,
        estimate=estimate(per_cm2, f"{currency}/cm2", why_wide=cost.why_wide),
        because=rules.options.because.cost_per_cm2,
        uses=(*_uses(cost, last), "area.bare_cm2"),
    )
