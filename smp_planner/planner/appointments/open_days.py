"""The days on which a visit can be: open at the clinic and free for the person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from smp_planner.domain.intake import WEEKDAYS, CalendarAnswer
from smp_planner.planner.appointments.day_sets import DaySet, between, every_week
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
    wanted = [day for day in calendar.weekdays if day not in rules.closed_weekdays]
    shift = frame.first.weekday()
    days = every_week({(WEEKDAYS.index(day) - shift) % 7 for day in wanted}, length=frame.length)
    for first, last in _shut(calendar, rules):
        days &= ~between(frame.number(first), frame.number(last))
    return days


def _shut(calendar: CalendarAnswer, rules: RuleSet) -> Iterator[tuple[date, date]]:
    """The spans on which no visit can be, both ends included."""
    for away in calendar.away:
        yield away.from_, away.to
    if rules.clinic is not None:
        for day in rules.clinic.closed.dates:
            yield (day, day) if isinstance(day, date) else (day.from_, day.to)
