"""Months and days on the calendar, kept inside the days that the calendar has."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date

MONTHS_A_YEAR = 12
SHORTEST_MONTH = 28


def add_months(day: date, months: int) -> date:
    """The day so many months later; a month that is too short gives its last day."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    if year > MAXYEAR:
        return date.max
    month += 1
    if day.day <= SHORTEST_MONTH:
        return date(year, month, day.day)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_days(day: date, days: int) -> date:
    """The day so many days later, never past the last day of the calendar."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))
