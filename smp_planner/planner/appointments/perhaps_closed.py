"""That a visit is on a public holiday, on which some clinics are closed."""

from __future__ import annotations

from datetime import date

from smp_planner.rules.clinic_days import is_perhaps_closed
from smp_planner.rules.ruleset import RuleSet


def perhaps_closed(day: date, rules: RuleSet) -> tuple[str, ...]:
    """What is said of a visit on a day; nothing on most, or where the clinic's own file names its days."""
    return (rules.sessions.notes["perhaps_closed"].say,) if is_perhaps_closed(day, rules) else ()
