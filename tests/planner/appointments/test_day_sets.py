"""Sets of days as numbers say the same as Python's own sets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.planner.appointments.day_sets import (
    DaySet,
    between,
    every_week,
    first_of,
    last_of,
    later,
    skips_a_week,
    sooner,
)

days_of_a_month = st.frozensets(st.integers(0, 30))
steps = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted)


def to_bits(days: frozenset[int]) -> DaySet:
    return sum(1 << day for day in days)


def to_set(bits: DaySet) -> set[int]:
    return {day for day in range(bits.bit_length()) if bits >> day & 1}


@given(first=st.integers(-5, 30), last=st.integers(-5, 30))
def test_a_span_holds_both_ends_and_nothing_before_day_0(first: int, last: int) -> None:
    assert to_set(between(first, last)) == {day for day in range(first, last + 1) if day >= 0}


@given(weekdays=st.frozensets(st.integers(0, 6)), length=st.integers(0, 40))
def test_a_weekly_pattern_repeats_every_seven_days_and_stops_at_its_length(
    weekdays: frozenset[int], length: int
) -> None:
    assert to_set(every_week(weekdays, length=length)) == {
        day for day in range(length) if day % 7 in weekdays
    }


@given(days=days_of_a_month, step=steps)
def test_later_days_lie_inside_both_limits_after_some_day(days: frozenset[int], step: list[int]) -> None:
    least, most = step
    expected = {day + gap for day in days for gap in range(least, most + 1)}
    assert to_set(later(to_bits(days), least=least, most=most)) == expected


@given(days=days_of_a_month, step=steps)
def test_sooner_days_lie_inside_both_limits_before_some_day_and_not_before_day_0(
    days: frozenset[int], step: list[int]
) -> None:
    least, most = step
    expected = {day - gap for day in days for gap in range(least, most + 1) if day >= gap}
    assert to_set(sooner(to_bits(days), least=least, most=most)) == expected


@given(days=st.frozensets(st.integers(0, 30), min_size=1))
def test_first_and_last_are_the_ends_of_a_set(days: frozenset[int]) -> None:
    assert (first_of(to_bits(days)), last_of(to_bits(days))) == (min(days), max(days))


@pytest.mark.parametrize(
    ("days", "skips"),
    [
        ({0, 7, 14}, False),
        ({0, 1, 2, 7, 8, 9}, False),
        ({0, 14}, True),
        ({0, 1, 7, 15}, True),
        ({3}, False),
    ],
    ids=str,
)
def test_a_set_skips_a_week_where_a_weekday_of_its_own_is_missing(days: set[int], *, skips: bool) -> None:
    assert skips_a_week(to_bits(frozenset(days))) == skips
