"""Checks and money over the years tell one story: as many touch-ups are paid for as checks are counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.years import Cost
from smp_planner.exports.later_words import checks_in_years_told
from smp_planner.exports.steps import Steps
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult, plan_of

OILY = adult(skin=replace(ADULT.skin, traits=("oily",)))
SUNNY = replace(OILY, habits=replace(ADULT.habits, sun="high", swims=True))
UNSURE = adult(skin=replace(ADULT.skin, traits=None), habits=replace(ADULT.habits, sun=None, swims=None))
PEOPLE = [ADULT, OILY, SUNNY, UNSURE, adult(wants_touch_ups="crisp")]
TEN = 10  # dollars, to which the money of many years is rounded


def counted(plan: TreatmentPlan) -> dict[str, tuple[object, object, object]]:
    return {years: (count.low, count.typical, count.high) for years, count in plan.touch_ups.within.items()}


def cost_of(plan: TreatmentPlan) -> Cost:
    assert plan.cost is not None
    return plan.cost


def test_there_are_more_checks_where_each_is_sooner_than_planned(rules: RuleSet) -> None:
    # every 21 months, from 18 to 24
    assert counted(plan_of(OILY, rules)) == {"1y": (0, 0, 0), "5y": (2, 2, 3), "10y": (5, 5, 6)}


def test_one_interval_gives_one_number(rules: RuleSet) -> None:
    assert counted(plan_of(ADULT, rules)) == {"1y": (0, 0, 0), "5y": (2, 2, 2), "10y": (5, 5, 5)}


@pytest.mark.parametrize("who", PEOPLE, ids=["none", "oily", "sunny", "unsure", "crisp"])
def test_the_table_lists_the_planned_count_and_money_holds_a_touch_up_for_each_check(
    rules: RuleSet, who: Intake
) -> None:
    plan = plan_of(who, rules)
    cost, within = cost_of(plan), plan.touch_ups.within
    assert len(plan.touch_ups.items) == within["10y"].typical
    assert list(within) == list(cost.totals)
    for years, total in cost.totals.items():
        course, each, count = cost.course, cost.touch_up, within[years]
        assert total.typical == course.typical + count.typical * each.typical
        # one thing moves at a time: the price of the course, that of a touch-up, or how many there are
        most = (
            course.high + count.typical * each.typical,
            course.typical + count.typical * each.high,
            course.typical + count.high * each.typical,
        )
        assert abs(total.high - max(most)) < TEN
        because = Steps.of(plan.trace).at(f"cost.totals.{years}").because
        assert f": {count.typical} touch-up" in because


def test_the_comparison_counts_the_same_checks(rules: RuleSet) -> None:
    plan = plan_of(UNSURE, rules)
    cell = next(row for row in plan.comparison.rows if row.id == "repeats").cells["smp"]
    assert (cell.low, cell.typical, cell.high) == counted(plan)["10y"]


def test_text_and_table_say_how_many_and_the_why_says_how_they_are_counted(rules: RuleSet) -> None:
    plan = plan_of(OILY, rules)
    text = " ".join(to_text(plan).split())
    assert "A check every 21 months (18 to 24), 5 (5 to 6) in all: the first about" in text
    told = "within 1 year 0, within 5 years 2 (2 to 3) and within 10 years 5 (5 to 6)."
    counted_again = "Money over the years counts the same number of touch-ups."
    assert checks_in_years_told(plan) == f"How many checks: {told} {counted_again}"
    assert "checks within 10 years" in to_csv(plan)
    assert Steps.of(plan.trace).at("touch_ups.within.10y").because == (
        "The plan counts a check every 21 months. There are most where each comes after 18 months, and "
        "fewest where each comes after 24 months. Money over the years counts the same."
    )
    same = Steps.of(plan_of(ADULT, rules).trace).at("touch_ups.within.10y").because
    assert same == "The plan counts a check every 24 months. Money over the years counts the same."
