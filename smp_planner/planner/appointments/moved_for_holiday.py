"""That a visit would be on a holiday, had the clinic been open then, so that the visits are on other days."""

from __future__ import annotations

from collections.abc import Sequence

from smp_planner.domain.intake import CalendarAnswer
from smp_planner.domain.words import fill, spoken
from smp_planner.planner.appointments.day_search import Found, Search, choose_days
from smp_planner.planner.appointments.day_sets import between
from smp_planner.planner.appointments.open_days import Frame, lost_to_holidays
from smp_planner.rules.ruleset import RuleSet


def moved_for_holiday(
    calendar: CalendarAnswer, frame: Frame, search: Search, found: Found, *, within: int, rules: RuleSet
) -> tuple[tuple[str, ...], ...]:
    """For each visit that it would be on a holiday; nothing of visits that no holiday moves.

    The same days are looked for once more as if the holidays were open. Where none of them is taken then,
    the days are those of the plan. Days without a clash or a gap that is off are left for earlier ones alone.
    """
    lost = lost_to_holidays(frame, calendar, rules)
    if not found.clashes and not found.off_by:
        lost &= between(0, found.last)
    if not lost:
        return ((),) * len(found.days)
    wanted = choose_days(search._replace(open_days=search.open_days | lost), within=within) or found
    return tuple(
        (_told(number, wanted.days, found.days, frame, rules),) if lost >> day & 1 else ()
        for number, day in enumerate(wanted.days)
    )


def _told(number: int, wanted: Sequence[int], planned: Sequence[int], frame: Frame, rules: RuleSet) -> str:
    """What is said of one visit: with it the day of the last one before that would be on another day too."""
    notes, holiday = rules.sessions.notes, spoken(frame.day(wanted[number]))
    moved = [before for before in range(number) if wanted[before] != planned[before]]
    if not moved:
        return fill(notes["moved_for_holiday"].say, holiday=holiday)
    on = spoken(frame.day(wanted[moved[-1]]))
    return fill(notes["moved_with_another"].say, before=moved[-1] + 1, on=on, holiday=holiday)
