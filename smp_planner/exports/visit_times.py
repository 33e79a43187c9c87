"""The time of a visit, where one was chosen: as a moment, and in words."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from smp_planner.domain.course import Visit
from smp_planner.domain.intake import CalendarAnswer


def starts_at(visit: Visit, answers: CalendarAnswer) -> datetime | None:
    """When a visit starts, in UTC; None where no time or no time zone was chosen.

    A time that the clocks jump over on that day is so much later.
    """
    chosen = answers.visit_times.get(visit.number)
    if chosen is None or answers.timezone is None:
        return None
    local = datetime.combine(visit.date, time.fromisoformat(chosen), ZoneInfo(answers.timezone))
    return local.astimezone(UTC)


def begins(visit: Visit, answers: CalendarAnswer, *, end: str = "") -> str:
    """The chosen time of a visit and where it holds, with `end` behind it; nothing where none was chosen."""
    chosen = answers.visit_times.get(visit.number)
    if chosen is None:
        return ""
    start = starts_at(visit, answers)
    if start is None or answers.timezone is None:
        return f"{chosen}, time zone not given{end}"
    there = f"{start.astimezone(ZoneInfo(answers.timezone)):%H:%M}"
    jumped = "" if there == chosen else f" (the clocks go forward then, so {there})"
    return f"{chosen}, time of {answers.timezone}{jumped}{end}"
