"""Two finished plans set beside each other: what is said otherwise in the second, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from smp_planner.domain.care import Window
from smp_planner.domain.findings import Suitability
from smp_planner.domain.plan import Change, SmpPlan
from smp_planner.domain.words import figure, listed, number, planned, planned_area, sentence, spoken
from smp_planner.exports.money_words import removal_told
from smp_planner.exports.quote_words import PAID_WHEN, amount_told
from smp_planner.language.texts import N_, NN_, NP_, _, n_, p_

NO_VISIT = N_("no visit")
NO_CLASH = NP_("clashes", "none")
NO_MONEY = N_("not shown yet")
ALL_VISITS = N_("Price of all visits")
THE_SAME = N_("the same")
LONGEST = 10  # years that money is told for
NOT_SAID = N_("not said")
AFTER_A_VISIT = N_("day {first} to day {last} after a visit")
BEFORE_A_VISIT = NN_("from {count} day before a visit", "from {count} days before a visit")
NO_LATER_CHECK = N_("no later check")
FINDINGS = (N_("Stop"), N_("Wait"), N_("Ask a doctor"), N_("Good to know"))
WAIT_UNTIL = N_("{say} Until {day}.")


def plan_changes(one: SmpPlan, other: SmpPlan) -> tuple[Change, ...]:
    """The rows in which two plans differ: area, dots, each visit, dates, days with limits, money, clashes."""
    return tuple(row for row in _side_by_side(one, other) if row.before != row.after)


def plan_changes_and_price(one: SmpPlan, other: SmpPlan) -> tuple[Change, ...]:
    """As `plan_changes`; where something differs, also what all visits and ten years cost if that stays.

    Nothing is said of money that neither of them shows.
    """
    rows = [*_side_by_side(one, other)]
    told = (_(ALL_VISITS), _over(LONGEST)) if one.cost and other.cost else ()
    same = _(THE_SAME)
    if all(row.before == row.after for row in rows):
        return ()
    kept = (row._replace(after=same) if row.before == row.after else row for row in rows)
    return tuple(row for row in kept if row.after != same or row.what in told)


def _side_by_side(one: SmpPlan, other: SmpPlan) -> Iterator[Change]:
    most = max(len(one.sessions.items), len(other.sessions.items))
    for (what, before), (_what, after) in zip(_rows(one, most), _rows(other, most), strict=True):
        yield Change(what, before, after)


def _rows(plan: SmpPlan, most_visits: int) -> Iterator[tuple[str, str]]:
    sessions, burden = plan.sessions, plan.aftercare.burden
    yield _("Treated area"), planned_area(plan.area.cm2)
    yield _("Density"), planned(plan.dots.per_cm2)
    yield _("Dots in all"), planned(plan.dots.total)
    yield _("Visits"), planned(sessions.count)
    yield _("Hours in the chair"), planned(sessions.chair_hours)
    yield _("First visit"), spoken(sessions.items[0].date)
    for visit in range(2, most_visits):
        yield _("Visit {number}", number=number(visit)), _day_of(visit, plan)
    yield _("Last visit"), spoken(sessions.last_on)
    yield _("Settled by"), spoken(sessions.settled_on)
    yield _("Days out of direct sun"), number(burden.days_without_sun)
    yield _("Days without swimming"), number(burden.days_without_swimming)
    yield _("Days without heavy exercise"), number(burden.days_without_heavy_exercise)
    yield _("First check for a touch-up"), spoken(plan.touch_ups.items[0].typical)
    yield _("Clashes with"), listed([conflict.event for conflict in sessions.conflicts] or [p_(*NO_CLASH)])
    yield from _money(plan)


def _day_of(visit: int, plan: SmpPlan) -> str:
    items = plan.sessions.items
    return spoken(items[visit - 1].date) if visit <= len(items) else _(NO_VISIT)


def _money(plan: SmpPlan) -> Iterator[tuple[str, str]]:
    """The money, or that the plan shows none before the health questions are answered."""
    cost = plan.cost
    yield _(ALL_VISITS), planned(cost.course) if cost else _(NO_MONEY)
    yield _("A visit's share of the price"), planned(cost.per_session) if cost else _(NO_MONEY)
    yield _("Each touch-up"), planned(cost.touch_up) if cost else _(NO_MONEY)
    yield _("Laser removal"), removal_told(cost.removal) if cost else _(NO_MONEY)
    for years in (1, 5, LONGEST):
        yield _over(years), planned(cost.totals[f"{years}y"]) if cost else _(NO_MONEY)
    yield _("The price holds for"), figure(cost.valid_days, "days") if cost else _(NO_MONEY)


def _over(years: int) -> str:
    return _("Cost over {time}", time=figure(years, "years"))


def payment_changes(one: SmpPlan, other: SmpPlan) -> tuple[Change, ...]:
    """What is paid to book, and what at each time, where a clinic's price list says so."""
    both = zip(_payments(one), _payments(other), strict=True)
    return tuple(Change(what, before, after) for (what, before), (_what, after) in both if before != after)


