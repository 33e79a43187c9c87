"""The tax on a price list: it is rounded once, on the sum, as at a till, and then shared out to the coin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from smp_planner.domain.quantities import CENTS, Number, rounded
from smp_planner.planner.coverage.extents import ZERO, apportioned
from smp_planner.planner.one_at_a_time import Span

HUNDRED = 100
COIN = Decimal(CENTS)


def tax_on(amounts: Sequence[Span], percent: Number) -> tuple[Span, ...]:
    """The tax that comes on top of each of these net amounts; together it is the tax on their sum.

    The coins go to the largest rests, from the low end up, so no share is lower at a higher end.
    """
    exact = [[Decimal(end) * percent / HUNDRED for end in ends] for ends in zip(*amounts, strict=True)]
    shared = accumulate(_steps([[ZERO] * len(amounts), *exact]), _plus)
    return tuple(Span(*(rounded(end, CENTS) for end in ends)) for ends in zip(*shared, strict=True))


def tax_in(total: Number, percent: Number) -> Number:
    """The share of an amount that is tax, to a hundredth."""
    return rounded(Decimal(total) * percent / (HUNDRED + percent), CENTS)


def _steps(columns: Sequence[list[Decimal]]) -> Iterator[list[Decimal]]:
    """From each end to the next higher one, what that adds to each amount, in whole coins."""
    for lower, higher in pairwise(columns):
        low, high = (Decimal(rounded(sum(column, ZERO), CENTS)) for column in (lower, higher))
        more = [above - below for below, above in zip(lower, higher, strict=True)]
        yield apportioned(more, high - low, COIN)


def _plus(some: list[Decimal], more: list[Decimal]) -> list[Decimal]:
    return [one + other for one, other in zip(some, more, strict=True)]
