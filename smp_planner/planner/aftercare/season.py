"""Does the skin heal in summer: then the sun limit is longer, as with much sun, and never both.

It follows from the first day on offer alone, so that the visits, whose dates rest on this limit, can
be planned with it: the days looked at are those of a usual course from that day to the end of its
last sun limit.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from smp_planner.domain.calendar_math import MONTHS_A_YEAR
from smp_planner.language.days import MONTHS
from smp_planner.planner.appointments.course_dates import gap_rows
from smp_planner.planner.drivers import Drivers
from smp_planner.rules.ruleset import RuleSet

SUMMER = "summer"
HIGH_SUN = "high_sun"


def in_season(drivers: Drivers, start: date, rules: RuleSet) -> Drivers:
    """The drivers of the aftercare: with summer where the skin heals in it and nobody named much sun."""
    if HIGH_SUN in drivers.present or not heals_in_summer(start, rules):
        return drivers
    return Drivers(present=drivers.present | {SUMMER}, unsure=drivers.unsure - {HIGH_SUN})


def heals_in_summer(start: date, rules: RuleSet) -> bool:
    """Whether a usual course from this day has healing days in a summer month of the region."""
    names = rules.aftercare.summer.months[rules.region]
    days = min(rules.kept(usual_healing_days), (date.max - start).days)  # faults are told of any start
    last = start + timedelta(days=days)
    months = range(_month(start), _month(last) + 1)
    return any(MONTHS[month % MONTHS_A_YEAR] in names for month in months)


def _month(day: date) -> int:
    return day.year * MONTHS_A_YEAR + day.month - 1


def usual_healing_days(rules: RuleSet) -> int:
    """Days from the first visit of a usual course to the end of the sun limit after its last one."""
    gaps = gap_rows(int(rules.sessions.count.read().number), rules)
    limit = rules.aftercare.instructions["direct_sun"].to_day
    return ceil(sum(gap.number for gap in gaps) + (limit.read().number if limit is not None else 0))
