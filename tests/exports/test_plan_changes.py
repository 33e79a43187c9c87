"""Two plans beside each other: what differs is told, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smp_planner.domain.intake import AreaAnswer
from smp_planner.domain.plan import Change
from smp_planner.exports.plan_changes import plan_changes
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, plan_of


def test_the_same_answers_differ_in_nothing(rules: RuleSet) -> None:
    assert plan_changes(plan_of(ADULT, rules), plan_of(ADULT, rules)) == ()


def test_a_denser_look_differs_in_dots_hours_and_what_follows_from_them(rules: RuleSet) -> None:
    soft, dense = (plan_of(replace(ADULT, density=look), rules) for look in ("soft", "dense"))
    changes = {change.what: change for change in plan_changes(soft, dense)}
    assert changes["Density"].before.startswith("100 dots")
    assert changes["Density"].after.startswith("195 dots")
    assert {"Dots in all", "Hours in the chair"} <= set(changes)
    assert "Treated area" not in changes


def test_open_health_questions_leave_the_money_out(rules: RuleSet) -> None:
    unasked = plan_of(replace(ADULT, health_asked=False), rules)
    assert Change("Price of all visits", "$2,960 ($1,960 to $4,470)", "not shown yet") in plan_changes(
        plan_of(ADULT, rules), unasked
    )


@pytest.mark.parametrize("stage", ["III", "V", "VII"])
def test_turned_round_before_and_after_change_places(rules: RuleSet, stage: str) -> None:
    one, other = plan_of(ADULT, rules), plan_of(replace(ADULT, area=AreaAnswer(norwood=stage)), rules)
    turned = tuple(Change(what, after, before) for what, before, after in plan_changes(one, other))
    assert plan_changes(other, one) == turned
