"""Two finished plans set beside each other: what is said otherwise in the second, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import Change, SmpPlan
from smp_planner.domain.words import figure, listed, number, planned, planned_area, spoken
from smp_planner.language.texts import N_, NP_, _, p_

NO_CLASH = NP_("clashes", "none")
NO_MONEY = N_("not shown yet")


def plan_changes(one: SmpPlan, other: SmpPlan) -> tuple[Change, ...]:
    """The rows in which two plans differ: area, dots, visits, dates, days with limits, money, clashes."""
    both = zip(_rows(one), _rows(other), strict=True)
    return tuple(Change(what, before, after) for (what, before), (_what, after) in both if before != after)


def _rows(plan: SmpPlan) -> Iterator[tuple[str, str]]:
    sessions, burden = plan.sessions, plan.aftercare.burden
    yield _("Treated area"), planned_area(plan.area.cm2)
    yield _("Density"), planned(plan.dots.per_cm2)
    yield _("Dots in all"), planned(plan.dots.total)
    yield _("Visits"), planned(sessions.count)
    yield _("Hours in the chair"), planned(sessions.chair_hours)
    yield _("First visit"), spoken(sessions.items[0].date)
    yield _("Last visit"), spoken(sessions.last_on)
    yield _("Settled by"), spoken(sessions.settled_on)
    yield _("Days out of direct sun"), number(burden.days_without_sun)
    yield _("Days without swimming"), number(burden.days_without_swimming)
    yield _("Days without heavy exercise"), number(burden.days_without_heavy_exercise)
    yield _("First check for a touch-up"), spoken(plan.touch_ups.items[0].typical)
    yield _("Clashes with"), listed([conflict.event for conflict in sessions.conflicts] or [p_(*NO_CLASH)])
    yield from _money(plan)


def _money(plan: SmpPlan) -> Iterator[tuple[str, str]]:
    """The money, or that the plan shows none before the health questions are answered."""
    cost = plan.cost
    yield _("Price of all visits"), planned(cost.course) if cost else _(NO_MONEY)
    for years in (5, 10):
        what = _("Cost over {time}", time=figure(years, "years"))
        yield what, planned(cost.totals[f"{years}y"]) if cost else _(NO_MONEY)
