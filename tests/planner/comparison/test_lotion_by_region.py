"""Leaflets of the lotion differ: high blood pressure and a shaved scalp are asked about where they say so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smp_planner.domain.comparison import Option
from smp_planner.domain.intake import AreaAnswer, Hair, Intake, Person
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

PRESSURE, SHAVED = "with high blood pressure, even if treated", "You shave yours: ask a pharmacist."
ON_PILLS = adult(
    person=Person(age=52, sex="female"),
    goals=("added_density",),
    area=AreaAnswer(ludwig="I"),
    hair=Hair(colour="dark_brown", wears="long"),
    health=("high_blood_pressure",),
    loss_moving_on="no",
)


def lotion(intake: Intake, rules: RuleSet) -> Option:
    return next(one for one in plan_of(intake, rules).comparison.options if one.id == "medication")


@pytest.fixture(scope="module")
def uk() -> RuleSet:
    return load_rules(region="UK")


def test_a_uk_woman_on_blood_pressure_pills_is_sent_to_a_pharmacist_before_the_lotion(uk: RuleSet) -> None:
    """She read "Ask first: heart" in the row, and of her blood pressure nothing at all."""
    found = lotion(ON_PILLS, uk)
    assert found.open_to_you == "ask"
    assert f"{PRESSURE}. Ask a pharmacist." in found.why
    row = next(row for row in plan_of(ON_PILLS, uk).comparison.rows if row.id == "who_may_not")
    assert "Ask first: heart, high blood pressure." in row.cells["medication"].say


def test_who_shaves_in_the_uk_asks_a_pharmacist_about_the_lotion(uk: RuleSet) -> None:
    shaves = replace(ON_PILLS, health=(), hair=Hair(wears="shaved"))
    assert SHAVED in lotion(shaves, uk).why
    assert SHAVED not in lotion(replace(shaves, hair=Hair(wears="short")), uk).why
    assert SHAVED not in lotion(replace(shaves, goals=("alopecia_cover",)), uk).why


def test_where_no_region_is_set_both_are_asked_about(rules: RuleSet) -> None:
    told = lotion(replace(ON_PILLS, hair=Hair(wears="shaved")), rules).why
    assert PRESSURE in told
    assert SHAVED in told


def test_in_the_us_the_label_says_heart_alone_and_so_do_we(us: RuleSet) -> None:
    shaves = replace(ON_PILLS, hair=Hair(wears="shaved"))
    told = lotion(shaves, us).why
    assert PRESSURE not in told
    assert SHAVED not in told
    row = next(row for row in plan_of(shaves, us).comparison.rows if row.id == "who_may_not")
    cell = row.cells["medication"]
    assert "Ask about your heart." in cell.say
    assert "blood pressure" not in cell.say
    assert "shaved" not in str(cell.note)
    heart = lotion(replace(ON_PILLS, health=("heart_disease",)), us)
    assert "You named a heart disease." in heart.why
