"""A tape in inches: what was read from it is found again, and cm stay as they were typed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.tape import (
    INCHES,
    from_inches,
    in_inches,
    limits_on_tape,
    measuring,
    on_tape,
    tape_now,
)

Told = tuple[Decimal, Decimal, str]
UNITS = pytest.mark.parametrize("unit", ["cm", "cm2"])


def test_three_inches_are_seven_centimetres_and_62_and_come_back_as_three() -> None:
    assert from_inches(3, "cm") == Decimal("7.62")
    assert in_inches(Decimal("7.62"), "cm") == 3


def test_an_eighth_of_an_inch_comes_back_as_an_eighth() -> None:
    assert from_inches(Decimal("3.125"), "cm") == Decimal("7.94")
    assert in_inches(Decimal("7.94"), "cm") == Decimal("3.125")


def test_three_square_inches_come_back_as_three() -> None:
    assert from_inches(3, "cm2") == Decimal("19.35")
    assert in_inches(Decimal("19.35"), "cm2") == 3


def test_what_no_tape_in_inches_has_is_told_to_a_hundredth() -> None:
    assert in_inches(14, "cm") == Decimal("5.51")
    assert in_inches(150, "cm2") == Decimal("23.25")


@UNITS
@given(st.integers(1, 10_000))
def test_every_hundredth_of_an_inch_is_found_again(unit: str, hundredths: int) -> None:
    size = from_inches(Decimal(hundredths) / 100, unit)
    assert from_inches(in_inches(size, unit), unit) == size
    assert abs(in_inches(size, unit) - Decimal(hundredths) / 100) < Decimal("0.005")


@UNITS
@given(st.integers(1, 400))
def test_every_sixteenth_of_an_inch_is_found_again(unit: str, sixteenths: int) -> None:
    assert in_inches(from_inches(Decimal(sixteenths) / 16, unit), unit) == Decimal(sixteenths) / 16


def test_a_size_is_told_in_inches_only_to_who_measures_in_inches() -> None:
    assert on_tape(Decimal("7.62"), "cm") == Decimal("7.62")
    assert limits_on_tape(1, 700, "cm2") == (1, 700, "cm2")
    with measuring(INCHES):
        assert tape_now() == INCHES
        assert on_tape(Decimal("7.62"), "cm") == 3
        assert on_tape(Decimal("0.5"), "share") == Decimal("0.5")
        assert limits_on_tape(50, 200, "dots/cm2") == (50, 200, "dots/cm2")
    assert tape_now() == "cm"


@pytest.mark.parametrize(
    ("low", "high", "unit", "told"),
    [
        (Decimal("0.1"), 40, "cm", (Decimal("0.04"), Decimal("15.74"), "inches")),
        (Decimal("0.05"), 5, "cm", (Decimal("0.02"), Decimal("1.96"), "inches")),
        (1, 700, "cm2", (Decimal("0.16"), Decimal("108.5"), "in2")),
    ],
)
def test_limits_in_inches_are_themselves_accepted(low: Decimal, high: Decimal, unit: str, told: Told) -> None:
    with measuring(INCHES):
        least, most, _ = found = limits_on_tape(low, high, unit)
    assert found == told
    assert low <= from_inches(least, unit) <= from_inches(most, unit) <= high
