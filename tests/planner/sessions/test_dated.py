"""The visits with their days: what was planned for a visit is done at it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from smp_planner.domain.findings import Suitability
from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, LifeEvent
from smp_planner.planner.course import plan_course
from smp_planner.planner.course_parts import Assumptions, Visits
from smp_planner.rules.ruleset import RuleSet
from tests.people import START, adult

CHECKED = Suitability(checked=True, provisional=False)
WEDDING = LifeEvent(from_=date(2027, 2, 20), to=date(2027, 2, 20), name="wedding", kind="be_ready")


def visits(rules: RuleSet) -> Visits:
    wanted = adult(calendar=CalendarAnswer(start=START, events=(WEDDING,)))
    return plan_course(wanted, CHECKED, rules, Assumptions()).visits


def test_each_visit_has_its_hours_its_dots_and_its_share(rules: RuleSet) -> None:
    found = visits(rules)
    items = found.sessions.items
    told = [(visit.hours, visit.dots, visit.share_after, bool(visit.or_more)) for visit in items]
    assert told == [tuple(visit) for visit in found.planned.in_full.visits]
    assert [share for _, _, share, _ in told][-1] == 1


@pytest.mark.parametrize("stage", ["II", "III", "IV", "V", "VI", "VII"])
def test_a_what_if_counts_the_same_hours_as_the_plan(rules: RuleSet, stage: str) -> None:
    wanted = adult(area=AreaAnswer(norwood=stage), density=137)
    planned = plan_course(wanted, CHECKED, rules, Assumptions()).visits.planned
    assert planned.chair_hours == planned.in_full.chair_hours.typical


def test_the_whole_says_what_was_found_for_the_days_and_for_the_visits(rules: RuleSet) -> None:
    found = visits(rules)
    sessions, dates, course = found.sessions, found.dates, found.planned.in_full
    assert sessions.last_on == dates.dates[-1] == sessions.items[-1].date
    assert sessions.settled_on == dates.settled_on
    share = "On that day about 70% of the dots would be set. "  # what the visits add to what the days say
    by_days = [
        replace(one, what_would_fit=one.what_would_fit.removeprefix(share)) for one in sessions.conflicts
    ]
    assert by_days == [*dates.conflicts]
    assert [latest.event for latest in sessions.latest_start] == ["wedding"]
    assert sessions.latest_start == dates.latest_start
    assert (sessions.count, sessions.chair_hours, sessions.notes) == (
        course.count,
        course.chair_hours,
        course.notes,
    )
