"""What two plans are compared by, row by row: the name, the words, the value, and the step behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from smp_planner.domain.plan import Change, SmpPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import figure, listed, number, planned, planned_area, spoken
from smp_planner.exports.money_words import removal_told
from smp_planner.language.texts import N_, NP_, _, p_

NO_VISIT = N_("no visit")
NO_CLASH = NP_("clashes", "none")
NO_MONEY = N_("not shown yet")
ALL_VISITS = N_("Price of all visits")
LONGEST = 10  # years that money is told for
Value = Estimate | date | tuple[str, ...] | None


class Side(NamedTuple):
    """One figure of one plan: in words, its value, and the field of its step.

    The value is None where the plan has no such figure, a list of names where it is none; the field is None
    where nothing is told but that there is no figure.
    """

    told: str
    value: Value = None
    field: str | None = None


class PlanRow(NamedTuple):
    """One figure of two plans."""

    what: str
    one: Side
    other: Side

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return self.one.told == self.other.told

    @property
    def change(self) -> Change:
        """The row in words alone."""
        return Change(self.what, self.one.told, self.other.told)


def plan_rows(one: SmpPlan, other: SmpPlan) -> Iterator[PlanRow]:
    """Every row: area, dots, visits, hours, dates, days with limits, clashes, money."""
    most = max(len(one.sessions.items), len(other.sessions.items))
    for (what, mine), (_what, theirs) in zip(_rows(one, most), _rows(other, most), strict=True):
        yield PlanRow(what, mine, theirs)


def differing_rows_and_price(one: SmpPlan, other: SmpPlan) -> tuple[PlanRow, ...]:
    """The rows that differ; where some do, also what all visits and ten years cost if that stays.

    Nothing is said of money that neither of them shows.
    """
    rows = [*plan_rows(one, other)]
    told = (_(ALL_VISITS), over_years(LONGEST)) if one.cost and other.cost else ()
    if all(row.same for row in rows):
        return ()
    return tuple(row for row in rows if not row.same or row.what in told)


def over_years(years: int) -> str:
    """The name of the row that tells what so many years cost."""
    return _("Cost over {time}", time=figure(years, "years"))


def _rows(plan: SmpPlan, most_visits: int) -> Iterator[tuple[str, Side]]:
    sessions, area, dots = plan.sessions, plan.area.cm2, plan.dots
    first_check = plan.touch_ups.items[0]
    yield _("Treated area"), Side(planned_area(area), area, "area.cm2")
    yield _("Density on bare skin"), _estimate(dots.per_cm2, "dots.per_cm2")
    yield _("Density over the area"), _estimate(dots.over_area, "dots.over_area")
    yield _("Dots in all"), _estimate(dots.total, "dots.total")
    yield _("Visits"), _estimate(sessions.count, "sessions.count")
    yield _("Hours in the chair"), _estimate(sessions.chair_hours, "sessions.chair_hours")
    yield _("First visit"), _day(sessions.items[0].date, "sessions.items.1.date")
    for visit in range(2, most_visits):
        yield _("Visit {number}", number=number(visit)), _visit(visit, plan)
    yield _("Last visit"), _day(sessions.last_on, "sessions.last_on")
    yield _("Settled by"), _day(sessions.settled_on, "sessions.settled_on")
    yield from _days_with_limits(plan)
    yield _("First check for a touch-up"), _day(first_check.typical, f"touch_ups.items.{first_check.number}")
    yield _("Clashes with"), _clashes(plan)
    yield from _money(plan)


def _estimate(value: Estimate, field: str) -> Side:
    return Side(planned(value), value, field)


def _day(day: date, field: str) -> Side:
    return Side(spoken(day), day, field)


def _visit(visit: int, plan: SmpPlan) -> Side:
    items = plan.sessions.items
    if visit > len(items):
        return Side(_(NO_VISIT))
    return _day(items[visit - 1].date, f"sessions.items.{visit}.date")


def _days_with_limits(plan: SmpPlan) -> Iterator[tuple[str, Side]]:
    burden = plan.aftercare.burden
    for what, name, days in (
        (_("Days out of direct sun"), "days_without_sun", burden.days_without_sun),
        (_("Days without swimming"), "days_without_swimming", burden.days_without_swimming),
        (_("Days without heavy exercise"), "days_without_heavy_exercise", burden.days_without_heavy_exercise),
    ):
        yield what, Side(number(days), Estimate(days, days, days, "days"), f"aftercare.burden.{name}")


def _clashes(plan: SmpPlan) -> Side:
    events = tuple(conflict.event for conflict in plan.sessions.conflicts)
    field = "sessions.conflicts" if events else "sessions.items"
    return Side(listed(events or [p_(*NO_CLASH)]), events, field)


def _money(plan: SmpPlan) -> Iterator[tuple[str, Side]]:
    """The money, or that the plan shows none before the health questions are answered."""
    cost, none = plan.cost, Side(_(NO_MONEY))
    yield _(ALL_VISITS), _estimate(cost.course, "cost.course") if cost else none
    share = _estimate(cost.per_session, "cost.per_session") if cost else none
    yield _("A visit's share of the price"), share
    yield _("Each touch-up"), _estimate(cost.touch_up, "cost.touch_up") if cost else none
    removal = Side(removal_told(cost.removal), cost.removal.sessions, "cost.removal") if cost else none
    yield _("Laser removal"), removal
    for years in (1, 5, LONGEST):
        id_ = f"{years}y"
        yield over_years(years), _estimate(cost.totals[id_], f"cost.totals.{id_}") if cost else none
    days = Estimate(cost.valid_days, cost.valid_days, cost.valid_days, "days") if cost else None
    yield _("The price holds for"), _estimate(days, "cost.valid_days") if days else none
