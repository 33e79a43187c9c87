"""A doctor's yes: the dates stand, what to ask stays in sight, no stop or wait is lifted. A no stops."""

from __future__ import annotations

from typing import Any

import pytest

from smp_planner.domain.intake import AreaAnswer, Person, Scar
from smp_planner.domain.plan import Referral
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.planner.suitability.found import asks_doctor
from smp_planner.planner.understood import understand
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of
from tests.planner.suitability.assessed import assess, ids

ASKING = {"health": ("blood_thinner",)}


def told(rules: RuleSet, **changes: Any) -> dict[str, str]:
    return {one.id: one.said for one in understand(adult(**changes), rules)}


@pytest.mark.parametrize(("said", "provisional"), [(None, True), (False, True), (True, False)])
def test_only_a_yes_lets_the_dates_stand_and_the_warning_stays(
    said: bool | None, provisional: bool, rules: RuleSet
) -> None:
    found = assess(rules, **ASKING, doctor_agreed=said)
    assert found.suitability.provisional is provisional
    assert found.suitability.doctor_agreed is not provisional
    assert ids(found, "ask_doctor") == ["blood_thinner"]
    assert "keep_your_medicine" in ids(found, "know")


def test_a_no_stops_names_what_was_asked_about_and_tells_the_next_step(rules: RuleSet) -> None:
    found = assess(rules, health=("blood_thinner", "diabetes"), doctor_agreed=False)
    assert found.refer
    assert found.suitability.doctor_refused
    assert found.ask_again_on is None
    assert found.say == "Not for now: your doctor said no."
    [stop] = found.suitability.stop
    assert stop.say.startswith(
        "You asked a doctor about a blood thinner and diabetes, and the answer was no."
    )
    assert "what would have to change" in stop.say
    assert "what else can be done" in stop.say
    assert ids(found, "ask_doctor") == ["blood_thinner", "diabetes"]


def test_a_no_for_a_scar_stops_too(rules: RuleSet) -> None:
    area = AreaAnswer(scars=(Scar(length_cm=4, width_cm=1, raised=True),))
    found = assess(rules, area=area, doctor_agreed=False)
    assert "about a raised scar," in found.suitability.stop[0].say


@pytest.mark.parametrize("said", [None, True])
def test_not_asked_yet_and_a_yes_stop_nothing(said: bool | None, rules: RuleSet) -> None:
    found = assess(rules, **ASKING, doctor_agreed=said)
    assert not found.refer
    assert not found.suitability.doctor_refused


def test_a_no_where_nothing_asks_for_a_doctor_stops_nothing(rules: RuleSet) -> None:
    assert not assess(rules, doctor_agreed=False).refer


def test_a_no_that_a_file_names_among_the_health_answers_speaks_of_health(rules: RuleSet) -> None:
    found = assess(rules, health=("doctor_said_no",))
    assert found.suitability.stop[0].say.startswith("You asked a doctor about your health,")


def test_after_a_no_the_other_ways_stay_open_and_surgery_asks_first(rules: RuleSet) -> None:
    referral = plan_treatment(adult(health=("diabetes",), doctor_agreed=False), rules)
    assert isinstance(referral, Referral)
    said = {option.id: option for option in referral.comparison.options}
    assert said["smp"].open_to_you == "not_for_you"
    assert said["smp"].why.startswith("Not now. You asked a doctor about diabetes")
    assert said["nothing"].open_to_you == "nothing_against"
    assert "Your doctor said no to SMP." in said["fut"].why
    asked = referral.decision.reason
    assert asked is not None
    assert "What would have to change" in asked.questions[0].ask


@pytest.mark.parametrize("scar", [{"raised": True}, {"age_months": 3}])
def test_it_counts_for_a_scar_too(scar: dict[str, Any], rules: RuleSet) -> None:
    area = AreaAnswer(scars=(Scar(length_cm=4, width_cm=1, **scar),))
    assert assess(rules, area=area).suitability.provisional
    assert not assess(rules, area=area, doctor_agreed=True).suitability.provisional


@pytest.mark.parametrize("health", ["keloid", "active_shedding"])
def test_a_stop_or_a_wait_is_not_lifted_by_it(health: str, rules: RuleSet) -> None:
    intake = adult(health=("blood_thinner", health), doctor_agreed=True)
    assert plan_treatment(intake, rules).kind == "referral"


def test_where_nothing_asks_for_a_doctor_it_is_void(rules: RuleSet) -> None:
    found = assess(rules, doctor_agreed=True).suitability
    assert not found.provisional
    assert not found.doctor_agreed
    assert plan_of(adult(doctor_agreed=True), rules).comparison == plan_of(adult(), rules).comparison


def test_it_says_nothing_of_health_questions_that_are_open(rules: RuleSet) -> None:
    found = assess(rules, **ASKING, doctor_agreed=True, unsure_about=("health",)).suitability
    assert not found.checked


def test_what_asks_is_named_in_the_order_of_the_rules(rules: RuleSet) -> None:
    area = AreaAnswer(norwood="V", scars=(Scar(length_cm=4, width_cm=1, raised=True),))
    intake = adult(health=("diabetes", "blood_thinner"), area=area)
    assert asks_doctor(intake, rules) == ("blood_thinner", "diabetes", "raised_scar")
    assert asks_doctor(adult(), rules) == ()


def test_it_is_among_the_answers_only_where_it_was_said_and_counts(rules: RuleSet) -> None:
    assert told(rules, **ASKING, doctor_agreed=True)["doctor_agreed"] == "Yes"
    assert told(rules, **ASKING, doctor_agreed=False)["doctor_agreed"] == "No"
    assert "doctor_agreed" not in told(rules, **ASKING)
    assert "doctor_agreed" not in told(rules, doctor_agreed=True)


def test_smp_stays_something_to_ask_about_and_says_that_it_was_a_yes(rules: RuleSet) -> None:
    said = {
        agreed: next(
            option
            for option in plan_of(adult(health=("diabetes",), doctor_agreed=agreed), rules).comparison.options
            if option.id == "smp"
        )
        for agreed in (None, True)
    }
    assert said[None].open_to_you == said[True].open_to_you == "ask"
    assert "need a doctor's word" in said[None].why
    assert "You said that it was a yes." in said[True].why
    assert "need a doctor's word" not in said[True].why


@pytest.mark.parametrize(("said", "words"), [(None, None), (False, "No"), (True, "Yes")])
def test_beside_a_tick_of_pregnancy_or_breastfeeding_only_the_answer_given_is_told(
    said: bool | None, words: str | None, rules: RuleSet
) -> None:
    person = Person(age=29, sex="female", could_be_pregnant=said)
    answered = told(rules, person=person, health=("pregnant_or_breastfeeding",))
    assert answered.get("could_be_pregnant") == words
