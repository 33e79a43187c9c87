"""Visits and drivers for tests of the aftercare."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from smp_planner.planner.drivers import Drivers
from tests.people import START

NONE = Drivers(present=frozenset(), unsure=frozenset())
CARE_DRIVERS = ("large_area", "scar_tissue", "heavy_sweat", "oily", "fair_skin", "sensitive", "high_sun")


def drivers(present: Iterable[str] = (), unsure: Iterable[str] = ()) -> Drivers:
    return Drivers(present=frozenset(present), unsure=frozenset(unsure) - frozenset(present))


def visits_with_gaps(*gaps: int) -> tuple[date, ...]:
    """Visits from 11 January 2027 on, so many days apart."""
    days = [START]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    return tuple(days)
