"""Why each figure of a course is what it is: one step for each, with its rules."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.words import figure, fill
from smp_planner.language.speech import spoken_now
from smp_planner.planner.drivers import Drivers
from smp_planner.planner.sessions.session_count import Case, SessionCounter
from smp_planner.planner.sessions.visit_course import CourseVisit, VisitCourse
from smp_planner.planner.sessions.visit_shares import VisitShares


def course_steps(
    course: VisitCourse,
    counter: SessionCounter,
    planned: Case,
    drivers: Drivers,
    shares: VisitShares,
) -> Iterator[Step]:
    """The steps for the count, the hours in all, and the dots, hours and share of each visit."""
    notes = counter.rules.sessions.notes
    yield _count_step(course, counter, planned, drivers)
    yield Step(
        field="sessions.chair_hours",
        value=course.chair_hours,
        because=notes["chair_hours"].say,
        rules=counter.pace.readings,
        uses=("dots.total", "sessions.count"),
    )
    yield from _further_hours(course, counter)
    yield Step(
        field="dots.per_session",
        value=" ".join(str(visit.dots.typical) for visit in course.visits),
        because=notes["dots_by_visit"].say,
        rules=shares.rules,
        uses=("dots.total", "sessions.count"),
    )
    for number, visit in enumerate(course.visits, start=1):
        yield from _visit_steps(number, visit, counter, shares.rules[:number])


def _further_hours(course: VisitCourse, counter: SessionCounter) -> Iterator[Step]:
    """What of the most hours in all goes into further visits, where there is any."""
    if course.further_hours:
        most, further = (figure(each, "hours") for each in (course.chair_hours.high, course.further_hours))
        yield Step(
            field="sessions.further_hours",
            value=course.further_hours,
            because=fill(counter.rules.sessions.notes["further_hours"].say, most=most, further=further),
            rules=(*counter.pace.readings, counter.rules.sessions.likely_extra.read()),
            uses=("sessions.chair_hours",),
        )


def _count_step(course: VisitCourse, counter: SessionCounter, planned: Case, drivers: Drivers) -> Step:
    sessions = counter.rules.sessions
    added = {name: row for name, row in sessions.add.rows.items() if name in drivers.present}
    words = [fill(sessions.notes["count_base"].say, base=counter.base.number)]
    if added:
        names = "; ".join(row.name or name for name, row in added.items())
        words.append(fill(sessions.notes["count_added"].say, names=names))
    if planned.for_hours:
        say = sessions.notes["added_with_room" if course.over else "added_for_hours"].say
        words.append(fill(say, hours=counter.pace.longest, added=planned.for_hours))
    if planned.count == counter.most:
        words.append(fill(sessions.notes["count_at_most"].say, most=counter.most))
    rules = (counter.base, *(row.read() for row in added.values()), sessions.likely_extra.read())
    return Step(
        field="sessions.count",
        value=course.count,
        because=" ".join(words),
        rules=(*rules, *counter.pace.readings),
        uses=("area.cm2", "dots.total"),
    )


def _visit_steps(
    number: int, visit: CourseVisit, counter: SessionCounter, so_far: tuple[Reading, ...]
) -> Iterator[Step]:
    share = so_far[-1]
    field, notes = f"sessions.items.{number}", counter.rules.sessions.notes
    hours = notes["visit_hours" if number > 1 else "first_visit_hours"].say
    if visit.or_more:
        hours = f"{hours} {fill(notes['visit_or_more'].say, hours=counter.pace.longest)}"
    dots = fill(notes["visit_dots"].say, share=spoken_now().figures.per_cent(share.number))
    pace = counter.pace.readings
    yield Step(field=f"{field}.dots", value=visit.dots, because=dots, rules=(share,), uses=("dots.total",))
    yield Step(field=f"{field}.hours", value=visit.hours, because=hours, rules=pace, uses=(f"{field}.dots",))
    say = notes["share_after"].say
    yield Step(field=f"{field}.share_after", value=visit.share_after, because=say, rules=so_far)
