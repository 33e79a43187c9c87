"""The plan file holds the answers and the rules of then, and nothing that a plan says."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from smp_planner.answers import MAX_BYTES, read_answers
from smp_planner.domain.intake import Away, Intake, Person
from smp_planner.exports.plan_file import FILE_NAME, to_plan_file
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.saved import saved_rules
from tests.drawn_people import intakes
from tests.packaged_rules import packaged_rules
from tests.people import adult


def read_back(intake: Intake) -> Intake:
    read = read_answers(to_plan_file(intake, saved_rules(packaged_rules())), FILE_NAME)
    assert not read.problems
    assert read.intake is not None
    return read.intake


@given(intake=intakes)
@settings(max_examples=100, deadline=None)
def test_an_intake_comes_out_of_its_file_as_it_went_in(intake: Intake) -> None:
    once = read_back(intake)
    assert read_back(once) == once
    assert once.person == intake.person
    assert once.area == intake.area
    assert once.health == intake.health
    assert replace(once.calendar, events=()) == replace(intake.calendar, events=())


def test_it_holds_no_result_and_no_name_unless_one_was_typed() -> None:
    told = json.loads(to_plan_file(adult(), saved_rules(packaged_rules())))
    assert list(told) == ["kind", "version", "answers", "rules"]
    assert list(told["rules"]) == [
        "edition",
        "fingerprint",
        "region",
        "language",
        "closed",
        "figures",
        "words",
    ]
    assert "name" not in json.dumps(told["answers"])
    named = json.loads(to_plan_file(replace(adult(), person=Person(age=40, name="Ann"))))
    assert named["answers"]["person"]["name"] == "Ann"


def test_what_is_saved_of_the_rules_says_nothing_of_the_answers() -> None:
    rules = saved_rules(packaged_rules())
    one, other = adult(), replace(adult(), health=("keloid",), goals=("crown",))
    assert json.loads(to_plan_file(one, rules))["rules"] == json.loads(to_plan_file(other, rules))["rules"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Zoë’s \u202eday", "Zoë’s \u202eday"),
        ("👩‍🦲 \U0001f600 \ufeff", "👩‍🦲 \U0001f600 \ufeff"),
        ('a "b" \\ {c}: #d', 'a "b" \\ {c}: #d'),
        ("one\u2028two\x7f\x85three\ud800\x00", "one two  three  "),
    ],
)
def test_any_typed_character_comes_back_or_is_a_blank(typed: str, read: str) -> None:
    first = adult().calendar.start
    away = Away(from_=first, to=first, name=typed)
    intake = replace(adult(), calendar=replace(adult().calendar, away=(away,)))
    assert read_back(intake).calendar.away == (replace(away, name=read),)


@pytest.mark.parametrize("clinic", [None, "example-clinic", "example-studio"])
def test_it_is_small(clinic: str | None) -> None:
    rules = load_rules(clinic=DATA / "clinics" / f"{clinic}.yaml") if clinic else packaged_rules()
    assert len(to_plan_file(adult(), saved_rules(rules)).encode()) < MAX_BYTES / 6


def test_of_a_price_list_it_holds_what_is_counted_and_marks_of_the_words() -> None:
    rules = load_rules(clinic=DATA / "clinics" / "example-clinic.yaml")
    held = json.loads(to_plan_file(adult(), saved_rules(rules)))["rules"]["prices"]
    assert held["stage"]["norwood"]["V"] == 1100
    assert held["deposit"]["percent"] == 20
    assert len(held["deposit"]["refund"]) == 8
    plain = replace(saved_rules(rules), prices={})
    assert json.loads(to_plan_file(adult(), plain))["rules"]["prices"] == {}
