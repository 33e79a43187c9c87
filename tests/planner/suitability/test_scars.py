"""What was not told of a scar is no "no": the plan says what is open, and what it may change."""

from __future__ import annotations

import pytest

from smp_planner.domain.intake import AreaAnswer, Scar
from smp_planner.planner.suitability.scars import raised_untold, scar_untold
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult
from tests.planner.suitability.assessed import assess, ids, steps_of


def scar(*, age: int | None = 30, raised: bool | None = False, red: bool | None = False) -> Scar:
    return Scar(length_cm=20, width_cm=1, age_months=age, raised=raised, red=red)


@pytest.mark.parametrize(
    ("one", "is_open"),
    [
        (scar(), False),
        (scar(age=None), True),
        (scar(raised=None), True),
        (scar(red=None), True),
        (scar(age=None, raised=True, red=None), False),
        (scar(age=None, raised=None, red=True), False),
    ],
)
def test_a_scar_is_open_until_all_is_told_or_a_doctor_has_to_see_it_anyway(
    rules: RuleSet, one: Scar, is_open: bool
) -> None:
    found = assess(rules, area=AreaAnswer(scars=(one,)))
    assert ("scar_not_told" in ids(found, "know")) is is_open
    assert found.suitability.checked, "an open scar keeps no price back"


def test_a_second_scar_is_asked_about_as_the_first_is(rules: RuleSet) -> None:
    area = AreaAnswer(scars=(scar(red=True), scar(age=None)))
    assert "scar_not_told" in ids(assess(rules, area=area), "know")


def test_a_scar_to_hide_of_which_nothing_was_told_is_open_too() -> None:
    hidden = adult(goals=("scar_camouflage",))
    assert scar_untold(hidden)
    assert raised_untold(hidden)
    assert not scar_untold(adult())
    assert not raised_untold(adult(area=AreaAnswer(scars=(scar(age=None),))))


def test_what_is_said_names_a_doctor_and_rests_on_the_age_at_which_scars_settle(rules: RuleSet) -> None:
    area = AreaAnswer(scars=(scar(age=None, raised=None, red=None),))
    [said] = [one.say for one in assess(rules, area=area).suitability.know if one.id == "scar_not_told"]
    assert "younger than 12 months" in said
    assert "doctor" in said
    step = steps_of(rules, area=area)["suitability.know.scar_not_told"]
    assert [reading.id for reading in step.rules][1:] == ["suitability.settled_scar_months"]


def said_of(rules: RuleSet, **answers: object) -> str:
    return next(one.say for one in assess(rules, **answers).suitability.know if one.id == "scar_not_told")


@pytest.mark.parametrize(
    ("scars", "named"),
    [
        ((scar(age=None),), "its age"),
        ((scar(age=200, raised=None, red=None),), "if it is raised and if it is red"),
        ((scar(age=None, raised=None, red=None),), "its age, if it is raised and if it is red"),
        ((scar(age=None), scar(red=None)), "its age and if it is red"),
        ((scar(age=None, red=True), scar(raised=None)), "if it is raised"),
        ((), "its age, if it is raised and if it is red"),
    ],
)
def test_only_what_is_open_of_a_scar_is_named(scars: tuple[Scar, ...], named: str, rules: RuleSet) -> None:
    """He gave its age, 200 months, and read that its age was open."""
    said = said_of(rules, area=AreaAnswer(scars=scars, norwood="V"), goals=("scar_camouflage",))
    assert said.startswith(f"Not told of your scar: {named}. ")


def test_dates_that_may_change_are_told_of_a_plan_and_not_under_a_stop(rules: RuleSet) -> None:
    area, goals = AreaAnswer(scars=(scar(red=None),)), ("scar_camouflage",)
    assert said_of(rules, area=area, goals=goals).endswith("Then these dates may change.")
    assert "dates" not in said_of(rules, area=area, goals=goals, health=("keloid",))


def test_a_scar_that_is_ticked_as_not_told_names_all_that_can_be_open(rules: RuleSet) -> None:
    assert "its age, if it is raised and if it is red" in said_of(rules, health=("scar_not_told",))
