"""The figures of this person's plan that cells of the comparison are filled with, by name.

The names are those of `domain.plan_figures`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smp_planner.domain.quantities import Number
from smp_planner.planner.comparison.graft_figures import find_graft_figures
from smp_planner.planner.comparison.grafts import Surgery, little_to_graft
from smp_planner.planner.comparison.hair_curves import HairCurve
from smp_planner.planner.comparison.money_figures import find_money_figures
from smp_planner.planner.comparison.option_costs import OptionCost
from smp_planner.planner.comparison.plan_figure import PlanFigure, noted, rounded_estimate
from smp_planner.planner.comparison.planned import NotPlanned, Planned
from smp_planner.planner.comparison.visit_figures import find_visit_figures, visits_not_planned
from smp_planner.planner.comparison.way_back import find_ways_back
from smp_planner.rules.ruleset import RuleSet


def find_plan_figures(
    planned: Planned | NotPlanned,
    *,
    surgery: Mapping[str, Surgery],
    hair: Mapping[str, HairCurve],
    costs: Mapping[str, OptionCost],
    thin_cm2: Number | None,
    rules: RuleSet,
) -> dict[str, PlanFigure]:
    """Every figure of PLAN_FIGURES for this person; `thin_cm2`: where hair is thin, if that is known."""
    figures = dict(_of_hair(hair))
    our_sum = rules.comparison.words.our_sum
    for name, figure in find_graft_figures(surgery, rules):
        figures[name] = figure._replace(one_number=our_sum)
    if isinstance(planned, Planned):
        figures.update(find_visit_figures(planned, rules))
        if little_to_graft(surgery, rules):
            little = rules.comparison.notes.little_change
            figures["visits.smp"] = noted(figures["visits.smp"], little.say, little.read())
        figures.update(find_ways_back(planned.cost, rules))
    else:
        figures.update(visits_not_planned(rules))
        figures.update(find_ways_back(None, rules))
    figures.update(find_money_figures(costs, planned.coverage, surgery, thin_cm2, rules))
    return figures


def _of_hair(hair: Mapping[str, HairCurve]) -> Iterator[tuple[str, PlanFigure]]:
    for option, curve in hair.items():
        yield f"hair_10y.{option}", _left_at_the_end(curve)


def _left_at_the_end(curve: HairCurve) -> PlanFigure:
    left = curve.at_the_end
    return PlanFigure(
        estimate=rounded_estimate(left, "per cent") if left else None,
        because=curve.because,
        rules=curve.rules,
    )
