"""Waits after an earlier treatment: from its date, or without one."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import NamedTuple

from smp_planner.domain.calendar_math import add_days, add_months
from smp_planner.domain.intake import PAST_WAITS, TREATED_ON, TreatedBefore
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
    return dates.get(PAST_WAITS.get(criterion.found_by, criterion.found_by))


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
    by = PAST_WAITS.get(criterion.found_by, criterion.found_by)
    return next(c for c in rules.criteria.values() if c.level == "wait" and c.found_by == by)


def speaks_of_wait(criterion: Criterion) -> bool:
    """Whether a criterion is about a wait that a date decides, while it lasts or once it is over."""
    return criterion.found_by in (*TREATED_ON, *PAST_WAITS)


def holds_on(start: date, criterion: Criterion, span: Span) -> bool:
    """Whether what is said of a wait is said to somebody who begins on a day.

    What still has to be asked once it is over holds from then on: who books does so sooner, and the rules'
    question names a treatment of the last months alone. A note on it waits for the longest of the sources.
    """
    if criterion.found_by in PAST_WAITS:
        return span.until <= start if criterion.level == "ask_doctor" else span.until_longest <= start
    return start < span.until if criterion.level == "wait" else span.until <= start < span.until_longest


def _after(since: date, number: Number, unit: str) -> date:
    count = ceil(number)
    return add_months(since, count) if unit == "months" else add_days(since, count)
