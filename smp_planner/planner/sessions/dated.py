"""The visits with their days: what is done at each, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from smp_planner.domain.course import EventConflict, Sessions, Visit
from smp_planner.domain.words import fill, per_cent, weekday_of
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
            or_more=visit.or_more or None,
        )
        for number, (day, visit) in enumerate(zip(dates.dates, course.visits, strict=True), start=1)
    )
    return Sessions(
        count=course.count,
        chair_hours=course.chair_hours,
        further_hours=course.further_hours or None,
        items=items,
        last_on=dates.dates[-1],
        settled_on=dates.settled_on,
        conflicts=tuple(
            _with_share(conflict, items[:done], rules)
            for conflict, done in zip(dates.conflicts, dates.done_before, strict=True)
        ),
        latest_start=dates.latest_start,
        notes=course.notes,
        weekdays_off=dates.weekdays_off,
        no_last_day=dates.no_last_day,
        patch_test_by=dates.patch_test_by,
        not_before=dates.not_before,
        hurried=dates.hurried,
        no_room=course.no_room,
    )


def _with_share(conflict: EventConflict, done: Sequence[Visit], rules: RuleSet) -> EventConflict:
    """A conflict that also says how much is done by its event, where visits lie on both sides of it."""
    if not done:
        return conflict
    partly = fill(rules.sessions.words["fits_partly"], share=per_cent(done[-1].share_after))
    return replace(conflict, what_would_fit=f"{partly} {conflict.what_would_fit}")
