"""The patch test has a last day: early enough before the first visit, and the clinic is open on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from smp_planner.exports.steps import Steps
from smp_planner.planner.patch_test import last_day_to_test
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile
from tests.people import ADULT, plan_of

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


def test_a_plan_holds_the_day_and_says_why(rules: RuleSet) -> None:
    plan = plan_of(ADULT, rules)
    assert plan.sessions.items[0].date == MONDAY
    assert plan.sessions.patch_test_by == date(2027, 1, 9)
    step = Steps.of(plan.trace).at("sessions.patch_test_by")
    assert step.because.endswith("on which the clinic is open. Here: 2.")
    assert [rule.id for rule in step.rules] == ["aftercare.before.patch_test.days"]


def test_where_the_clinic_is_closed_for_weeks_before_no_day_is_named(rules: RuleSet) -> None:
    shut = {"dates": [{"from": date(2026, 12, 1), "to": date(2027, 1, 10)}]}
    here = replace(rules, clinic=ClinicFile.model_validate({"name": "C", "closed": shut}))
    plan = plan_of(ADULT, here)
    assert plan.sessions.patch_test_by is None
    assert "sessions.patch_test_by" not in Steps.of(plan.trace).by_field
