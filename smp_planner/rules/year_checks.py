"""The years after the course hold together: a plan reaches its first check, and the look fades in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from smp_planner.domain.calendar_math import MONTHS_A_YEAR
from smp_planner.domain.years import TOLD_MONTHS
from smp_planner.errors import Problem
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.years import TouchUpRules


def check_years(file: ReadFile) -> Iterator[Problem]:
    """Every problem of the horizon, of the time between checks and of the points of the fading curve."""
    rules = cast(TouchUpRules, file.model)
    shortest, longest = rules.horizon_years.limits[0], rules.interval_months.limits[1]
    if shortest * MONTHS_A_YEAR < longest:
        text = f"let a plan end after {shortest} years, before a check that may come after {longest} months"
        yield file.problem(("horizon_years", "limits"), text, "R313")
    soonest, earliest = rules.interval_months.limits[0], rules.earliest_months.value
    if soonest < earliest:
        text = f"let a check come after {soonest} months; pigment is never refreshed within {earliest} months"
        yield file.problem(("interval_months", "limits"), text, "R313")
    yield from _points(file, rules.fade.months)


def _points(file: ReadFile, months: list[int]) -> Iterator[Problem]:
    path = ("fade", "months")
    if months[0] < 0:
        yield file.problem((*path, 0), f"should be 0 or more; found {months[0]}", "R303")
    for index, (sooner, later) in enumerate(pairwise(months), start=1):
        if later <= sooner:
            text = f"{later} is not above {sooner}, the point before it"
            yield file.problem((*path, index), text, "R312")
    for month in TOLD_MONTHS:
        if month not in months:
            yield file.problem(path, f"lacks {month}: the plan tells how much is left then", "R305")
