"""Density, visits, days with limits and touch-ups of SMP for the comparison, taken from the plan itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from smp_planner.domain.care import Burden
from smp_planner.domain.course import Sessions
from smp_planner.domain.plan_figures import ON_BARE_SKIN
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.years import TouchUps
from smp_planner.planner.comparison.plan_figure import (
    HALVES,
    PlanFigure,
    rounded_estimate,
    withheld_figure,
)
from smp_planner.planner.comparison.planned import Planned
from smp_planner.planner.one_at_a_time import one_at_a_time, span_of
from smp_planner.planner.years.touch_ups import INTERVAL, count_checks
from smp_planner.rules.ruleset import RuleSet

DAYS_IN_MONTH = Decimal("365.25") / 12
OF_PLAN = (
    "density",
    "visits",
    "chair_hours",
    "days_without_sun",
    "days_without_exercise",
    "days_without_swimming",
    "full_result",
    "touch_ups_10y",
)
"""The figures of SMP that only a plan has."""


def find_visit_figures(planned: Planned, rules: RuleSet) -> Iterator[tuple[str, PlanFigure]]:
    """Figures of SMP alone, by name."""
    because, sessions = rules.comparison.because, planned.sessions
    density = _taken(planned.density, because.density, "dots.over_area")
    yield "density.smp", density._replace(beside={ON_BARE_SKIN: planned.on_bare_skin})
    yield "visits.smp", _taken(sessions.count._replace(note=None), because.visits, "sessions.count")
    yield "chair_hours.smp", _taken(sessions.chair_hours, because.chair_hours, "sessions.chair_hours")
    for name, field, days in _limits(planned.aftercare.burden):
        yield f"{name}.smp", _days_without(days, f"aftercare.burden.{field}", sessions, rules)
    yield "full_result.smp", _full_result(sessions, rules)
    yield "touch_ups_10y.smp", _touch_ups(planned.touch_ups, rules)


def visits_not_planned(rules: RuleSet) -> Iterator[tuple[str, PlanFigure]]:
    """The same figures where no plan is made: they wait for one."""
    waits = withheld_figure(rules.comparison.not_known.plan_withheld)
    yield from ((f"{name}.smp", waits) for name in OF_PLAN)


def _limits(burden: Burden) -> Iterator[tuple[str, str, int]]:
    """Days with a limit: the figure's name, the field of the plan record, the count."""
    yield "days_without_sun", "days_without_sun", burden.days_without_sun
    yield "days_without_exercise", "days_without_heavy_exercise", burden.days_without_heavy_exercise
    yield "days_without_swimming", "days_without_swimming", burden.days_without_swimming


def _days_without(days: int, field: str, sessions: Sessions, rules: RuleSet) -> PlanFigure:
    """Days with a limit; a visit more or less moves them by as many as each planned one brings on average."""
    planned = sessions.count.typical

    def counted(visits: Number) -> Number:
        return Decimal(days) * visits / planned

    return PlanFigure(
        estimate=rounded_estimate(one_at_a_time(counted, span_of(sessions.count)), "days"),
        because=rules.comparison.because.days_without,
        uses=(field, "sessions.count"),
    )


def _taken(figure: Estimate, because: str, field: str) -> PlanFigure:
    return PlanFigure(estimate=figure, because=because, uses=(field,))


def _full_result(sessions: Sessions, rules: RuleSet) -> PlanFigure:
    """Months from the first visit to the settled look; a visit more or less moves it by a gap."""
    days = (sessions.settled_on - sessions.items[0].date).days
    gap = rules.sessions.gaps.rows["later"].read()
    planned = sessions.count.typical

    def months(visits: Number) -> Number:
        return (days + (visits - planned) * gap.number) / DAYS_IN_MONTH

    return PlanFigure(
        estimate=rounded_estimate(one_at_a_time(months, span_of(sessions.count)), "months", HALVES),
        because=rules.comparison.because.full_result,
        rules=(gap,),
        uses=("sessions.settled_on", "sessions.count"),
    )


def _touch_ups(touch_ups: TouchUps, rules: RuleSet) -> PlanFigure:
    horizon = rules.touch_ups.horizon_years.read()
    return PlanFigure(
        estimate=count_checks(horizon.number, touch_ups.interval_months)._replace(unit="visits"),
        because=rules.comparison.because.touch_ups,
        rules=(horizon,),
        uses=(INTERVAL,),
    )
