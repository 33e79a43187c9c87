"""Answers that say "not sure" are left out, so that the plan's range widens."""

from __future__ import annotations

import pytest

from smp_planner.answering.unsure import says_unsure, sure_answers
from smp_planner.answers import read_answers
from smp_planner.rules.narrow_yaml import read


def sure(text: str) -> object:
    return sure_answers(read(text, "file")).value


@pytest.mark.parametrize("value", ["unsure", None])
def test_unsure_and_nothing_mean_not_sure(value: object) -> None:
    assert says_unsure(value)


@pytest.mark.parametrize("value", ["", "no", "Unsure", 0, False, [], {}])
def test_any_other_value_is_an_answer(value: object) -> None:
    assert not says_unsure(value)


def test_an_unsure_answer_is_left_out_beside_those_that_are_sure() -> None:
    assert sure("density: unsure\nskin: {tone: null, traits: [oily, unsure]}\n") == {
        "skin": {"traits": ["oily"]}
    }


def test_a_name_may_be_the_word_itself() -> None:
    assert sure("person: {name: unsure, age: unsure}\n") == {"person": {"name": "unsure"}}
    assert sure("person: {name: null}\n") == {"person": {}}


def test_a_key_that_nobody_asks_for_is_kept_so_that_it_is_refused() -> None:
    assert sure("densty: unsure\nskin: {tine: unsure}\n") == {"densty": "unsure", "skin": {"tine": "unsure"}}


@pytest.mark.parametrize(
    ("parts", "kept"),
    [
        ("{length_cm: 14, width_cm: 11}", {"length_cm": 14, "width_cm": 11}),
        ("{length_cm: 14, width_cm: unsure}", None),
        ("{length_cm: unsure, width_cm: unsure}", None),
        ("{cm2: 150, length_cm: unsure}", {"cm2": 150}),
        ("{cm2: unsure, length_cm: 14, width_cm: 11}", {"length_cm": 14, "width_cm": 11}),
        ("{cm2: unsure}", None),
        ("{length_cm: 14}", {"length_cm": 14}),
    ],
)
def test_half_a_measurement_is_none_and_one_that_was_never_whole_is_told(parts: str, kept: object) -> None:
    expected = {"area": {"norwood": "V"} | ({} if kept is None else {"measured": kept})}
    assert sure(f"area: {{norwood: V, measured: {parts}}}\n") == expected


def test_who_is_not_sure_of_one_health_question_has_not_answered_all_of_them() -> None:
    """A file that named only which one counted as checked, and showed a price."""
    text = (
        "goals: [crown]\narea: {norwood: IV}\ncalendar: {start: 2027-01-11}\n"
        "health_asked: true\nunsure_health: [keloid]\n"
    )
    answers = read_answers(text, "file").intake
    assert (answers.unsure_about, answers.unsure_health) == (("health",), ("keloid",))
