"""One course in four parts: each part rests on those before it, and a part that is given stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from smp_planner.domain.findings import Suitability
from smp_planner.domain.intake import AreaAnswer, Away, CalendarAnswer
from smp_planner.errors import IntakeError
from smp_planner.planner.course import lay_ground, plan_course
from smp_planner.planner.course_parts import Assumptions, Course
from smp_planner.planner.sessions.technique import visit_focus, visit_steps
from smp_planner.planner.what_if import read_number
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, START, adult

CHECKED = Suitability(checked=True, provisional=False)


@pytest.fixture(scope="module")
def course(rules: RuleSet) -> Course:
    return plan_course(ADULT, CHECKED, rules, Assumptions())


def test_a_glance_tells_what_all_of_the_visits_tell(course: Course) -> None:
    assert course.visits.glance == course.visits.sessions.glance
    assert course.visits.glance[1:] == (date(2027, 1, 11), course.visits.sessions.settled_on)


# --- the whole ------------------------------------------------------------------------------


def test_visits_join_what_is_done_with_the_day_it_is_done(course: Course, rules: RuleSet) -> None:
    visits = course.visits.sessions.items
    assert [(visit.number, visit.date, visit.weekday) for visit in visits] == [
        (1, date(2027, 1, 11), "mon"),
        (2, date(2027, 1, 21), "thu"),
        (3, date(2027, 2, 18), "thu"),
    ]
    assert [visit.gap_days for visit in visits] == [None, 10, 28]
    assert [visit.focus for visit in visits] == [visit_focus(n, 3, rules) for n in (1, 2, 3)]
    assert [visit.steps for visit in visits] == [visit_steps(n, 3, rules) for n in (1, 2, 3)]
    assert [(visit.earliest, visit.latest) for visit in visits] == [
        (date(2027, 1, 11), date(2027, 4, 10)),
        (date(2027, 1, 18), date(2027, 7, 9)),
        (date(2027, 2, 1), date(2027, 10, 7)),
    ]
    assert course.visits.days == tuple(visit.date for visit in visits)


def test_the_course_ends_with_its_last_visit_and_settles_28_days_later(course: Course) -> None:
    sessions = course.visits.sessions
    assert (sessions.last_on, sessions.settled_on) == (date(2027, 2, 18), date(2027, 3, 18))
    assert course.checks.touch_ups.items[0].typical == date(2029, 2, 18)


def test_the_dots_of_the_visits_are_the_dots_of_the_plan(course: Course) -> None:
    dots, counted = course.dots, course.ground.dots
    assert (dots.per_cm2, dots.total) == (counted.per_cm2, counted.total)
    assert dots.per_session == tuple(visit.dots for visit in course.visits.sessions.items)


def test_notes_of_the_days_stand_at_their_visit(rules: RuleSet) -> None:
    away = Away(from_=START, to=START, name="trip")
    calendar = CalendarAnswer(start=START, away=(away,))
    first, *others = plan_course(
        adult(calendar=calendar), CHECKED, rules, Assumptions()
    ).visits.sessions.items
    assert first.notes == ("You are away until 11 January 2027.",)
    assert [visit.notes for visit in others] == [(), ()]


def test_the_steps_follow_the_parts(course: Course) -> None:
    sections = [step.field.split(".")[0] for step in course.trace]
    assert list(dict.fromkeys(sections)) == ["area", "dots", "sessions", "touch_ups", "cost"]


def test_drivers_follow_from_the_area_and_the_density_that_come_out(rules: RuleSet) -> None:
    large = rules.sessions.large_area_cm2.read().number
    small = lay_ground(adult(area=AreaAnswer(norwood="III")), rules)
    wide = lay_ground(adult(area=AreaAnswer(norwood="V", zones=("sides", "donor")), density=200), rules)
    assert small.coverage.area.cm2.typical < large < wide.coverage.area.cm2.typical
    assert not {"large_area", "dense_look"} & small.drivers.present
    assert {"large_area", "dense_look"} <= wide.drivers.present


def test_the_days_keep_clear_by_the_healing_of_this_person(course: Course, rules: RuleSet) -> None:
    """Fair skin stays out of the sun for longer, and the lengths are the ground's."""
    fair = adult(skin=replace(ADULT.skin, tone="I"), habits=replace(ADULT.habits, sun="high"))
    longer = lay_ground(fair, rules).care["direct_sun"]
    assert longer != course.ground.care["direct_sun"]


def test_no_free_day_is_a_problem_with_the_calendar(rules: RuleSet) -> None:
    away = Away(from_=START, to=START + timedelta(1200))
    with pytest.raises(IntakeError, match="I502"):
        plan_course(adult(calendar=CalendarAnswer(start=START, away=(away,))), CHECKED, rules, Assumptions())


# --- assumptions ----------------------------------------------------------------------------


def test_without_health_answers_there_is_no_money(rules: RuleSet) -> None:
    unasked = plan_course(ADULT, replace(CHECKED, checked=False), rules, Assumptions())
    assert unasked.money.cost is None
    assert all(not step.field.startswith("cost") for step in unasked.trace)


def test_an_extra_session_is_one_visit_more_and_paid_on_top(course: Course, rules: RuleSet) -> None:
    more = plan_course(ADULT, CHECKED, rules, Assumptions(extra_sessions=1))
    assert len(more.visits.sessions.items) == 4
    assert course.money.cost is not None
    assert more.money.cost is not None
    assert more.money.cost.course.typical - course.money.cost.course.typical == 700
    assert more.ground.dots == course.ground.dots


def test_fast_fading_moves_the_checks_alone(course: Course, rules: RuleSet) -> None:
    fast = plan_course(ADULT, CHECKED, rules, Assumptions(fades_fast=True))
    assert fast.checks.touch_ups.items[0].typical == date(2028, 2, 18)
    assert fast.visits.sessions == course.visits.sessions


def test_a_rise_moves_the_money_alone(course: Course, rules: RuleSet) -> None:
    rise = read_number(rules.what_if.cases["prices_up"].price_rise)
    dearer = plan_course(ADULT, CHECKED, rules, Assumptions(price_rise=rise))
    assert course.money.cost is not None
    assert dearer.money.cost is not None
    assert (course.money.cost.course.typical, dearer.money.cost.course.typical) == (2960, 3560)
    assert dearer.checks.touch_ups == course.checks.touch_ups


# --- parts that are given -------------------------------------------------------------------


def test_parts_that_are_given_are_not_worked_out_again(course: Course, rules: RuleSet) -> None:
    other = adult(area=AreaAnswer(norwood="II"), calendar=CalendarAnswer(start=START + timedelta(30)))
    again = plan_course(
        other,
        CHECKED,
        rules,
        Assumptions(extra_sessions=1, fades_fast=True),
        ground=course.ground,
        visits=course.visits,
        checks=course.checks,
    )
    assert again.ground is course.ground
    assert again.visits is course.visits
    assert again.checks is course.checks


def test_what_is_not_given_rests_on_what_is(course: Course, rules: RuleSet) -> None:
    other = adult(area=AreaAnswer(norwood="II"))
    same = plan_course(other, CHECKED, rules, Assumptions(), ground=course.ground)
    assert same.visits.sessions == course.visits.sessions
    assert same.money.cost == course.money.cost
    own = plan_course(other, CHECKED, rules, Assumptions())
    assert own.money.cost != course.money.cost
