"""Courses under the packaged rules, for tests of their dates and of what is said of them.

The rules: 7 to 90 days (10 planned, 7 to 14 usual) from the first visit to the second, 14 to
90 (28, 14 to 30) to the third, 28 to 90 (28, 28 to 30) from then on; settled 28 days after
the last visit; the first visit may move 90 days. 11 January 2027 is a Monday.
"""

from __future__ import annotations

from datetime import date

from smp_planner.domain.intake import Away, CalendarAnswer, EventKind, LifeEvent, Weekday
from smp_planner.domain.provenance import Step
from smp_planner.planner.appointments.course_dates import Appointments
from smp_planner.planner.appointments.plan import plan_appointments
from smp_planner.rules.ruleset import RuleSet
from tests.people import START

LENGTHS = {"direct_sun": 28, "heavy_exercise": 10, "swimming": 21, "scabs": 7}
EVERY_DAY: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def day(text: str) -> date:
    return date.fromisoformat(text)


def event(kind: EventKind, from_: str, to: str | None = None, name: str = "party") -> LifeEvent:
    return LifeEvent(from_=day(from_), to=day(to or from_), name=name, kind=kind)


def away(from_: str, to: str) -> Away:
    return Away(from_=day(from_), to=day(to))


ONLY_THREE_DAYS = (  # 11 and 21 January, 18 February
    away("2027-01-12", "2027-01-20"),
    away("2027-01-22", "2027-02-17"),
    away("2027-02-19", "2030-12-31"),
)


def steps_and_dates(
    rules: RuleSet,
    count: int = 3,
    *events: LifeEvent,
    weekdays: tuple[Weekday, ...] = EVERY_DAY,
    away: tuple[Away, ...] = (),
    start: date = START,
) -> tuple[Appointments, tuple[Step, ...]]:
    """The dates of a course in a calendar that starts on 11 January 2027, or as said, and their steps."""
    calendar = CalendarAnswer(start=start, weekdays=weekdays, away=away, events=events)
    found, tell = plan_appointments(calendar, count, LENGTHS, rules)
    return found, tuple(tell())


def planned(
    rules: RuleSet,
    count: int = 3,
    *events: LifeEvent,
    weekdays: tuple[Weekday, ...] = EVERY_DAY,
    away: tuple[Away, ...] = (),
    start: date = START,
) -> Appointments:
    """The dates of a course in a calendar that starts on 11 January 2027, or as said."""
    return steps_and_dates(rules, count, *events, weekdays=weekdays, away=away, start=start)[0]
