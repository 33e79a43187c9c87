"""A scar whose age was told gets no visit before it counts as settled: its wait has a date."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import NamedTuple

from smp_planner.domain.calendar_math import add_months
from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import figure, fill, spoken
from smp_planner.rules.ruleset import RuleSet


class ScarWait(NamedTuple):
    """How old the youngest scar is on the first day on offer, and the first day on which it is settled."""

    age_months: Number
    since: date
    until: date
    settled: Reading


def scar_wait(intake: Intake, rules: RuleSet) -> ScarWait | None:
    """The wait for the youngest scar; None where none is known to be too young.

    Nobody said on which day the age was told, so it is taken as the age on the first day on offer.
    """
    settled = rules.suitability.settled_scar_months.read()
    ages = [scar.age_months for scar in intake.area.scars if scar.age_months is not None]
    if not ages or min(ages) >= settled.number:
        return None
    start, months = intake.calendar.start, ceil(settled.number - min(ages))
    return ScarWait(min(ages), start, add_months(start, months), settled)


def first_day_to_plan(intake: Intake, rules: RuleSet) -> date:
    """The first day on offer, or the day on which the youngest scar counts as settled."""
    wait = scar_wait(intake, rules)
    return wait.until if wait else intake.calendar.start


def scar_wait_told(wait: ScarWait, rules: RuleSet) -> str:
    """Why no visit is sooner: how old the scar is then, and how old it has to be."""
    return fill(
        rules.sessions.notes["scar_settles"].say,
        age=figure(wait.age_months, "months"),
        start=spoken(wait.since),
        months=figure(wait.settled.number, "months"),
        day=spoken(wait.until),
    )
