"""That a visit is on a public holiday or around Christmas, when some clinics are closed."""

from __future__ import annotations

from datetime import date

from smp_planner.rules.clinic_days import is_around_christmas, is_perhaps_closed
from smp_planner.rules.ruleset import RuleSet

NOTES = {"perhaps_closed": is_perhaps_closed, "around_christmas": is_around_christmas}


def perhaps_closed(day: date, rules: RuleSet) -> tuple[str, ...]:
    """What is said of a visit on a day; nothing on most, or where the clinic's own file names its days."""
    notes = rules.sessions.notes
    return tuple(notes[name].say for name, applies in NOTES.items() if applies(day, rules))
