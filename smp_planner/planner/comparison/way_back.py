"""The way back from SMP, in visits and money, for whoever changes their mind: a laser takes it out.

From surgery there is none in full. Grafts can be taken out, and nobody tells in how many visits or at what
price (data/comparison/mind.yaml). To hide what it left is no way back.
"""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.quantities import Estimate
from smp_planner.domain.years import Cost
from smp_planner.planner.comparison.filled import fill_cell
from smp_planner.planner.comparison.plan_figure import PlanFigure, of_rule, unknown_beside
from smp_planner.planner.one_at_a_time import span_of
from smp_planner.rules.ruleset import RuleSet


def find_ways_back(cost: Cost | None, rules: RuleSet) -> Iterator[tuple[str, PlanFigure]]:
    """Figures `way_back.smp` in visits and, where the plan has a cost, `way_back_cost.smp` in money."""
    yield "way_back.smp", rules.kept(_laser)
    if cost is not None:
        laser = unknown_beside(rules.comparison.not_known.laser_price, cost.course, rules)
        yield "way_back_cost.smp", laser._replace(uses=("cost.course",))


def _laser(rules: RuleSet) -> PlanFigure:
    """Laser visits for SMP pigment, with those for ink as a note."""
    ink = rules.prices.removal_sessions_ink.read()
    figure, said = of_rule(rules.prices.removal_sessions.read(), "visits", rules), rules.comparison.notes.ink
    assert figure.estimate is not None, "a figure of the rules"
    note = fill_cell(said.say, Estimate(*span_of(ink), "visits"), rules)
    return figure._replace(
        estimate=figure.estimate._replace(note=note), rules=(*figure.rules, said.read(), ink)
    )
