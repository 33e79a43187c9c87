"""What a clinic's file says of its hours, read into days and minutes: open weekdays, closed days, spans.

A clinic that names no opening hours is open on every weekday that it doesn't close, at any hour. Where no
file names closed days of every year, the holidays of the base rules hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import NamedTuple, get_args

from smp_planner.domain.calendar_math import easter, nth_weekday
from smp_planner.domain.intake import WEEKDAYS, Weekday
from smp_planner.domain.opening import HOUR, OpenSpan
from smp_planner.domain.words import weekday_of
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_hours import (
    EasterHoliday,
    HolidayRule,
    Month,
    MovingHoliday,
    Which,
    Yearly,
)

MONTHS: tuple[str, ...] = get_args(Month)
WHICH: tuple[str, ...] = get_args(Which)
LAST = "last"
LEAP_YEAR = 2000
SPAN = re.compile(r"([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})")
FIXED = re.compile(r"([0-9]{2})-([0-9]{2})")
DAY_ENDS = 24 * HOUR


class FixedDay(NamedTuple):
    """The same day of every year; 29 February in leap years alone."""

    month: int
    day: int

    def on(self, year: int) -> date | None:
        """The day in a year."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


class MovingDay(NamedTuple):
    """A weekday of a month: the nth, or with -1 the last."""

    nth: int
    weekday: int
    month: int

    def on(self, year: int) -> date:
        """The day in a year."""
        return nth_weekday(year, self.month, self.weekday, self.nth)


class EasterDay(NamedTuple):
    """A day so many days after Easter Sunday."""

    days: int

    def on(self, year: int) -> date:
        """The day that belongs to the Easter of a year."""
        return easter(year) + timedelta(self.days)


YearlyDay = FixedDay | MovingDay | EasterDay


class ClinicDays(NamedTuple):
    """The days and hours of a clinic: `opening` is None where its file names no hours.

    `shut` are spans of closed days, both ends included; `yearly` are closed in each year. Those are the
    `holidays` of the base rules, or what the file names in their place.
    """

    weekdays: tuple[Weekday, ...]
    shut: tuple[tuple[date, date], ...]
    yearly: tuple[YearlyDay, ...]
    opening: Mapping[Weekday, tuple[OpenSpan, ...]] | None
    holidays: bool = False

    def closed_between(self, first: date, last: date) -> tuple[date, ...]:
        """The yearly days that may lie between two days, in whole years; a holiday may belong to the next."""
        years = range(max(first.year, MINYEAR), min(last.year + 1, MAXYEAR - 1) + 1)
        return tuple(day for year in years for day in _in_year(self.yearly, year))

    def is_open(self, day: date) -> bool:
        """Whether it is open on a day, at any hour."""
        shut = any(first <= day <= last for first, last in self.shut)
        return (
            weekday_of(day) in self.weekdays
            and not shut
            and not (self.yearly and day in self.closed_between(day, day))
        )

    def spans_on(self, day: date) -> tuple[OpenSpan, ...]:
        """The hours of a day, where hours are named; none on a day on which it is closed."""
        return self.spans(weekday_of(day)) if self.is_open(day) else ()

    def spans(self, weekday: Weekday) -> tuple[OpenSpan, ...]:
        """The hours of a weekday, where hours are named; none where it is closed."""
        return (self.opening or {}).get(weekday, ()) if weekday in self.weekdays else ()


@lru_cache(maxsize=64)
def _in_year(yearly: tuple[YearlyDay, ...], year: int) -> tuple[date, ...]:
    return tuple(day for one in yearly if (day := one.on(year)) is not None)


def clinic_days(rules: RuleSet) -> ClinicDays:
    """The days and hours of the clinic of these rules."""
    return rules.kept(_of_rules)


def _of_rules(rules: RuleSet) -> ClinicDays:
    found = days_of(rules.clinic) if rules.clinic else ClinicDays(WEEKDAYS, (), (), None)
    return found._replace(yearly=_days(closed_yearly(rules)), holidays=bool(holiday_rules(rules)))


