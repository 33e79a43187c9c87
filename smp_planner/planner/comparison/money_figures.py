"""Money by option for the comparison: at first, over the years, and for each cm2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from smp_planner.domain.plan_figures import GRAFTS_PER_CM2, PER_CM2
from smp_planner.domain.quantities import Number
from smp_planner.planner.comparison.filled import told_figures
from smp_planner.planner.comparison.graft_figures import beside_full, per_cm2_of
from smp_planner.planner.comparison.grafts import Surgery
from smp_planner.planner.comparison.option_costs import FIRST, MEDICATION, OptionCost
from smp_planner.planner.comparison.plan_figure import (
    PlanFigure,
    not_needed,
    noted,
    rounded_estimate,
    unknown_figure,
)
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.coverage.extents import total
from smp_planner.planner.one_at_a_time import Span, one_at_a_time
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.comparison import NOTHING


def find_money_figures(
    costs: Mapping[str, OptionCost],
    coverage: Coverage,
    surgery: Mapping[str, Surgery],
    thin_cm2: Number | None,
    rules: RuleSet,
) -> Iterator[tuple[str, PlanFigure]]:
    """Figures `cost_first`, `cost_1y` and so on, and `cost_per_cm2`, each with its option."""
    because = rules.comparison.because
    currency = rules.currency
    for option, cost in costs.items():
        for year in (FIRST, *rules.prices.horizons_years):
            name = f"cost_{year}y" if year else "cost_first"
            figure = _money(cost, year, currency)
            yield f"{name}.{option}", _with_each_alone(figure, cost, year, currency, rules)
        if option == MEDICATION:
            reason = because.cost_per_thin_cm2
            yield f"cost_per_cm2.{option}", _per_cm2(cost, thin_cm2, reason, currency, rules)
        elif option != NOTHING:
            figure = _per_covered(cost, coverage, surgery.get(option), currency, rules)
            yield f"cost_per_cm2.{option}", figure


def _money(cost: OptionCost, year: int, currency: str) -> PlanFigure:
    if cost.blank is not None:
        return _blank(cost, cost.blank)
    return _paid(cost, cost.spans[year], currency, cost.because[year], _uses(cost, year))


def _with_each_alone(
    figure: PlanFigure, cost: OptionCost, year: int, currency: str, rules: RuleSet
) -> PlanFigure:
    """The price of both medicines, with that of each alone where both are in it."""
    if not cost.alone:
        return figure
    note = rules.comparison.notes.each_alone
    wide = rules.comparison.notes.wide_range
    parts = {
        name: rounded_estimate(spans[year], currency, why_wide=wide) for name, spans in cost.alone.items()
    }
    told = note.say.format(**told_figures(parts, rules))
    rules_behind = (reading for reading in cost.alone_rules if reading not in figure.rules)
    return noted(figure, told, note.read(), *rules_behind)._replace(parts=parts)


def _paid(cost: OptionCost, span: Span, unit: str, because: str, uses: tuple[str, ...]) -> PlanFigure:
    """Money of an option."""
    estimate = rounded_estimate(span, unit, note=cost.note, why_wide=cost.why_wide)
    figure = PlanFigure(estimate=estimate, because=because, rules=cost.rules, uses=uses)
    return noted(figure, cost.if_done.say, cost.if_done.read()) if cost.if_done else figure


def _blank(cost: OptionCost, why: Saying) -> PlanFigure:
    """Why there is no money: we plan with nothing to pay for, or else it is not known."""
    return not_needed(why) if cost.not_needed else unknown_figure(why)._replace(rules=cost.rules)


def _uses(cost: OptionCost, year: int) -> tuple[str, ...]:
    return (cost.uses[year],) if year in cost.uses else ()


def _per_covered(
    cost: OptionCost, coverage: Coverage, plan: Surgery | None, currency: str, rules: RuleSet
) -> PlanFigure:
    """Over all of the area, for surgery with how many grafts stand on it."""
    because = rules.comparison.because.cost_per_cm2
    if plan is None:
        cm2 = _own_cm2(coverage) or coverage.area.cm2.typical
        return _per_cm2(cost, cm2, because, currency, rules, note=cost.note)
    unknown = plan.why_cover_unknown(rules)
    if unknown is not None and cost.blank is None and plan.need.grafts.typical:
        return unknown_figure(unknown)
    note = rules.comparison.notes.price_of_plan if plan.too_dense else beside_full(plan, rules)
    figure = _per_cm2(cost, _own_cm2(coverage), because, currency, rules, note=note)
    beside, dense = {PER_CM2: per_cm2_of(plan, rules)}, GRAFTS_PER_CM2.format(plan.option)
    uses = (*figure.uses, dense) if figure.uses else ()
    return figure._replace(beside=beside, uses=uses)


def _own_cm2(coverage: Coverage) -> Number:
    """The bare area and scars beside it, for every option, without the margin that SMP has around a scar."""
    scars = () if coverage.scars_inside else coverage.scars
    return coverage.area.bare_cm2.typical + total(scar.own_cm2 for scar in scars).typical


def _per_cm2(
    cost: OptionCost,
    cm2: Number | None,
    because: str,
    currency: str,
    rules: RuleSet,
    note: Saying | None = None,
) -> PlanFigure:
    """The money of the longest span of years over the area, where that is known."""
    if cost.blank is not None:
        return _blank(cost, cost.blank)
    if cm2 is None:
        return unknown_figure(rules.comparison.not_known.thin_area)

    def shared_out(money: Number) -> Number:
        return Decimal(money) / cm2

    last = max(cost.spans)
    per_cm2, uses = one_at_a_time(shared_out, cost.spans[last]), (*_uses(cost, last), "area.bare_cm2")
    return _paid(cost._replace(note=note), per_cm2, f"{currency}/cm2", because, uses)
