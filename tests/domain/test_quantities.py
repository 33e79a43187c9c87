"""Numbers are rounded half up, to any step, whole or not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.quantities import Estimate, Number, rounded, to_in2


@pytest.mark.parametrize(
    ("number", "step", "expected"),
    [
        (Decimal("2.5"), "1", 3), (Decimal("3.49"), "1", 3), (7, "1", 7), (0, "1", 0),
        (Decimal("0.25"), "0.1", Decimal("0.3")), (Decimal("3.375"), "0.25", Decimal("3.5")), (3, "0.25", 3),
        (2345, "10", 2350), (2344, "10", 2340), (12, "25", 0), (13, "25", 25), (-15, "10", -20),
        (Decimal(2345), "10", 2350), (Decimal("0.5"), "0.5", Decimal("0.5")),
    ],
)  # fmt: skip
def test_a_number_is_rounded_half_up_to_its_step(number: Number, step: str, expected: Number) -> None:
    assert rounded(number, step) == expected


@given(number=st.integers(0, 100_000), step=st.sampled_from(["1", "5", "10", "25", "100", "0.5", "0.1"]))
def test_a_whole_number_is_rounded_like_the_same_decimal(number: int, step: str) -> None:
    whole, exact = rounded(number, step), rounded(Decimal(number), step)
    assert (whole, type(whole)) == (exact, type(exact))


@given(number=st.decimals(0, 10_000, places=3), step=st.sampled_from(["1", "10", "0.25", "0.1"]))
def test_a_rounded_number_is_a_whole_number_of_steps_and_no_further_than_half_a_step(
    number: Decimal, step: str
) -> None:
    result = Decimal(rounded(number, step))
    assert result % Decimal(step) == 0
    assert abs(result - number) <= Decimal(step) / 2


def test_an_area_in_square_inches_is_that_of_a_square_of_as_many_inches() -> None:
    ten_by_ten_inches = Decimal("25.4") * Decimal("25.4")
    area = to_in2(Estimate(Decimal("6.4516"), ten_by_ten_inches, 1000, "cm2", "wide"))
    assert area == Estimate(1, 100, 155, "in2", "wide")
