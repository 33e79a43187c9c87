"""Low, typical and high added up together, fitted to a whole and rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate
from smp_planner.planner.coverage.extents import (
    NOTHING,
    Extent,
    estimate,
    exactly,
    extent_of,
    fitted,
    is_wide,
    reported,
    total,
)

D = Decimal


def extent(low: str, typical: str, high: str) -> Extent:
    return Extent(D(low), D(typical), D(high))


def reading(value: int, low: int, high: int) -> Reading:
    return Reading(id="x", value=value, range=(low, high), sources=("article",), place="x.yaml:1:1")


ordered = st.lists(st.integers(0, 5000), min_size=3, max_size=3).map(
    lambda ends: Extent(*(D(end) / 7 for end in sorted(ends)))
)


def test_extents_add_and_subtract_end_by_end() -> None:
    assert extent("1", "2", "4").plus(extent("1", "3", "5")) == extent("2", "5", "9")
    assert extent("2", "5", "9").minus(extent("1", "3", "5")) == extent("1", "2", "4")
    assert total([extent("1", "2", "4"), extent("1", "3", "5")]) == extent("2", "5", "9")
    assert total([]) == NOTHING
    assert extent("1", "2", "4").times(D("0.5")) == extent("0.5", "1", "2")


def test_the_larger_and_the_smaller_are_taken_end_by_end() -> None:
    assert extent("1", "5", "6").at_least(extent("2", "3", "8")) == extent("2", "5", "8")
    assert extent("1", "5", "6").at_most(extent("2", "3", "8")) == extent("1", "3", "6")


def test_a_rule_gives_its_value_with_the_ends_of_its_range() -> None:
    assert extent_of(reading(5, 3, 9)) == extent("3", "5", "9")


@pytest.mark.parametrize(("value", "expected"), [(2, ("2", "2", "9")), (11, ("3", "11", "11"))])
def test_a_value_that_a_clinic_set_outside_the_range_widens_it(value: int, expected: tuple[str, ...]) -> None:
    assert extent_of(reading(value, 3, 9)) == extent(*expected)


def test_wide_begins_above_three_and_a_half_times_the_low_end() -> None:
    assert not is_wide(2, 7)
    assert is_wide(2, D("7.1"))
    assert is_wide(0, 1)
    assert not is_wide(0, 0)


def test_an_estimate_is_rounded_and_says_why_only_where_it_is_wide() -> None:
    assert estimate(extent("1.04", "1.25", "3.64"), "cm2", "0.1", "why") == Estimate(
        1, D("1.3"), D("3.6"), "cm2", "why"
    )
    assert estimate(extent("1.04", "1.25", "3.5"), "cm2", "0.1", "why").note is None


def test_parts_that_already_add_up_are_left_alone() -> None:
    parts = (extent("1", "2", "3"), extent("4", "5", "6"))
    assert fitted(parts, extent("5", "7", "9")) == parts


def test_parts_grow_in_proportion_and_their_ends_are_drawn_in() -> None:
    # typical 10 -> 20 doubles all; low 2 x 6 = 12 is drawn to 16, half way to 20; high 28 to 24
    parts = (extent("2", "4", "6"), extent("4", "6", "8"))
    assert fitted(parts, extent("16", "20", "24")) == (extent("6", "8", "10"), extent("10", "12", "14"))


def test_ends_that_must_move_outward_are_scaled() -> None:
    parts = (extent("2", "4", "6"), extent("4", "6", "8"))
    assert fitted(parts, extent("3", "10", "28")) == (extent("1", "4", "12"), extent("2", "6", "16"))


def test_parts_without_a_spread_follow_a_whole_that_is_off_by_a_rounding() -> None:
    parts = (exactly(2), exactly(2))
    off = extent("4.0002", "4", "3.9998")
    assert fitted(parts, off) == (extent("2.0001", "2", "1.9999"), extent("2.0001", "2", "1.9999"))


def test_parts_without_a_typical_size_keep_it_and_still_fit_their_ends() -> None:
    assert fitted((extent("0", "0", "10"),), extent("0", "0", "8")) == (extent("0", "0", "8"),)


def test_parts_of_a_whole_without_a_typical_size_share_its_ends() -> None:
    parts = (extent("1", "3", "4"), extent("1", "1", "1"))
    assert fitted(parts, extent("0", "0", "8")) == (extent("0", "0", "6"), extent("0", "0", "2"))


@settings(deadline=None)
@given(st.lists(ordered, min_size=1, max_size=6))
def test_reported_parts_keep_their_order_and_add_up_to_the_rounded_sum(parts: list[Extent]) -> None:
    shown, exact = reported(parts, "0.1"), total(parts)
    for part, before in zip(shown, parts, strict=True):
        assert part.low <= part.typical <= part.high
        assert abs(part.typical - before.typical) < D("0.1") + D("0.00001")
    whole = total(shown)
    assert abs(whole.low - exact.low) <= D("0.0501")
    assert abs(whole.typical - exact.typical) <= D("0.0501")
    assert abs(whole.high - exact.high) <= D("0.0501")


def test_the_largest_rests_are_rounded_up() -> None:
    # typical sums to 1.0: 0.26 and 0.27 and 0.47 are 2 + 2 + 4 tenths, so the rests 7 and 7 get one more
    parts = [exactly(D("0.26")), exactly(D("0.27")), exactly(D("0.47"))]
    assert [part.typical for part in reported(parts, "0.1")] == [D("0.2"), D("0.3"), D("0.5")]


def test_low_and_high_rests_are_apportioned_around_typical() -> None:
    # low 0.35 -> 0.4 and high 0.85 -> 0.9 around 0.6: 0.2 less and 0.3 more in all
    parts = [extent("0.16", "0.3", "0.42"), extent("0.19", "0.3", "0.43")]
    assert reported(parts, "0.1") == (extent("0.2", "0.3", "0.4"), extent("0.2", "0.3", "0.5"))


@settings(deadline=None)
@given(st.lists(ordered, min_size=1, max_size=6), ordered)
def test_fitted_parts_add_up_and_keep_their_order(parts: list[Extent], extra: Extent) -> None:
    usual = total(parts)
    whole = usual.at_least(exactly(extra.typical))
    assume(usual.typical and usual.low != whole.typical)
    found = fitted(parts, whole)
    for got, wanted in zip(
        (total(found).low, total(found).typical, total(found).high),
        (whole.low, whole.typical, whole.high),
        strict=True,
    ):
        assert abs(got - wanted) < D("0.000001")
    for part in found:
        assert part.low <= part.typical + D("0.000001")
        assert part.typical <= part.high + D("0.000001")
