"""The time of a visit, where one was chosen: as a moment, and in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from smp_planner.domain.course import Visit
from smp_planner.domain.intake import CalendarAnswer
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import city_of
from smp_planner.language.speech import spoken_now
from smp_planner.language.texts import _


def times_of(plan: SmpPlan) -> CalendarAnswer:
    """The answers on times; in the clinic's time zone where none was given with them."""
    answers = plan.intake.calendar
    own = plan.sessions.timezone
    return replace(answers, timezone=own) if answers.timezone is None and own else answers


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
    return f"{_told(time.fromisoformat(chosen), starts_at(visit, answers), answers.timezone)}{end}"


def _told(chosen: time, start: datetime | None, zone: str | None) -> str:
    clock = spoken_now().figures.clock
    if start is None or zone is None:
        return _("{time}, time zone not given", time=clock(chosen))
    there = start.astimezone(ZoneInfo(zone)).time()
    if there == chosen:
        return _("{time}, time of {zone}", time=clock(chosen), zone=city_of(zone))
    return _(
        "{time}, time of {zone} (the clocks go forward then, so {later})",
        time=clock(chosen),
        zone=city_of(zone),
        later=clock(there),
    )
