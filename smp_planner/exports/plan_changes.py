"""Two finished plans set beside each other: what is said otherwise in the second, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from smp_planner.domain.care import Window
from smp_planner.domain.findings import Suitability
from smp_planner.domain.plan import Change, SmpPlan
from smp_planner.domain.words import figure, listed, number, planned, sentence, spoken
from smp_planner.exports.plan_rows import plan_rows
from smp_planner.exports.quote_words import PAID_WHEN, amount_told
from smp_planner.language.texts import N_, NN_, _, n_

NOT_SAID = N_("not said")
AFTER_A_VISIT = N_("day {first} to day {last} after a visit")
BEFORE_A_VISIT = NN_("from {count} day before a visit", "from {count} days before a visit")
NO_LATER_CHECK = N_("no later check")
FINDINGS = (N_("Stop"), N_("Wait"), N_("Ask a doctor"), N_("Good to know"))
WAIT_UNTIL = N_("{say} Until {day}.")


def plan_changes(one: SmpPlan, other: SmpPlan) -> tuple[Change, ...]:
    """The rows in which two plans differ: area, dots, each visit, dates, days with limits, money, clashes."""
    return tuple(row.change for row in plan_rows(one, other) if not row.same)


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
