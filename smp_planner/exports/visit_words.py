"""The visits in words: a row for each, and what is to be said about one or all of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smp_planner.domain.course import Sessions, Visit
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import between, day_and_weekday, figure, number, per_cent, planned, short_day
from smp_planner.exports.event_words import events_told
from smp_planner.exports.visit_times import begins, times_of
from smp_planner.exports.wording import days_held
from smp_planner.language.texts import N_, _

OR_LATER = N_("{day} or later")
SOME_TAKEN = N_("Not every day between is free.")
SOME_LATER_TAKEN = N_("Not every later day is free.")
OR_MORE = N_("{low} or more")
USUAL_OR_MORE = N_("{usual} ({low} or more)")
FURTHER_HOURS = N_("At the most, {most} in all: {further} of it in further visits, if needed.")


def day_of(visit: Visit) -> str:
    """The day of a visit: Mon 11 Jan 2027."""
    return day_and_weekday(visit.date)


def visit_head(plan: SmpPlan) -> tuple[str, ...]:
    """What stands over the columns of `visit_rows`, the number of the visit left out."""
    last = _("date") if plan.suitability.provisional else _("may be on")
    return _("day"), _("hours"), _("dots"), _("done"), last


def visit_rows(plan: SmpPlan) -> Iterator[tuple[str, ...]]:
    """Number, day, hours from low to high, dots, how far the work is then, and how far the day may move."""
    for visit in plan.sessions.items:
        yield (
            number(visit.number),
            day_of(visit),
            f"{number(visit.hours.typical)} ({_ends(visit)})",
            _("about {number}", number=number(visit.dots.typical)),
            per_cent(visit.share_after),
            _("to be confirmed") if plan.suitability.provisional else _moves(visit, plan.sessions),
        )


def _ends(visit: Visit) -> str:
    """Low to high of the hours of a visit; one that no more visits can shorten has no high end."""
    if visit.or_more:
        return _(OR_MORE, low=number(visit.hours.low))
    return between(visit.hours.low, visit.hours.high)


def hours_told(visit: Visit) -> str:
    """How long a visit takes, with its span: 3 hours (2 to 5), or 6.25 hours (3.5 or more)."""
    if visit.or_more:
        usual = figure(visit.hours.typical, visit.hours.unit)
        return _(USUAL_OR_MORE, usual=usual, low=number(visit.hours.low))
    return planned(visit.hours)


def _moves(visit: Visit, sessions: Sessions) -> str:
    """The days on which a visit may be, in short."""
    if visit.earliest == visit.latest:
        return _("no other day")
    moves = days_held([(visit.earliest, visit.latest)])
    if last_day(visit, sessions) is None:
        moves = _(OR_LATER, day=short_day(visit.earliest))
    return ". ".join(filter(None, (moves, days_taken(visit, sessions))))


def last_day(visit: Visit, sessions: Sessions) -> date | None:
    """The last day to which a visit may move; None where it can also be later, as no event bounds it."""
    is_open = sessions.no_last_day and visit.earliest != visit.latest
    return None if is_open else visit.latest


def days_taken(visit: Visit, sessions: Sessions) -> str:
    """That an event, time away or a closed day lies in the days to which a visit may move; else nothing."""
    if not visit.some_taken:
        return ""
    return _(SOME_LATER_TAKEN) if last_day(visit, sessions) is None else _(SOME_TAKEN)


def about_days(sessions: Sessions) -> Iterator[str]:
    """The weekdays on which no visit is, and that visits can also be later, where they can."""
    yield from sessions.weekdays_off
    if sessions.no_last_day:
        yield sessions.no_last_day


def about_visits(plan: SmpPlan) -> Iterator[str]:
    """What is said about one visit or all, clashes first."""
    sessions, calendar = plan.sessions, times_of(plan)
    yield from events_told(plan)
    yield from (one.say for one in sessions.hurried)
    yield from about_days(sessions)
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
    yield from _why_wide(sessions.chair_hours, plan.area.cm2, plan.dots.total)


def _why_wide(*estimates: Estimate) -> Iterator[str]:
    """Why a range is wide, each reason once."""
    yield from dict.fromkeys(estimate.note for estimate in estimates if estimate.note)


def further_hours_told(sessions: Sessions) -> str:
    """What of the most hours in all goes into visits beyond these; nothing where that is none."""
    if not sessions.further_hours:
        return ""
    most, further = (figure(each, "hours") for each in (sessions.chair_hours.high, sessions.further_hours))
    return _(FURTHER_HOURS, most=most, further=further)
