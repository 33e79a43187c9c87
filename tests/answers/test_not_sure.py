"""Answers that are not sure or not there: what is taken as left out, and which questions stay open."""

from __future__ import annotations

import json
from typing import Any

import pytest

from smp_planner.answers import read_answers
from smp_planner.domain.intake import AreaAnswer, Measured
from tests.answers.answer_files import FULL, LEAST, LEAST_INTAKE, plain, told, understood, values


@pytest.mark.parametrize("word", ["unsure", "null", "~", ""])
@pytest.mark.parametrize(
    "key",
    [
        "density", "kept_hair", "skin", "hair", "habits", "person", "health_asked", "health",
        "medication_now", "loss_moving_on", "treated_before", "matters", "own_matters", "wants_touch_ups",
        "agreed",
    ],
)  # fmt: skip
def test_an_unsure_answer_is_as_good_as_none(key: str, word: str) -> None:
    assert understood(f"{LEAST}{key}: {word}\n") == LEAST_INTAKE


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for index, inner in enumerate(value) for leaf in leaves(inner, (*path, index))]
    return [path]


NEEDED = {"start", "kind", "on", "from", "to"}
NEEDED_OF_A_SCAR = {("area", "scars", 0, "length_cm"), ("area", "scars", 0, "width_cm")}


@pytest.mark.parametrize("leaf", leaves(values(FULL)), ids=str)
def test_every_single_answer_may_be_unsure_unless_another_rests_on_it(leaf: tuple[Any, ...]) -> None:
    answers = values(FULL)
    table = answers
    for part in leaf[:-1]:
        table = table[part]
    table[leaf[-1]] = "unsure"
    refused = leaf[-1] in NEEDED or leaf in NEEDED_OF_A_SCAR
    assert bool(read_answers(json.dumps(answers, default=plain), "given").problems) is refused


def test_a_person_may_be_called_unsure() -> None:
    assert understood(LEAST + "person: {name: unsure}").person.name == "unsure"


def test_goals_and_area_may_be_unsure() -> None:
    unsure = understood("goals: unsure\narea: unsure\ncalendar: {start: 2027-01-11}")
    assert (unsure.goals, unsure.area) == ((), AreaAnswer())


def test_an_area_may_be_unsure_in_all_its_parts() -> None:
    text = "area: {norwood: unsure, zones: unsure, measured: unsure, scars: [unsure]}"
    assert understood(LEAST.replace("area: {norwood: V}", text)).area == AreaAnswer()


@pytest.mark.parametrize(
    ("parts", "measured"),
    [
        ("length_cm: 14, width_cm: unsure", None),
        ("length_cm: unsure, width_cm: unsure", None),
        ("cm2: unsure, length_cm: 14", None),
        ("cm2: 150, length_cm: unsure", Measured(cm2=150)),
        ("cm2: unsure, length_cm: 14, width_cm: 11", Measured(length_cm=14, width_cm=11)),
    ],
)
def test_half_a_measurement_is_none(parts: str, measured: Measured | None) -> None:
    text = LEAST.replace("norwood: V", f"norwood: V, measured: {{{parts}}}")
    assert understood(text).area.measured == measured


def test_unsure_items_of_a_list_are_left_out() -> None:
    text = LEAST + "skin: {traits: [unsure, oily]}\nmedication_now: [unsure]"
    assert understood(text).skin.traits == ("oily",)
    assert understood(text).medication_now is None


def test_no_trait_and_no_answer_are_two_things() -> None:
    assert understood(LEAST + "skin: {traits: []}").skin.traits == ()
    assert understood(LEAST).skin.traits is None


def test_kept_hair_without_zones_is_not_answered() -> None:
    assert understood(LEAST + "kept_hair: {}").kept_hair is None


def test_an_unknown_key_is_refused_even_if_it_is_unsure() -> None:
    assert told(LEAST + "hare: unsure\nskin: {tint: null}") == ["hare I202", "skin.tint I202"]


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        ("", False),
        ("health: []", True),
        ("health: [keloid]", True),
        ("person: {age: 38}", True),
        ("health: unsure", False),
        ("health: unsure\nperson: {age: 38}", False),
        ("health: unsure\nhealth_asked: true", False),
        ("health: unsure\nhealth_asked: true\nperson: {age: 38}", False),
        ("health: [unsure]\nperson: {age: 38}", False),
        ("person: {age: unsure, sex: male}", False),
        ("health: []\nhealth_asked: false", False),
        ("health_asked: true", True),
        ("health: []\nhealth_asked: unsure", True),
    ],
)
def test_the_health_questions_count_as_asked_when_health_or_age_is_given(more: str, asked: bool) -> None:
    assert understood(LEAST + more).health_asked is asked


@pytest.mark.parametrize(
    ("more", "unsure"),
    [
        ("health: []", ()),
        ("health: [diabetes, unsure]", ("health",)),
        ("health: [diabetes, null]", ("health",)),
        ("health: unsure", ()),
        ("health: []\nperson: {age: unsure}", ("age",)),
        ("health: []\nperson: {age: null}", ()),
        ("health: []\nperson: {could_be_pregnant: unsure}", ("could_be_pregnant",)),
        ("health: []\nperson: unsure", ("age", "could_be_pregnant")),
        ("person: {age: 38, could_be_pregnant: unsure}", ("could_be_pregnant",)),
        ("person: {could_be_pregnant: unsure}", ()),
        ("health: []\ntreated_before: {laser_removal_on: unsure, smp: unsure}", ("laser_removal_on",)),
        ("health: []\ntreated_before: null", ()),
        (
            "health: []\ntreated_before: unsure",
            ("transplant_on", "laser_removal_on", "chemo_or_radiotherapy_on"),
        ),
        ("health: []\nunsure_about: [age]\nperson: {age: unsure}", ("age",)),
        ("unsure_about: [age]", ("age",)),
        ("health_asked: false\ntreated_before: {transplant_on: unsure}", ()),
    ],
)
def test_a_safety_question_answered_with_unsure_stays_open_once_health_was_asked(
    more: str, unsure: tuple[str, ...]
) -> None:
    assert understood(LEAST + more).unsure_about == unsure
