"""The days on which a visit can be: open at the clinic and free for the person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from smp_planner.domain.calendar_math import add_days
from smp_planner.domain.intake import WEEKDAYS, CalendarAnswer, Weekday
from smp_planner.planner.appointments.day_sets import DaySet, between, every_week
from smp_planner.rules.clinic_days import ClinicDays, clinic_days
from smp_planner.rules.ruleset import RuleSet


class Frame(NamedTuple):
    """A run of days, numbered from 0 at `first` to `length` - 1."""

    first: date
    length: int

    def number(self, day: date, *, later: int = 0) -> int:
        """The number of a day, moved so many days later.

        Any day before the frame is -1 and any day after it is `length`, so that no number
        grows with a day that lies far away.
        """
        number = day.toordinal() - self.first.toordinal() + later
        return max(-1, min(number, self.length))

    def day(self, number: int) -> date:
        """The day with a number."""
        return self.first + timedelta(number)


def open_days(frame: Frame, calendar: CalendarAnswer, rules: RuleSet) -> DaySet:
    """The days of a frame on which the clinic is open and the person can come."""
    clinic = clinic_days(rules)
    return _open_but_for_yearly(frame, calendar, clinic) & ~_yearly(frame, clinic)


def lost_to_holidays(frame: Frame, calendar: CalendarAnswer, rules: RuleSet) -> DaySet:
    """The days of a frame that only a holiday closes; none where a clinic's file names its own."""
    clinic = clinic_days(rules)
    return _open_but_for_yearly(frame, calendar, clinic) & _yearly(frame, clinic) if clinic.holidays else 0


def _open_but_for_yearly(frame: Frame, calendar: CalendarAnswer, clinic: ClinicDays) -> DaySet:
    """The days of a frame that would be open and free if the clinic were closed on no day of every year."""
    days = on_weekdays(frame, [day for day in calendar.weekdays if day in clinic.weekdays])
    for first, last in (*((away.from_, away.to) for away in calendar.away), *clinic.shut):
        days &= ~between(frame.number(first), frame.number(last))
    return days


def on_weekdays(frame: Frame, weekdays: Iterable[Weekday]) -> DaySet:
    """The days of a frame that fall on some weekdays."""
    shift = frame.first.weekday()
    return every_week({(WEEKDAYS.index(day) - shift) % 7 for day in weekdays}, length=frame.length)


def _yearly(frame: Frame, clinic: ClinicDays) -> DaySet:
    """The days of a frame on which the clinic is closed in every year."""
    if not clinic.yearly:
        return 0
    last = add_days(frame.first, frame.length)
    closed = 0
    for day in clinic.closed_between(frame.first, last):
        number = frame.number(day)
        closed |= between(number, number)
    return closed