def _payments(plan: SmpPlan) -> Iterator[tuple[str, str]]:
    quote = plan.cost.quote if plan.cost else None
    deposit = quote.deposit if quote else None
    yield _("Deposit"), figure(deposit.amount.typical, deposit.amount.unit) if deposit else _(NOT_SAID)
    paid = [f"{payment.what}: {amount_told(payment.amount)}" for payment in quote.payments] if quote else []
    yield _(PAID_WHEN), "; ".join(paid) or _(NOT_SAID)


def instruction_changes(one: SmpPlan, other: SmpPlan) -> tuple[Change, ...]:
    """The instructions that hold for other days before or after a visit, or in one of the plans alone."""
    mine, theirs = dict(_instructions(one)), dict(_instructions(other))
    changes: list[Change] = []
    for key in mine | theirs:
        name, _days = mine.get(key) or theirs[key]
        before, after = (said[key][1] if key in said else _(NOT_SAID) for said in (mine, theirs))
        if before != after:
            changes.append(Change(name, before, after))
    return tuple(changes)


def finding_changes(one: Suitability, other: Suitability) -> tuple[Change, ...]:
    """What the health answers bring up in one of two plans alone: stops, waits, doctors, what to know."""
    changes: list[Change] = []
    for what, mine, theirs in zip(FINDINGS, _findings(one), _findings(other), strict=True):
        alone = (
            [say for say in said if say not in others] for said, others in ((mine, theirs), (theirs, mine))
        )
        before, after = (" ".join(says) or _(NOT_SAID) for says in alone)
        if before != after:
            changes.append(Change(_(what), before, after))
    return tuple(changes)


def _findings(found: Suitability) -> Iterator[list[str]]:
    yield [one.say for one in found.stop]
    yield [_(WAIT_UNTIL, say=one.say, day=spoken(one.until)) if one.until else one.say for one in found.wait]
    yield [one.say for one in found.ask_doctor]
    yield [one.say for one in found.know]


def touch_up_changes(one: SmpPlan, other: SmpPlan) -> tuple[Change, ...]:
    """How far apart the checks for a touch-up are, and the days of those after the first."""
    both = zip(_touch_ups(one), _touch_ups(other), strict=True)
    return tuple(Change(what, before, after) for (what, before), (_what, after) in both if before != after)


def _touch_ups(plan: SmpPlan) -> Iterator[tuple[str, str]]:
    _first, *later = plan.touch_ups.items
    yield _("Between checks for a touch-up"), planned(plan.touch_ups.interval_months)
    yield _("Later checks"), listed([spoken(check.typical) for check in later] or [_(NO_LATER_CHECK)])


def _instructions(plan: SmpPlan) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Each instruction by its rule, after or before a visit: its short name and its days from a visit.

    One before a visit and one after it may have the same name.
    """
    on = {session.number: session.date for session in plan.sessions.items}
    names = {name.rule: sentence(name.short) for name in plan.aftercare.names}
    for window in plan.aftercare.windows:
        first, last = _counted(window, on)
        told = _(AFTER_A_VISIT, first=number(first), last=number(last))
        yield ("after", window.rule), (names[window.rule], told)
    for one in plan.aftercare.before:
        days = (on[one.session] - one.from_).days
        told = n_(*BEFORE_A_VISIT, days, count=number(days))
        yield ("before", one.rule), (sentence(one.short), told)


def _counted(window: Window, on: Mapping[int, date]) -> tuple[int, int]:
    """The first day of a window counted from its first visit, and the last from its last."""
    return (window.from_ - on[window.sessions[0]]).days, (window.to - on[window.sessions[-1]]).days
