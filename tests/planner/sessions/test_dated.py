"""The visits with their days: what was planned for a visit is done at it."""

from __future__ import annotations

from datetime import date

from smp_planner.domain.findings import Suitability
from smp_planner.domain.intake import CalendarAnswer, LifeEvent
from smp_planner.planner.course import plan_course
from smp_planner.planner.course_parts import Assumptions, Visits
from smp_planner.rules.ruleset import RuleSet
from tests.people import START, adult

WEDDING = LifeEvent(from_=date(2027, 2, 20), to=date(2027, 2, 20), name="wedding", kind="be_ready")


def visits(rules: RuleSet) -> Visits:
    wanted = adult(calendar=CalendarAnswer(start=START, events=(WEDDING,)))
    return plan_course(wanted, Suitability(checked=True, provisional=False), rules, Assumptions()).visits


def test_each_visit_has_its_hours_its_dots_and_its_share(rules: RuleSet) -> None:
    found = visits(rules)
    told = [(visit.hours, visit.dots, visit.share_after) for visit in found.sessions.items]
    assert told == [tuple(visit) for visit in found.planned.in_full.visits]
    assert [share for _, _, share in told][-1] == 1


def test_the_whole_says_what_was_found_for_the_days_and_for_the_visits(rules: RuleSet) -> None:
    found = visits(rules)
    sessions, dates, course = found.sessions, found.dates, found.planned.in_full
    assert sessions.last_on == dates.dates[-1] == sessions.items[-1].date
    assert sessions.settled_on == dates.settled_on
    assert sessions.conflicts == dates.conflicts
    assert [latest.event for latest in sessions.latest_start] == ["wedding"]
    assert sessions.latest_start == dates.latest_start
    assert (sessions.count, sessions.chair_hours, sessions.notes) == (
        course.count,
        course.chair_hours,
        course.notes,
    )
