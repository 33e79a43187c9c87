"""How long the visits are: dots over rate, plus set-up and breaks; the first also maps the area."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import accumulate, pairwise
from typing import NamedTuple

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.planner.coverage.extents import ZERO, Extent, extent_of
from smp_planner.planner.sessions.visit_shares import VisitShares
from smp_planner.rules.ruleset import RuleSet

QUARTER = Decimal("0.25")  # hours are reported in quarters


class Pace(NamedTuple):
    """What a visit's length follows from: dots an hour, and hours for the rest."""

    rate: Extent
    first: Decimal
    later: Decimal
    shortest: Decimal
    longest: Decimal
    readings: tuple[Reading, ...]

    def hours(self, dots: Decimal, shares: VisitShares, rate: Decimal) -> tuple[Decimal, ...]:
        """Exact hours of each visit when the dots are spread over the visits, at a rate in dots an hour."""
        for_one = dots / rate / 100
        first, *others = shares.percent
        return (
            max(self.shortest, for_one * first + self.first),
            *(max(self.shortest, for_one * percent + self.later) for percent in others),
        )

    def most_dots(self, shares: VisitShares) -> Decimal:
        """The most dots for which no visit is over the longest, at the typical rate."""
        first, *others = shares.percent
        in_first, in_later = (self.longest - self.first) / first, (self.longest - self.later) / max(others)
        return min(in_first, in_later) * self.rate.typical * 100

    def fewest_visits(self, dots: Decimal, rate: Decimal) -> int:
        """The fewest visits that hold so many dots at a rate, were they spread so that each is full."""
        mapping = self.first - self.later
        return math.ceil((dots / rate + mapping) / (self.longest - self.later))


def pace_of(rules: RuleSet) -> Pace:
    """The pace that the rules plan with; set-up and breaks at each visit, mapping at the first."""
    sessions = rules.sessions
    rate, set_up, mapping = (
        sessions.dots_per_hour.read(),
        sessions.set_up_hours.read(),
        sessions.mapping_hours.read(),
    )
    shortest, longest = sessions.shortest_visit_hours.read(), sessions.visit_hours.read()
    breaks = rules.technique.break_minutes.read()
    later = Decimal(set_up.number)
    return Pace(
        rate=extent_of(rate),
        first=later + mapping.number,
        later=later,
        shortest=Decimal(shortest.number),
        longest=Decimal(longest.number),
        readings=(rate, set_up, breaks, mapping, shortest, longest),
    )


def in_quarters(hours: tuple[Decimal, ...], *, down: bool = False) -> tuple[Decimal, ...]:
    """Hours of the visits in quarters: their sum is the exact sum, rounded up to a quarter, or `down`."""
    to_quarter = down_to_quarter if down else up_to_quarter
    running = map(to_quarter, accumulate(hours))
    return tuple(after - before for before, after in pairwise([ZERO, *running]))


def in_all(hours: Iterable[Decimal]) -> Decimal:
    """Hours of all visits together, rounded up to a quarter."""
    return up_to_quarter(sum(hours, ZERO))


def up_to_quarter(hours: Decimal) -> Decimal:
    """Hours rounded up to a quarter."""
    return (hours / QUARTER).to_integral_value(ROUND_CEILING) * QUARTER


def down_to_quarter(hours: Decimal) -> Decimal:
    """Hours rounded down to a quarter."""
    return (hours / QUARTER).to_integral_value(ROUND_FLOOR) * QUARTER


def plain(hours: Decimal) -> Number:
    """Whole quarters of an hour as reported: 4 rather than 4.00."""
    whole = int(hours)
    return whole if whole == hours else hours.normalize()
