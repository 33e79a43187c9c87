"""Times that were chosen for visits, held against the clinic's clock and its hours."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from smp_planner.domain.course import Sessions, Visit
from smp_planner.domain.intake import CalendarAnswer
from smp_planner.domain.opening import HOUR, OpenSpan, longest_in_a_row
from smp_planner.domain.words import city_of, figure, listed
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import N_, _
from smp_planner.rules.clinic_days import clinic_days
from smp_planner.rules.ruleset import RuleSet

CLOSED = N_("At {time} the clinic is closed, so ask for another time.")
TOO_LATE = N_("From {time}, this visit of about {takes} would end after the clinic closes.")
OPEN = N_("On this day it is open {hours}.")


def with_chosen_times(sessions: Sessions, answers: CalendarAnswer, rules: RuleSet) -> Sessions:
    """The sessions with the clinic's time zone, where times were chosen without one.

    A visit at a time at which the clinic is closed, or that does not fit its hours, has a note that says so.
    """
    if not answers.visit_times or rules.clinic is None:
        return sessions
    own = rules.clinic.timezone
    items = tuple(
        replace(visit, notes=(*visit.notes, *_notes(visit, chosen, answers.timezone, rules)))
        if (chosen := answers.visit_times.get(visit.number))
        else visit
        for visit in sessions.items
    )
    return replace(sessions, items=items, timezone=None if answers.timezone else own)


def _notes(visit: Visit, chosen: str, zone: str | None, rules: RuleSet) -> tuple[str, ...]:
    """What is said of a visit at a chosen time; the hours count on the clinic's own clock."""
    clinic = clinic_days(rules)
    own = rules.clinic.timezone if rules.clinic else None
    if clinic.opening is None:
        return ()
    here = ZoneInfo(own) if own else UTC
    there = ZoneInfo(zone) if own and zone else here
    start = datetime.combine(visit.date, time.fromisoformat(chosen), there).astimezone(UTC)
    minutes = math.ceil(visit.hours.typical * HOUR)
    day = start.astimezone(here).date()
    begins, ends = (_minute(day, start + timedelta(minutes=more), here) for more in (0, minutes))
    spans = clinic.spans_on(day)
    is_open = any(span.opens <= begins < span.closes for span in spans)
    told_already = is_open and longest_in_a_row(spans) < minutes  # no time of this day would fit
    if told_already or any(span.opens <= begins and ends <= span.closes for span in spans):
        return ()
    at = _clock(begins)
    if own and there is not here:
        at = _("{time} (time of {zone})", time=at, zone=city_of(own))
    say = _(TOO_LATE, takes=figure(visit.hours.typical, "hours"), time=at) if is_open else _(CLOSED, time=at)
    return (" ".join([say, *([_(OPEN, hours=listed(list(map(_span, spans))))] if spans else [])]),)


def _minute(day: date, moment: datetime, here: tzinfo) -> int:
    """A moment on the clock, in minutes from the midnight with which the day begins."""
    on_the_wall = moment.astimezone(here).replace(tzinfo=None)
    return (on_the_wall - datetime.combine(day, time())) // timedelta(minutes=1)


def _span(span: OpenSpan) -> str:
    return _("from {opens} to {closes}", opens=_clock(span.opens), closes=_clock(span.closes))


def _clock(minutes: int) -> str:
    """Minutes from midnight as a time; 24:00 is told as midnight."""
    return spoken_now().figures.clock((datetime.min + timedelta(minutes=minutes)).time())
