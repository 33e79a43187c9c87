"""Days whose opening hours hold a visit: it needs its planned hours in a row, in one span of a day.

A visit that no day on offer can hold is planned as if the hours were open, and its card says so.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from smp_planner.domain.intake import CalendarAnswer, Weekday
from smp_planner.domain.opening import HOUR, longest_in_a_row
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.words import figure, fill, joined, weekday_of
from smp_planner.language.texts import N_, _
from smp_planner.planner.appointments.day_sets import DaySet, between
from smp_planner.planner.appointments.open_days import Frame, on_weekdays
from smp_planner.rules.clinic_days import ClinicDays, clinic_days
from smp_planner.rules.ruleset import RuleSet

TOO_SHORT = N_("The clinic is not open for {hours} in a row on this day, so ask how this visit can be held.")
NEVER = N_("No day of the clinic's week is open for so long.")
ELSEWHERE = N_("It is on these days, but none of them works here: {days}.")
LONG_ENOUGH = N_("The first open day that is long enough for this visit is {day}.")
"""What a visit is told where hours of opening decide its day."""


def minutes_of(hours: Sequence[Number]) -> tuple[int, ...]:
    """Hours of visits in whole minutes, rounded up."""
    return tuple(math.ceil(hour * HOUR) for hour in hours)


def days_that_hold(
    frame: Frame, needed: Sequence[int], calendar: CalendarAnswer, rules: RuleSet
) -> tuple[DaySet, ...]:
    """For each visit, by its minutes, the days of a frame that are long enough for it.

    A visit that no weekday on offer can hold has them all. Nothing where hours play no part.
    """
    clinic = clinic_days(rules)
    if clinic.opening is None:
        return ()
    on_offer: list[Weekday] = [day for day in calendar.weekdays if day in clinic.weekdays]
    wanted = [_holding(minutes, on_offer, clinic) or on_offer for minutes in needed]
    if all(days == on_offer for days in wanted):
        return ()
    return tuple(on_weekdays(frame, days) for days in wanted)


def holds_of_others(
    kept: Sequence[date], holds: tuple[DaySet, ...], frame: Frame, count: int
) -> tuple[DaySet, ...]:
    """The days of each of `count` visits, where the first ones stand on days that are kept.

    `holds` are those that are long enough for each; where none are named, every day is.
    """
    if not kept:
        return holds
    any_day = holds or (between(0, frame.length),) * count
    return (*(1 << frame.number(day) for day in kept), *any_day[len(kept) :])


def is_long_enough(on: date, minutes: int, rules: RuleSet) -> bool:
    """Whether a day is open for so many minutes in a row; any day is where no hours are named."""
    clinic = clinic_days(rules)
    return clinic.opening is None or bool(_holding(minutes, [weekday_of(on)], clinic))


def too_short_note(on: date, minutes: int, rules: RuleSet) -> tuple[str, ...]:
    """What to say of a visit on a day that is not open for so many minutes in a row; nothing where it is."""
    if is_long_enough(on, minutes, rules):
        return ()
    clinic = clinic_days(rules)
    others = _holding(minutes, clinic.weekdays, clinic)
    hours = rounded(Decimal(minutes) / HOUR, "0.01")
    why = fill(_(ELSEWHERE), days=_named(others, rules)) if others else _(NEVER)
    return (f"{fill(_(TOO_SHORT), hours=figure(hours, 'hours'))} {why}",)


def _named(weekdays: Sequence[Weekday], rules: RuleSet) -> str:
    names, words = rules.intake.choices["weekdays"], rules.aftercare.words
    return joined([names[day] for day in weekdays], comma=words["comma"], last=words["and"])


def _holding(minutes: int, weekdays: Sequence[Weekday], clinic: ClinicDays) -> list[Weekday]:
    return [day for day in weekdays if longest_in_a_row(clinic.spans(day)) >= minutes]
