"""The patch test: some days before the first visit a little of the pigment is tried on a hidden spot."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from math import ceil
from typing import NamedTuple

from smp_planner.domain.care import PATCH_TEST
from smp_planner.domain.intake import CalendarAnswer
from smp_planner.domain.provenance import Reading
from smp_planner.domain.words import fill, spoken, weekday_of
from smp_planner.rules.clinic_days import clinic_days, is_perhaps_closed
from smp_planner.rules.figures import Figure
from smp_planner.rules.ruleset import RuleSet


class DaysToTest(NamedTuple):
    """The first and the last of the days on which something is done that has to be done before a visit."""

    first: date
    last: date


def last_day_to_test(
    first_visit: date, rules: RuleSet, calendar: CalendarAnswer | None = None
) -> date | None:
    """The last day on which the clinic is open and the test comes early enough, a day on offer if it can be.

    None where it is closed on every day that the rules' limits leave for it.
    """
    found = days_to_test(first_visit, rules.aftercare.before[PATCH_TEST].days, rules, calendar)
    return found.last if found else None


def days_to_test(
    visit: date, days: Figure, rules: RuleSet, calendar: CalendarAnswer | None = None
) -> DaysToTest | None:
    """The days that are planned with, as far as they are early enough and the clinic is open on the last one.

    Where it is closed on all of them it is the nearest open day before; None where there is none. The last
    one is a day on offer in the calendar, where it can be none on which some clinics close; only without any
    such day it is one on which the clinic is open.
    """
    clinic, bounds = clinic_days(rules), days_of_limits(visit, days)
    ahead = [bounds.last - timedelta(sooner) for sooner in range((bounds.last - bounds.first).days + 1)]
    offered = [day for day in ahead if calendar is None or on_offer(day, calendar)]
    surely = (day for day in offered if not is_perhaps_closed(day, rules))
    last = next(filter(clinic.is_open, chain(surely, offered, ahead)), None)
    return DaysToTest(min(visit - timedelta(ceil(days.read().number)), last), last) if last else None


def better_day_to_test(first_visit: date, rules: RuleSet, calendar: CalendarAnswer) -> date | None:
    """The day nearest to those planned with on which somebody can come and the clinic is surely open.

    None where no such day is before the last one, and where there is no last one.
    """
    last = last_day_to_test(first_visit, rules, calendar)
    if last is None:
        return None
    planned = ceil(rules.aftercare.before[PATCH_TEST].days.read().number)
    clinic, first = clinic_days(rules), first_visit - timedelta(planned)
    days = (first + timedelta(later) for later in range((last - first).days))
    surely = (day for day in days if clinic.is_open(day) and not is_perhaps_closed(day, rules))
    return next((day for day in surely if on_offer(day, calendar)), None)


def on_offer(day: date, calendar: CalendarAnswer) -> bool:
    """Whether somebody can come on a day: it is one of their weekdays, no time away, and no event's."""
    at_events = (event for event in calendar.events if event.takes_its_days)
    return weekday_of(day) in calendar.weekdays and not any(
        span.from_ <= day <= span.to for span in (*calendar.away, *at_events)
    )


def no_day_to_test(first_visit: date, rules: RuleSet) -> tuple[str, ...]:
    """That the clinic is closed on every day for the test, where it is."""
    if last_day_to_test(first_visit, rules):
        return ()
    first, last = days_of_limits(first_visit, rules.aftercare.before[PATCH_TEST].days)
    return (fill(rules.sessions.words["no_patch_test"], first=spoken(first), last=spoken(last)),)


def days_of_limits(visit: date, days: Figure) -> DaysToTest:
    """Every day that the limits leave, on which the clinic is open or not.

    The last one is as near to the visit as the short end of what is advised.
    """
    last = visit - timedelta(least_days(days.read()))
    return DaysToTest(visit - timedelta(int(days.limits[-1])), last)


def least_days(days: Reading) -> int:
    """The fewest days before a visit on which something is done: the short end of the advice, or one."""
    return max(1, ceil(min(days.low, days.number)))
