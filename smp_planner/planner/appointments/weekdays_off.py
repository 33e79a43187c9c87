"""The weekdays on which no visit is, and who left them out: the clinic or the person; and all others."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.intake import WEEKDAYS, CalendarAnswer
from smp_planner.domain.words import fill, listed
from smp_planner.rules.clinic_days import clinic_days
from smp_planner.rules.ruleset import RuleSet


def weekdays_off(calendar: CalendarAnswer, rules: RuleSet) -> Iterator[str]:
    """A sentence for the weekdays on which the clinic is closed, and one for others that were not offered.

    Of the weekdays with which everybody begins nothing is said.
    """
    opened, names = clinic_days(rules).weekdays, rules.intake.choices["weekdays"]
    closed = [day for day in WEEKDAYS if day not in opened]
    left_out = [day for day in WEEKDAYS if day in opened and day not in calendar.weekdays]
    if not set(left_out) & set(rules.intake.start_values.weekdays):
        left_out = []
    for words, days in (("closed_on", closed), ("not_offered", left_out)):
        if days:
            yield fill(rules.sessions.words[words], days=listed([names[day] for day in days]))


def weekdays_on(calendar: CalendarAnswer, rules: RuleSet) -> str:
    """The weekdays on which the person can come and the clinic is open, in words."""
    opened, names = clinic_days(rules).weekdays, rules.intake.choices["weekdays"]
    return listed([names[day] for day in WEEKDAYS if day in opened and day in calendar.weekdays])
