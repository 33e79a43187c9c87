"""Months and days on the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from smp_planner.domain.calendar_math import add_days, add_months, easter, months_between, nth_weekday


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 4, 11), 9, date(2027, 1, 11)),
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 1), 11, date(2026, 12, 1)),
        (date(2026, 3, 5), 24, date(2028, 3, 5)),
    ],
)
def test_months_later_is_the_same_day_of_the_month(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
    ],
)
def test_a_month_that_is_too_short_gives_its_last_day(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@pytest.mark.parametrize("months", [0, 1, 11, 12, 25, 120])
@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2026, 12, 1)])
def test_the_months_between_two_days_are_those_that_were_added(day: date, months: int) -> None:
    assert months_between(day, add_months(day, months)) == months


def test_months_run_to_the_last_month_of_the_calendar_and_not_past_it() -> None:
    assert add_months(date(9999, 11, 30), 1) == date(9999, 12, 30)
    assert add_months(date(9999, 12, 1), 1) == date.max


def test_days_later_cross_months_and_years() -> None:
    assert add_days(date(2026, 12, 1), 90) == date(2027, 3, 1)


def test_days_run_to_the_last_day_of_the_calendar_and_not_past_it() -> None:
    assert add_days(date(9999, 12, 30), 1) == date.max
    assert add_days(date(9999, 12, 31), 1) == date.max


@pytest.mark.parametrize(
    "sunday",
    ["1943-04-25", "1954-04-18", "2000-04-23", "2024-03-31", "2027-03-28", "2038-04-25"],
)
def test_easter_is_the_sunday_of_the_almanac(sunday: str) -> None:
    day = date.fromisoformat(sunday)
    assert easter(day.year) == day
    assert day.weekday() == 6


@pytest.mark.parametrize(
    ("nth", "weekday", "month", "day"),
    [
        (-1, 0, 8, date(2027, 8, 30)),  # the UK's summer bank holiday
        (-1, 0, 5, date(2027, 5, 31)),
        (1, 0, 9, date(2027, 9, 6)),  # Labor Day
        (4, 3, 11, date(2027, 11, 25)),  # Thanksgiving
        (3, 0, 2, date(2027, 2, 15)),
        (-1, 6, 2, date(2027, 2, 28)),
    ],
)
def test_a_weekday_of_a_month_is_counted_from_its_first_or_is_its_last(
    nth: int, weekday: int, month: int, day: date
) -> None:
    assert nth_weekday(2027, month, weekday, nth) == day
