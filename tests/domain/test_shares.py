"""The interval of a count: Wilson's, as published, wide for few people and narrow for many."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.shares import share_of


@pytest.mark.parametrize(
    ("count", "people", "ends"),
    [
        (10, 100, ("5.52", "10", "17.44")),
        (90, 100, ("82.56", "90", "94.48")),
        (1, 2, ("9.45", "50", "90.55")),
        (0, 100, ("0", "0", "3.7")),
        (100, 100, ("96.3", "100", "100")),
        (42, 43, ("87.94", "97.67", "99.59")),
    ],
)
def test_the_interval_is_wilson_s(count: int, people: int, ends: tuple[str, str, str]) -> None:
    assert share_of(count, people) == tuple(map(Decimal, ends))


@given(st.integers(1, 5000).flatmap(lambda people: st.tuples(st.integers(0, people), st.just(people))))
def test_the_share_lies_in_its_interval_and_that_in_a_hundred(counted: tuple[int, int]) -> None:
    low, typical, high = share_of(*counted)
    assert 0 <= low <= typical <= high <= 100
    assert low < high


def test_more_people_counted_make_it_narrower() -> None:
    few, many = share_of(4, 16), share_of(400, 1600)
    assert few.typical == many.typical
    assert few.low < many.low < many.high < few.high


@pytest.mark.parametrize(("count", "people"), [(0, 0), (5, 4), (-1, 4)])
def test_no_share_of_nobody_nor_more_than_all(count: int, people: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        share_of(count, people)
