"""A scar whose age was told gets no visit before it counts as settled: its wait has a date."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import NamedTuple

from smp_planner.domain.calendar_math import add_months
from smp_planner.domain.intake import Intake, Scar
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import figure, fill, spoken
from smp_planner.rules.ruleset import RuleSet


class ScarWait(NamedTuple):
    """How old the scar that settles last was on a day, and the first day on which it is settled.

    `told` is whether the age was told on that day; else the day is the first one on offer.
    """

    age_months: Number
    since: date
    told: bool
    until: date
    settled: Reading


def scar_wait(intake: Intake, rules: RuleSet) -> ScarWait | None:
    """The wait for the scar that settles last; None where each that has an age is settled by the start.

    A scar ages from the day on which its age was told, whenever the visits begin. Where the answers hold
    no such day, as in a file written by hand, its age counts on the first day on offer: that may wait too
    long, never too short.
    """
    settled = rules.suitability.settled_scar_months.read()
    start = intake.calendar.start
    waits = [wait for scar in intake.area.scars if (wait := _wait_of(scar, start, settled)) is not None]
    return max(waits, key=lambda wait: wait.until, default=None)


def _wait_of(scar: Scar, start: date, settled: Reading) -> ScarWait | None:
    if scar.age_months is None or scar.age_months >= settled.number:
        return None
    since = scar.age_told_on or start
    until = add_months(since, ceil(settled.number - scar.age_months))
    if until <= start:
        return None
    return ScarWait(scar.age_months, since, scar.age_told_on is not None, until, settled)


def first_day_to_plan(intake: Intake, rules: RuleSet) -> date:
    """The first day on offer, or the day on which the last scar counts as settled."""
    wait = scar_wait(intake, rules)
    return wait.until if wait else intake.calendar.start


def scar_wait_told(wait: ScarWait, rules: RuleSet) -> str:
    """Why no visit is sooner: how old the scar was on which day, and how old it has to be."""
    note = "scar_settles_told" if wait.told else "scar_settles"
    return fill(
        rules.sessions.notes[note].say,
        age=figure(wait.age_months, "months"),
        start=spoken(wait.since),
        months=figure(wait.settled.number, "months"),
        day=spoken(wait.until),
    )
