"""The patch test has a last day: early enough before the first visit, and the clinic is open on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import icalendar
import pytest

from smp_planner.domain.care import Preparation
from smp_planner.domain.intake import WEEKDAYS, Away, EventKind, LifeEvent, Weekday
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import day_and_weekday, spoken
from smp_planner.exports.ical import to_ics
from smp_planner.exports.steps import Steps
from smp_planner.exports.text import to_text
from smp_planner.planner.patch_test import last_day_to_test
from smp_planner.rules.clinic_days import clinic_days
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile
from tests.people import ADULT, adult, plan_of

MONDAY = date(2027, 1, 11)


@pytest.mark.parametrize(
    ("closed", "by"),
    [
        ({}, date(2027, 1, 9)),
        ({"days": ["sat", "sun"]}, date(2027, 1, 8)),
        ({"dates": [{"from": date(2027, 1, 1), "to": date(2027, 1, 10)}]}, date(2026, 12, 31)),
        ({"dates": [{"from": date(2026, 12, 1), "to": date(2027, 1, 10)}]}, None),
    ],
    ids=["48 hours before", "not on a closed weekday", "before a closed week", "no such day"],
)
def test_it_is_two_days_before_the_first_visit_or_sooner_where_the_clinic_is_closed(
    rules: RuleSet, closed: dict[str, Any], by: date | None
) -> None:
    here = replace(rules, clinic=ClinicFile.model_validate({"name": "C", "closed": closed}))
    assert last_day_to_test(MONDAY, here) == by


@pytest.mark.parametrize(
    ("weekdays", "away", "by"),
    [
        (("mon",), (), date(2027, 1, 4)),  # the first visit is on Monday, 11 January
        (("mon", "thu"), (), date(2027, 1, 7)),
        (WEEKDAYS, (("2027-01-06", "2027-01-09"),), date(2027, 1, 5)),
        (("mon",), (("2026-12-01", "2027-01-10"),), date(2027, 1, 9)),
    ],
    ids=["their one weekday", "the later of two", "home before", "away till the visit: the last open day"],
)
def test_it_is_on_a_day_on_which_the_person_can_come(
    rules: RuleSet, weekdays: tuple[Weekday, ...], away: tuple[tuple[str, str], ...], by: date
) -> None:
    times = tuple(Away(from_=date.fromisoformat(first), to=date.fromisoformat(last)) for first, last in away)
    plan = plan_of(adult(calendar=replace(ADULT.calendar, weekdays=weekdays, away=times)), rules)
    assert plan.sessions.items[0].date == MONDAY
    assert plan.sessions.patch_test_by == by
    task = preparation(plan)
    assert task is not None
    assert task.to == by
    assert f" {spoken(by)}" in known(plan)
    because = Steps.of(plan.trace).at("sessions.patch_test_by").because
    assert ("None of your days is left for it." in because) == (by == date(2027, 1, 9))


def test_it_is_on_no_holiday(rules: RuleSet) -> None:
    plan = plan_of(adult(calendar=replace(ADULT.calendar, start=date(2026, 12, 28))), rules)
    assert plan.sessions.patch_test_by == date(2026, 12, 26)
    plan = plan_of(adult(calendar=replace(ADULT.calendar, start=date(2026, 12, 28))), load_rules(region="UK"))
    assert plan.sessions.patch_test_by == date(2026, 12, 24)


def test_a_plan_holds_the_day_and_says_why(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    assert plan.sessions.items[0].date == MONDAY
    assert plan.sessions.patch_test_by == date(2027, 1, 9)
    step = Steps.of(plan.trace).at("sessions.patch_test_by")
    assert step.because == (
        "This is the last day for it: 2 days or more before the first visit, one on which you can come"
        " and the clinic is open. Here: 2. Better is 4 January 2027, 7 days before: that leaves more time"
        " to see a reaction."
    )
    assert [rule.id for rule in step.rules] == ["aftercare.before.patch_test.days"]


def test_a_better_day_for_it_is_one_on_which_the_person_can_come_and_the_clinic_is_open(
    rules: RuleSet,
) -> None:
    # 4 January is 7 days before; away on it and the next day, and closed on Wednesdays
    here = replace(rules, clinic=ClinicFile.model_validate({"name": "C", "closed": {"days": ["wed"]}}))
    gone = Away(from_=date(2027, 1, 3), to=date(2027, 1, 5))
    plan = plan_of(adult(calendar=replace(ADULT.calendar, weekdays=WEEKDAYS, away=(gone,))), here)
    because = Steps.of(plan.trace).at("sessions.patch_test_by").because
    assert "Better is 7 January 2027, 4 days before" in because


def test_where_no_later_day_is_left_nothing_better_is_named(rules: RuleSet) -> None:
    plan = plan_of(adult(calendar=replace(ADULT.calendar, weekdays=("mon",))), rules)
    assert Steps.of(plan.trace).at("sessions.patch_test_by").because.endswith("is open. Here: 7.")


def test_where_the_clinic_is_closed_for_weeks_before_no_day_is_named(rules: RuleSet) -> None:
    shut = {"dates": [{"from": date(2026, 12, 1), "to": date(2027, 1, 10)}]}
    here = replace(rules, clinic=ClinicFile.model_validate({"name": "C", "closed": shut}))
    plan = plan_of(ADULT, here)
    assert plan.sessions.patch_test_by is None
    assert "sessions.patch_test_by" not in Steps.of(plan.trace).by_field


# --- one day, wherever it is told ---------------------------------------------------------------

CLOSED_OFTEN = {
    "days": ["sun", "mon"],
    "dates": [{"from": date(2027, 1, 1), "to": date(2027, 1, 9)}],
    "yearly": ["02-06", {"the": "last", "weekday": "sat", "of": "feb"}],
}


def at(rules: RuleSet, closed: dict[str, Any]) -> RuleSet:
    return replace(rules, clinic=ClinicFile.model_validate({"name": "C", "closed": closed}))


@pytest.mark.parametrize(
    ("kind", "by"), [("sun", "2027-01-06"), ("swimming", "2027-01-06"), ("sport", "2027-01-09")]
)
def test_no_patch_test_is_put_on_a_day_of_a_holiday(rules: RuleSet, kind: EventKind, by: str) -> None:
    # the week before the visit of 11 January; a training of several days may be at home
    trip = LifeEvent(from_=date(2027, 1, 7), to=date(2027, 1, 9), name="Spain", kind=kind)
    calendar = replace(ADULT.calendar, weekdays=("mon", "wed", "sat"), events=(trip,))
    assert last_day_to_test(MONDAY, rules, calendar) == date.fromisoformat(by)


def preparation(plan: TreatmentPlan) -> Preparation | None:
    return next((task for task in plan.aftercare.before if task.rule == "patch_test"), None)


def known(plan: TreatmentPlan) -> str:
    return next(point.known for point in plan.talk.agreed if point.id == "patch_test") or ""


@pytest.mark.parametrize("start", [MONDAY + timedelta(day) for day in range(60)], ids=str)
def test_visits_before_list_talk_and_calendar_name_one_day_on_which_the_clinic_is_open(
    rules: RuleSet, start: date
) -> None:
    here = at(rules, CLOSED_OFTEN)
    plan = plan_of(adult(calendar=replace(ADULT.calendar, start=start)), here)
    day, task = plan.sessions.patch_test_by, preparation(plan)
    assert day is not None
    assert task is not None
    assert clinic_days(here).is_open(day)
    assert (plan.sessions.items[0].date - day).days >= 2
    assert task.from_ <= task.to == day
    assert f" {spoken(day)}" in known(plan)
    [event] = [
        event
        for event in icalendar.Calendar.from_ical(to_ics(plan)).events
        if "on or before" in event["summary"]
    ]
    assert event["dtstart"].dt == day
    assert f"Patch test: on or before {day_and_weekday(day)}." in " ".join(to_text(plan).split())


def test_where_a_week_is_closed_the_day_before_it_is_named_everywhere(rules: RuleSet) -> None:
    plan = plan_of(ADULT, at(rules, {"dates": [{"from": date(2027, 1, 1), "to": date(2027, 1, 10)}]}))
    task = preparation(plan)
    assert task is not None
    assert plan.sessions.patch_test_by == task.from_ == task.to == date(2026, 12, 31)
    assert known(plan) == "On or before 31 December 2026. Your first visit is on 11 January 2027."


def test_where_no_day_is_left_visit_and_talk_say_so_and_nothing_names_a_closed_day(rules: RuleSet) -> None:
    plan = plan_of(ADULT, at(rules, {"dates": [{"from": date(2026, 12, 1), "to": date(2027, 1, 10)}]}))
    assert plan.sessions.patch_test_by is None
    assert preparation(plan) is None
    closed = "from 14 December 2026 to 9 January 2027. Ask it for a day before that."
    assert f"The clinic is closed on every day for your patch test, {closed}" in plan.sessions.items[0].notes
    assert known(plan) == f"The clinic is closed {closed} Your first visit is on 11 January 2027."
