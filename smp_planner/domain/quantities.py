"""Numbers with a unit and a span: an estimate is never one bare number."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import NamedTuple

CENTS = "0.01"
"""The step of exact money: the smallest coin, a hundredth of the currency."""

Number = int | Decimal

CM_PER_INCH = Decimal("2.54")  # by definition
CM2_PER_IN2 = CM_PER_INCH * CM_PER_INCH


class Estimate(NamedTuple):
    """A figure as low, typical and high in one unit; `note` says why a span is wide."""

    low: Number
    typical: Number
    high: Number
    unit: str
    note: str | None = None

    def whole(self) -> Estimate:
        """The same in whole numbers, half up: people come whole."""
        low, typical, high = (rounded(end) for end in (self.low, self.typical, self.high))
        return self._replace(low=low, typical=typical, high=high)


def rounded(number: Number, step: str = "1") -> Number:
    """The number at the step's precision ("1", "0.1", "0.25"), half up; whole numbers as int."""
    if step == "1":
        return number if isinstance(number, int) else int(number.to_integral_value(ROUND_HALF_UP))
    grain, is_power, whole_step = _grain(step)
    if whole_step and type(number) is int and number >= 0:  # most money and grafts
        return (number + whole_step // 2) // whole_step * whole_step
    if is_power:  # of ten: one step rounds
        result = Decimal(number).quantize(grain, ROUND_HALF_UP)
    else:
        result = (number / grain).to_integral_value(ROUND_HALF_UP) * grain
    whole = int(result)
    return whole if whole == result else result.normalize()


@cache
def _grain(step: str) -> tuple[Decimal, bool, int]:
    """The step, whether it is a power of ten, and as a whole number where it is one."""
    grain = Decimal(step).normalize()
    return grain, grain.as_tuple().digits == (1,), int(grain) if grain == int(grain) else 0


def to_in2(area: Estimate) -> Estimate:
    """An area in cm2 as square inches, to a tenth."""
    low, typical, high = (rounded(end / CM2_PER_IN2, "0.1") for end in (area.low, area.typical, area.high))
    return Estimate(low, typical, high, "in2", area.note)


def spread(typical: Number, others: Iterable[Number]) -> tuple[Number, Number]:
    """Low and high when drivers move one at a time: the extremes of the results, typical included."""
    results = [typical, *others]
    return min(results), max(results)
