"""The price list of one region: a price by area lies on a straight line between two points.

Outside its points a table is flat, so no square centimetre more ever makes a jump.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.planner.coverage.extents import ZERO, Extent
from smp_planner.rules.figures import Figure
from smp_planner.rules.shapes.years import PricePoint, Prices, PriceTable

TENS = "10"  # to which an estimated price is rounded


class Price(NamedTuple):
    """A price before rounding, in the currency of its region."""

    low: Number
    typical: Number
    high: Number

    def plus(self, other: Price) -> Price:
        """Two prices together, end by end."""
        return Price(
            low=self.low + other.low, typical=self.typical + other.typical, high=self.high + other.high
        )

    def times(self, factor: Number) -> Price:
        """So many times this price."""
        return Price(low=self.low * factor, typical=self.typical * factor, high=self.high * factor)

    def at_most(self, other: Price) -> Price:
        """The cheaper of two prices, end by end."""
        return Price(
            low=min(self.low, other.low),
            typical=min(self.typical, other.typical),
            high=min(self.high, other.high),
        )

    def at_least(self, other: Price) -> Price:
        """The dearer of two prices, end by end."""
        return Price(
            low=max(self.low, other.low),
            typical=max(self.typical, other.typical),
            high=max(self.high, other.high),
        )


class ScarWork(NamedTuple):
    """Scars with their margins in cm2: all, what they add to other area, and whether there is no other."""

    cm2: Number
    added_cm2: Extent
    alone: bool


class PriceList(NamedTuple):
    """One region's prices for one kind of work, raised by a share where a rise is assumed."""

    prices: Prices
    scars: ScarWork
    rise: Reading | None = None

    def work(self, cm2: Number, added_scars_cm2: Number) -> Price:
        """The course on a treated area: at most scars and the rest apart, at least the scars alone."""
        if self.scars.alone:
            return self.at(self.prices.scar_course, cm2)
        course = self.at(self.prices.course, cm2)
        if not self.scars.cm2:
            return course
        scars = self.at(self.prices.scar_course, self.scars.cm2)
        return course.at_most(scars.plus(self._beside(cm2 - added_scars_cm2))).at_least(scars)

    def _beside(self, cm2: Number) -> Price:
        """Other area beside scars, at the price of one cm2 of the smallest course: none adds nothing."""
        smallest = self.prices.course.points[0]
        return self._raised(smallest.read()).times(max(Decimal(cm2), ZERO) / smallest.cm2)

    def figure(self, figure: Figure) -> Price:
        """A price that does not follow the area."""
        return self._raised(figure.read())

    def readings(self) -> tuple[Reading, ...]:
        """The points of every table that applies to this work."""
        tables = [] if self.scars.alone else [self.prices.course]
        tables += [self.prices.scar_course] if self.scars.cm2 else []
        return tuple(point.read() for table in tables for point in table.points)

    def around(self, table: PriceTable, cm2: Number) -> tuple[PricePoint, PricePoint]:
        """The two points that an area lies between; twice the same at a point, and beyond the ends."""
        place = bisect_left(table.points, cm2, key=_cm2)
        below, above = table.points[max(place - 1, 0)], table.points[min(place, len(table.points) - 1)]
        return (above, above) if above.cm2 == cm2 else (below, above)

    def at(self, table: PriceTable, cm2: Number) -> Price:
        """The price of so much area by one table."""
        below, above = self.around(table, cm2)
        if below is above:
            return self.at_point(above)
        share = Decimal(cm2 - below.cm2) / (above.cm2 - below.cm2)
        return self.at_point(below).times(1 - share).plus(self.at_point(above).times(share))

    def at_point(self, point: PricePoint) -> Price:
        """The price at one point."""
        return self._raised(point.read())

    def _raised(self, reading: Reading) -> Price:
        price = Price(low=reading.low, typical=reading.number, high=reading.high)
        return price if self.rise is None else price.times(1 + self.rise.number)


def _cm2(point: PricePoint) -> Number:
    return point.cm2
