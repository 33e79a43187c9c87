"""The patch test: some days before the first visit a little of the pigment is tried on a hidden spot."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from smp_planner.domain.care import PATCH_TEST
from smp_planner.rules.clinic_days import clinic_days
from smp_planner.rules.figures import Figure
from smp_planner.rules.ruleset import RuleSet


def last_day_to_test(first_visit: date, rules: RuleSet) -> date | None:
    """The last day on which the clinic is open and the test comes early enough.

    None where it is closed on every day that the rules' limits leave for it.
    """
    days, clinic = rules.aftercare.before[PATCH_TEST].days, clinic_days(rules)
    soonest = int(days.limits[-1])
    ahead = (first_visit - timedelta(before) for before in range(fewest_days_before(days), soonest + 1))
    return next(filter(clinic.is_open, ahead), None)


def fewest_days_before(days: Figure) -> int:
    """How many days before a visit something is done at the latest: the short end of what is advised."""
    return max(1, ceil(min(days.range[0], days.read().number)))
