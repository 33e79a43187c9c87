"""The schema of an intake file accepts what the reader accepts and refuses what the reader refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smp_planner.answering.schema import intake_schema
from smp_planner.answers import read_answers
from smp_planner.planner.answer_checks import check_answers, health_ids, unsure_ids
from smp_planner.rules.ruleset import RuleSet
from tests.packaged_rules import packaged_rules

# What no schema can say: repeats, spans, time zones, odd letters, bounds.
BEYOND_A_SCHEMA = {"I302", "I303", "I308", "I309", "I402"}
FULL: dict[str, Any] = {
    "goals": ["shaved_look", "scar_camouflage"],
    "area": {
        "norwood": "V",
        "ludwig": "II",
        "zones": ["crown"],
        "measured": {"length_cm": 14, "width_cm": 11.5},
        "scars": [
            {"length_cm": 20, "width_cm": 0.2, "age_months": 30, "raised": False, "red": True, "place": "top"}
        ],
        "crown_of_norwood": "IV",
        "crown_of_ludwig": "I",
        "dot_scars": True,
    },
    "density": "natural",
    "kept_hair": {"crown": 0.5, "front": 0},
    "skin": {"tone": "III", "traits": ["oily"]},
    "hair": {"colour": "dark_brown", "wears": "shaved"},
    "habits": {
        "sun": "moderate",
        "heavy_sweat": False,
        "swims": True,
        "sun_protection": True,
        "headgear": False,
    },
    "person": {"age": 38, "sex": "male", "could_be_pregnant": False, "name": "Ada"},
    "health_asked": True,
    "health": ["blood_thinner"],
    "unsure_about": ["age"],
    "unsure_health": ["keloid"],
    "doctor_agreed": True,
    "medication_now": ["minoxidil"],
    "loss_moving_on": "yes",
    "treated_before": {"smp": False, "transplant_on": "2024-05-01"},
    "calendar": {
        "start": "2027-01-11",
        "weekdays": ["mon", "sat"],
        "away": [{"from": "2027-02-01", "to": "2027-02-10", "name": "work trip"}],
        "events": [
            {"on": "2027-03-20", "name": "wedding", "kind": "be_ready"},
            {"from": "2027-05-01", "to": "2027-05-03", "kind": "sport"},
        ],
        "visit_times": {"1": "09:30"},
        "timezone": "America/Denver",
    },
    "matters": {"cost_now": 3},
    "own_matters": [{"name": "My partner", "weight": 5}],
    "wants_touch_ups": "crisp",
}
POOL: list[Any] = [
    "unsure", None, "", "nonsense", "V", "crown", "natural", "mon", "2027-03-01", "2027-13-01", "25:00",
    True, 0, 1, -1, 0.5, [], {}, ["unsure"], [None, "crown"], ["crown"], [1], {"crown": "unsure"},
    {"cost_now": None}, {"fame": "unsure"}, {"1": "unsure"}, {"x": None}, {"cm2": 150}, {"cm2": "unsure"},
    {"length_cm": 14}, {"cm2": 5, "length_cm": 14}, {"cm2": 5, "width_cm": "unsure"},
    {"length_cm": 1, "width_cm": "unsure"}, {"norwood": "unsure"}, {"zones": []},
    {"zones": [], "scars": "unsure"},
]  # fmt: skip
GONE = object()


@pytest.fixture(scope="module")
def schema(rules: RuleSet) -> Any:
    return _schema(rules)


def _schema(rules: RuleSet) -> Any:
    described = intake_schema(
        health=health_ids(rules), unsure=unsure_ids(rules), concerns=tuple(rules.matters.concerns)
    )
    return jsonschema.Draft202012Validator(described, format_checker=jsonschema.FormatChecker())


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every part of a file."""
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from places(part, (*path, key))


def changed(answers: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The answers with another value at a path, or without it."""
    answers = deepcopy(answers)
    table = answers
    for step in path[:-1]:
        table = table[step]
    if new is GONE:
        del table[path[-1]]
    else:
        table[path[-1]] = new
    return answers


def disagreement(answers: Any, rules: RuleSet, schema: Any) -> str | None:
    """What the reader and the schema say of a file, where they don't say the same."""
    read = read_answers(json.dumps(answers), "f.json")
    problems = list(read.problems)
    if read.intake is not None:
        problems += [
            p for p in check_answers(read.intake, rules) if not (p.key == "calendar.start" and problems)
        ]
    told = [problem for problem in problems if problem.code not in BEYOND_A_SCHEMA]
    errors = [error.message for error in schema.iter_errors(answers)]
    if bool(told) == bool(errors):
        return None
    return f"reader: {[f'{p.key} {p.message}' for p in told]}; schema: {errors[:1]}"


@pytest.mark.parametrize("path", list(places(FULL)), ids=str)
def test_reader_and_schema_agree_on_every_answer_that_is_changed(
    rules: RuleSet, schema: Any, path: tuple[Any, ...]
) -> None:
    found = {repr(new): disagreement(changed(FULL, path, new), rules, schema) for new in (*POOL, GONE)}
    assert {new: what for new, what in found.items() if what} == {}


def test_the_full_file_is_accepted_by_both(rules: RuleSet, schema: Any) -> None:
    assert schema.is_valid(FULL)
    assert disagreement(FULL, rules, schema) is None


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(list(places(FULL))), st.sampled_from(POOL)), min_size=2, max_size=4)
)
def test_reader_and_schema_agree_on_files_with_several_changes(changes: list[tuple[Any, Any]]) -> None:
    rules = packaged_rules()
    answers: Any = FULL
    for path, new in changes:
        if path in set(places(answers)):
            answers = changed(answers, path, new)
    assert disagreement(answers, rules, _schema(rules)) is None


def test_a_concern_and_a_visit_may_be_unsure_but_not_unknown(rules: RuleSet, schema: Any) -> None:
    least = {"goals": ["crown"], "area": {"zones": ["crown"]}, "calendar": {"start": "2027-01-11"}}
    known = {**least, "matters": {"cost_now": "unsure"}}
    unknown = {**least, "matters": {"fame": "unsure"}}
    assert schema.is_valid(known)
    assert not schema.is_valid(unknown)
    assert disagreement(known, rules, schema) is None
    assert disagreement(unknown, rules, schema) is None
    read = read_answers(json.dumps({**least, "kept_hair": {"crown": "unsure", "front": 0.5}}), "f.json")
    assert read.intake is not None
    assert read.intake.kept_hair == {"crown": None, "front": Decimal("0.5")}
