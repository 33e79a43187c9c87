"""The visits in words: a row for each, and what is to be said about one or all of them."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.course import EventConflict, LatestStart, Visit
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import between, day_and_weekday, number, per_cent, spoken
from smp_planner.exports.standing import to_confirm
from smp_planner.exports.visit_times import begins, times_of
from smp_planner.exports.wording import days_held
from smp_planner.language.texts import _


def day_of(visit: Visit) -> str:
    """The day of a visit: Mon 11 Jan 2027."""
    return day_and_weekday(visit.date)


def visit_head(plan: SmpPlan) -> tuple[str, ...]:
    """What stands over the columns of `visit_rows`, the number of the visit left out."""
    last = _("date") if plan.suitability.provisional else _("may move between")
    return _("day"), _("hours"), _("dots"), _("done"), last


def visit_rows(plan: SmpPlan) -> Iterator[tuple[str, ...]]:
    """Number, day, hours from low to high, dots, how far the work is then, and how far the day may move."""
    for visit in plan.sessions.items:
        moves = days_held([(visit.earliest, visit.latest)])
        if visit.earliest == visit.latest:
            moves = _("no other day")
        elif taken := days_taken(visit):
            moves = f"{moves}. {taken}"
        yield (
            number(visit.number),
            day_of(visit),
            f"{number(visit.hours.typical)} ({between(visit.hours.low, visit.hours.high)})",
            _("about {number}", number=number(visit.dots.typical)),
            per_cent(visit.share_after),
            _("to be confirmed") if plan.suitability.provisional else moves,
        )


def days_taken(visit: Visit) -> str:
    """That an event, time away or a closed day lies in the days to which a visit may move; else nothing."""
    return _("Not every day between is free.") if visit.some_taken else ""


def about_visits(plan: SmpPlan) -> Iterator[str]:
    """What is said about one visit or all, clashes first."""
    sessions, calendar = plan.sessions, times_of(plan)
    yield from (f"{clash.say} {clash.what_would_fit}" for clash in sessions.conflicts)
    yield from (
        to_confirm(plan, latest.say)
        for latest in sessions.latest_start
        if not _told(latest, sessions.conflicts)
    )
    yield from (
        _("Visit {number}: {time}.", number=number(visit.number), time=time)
        for visit in sessions.items
        if (time := begins(visit, calendar))
    )
    yield from sessions.notes
    yield from (
        _("Visit {number}: {note}", number=number(visit.number), note=note)
        for visit in sessions.items
        for note in visit.notes
    )
    yield from _why_wide(sessions.count, sessions.chair_hours, plan.area.cm2, plan.dots.total)


def _told(latest: LatestStart, clashes: tuple[EventConflict, ...]) -> bool:
    """Whether a clash already names this last day for a first visit."""
    day = latest.on and spoken(latest.on)
    return any(clash.event == latest.event and day and day in clash.what_would_fit for clash in clashes)


def _why_wide(*estimates: Estimate) -> Iterator[str]:
    """Why a range is wide, each reason once."""
    yield from dict.fromkeys(estimate.note for estimate in estimates if estimate.note)
