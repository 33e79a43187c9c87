"""Low, typical and high added up together, exactly, until they are reported.

An extent holds Decimals. `fitted` makes parts agree with a whole, `reported` rounds parts so
that they still add up; in both, low stays at or under typical and typical at or under high.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_FLOOR, Decimal
from functools import reduce
from operator import ge, le
from typing import NamedTuple

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate, Number, rounded

Outward = Callable[[Decimal, Decimal], bool]

ZERO = Decimal(0)
FINE = Decimal("0.000001")  # parts are cut here before they are rounded, so that sums are exact
WIDE = Decimal("3.5")  # from this ratio of high to low on, an estimate says why it is wide


class Extent(NamedTuple):
    """Low, typical and high of one figure, not yet rounded."""

    low: Decimal
    typical: Decimal
    high: Decimal

    def plus(self, other: Extent) -> Extent:
        """Both together, for low, typical and high each."""
        return Extent(self.low + other.low, self.typical + other.typical, self.high + other.high)

    def minus(self, other: Extent) -> Extent:
        """The one without the other, for low, typical and high each."""
        return Extent(self.low - other.low, self.typical - other.typical, self.high - other.high)

    def times(self, factor: Number) -> Extent:
        """The extent times a number of zero or more."""
        return Extent(self.low * factor, self.typical * factor, self.high * factor)

    def at_least(self, other: Extent) -> Extent:
        """The larger of two, for low, typical and high each."""
        return Extent(max(self.low, other.low), max(self.typical, other.typical), max(self.high, other.high))

    def at_most(self, other: Extent) -> Extent:
        """The smaller of two, for low, typical and high each."""
        return Extent(min(self.low, other.low), min(self.typical, other.typical), min(self.high, other.high))


NOTHING = Extent(ZERO, ZERO, ZERO)


def exactly(number: Number) -> Extent:
    """A figure that nobody doubts."""
    return Extent(Decimal(number), Decimal(number), Decimal(number))


def extent_of(reading: Reading) -> Extent:
    """A rule's planned value with the ends of its range; a clinic's value outside widens it."""
    value = Decimal(reading.number)
    return Extent(min(Decimal(reading.low), value), value, max(Decimal(reading.high), value))


def total(extents: Iterable[Extent]) -> Extent:
    """The sum of extents."""
    return reduce(Extent.plus, extents, NOTHING)


def is_wide(low: Number, high: Number) -> bool:
    """Whether the high end is so far from the low one that the plan has to say why."""
    return high > WIDE * low


def estimate(extent: Extent, unit: str, step: str, why_wide: str) -> Estimate:
    """The extent rounded to the step, with the note where it is wide."""
    low, typical, high = (rounded(end, step) for end in (extent.low, extent.typical, extent.high))
    return Estimate(low, typical, high, unit, why_wide if is_wide(low, high) else None)


def fitted(parts: Sequence[Extent], whole: Extent) -> tuple[Extent, ...]:
    """Parts that add up to the whole at each end, in their old proportions as far as order allows."""
    if total(parts) == whole:
        return tuple(parts)
    typical = sum((part.typical for part in parts), ZERO)
    if typical and not whole.typical:
        return tuple(whole.times(part.typical / typical) for part in parts)
    grown = tuple(part.times(whole.typical / typical) if typical else part for part in parts)
    middles = [part.typical for part in grown]
    lows = _end([part.low for part in grown], middles, whole.low, outward=le)
    highs = _end([part.high for part in grown], middles, whole.high, outward=ge)
    return tuple(Extent(*ends) for ends in zip(lows, middles, highs, strict=True))


def _end(ends: list[Decimal], middles: list[Decimal], whole: Decimal, *, outward: Outward) -> list[Decimal]:
    """One end of all parts, summing to `whole`: scaled outward, or drawn in towards typical."""
    had, middle = sum(ends, ZERO), sum(middles, ZERO)
    if had == whole:
        return ends
    if outward(whole, had) or had == middle:
        return [end * whole / had for end in ends]
    share = (whole - middle) / (had - middle)
    return [mid + (end - mid) * share for end, mid in zip(ends, middles, strict=True)]


def reported(parts: Sequence[Extent], step: str) -> tuple[Extent, ...]:
    """Parts rounded to the step; they add up to the rounded sum, at low, typical and high each."""
    grain = Decimal(step)
    lows = [part.low.quantize(FINE) for part in parts]
    middles = [part.typical.quantize(FINE) for part in parts]
    highs = [part.high.quantize(FINE) for part in parts]
    low, typical, high = (Decimal(rounded(sum(ends, ZERO), step)) for ends in (lows, middles, highs))
    below = [middle - end for end, middle in zip(lows, middles, strict=True)]
    above = [end - middle for end, middle in zip(highs, middles, strict=True)]
    columns = zip(
        apportioned(below, typical - low, grain),
        apportioned(middles, typical, grain),
        apportioned(above, high - typical, grain),
        strict=True,
    )
    return tuple(Extent(middle - down, middle, middle + up) for down, middle, up in columns)


def apportioned(shares: list[Decimal], whole: Decimal, grain: Decimal) -> list[Decimal]:
    """Shares as multiples of the grain that add up to the whole: the largest rests are rounded up."""
    counts = [(share / grain).to_integral_value(ROUND_FLOOR) for share in shares]
    missing = int(whole / grain - sum(counts, ZERO))
    by_rest = sorted(range(len(shares)), key=lambda i: counts[i] - shares[i] / grain)
    for index in by_rest[:missing]:
        counts[index] += 1
    return [count * grain for count in counts]
