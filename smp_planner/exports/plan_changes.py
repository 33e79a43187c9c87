"""Two finished plans set beside each other: what is said otherwise in the second, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import Change, TreatmentPlan
from smp_planner.domain.words import listed, planned, planned_area, spoken

NO_CLASH = "none"
NO_MONEY = "not shown yet"


def plan_changes(one: TreatmentPlan, other: TreatmentPlan) -> tuple[Change, ...]:
    """The rows in which two plans differ: area, dots, visits, dates, days with limits, money, clashes."""
    both = zip(_rows(one), _rows(other), strict=True)
    return tuple(Change(what, before, after) for (what, before), (_, after) in both if before != after)


def _rows(plan: TreatmentPlan) -> Iterator[tuple[str, str]]:
    sessions, burden = plan.sessions, plan.aftercare.burden
    yield "Treated area", planned_area(plan.area.cm2)
    yield "Density", planned(plan.dots.per_cm2)
    yield "Dots in all", planned(plan.dots.total)
    yield "Visits", planned(sessions.count)
    yield "Hours in the chair", planned(sessions.chair_hours)
    yield "First visit", spoken(sessions.items[0].date)
    yield "Last visit", spoken(sessions.last_on)
    yield "Settled by", spoken(sessions.settled_on)
    yield "Days out of direct sun", str(burden.days_without_sun)
    yield "Days without swimming", str(burden.days_without_swimming)
    yield "Days without heavy exercise", str(burden.days_without_heavy_exercise)
    yield "First check for a touch-up", spoken(plan.touch_ups.items[0].typical)
    yield "Clashes with", listed([conflict.event for conflict in sessions.conflicts] or [NO_CLASH])
    yield from _money(plan)


def _money(plan: TreatmentPlan) -> Iterator[tuple[str, str]]:
    """The money, or that the plan shows none before the health questions are answered."""
    cost = plan.cost
    yield "Price of all visits", planned(cost.course) if cost else NO_MONEY
    for years in ("5y", "10y"):
        yield f"Cost over {years[:-1]} years", planned(cost.totals[years]) if cost else NO_MONEY
