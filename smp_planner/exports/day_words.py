"""A single day of a plan in words: what is on, what to leave, what to do, what is usual."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from smp_planner.domain.care import Aftercare, CareDay
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import number
from smp_planner.exports.can_i import preparations_on
from smp_planner.exports.on_days import OnDays, on_days
from smp_planner.exports.short_words import left_on, short_words, told
from smp_planner.exports.wording import days_held
from smp_planner.language.texts import _


class DayWords(NamedTuple):
    """The names of what is on that day, and short words for all that holds on it."""

    names: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


def days_in_words(plan: SmpPlan, days: Iterable[date]) -> dict[date, DayWords]:
    """Each of these days in words."""
    care = plan.aftercare
    held = {day.date: day for day in care.days}
    on, leave = tuple(on_days(plan)), short_words(care, "avoid")
    do, usual = short_words(care, "do"), short_words(care, "expect")

    def words(day: CareDay) -> DayWords:
        return DayWords(
            names=tuple(_named(each) for each in on if each.first <= day.date <= each.last),
            leave=tuple(told(leave, left_on(care, day))),
            do=tuple(told(do, day.do)),
            usual=tuple(told(usual, day.expect)),
            before=tuple(_before(care, day.date)),
        )

    return {day: words(held.get(day, CareDay(day, (), (), ()))) for day in days}


def _named(on: OnDays) -> str:
    """What is on, with both ends where it goes on for days."""
    return on.name if on.first == on.last else f"{on.name} ({days_held([(on.first, on.last)])})"


def _before(care: Aftercare, day: date) -> list[str]:
    """What a visit that is near asks for, a line for each visit."""
    by_visit: dict[int, list[str]] = {}
    for preparation in preparations_on(care, day):
        by_visit.setdefault(preparation.session, []).append(preparation.short)
    return [
        _("for visit {number}: {tasks}", number=number(visit), tasks=", ".join(asked))
        for visit, asked in by_visit.items()
    ]