def holiday_rules(rules: RuleSet) -> tuple[HolidayRule, ...]:
    """The holidays on which no visit is; none where the clinic's file names its own days of every year."""
    if rules.clinic and rules.clinic.closed.yearly is not None:
        return ()
    book = rules.sessions.holidays
    return (book.everywhere, *(own for region, own in book.in_region.items() if region == rules.told_region))


def perhaps_closed_rules(rules: RuleSet) -> tuple[HolidayRule, ...]:
    """The days on which some clinics are closed: around Christmas, and with a region its public holidays.

    None where the clinic's file names its own.
    """
    return (*_christmas_rules(rules), *_public_rules(rules))


def _christmas_rules(rules: RuleSet) -> tuple[HolidayRule, ...]:
    return (rules.sessions.holidays.around_christmas,) if holiday_rules(rules) else ()


def _public_rules(rules: RuleSet) -> tuple[HolidayRule, ...]:
    if not holiday_rules(rules):
        return ()
    return tuple(
        own for region, own in rules.sessions.holidays.perhaps.items() if region == rules.told_region
    )


def is_perhaps_closed(day: date, rules: RuleSet) -> bool:
    """Whether a day is a public holiday, on which some clinics are closed."""
    return day in _in_year(rules.kept(_public_holidays), day.year)


def is_around_christmas(day: date, rules: RuleSet) -> bool:
    """Whether it is one of the days around Christmas on which some clinics are closed."""
    return day in _in_year(rules.kept(_around_christmas), day.year)


def _public_holidays(rules: RuleSet) -> tuple[YearlyDay, ...]:
    return tuple(day for rule in _public_rules(rules) for day in _days(rule.yearly))


def _around_christmas(rules: RuleSet) -> tuple[YearlyDay, ...]:
    return tuple(day for rule in _christmas_rules(rules) for day in _days(rule.yearly))


def closed_yearly(rules: RuleSet) -> Sequence[Yearly]:
    """The days of every year without a visit: those that the clinic's file names, else the holidays."""
    if rules.clinic and rules.clinic.closed.yearly is not None:
        return rules.clinic.closed.yearly
    return [day for rule in holiday_rules(rules) for day in rule.yearly]


def _days(yearly: Sequence[Yearly]) -> tuple[YearlyDay, ...]:
    return tuple(day for one in yearly if (day := yearly_day(one)) is not None)


def days_of(clinic: ClinicFile) -> ClinicDays:
    """The days and hours that a clinic's file names, which has no fault in them."""
    closed, opening = clinic.closed, clinic.opening
    opened = WEEKDAYS if opening is None else tuple(opening)
    return ClinicDays(
        weekdays=tuple(day for day in WEEKDAYS if day in opened and day not in closed.days),
        shut=tuple((day, day) if isinstance(day, date) else (day.from_, day.to) for day in closed.dates),
        yearly=_days(closed.yearly or ()),
        opening=None
        if opening is None
        else {day: _spans(opening[day]) for day in WEEKDAYS if day in opening},
    )


def _spans(texts: list[str]) -> tuple[OpenSpan, ...]:
    return tuple(span for text in texts if (span := open_span(text)) is not None)


def open_span(text: str) -> OpenSpan | None:
    """`HH:MM-HH:MM` in minutes from midnight, up to 24:00; None where it isn't written so."""
    found = SPAN.fullmatch(text)
    if found is None:
        return None
    from_hour, from_minute, to_hour, to_minute = map(int, found.groups())
    opens, closes = from_hour * HOUR + from_minute, to_hour * HOUR + to_minute
    sound = max(from_minute, to_minute) < HOUR and max(opens, closes) <= DAY_ENDS
    return OpenSpan(opens, closes) if sound else None


def yearly_day(one: Yearly) -> YearlyDay | None:
    """A closed day of every year; None for a text that is no `MM-DD` of any year."""
    if isinstance(one, EasterHoliday):
        return EasterDay(one.days_after_easter)
    if isinstance(one, MovingHoliday):
        nth = -1 if one.the == LAST else WHICH.index(one.the) + 1
        return MovingDay(nth, WEEKDAYS.index(one.weekday), MONTHS.index(one.of) + 1)
    found = FIXED.fullmatch(one)
    day = FixedDay(int(found[1]), int(found[2])) if found else None
    return day if day and day.on(LEAP_YEAR) else None
