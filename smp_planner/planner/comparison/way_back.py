"""The way back from SMP and from surgery, in visits and money, for whoever changes their mind.

SMP is taken out by laser. From surgery there is no way back in full, but SMP may hide what it left: the
line of FUT, or the dots of FUE. Their visits and price are those that would be planned for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from smp_planner.domain.intake import SCAR_GOAL, AreaAnswer, CalendarAnswer, Intake
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.years import Cost
from smp_planner.planner.comparison.filled import fill_cell
from smp_planner.planner.comparison.plan_figure import PlanFigure, of_rule, unknown_beside, withheld_figure
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.coverage.cells import zone_reading
from smp_planner.planner.dots.count import count_dots
from smp_planner.planner.drivers import find_drivers
from smp_planner.planner.one_at_a_time import span_of
from smp_planner.planner.sessions.plan import plan_visits
from smp_planner.planner.years.asked import Work
from smp_planner.planner.years.clinic_cost import price_by_clinic
from smp_planner.planner.years.price_list import ScarWork
from smp_planner.planner.years.prices import price_course
from smp_planner.rules.ruleset import RuleSet

DONOR = "donor"
LEFT_BY: Mapping[str, AreaAnswer] = {"fut": AreaAnswer(), "fue": AreaAnswer(zones=(DONOR,))}
"""What surgery leaves, as an answer to where SMP is wanted: a scar of the usual size, the donor zone."""


class Hidden(NamedTuple):
    """SMP over what surgery left: visits and price, each with the rules behind it."""

    visits: Estimate
    cost: Estimate
    visit_rules: tuple[Reading, ...]
    cost_rules: tuple[Reading, ...]


def find_ways_back(cost: Cost | None, rules: RuleSet) -> Iterator[tuple[str, PlanFigure]]:
    """Figures `way_back` in visits and, where the plan has a cost, `way_back_cost` in money."""
    because, hidden = rules.comparison.because, rules.kept(_hidden)
    yield "way_back.smp", rules.kept(_laser)
    for option, own in hidden.items():
        yield f"way_back.{option}", PlanFigure(own.visits, because.hidden_visits, own.visit_rules)
    if cost is None:
        return
    laser = unknown_beside(rules.comparison.not_known.laser_price, cost.course, rules)
    yield "way_back_cost.smp", laser._replace(uses=("cost.course",))
    for option, own in hidden.items():
        yield f"way_back_cost.{option}", PlanFigure(own.cost, because.hidden_cost, own.cost_rules)


def ways_back_not_planned(rules: RuleSet) -> Iterator[tuple[str, PlanFigure]]:
    """The visits where no plan is made: what SMP could hide waits for one, as SMP does."""
    waits = withheld_figure(rules.comparison.not_known.plan_withheld)
    yield "way_back.smp", rules.kept(_laser)
    yield from ((f"way_back.{option}", waits) for option in LEFT_BY)


def _laser(rules: RuleSet) -> PlanFigure:
    """Laser visits for SMP pigment, with those for ink as a note."""
    ink = rules.prices.removal_sessions_ink.read()
    figure, said = of_rule(rules.prices.removal_sessions.read(), "visits", rules), rules.comparison.notes.ink
    assert figure.estimate is not None, "a figure of the rules"
    note = fill_cell(said.say, Estimate(*span_of(ink), "visits"), rules)
    return figure._replace(
        estimate=figure.estimate._replace(note=note), rules=(*figure.rules, said.read(), ink)
    )


def _hidden(rules: RuleSet) -> Mapping[str, Hidden]:
    return {option: _over(area, rules) for option, area in LEFT_BY.items()}


def _over(area: AreaAnswer, rules: RuleSet) -> Hidden:
    """SMP there for somebody of whom nothing else is known; no day comes into it."""
    intake = Intake(goals=(SCAR_GOAL,), area=area, calendar=CalendarAnswer(start=date.min))
    coverage, _ = assess_coverage(intake, rules)
    dots, _ = count_dots(intake, coverage, rules)
    drivers = find_drivers(
        intake, rules, treated_cm2=coverage.area.cm2.typical, dots_per_cm2=dots.per_cm2.typical
    )
    planned = plan_visits(coverage, dots, drivers, rules)
    cost, prices = _price(Work(area, coverage, planned), rules)
    scar, sessions = rules.coverage.scar, rules.sessions
    size = (zone_reading(DONOR, rules),) if area.zones else (scar.length_cm.read(), scar.width_cm.read())
    added, _ = drivers.of(sessions.add.rows)
    counted = (sessions.count.read(), *added, *size)
    visits = planned.in_full.count._replace(unit="visits")
    return Hidden(visits, cost, counted, (*prices, *size))


def _price(work: Work, rules: RuleSet) -> tuple[Estimate, tuple[Reading, ...]]:
    """The price of a course: by the clinic's own list where it gives one."""
    if rules.asks is not None:
        return price_by_clinic(work, rules.asks, rules)
    coverage = work.coverage
    scars = ScarWork(coverage.scar_cm2, coverage.added_scars_cm2, alone=coverage.only_scars)
    return price_course(coverage.area.cm2, scars, rules)
