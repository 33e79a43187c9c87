"""A single day of a plan in words: what is on, what to leave, what to do, what is usual."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from smp_planner.domain.care import Aftercare, CareDay
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.can_i import preparations_on
from smp_planner.exports.short_words import AVOID, DO, EXPECT, short_words


class DayWords(NamedTuple):
    """The names of what is on that day, and short words for all that holds on it."""

    names: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


def days_in_words(plan: TreatmentPlan, days: Iterable[date]) -> dict[date, DayWords]:
    """Each of these days in words."""
    care = {day.date: day for day in plan.aftercare.days}
    return {day: _words(plan, day, care.get(day, CareDay(day, (), (), ()))) for day in days}


def _words(plan: TreatmentPlan, day: date, care: CareDay) -> DayWords:
    return DayWords(
        names=tuple(names_on(plan, day)),
        leave=tuple(short_words(AVOID, care.avoid)),
        do=tuple(short_words(DO, care.do)),
        usual=tuple(short_words(EXPECT, care.expect)),
        before=tuple(_before(plan.aftercare, day)),
    )


def names_on(plan: TreatmentPlan, day: date) -> list[str]:
    """What is on that day: a visit of so many, the look settled, the person's own events and absence."""
    visits, calendar = plan.sessions.items, plan.intake.calendar
    return [
        *(f"Visit {visit.number} of {len(visits)}" for visit in visits if visit.date == day),
        *(["Planned to be settled by this day"] if plan.sessions.settled_on == day else []),
        *(event.name for event in calendar.events if event.from_ <= day <= event.to),
        *(
            f"Away: {away.name}" if away.name else "Away"
            for away in calendar.away
            if away.from_ <= day <= away.to
        ),
    ]


def _before(care: Aftercare, day: date) -> list[str]:
    """What a visit that is near asks for, a line for each visit."""
    by_visit: dict[int, list[str]] = {}
    for preparation in preparations_on(care, day):
        by_visit.setdefault(preparation.session, []).append(preparation.short)
    return [f"For visit {number}: {', '.join(asked)}" for number, asked in by_visit.items()]
