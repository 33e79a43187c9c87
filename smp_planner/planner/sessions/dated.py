"""The visits with their days: what is done at each, and when."""

from __future__ import annotations

from smp_planner.domain.course import Sessions, Visit
from smp_planner.domain.words import weekday_of
from smp_planner.planner.appointments.course_dates import Appointments
from smp_planner.planner.sessions.technique import visit_focus, visit_steps
from smp_planner.planner.sessions.visit_course import VisitCourse
from smp_planner.rules.ruleset import RuleSet


def dated_sessions(course: VisitCourse, dates: Appointments, rules: RuleSet) -> Sessions:
    """The sessions of a course as the plan reports them; there is a day for each visit."""
    count = len(course.visits)
    items = tuple(
        Visit(
            number=number,
            date=day,
            weekday=weekday_of(day),
            earliest=dates.earliest[number - 1],
            latest=dates.latest[number - 1],
            gap_days=dates.gaps[number - 2] if number > 1 else None,
            hours=visit.hours,
            dots=visit.dots,
            share_after=visit.share_after,
            focus=visit_focus(number, count, rules),
            steps=visit_steps(number, count, rules),
            notes=dates.notes[number - 1],
            some_taken=dates.some_taken[number - 1] or None,
        )
        for number, (day, visit) in enumerate(zip(dates.dates, course.visits, strict=True), start=1)
    )
    return Sessions(
        count=course.count,
        chair_hours=course.chair_hours,
        items=items,
        last_on=dates.dates[-1],
        settled_on=dates.settled_on,
        conflicts=dates.conflicts,
        latest_start=dates.latest_start,
        notes=course.notes,
    )
