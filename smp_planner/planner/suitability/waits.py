"""Waits after an earlier treatment: from its date, or without one."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import NamedTuple

from smp_planner.domain.calendar_math import add_days, add_months
from smp_planner.domain.intake import TreatedBefore
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import figure
from smp_planner.rules.shapes.suitability import Criterion, SuitabilityRules


class Span(NamedTuple):
    """A wait in words and the day it ends, planned with and at its longest."""

    since: date
    length: str
    longest: str
    until: date
    until_longest: date


def treated_on(treated: TreatedBefore, criterion: Criterion) -> date | None:
    """The date of the treatment that a criterion asks a wait for, if it was given."""
    dates = {
        "transplant_on": treated.transplant_on,
        "laser_removal_on": treated.laser_removal_on,
        "chemo_or_radiotherapy_on": treated.chemo_or_radiotherapy_on,
    }
    return dates.get(criterion.found_by)


def span_of(criterion: Criterion, since: date) -> Span:
    """The wait of a criterion, counted in its own unit from a date."""
    assert criterion.wait is not None, "a criterion with a date carries its wait"
    reading = criterion.wait.read()
    return Span(
        since=since,
        length=figure(reading.number, reading.unit),
        longest=figure(reading.high, reading.unit),
        until=_after(since, reading.number, reading.unit),
        until_longest=_after(since, reading.high, reading.unit),
    )


def waiting_for(criterion: Criterion, rules: SuitabilityRules) -> Criterion:
    """The wait that a note on a treatment belongs to: the one found by the same date."""
    return next(c for c in rules.criteria.values() if c.level == "wait" and c.found_by == criterion.found_by)


def _after(since: date, number: Number, unit: str) -> date:
    count = ceil(number)
    return add_months(since, count) if unit == "months" else add_days(since, count)
