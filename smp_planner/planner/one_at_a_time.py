"""Low, typical and high of a result when one driver at a time moves to its ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate, Number, rounded, spread
from smp_planner.planner.coverage.extents import Extent

ONES = "1"
T = TypeVar("T")


class Span(NamedTuple):
    """A quantity before rounding, in the unit of whoever made it."""

    low: Number
    typical: Number
    high: Number

    def plus(self, other: Span) -> Span:
        """Both together, end by end."""
        return Span(self.low + other.low, self.typical + other.typical, self.high + other.high)


def sure(number: Number) -> Span:
    """A quantity that nobody doubts."""
    return Span(number, number, number)


def span_of(figure: Reading | Estimate | Extent) -> Span:
    """The span of a rule, an estimate or an area; a value that a clinic set outside its range widens it."""
    if not isinstance(figure, Reading):
        return Span(figure.low, figure.typical, figure.high)
    low, high = spread(figure.number, (figure.low, figure.high))
    return Span(low, figure.number, high)


def one_at_a_time(formula: Callable[..., Number], *drivers: Span) -> Span:
    """The formula at the typical drivers, and the extremes with one of them at an end."""
    results = cases_of(formula, *drivers)
    return Span(min(results), results[0], max(results))


def cases_of(formula: Callable[..., T], *drivers: Span) -> tuple[T, ...]:
    """What the formula gives at the typical drivers, first, and with one of them at an end at a time."""
    planned = [driver.typical for driver in drivers]
    results = [formula(*planned)]
    for index, driver in enumerate(drivers):
        for end in (driver.low, driver.high):
            if end != driver.typical:
                planned[index] = end
                results.append(formula(*planned))
        planned[index] = driver.typical
    return tuple(results)


def rounded_span(span: Span, step: str = ONES) -> Span:
    """A span rounded to a step, half up; whole numbers are whole already."""
    low, typical, high = span
    if step == ONES and type(low) is type(typical) is type(high) is int:
        return span
    return Span(rounded(low, step), rounded(typical, step), rounded(high, step))
