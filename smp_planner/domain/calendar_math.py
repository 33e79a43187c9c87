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


def months_between(first: date, last: date) -> int:
    """How many months the month of one day lies after that of another: what `add_months` added."""
    return (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month


def add_days(day: date, days: int) -> date:
    """The day so many days later, never past the last day of the calendar."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher's way to reckon it)."""
    moon = year % 19
    century, rest = divmod(year, 100)
    leaps, skipped = divmod(century, 4)
    drift = (century - (century + 8) // 25 + 1) // 3
    full = (19 * moon + century - leaps - drift + 15) % 30
    to_sunday = (32 + 2 * skipped + 2 * (rest // 4) - full - rest % 4) % 7
    late = (moon + 11 * full + 22 * to_sunday) // 451
    month, day = divmod(full + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday (0 is Monday) of a month, 1 to 4; -1 is the last."""
    first, days = monthrange(year, month)
    ahead = (weekday - first) % 7
    if nth < 0:
        return date(year, month, 1 + ahead + (days - 1 - ahead) // 7 * 7)
    return date(year, month, 1 + ahead + 7 * (nth - 1))
