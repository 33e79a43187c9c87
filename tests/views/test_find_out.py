"""Whoever isn't sure reads how to find out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import Habits, Hair, Intake
from smp_planner.views.find_out import HOW, ROW, how_to_find_out
from smp_planner.views.patient_way import count_before_the_plan, steps_of
from tests.banned_words import unwanted
from tests.packaged_rules import packaged_rules
from tests.people import adult, plan_of
from tests.reading_grade import reading_grade
from tests.views.shown import markup, press

STEPS, BEFORE_THE_PLAN = steps_of(packaged_rules()), count_before_the_plan(packaged_rules())
PERSON = adult(goals=("crown",), hair=Hair(colour="black"), habits=Habits(sun="low"))


def test_a_patient_who_is_not_sure_reads_how_to_find_out(patient: AppTest) -> None:
    press(patient, "next")
    assert HOW["kept_way"] in markup(patient)
    patient.pills(key="kept_way").set_value("same").run()
    assert HOW["kept_way"] not in markup(patient)


def test_the_clinic_s_screen_has_no_room_for_that(page: AppTest) -> None:
    assert page.pills(key="kept_way").value == "unsure"
    assert HOW["kept_way"] not in markup(page)


def questions_with_not_sure(patient: AppTest) -> set[str]:
    """Every question of the patient's way, in all the ways to tell the area, that can be "not sure"."""
    found: set[str] = set()
    for place, step in enumerate(STEPS):
        if place == BEFORE_THE_PLAN:
            press(patient, f"to_step_more_{place}")
        ways = ("scars", "ludwig", "norwood") if step.name == "area" else ()
        for way in (None, *ways):
            if way:
                patient.pills(key="area_ways").set_value([way]).run()
            found |= {str(pills.key) for pills in patient.pills if "Not sure" in pills.options}
        for _again in range(2 if step.group else 1):  # health without a tick keeps one at its step, once
            press(patient, "next")
    return found


def test_every_question_that_takes_not_sure_says_what_it_means_or_how_to_find_out(patient: AppTest) -> None:
    asked = questions_with_not_sure(patient)
    of_lists = {"unsure_of_goals", "unsure_of_area_ways"}
    assert {"wears", "heavy_sweat", "swims", "sun_protection", "headgear"} | of_lists <= asked
    assert [key for key in sorted(asked) if how_to_find_out(key) is None] == []
    assert {ROW.sub("_", key) for key in asked} >= set(HOW), "a hint under a misspelt name is never read"


@pytest.mark.parametrize(
    ("step", "key", "value", "told"),
    [
        ("goals", "goals", ["crown"], "Not sure? Then we plan as for"),
        ("area", "area_ways", ["zones"], "Not sure? Then we take the places"),
        ("goals", "goals", ["crown"], HOW["unsure_of_goals"]),
        ("area", "area_ways", ["zones"], HOW["unsure_of_area_ways"]),
    ],
    ids=["goals", "area", "goals, how to find out", "area, how to find out"],
)
def test_not_sure_of_goal_and_area_can_be_pressed_and_is_where_it_starts(
    patient: AppTest, step: str, key: str, value: list[str], told: str
) -> None:
    if step == "area":
        press(patient, "next")
    unsure = f"unsure_of_{key}"
    assert patient.pills(key=unsure).value == "unsure"
    assert told in markup(patient)
    patient.pills(key=key).set_value(value).run()
    assert patient.pills(key=unsure).value is None
    assert told not in markup(patient)
    patient.pills(key=unsure).set_value("unsure").run()
    assert patient.pills(key=key).value == []
    assert told in markup(patient)
    press(patient, "next")
    press(patient, "back")
    assert patient.pills(key=key).value == []


@pytest.mark.parametrize("answer", ["shaved", "short", "long"])
def test_hair_that_is_worn_some_way_moves_no_date_and_no_price_as_its_hint_says(answer: str) -> None:
    said = replace(PERSON, hair=Hair(colour="black", wears=answer))  # pyright: ignore[reportArgumentType]
    assert dates_and_prices(said) == dates_and_prices(PERSON)


@pytest.mark.parametrize("habit", ["sun_protection", "headgear"])
@pytest.mark.parametrize("answer", [True, False])
def test_sunscreen_and_hat_move_no_date_and_no_price_as_their_hints_say(habit: str, answer: bool) -> None:
    said = replace(PERSON, habits=replace(PERSON.habits, **{habit: answer}))
    assert dates_and_prices(said) == dates_and_prices(PERSON)


@pytest.mark.parametrize("habit", ["swims", "heavy_sweat"])
def test_not_sure_of_swimming_and_sweat_takes_a_no_with_a_yes_in_its_range_as_their_hints_say(
    habit: str,
) -> None:
    known = adult()
    unsure, yes, no = (
        replace(known, habits=replace(known.habits, **{habit: said})) for said in (None, True, False)
    )
    plans = [plan_of(one, packaged_rules()) for one in (unsure, yes, no)]
    spans = [plan.touch_ups.interval_months for plan in plans]
    assert spans[0].low == spans[1].low < spans[2].low
    assert (spans[0].typical, spans[0].high) == (spans[2].typical, spans[2].high)
    assert spans[1].typical < spans[2].typical
    if habit == "heavy_sweat":
        told = [window.say for window in plans[0].aftercare.windows if window.rule == "heavy_exercise"]
        assert "If you sweat a lot, make it up to 12 days." in told[0]


def dates_and_prices(intake: Intake) -> tuple[object, ...]:
    plan = plan_of(intake, packaged_rules())
    return plan.sessions, [(w.rule, w.from_, w.to) for w in plan.aftercare.windows], plan.touch_ups, plan.cost


def test_the_words_around_the_questions_are_plain_and_promise_nothing() -> None:
    texts = [f"{step.title} {step.why}" for step in STEPS] + [*HOW.values()]
    assert reading_grade(" ".join(texts)) <= 8
    assert [text for text in texts if unwanted(text)] == []
