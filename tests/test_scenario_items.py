"""The scenarios as tests: a wrong expectation is told with its place and how the plan was reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest

from smp_planner.domain.intake import (
    GOALS,
    HAIR_COLOURS,
    LOOKS,
    LUDWIG,
    MEDICATIONS,
    NORWOOD,
    OPTIONS,
    REGIONS,
    TONES,
    TRAITS,
    ZONES,
)
from smp_planner.planner.answer_checks import health_ids
from smp_planner.rules.narrow_yaml import read
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.source_map import SourceMap
from tests.scenario_fields import ABSENT, field_of, fits
from tests.scenario_items import FOLDER, check_case, given_of, merged, read_scenarios

FEWEST = 50


def scenarios(text: str) -> SourceMap:
    """A scenario file written in a test."""
    return read(text, "tests/scenarios/made_up.yaml")


def failure_of(expect: str, given: str = "{}") -> str:
    """What is said of one expectation, which stands in line 6, column 7."""
    return check_case(
        scenarios(
            "given: {goals: [crown], area: {measured: {cm2: 36}}, calendar: {start: 2027-01-11}}\n"
            "cases:\n"
            "  - name: A measured crown\n"
            f"    given: {given}\n"
            "    expect:\n"
            f"      {expect}\n"
            "    because: 36 + 2.5 x 6 = 51.\n"
        ),
        0,
    )


# --- a failing case -----------------------------------------------------------------------


def test_a_right_expectation_says_nothing() -> None:
    assert failure_of("area.cm2: {low: 51, typical: 51, high: 51}") == ""


def test_a_wrong_expectation_names_file_line_column_path_and_both_values() -> None:
    first = failure_of("area.cm2.typical: 50").splitlines()[0]
    assert first == "tests/scenarios/made_up.yaml:6:7: area.cm2.typical: expected 50, got 51"


def test_a_wrong_expectation_says_how_the_plan_was_reached() -> None:
    told = failure_of("area.cm2.typical: 50")
    assert "how the plan was reached:\narea.cm2 = 51 cm2" in told
    assert "coverage.blend_band.factor = 2.5" in told
    assert "data/coverage.yaml" in told


def test_a_wrong_cell_of_the_comparison_is_explained_by_its_own_step() -> None:
    told = failure_of("comparison.rows.grafts_needed.cells.fut.typical: 1")
    assert "how the plan was reached:\ncomparison.rows.grafts_needed.fut = 1,440" in told


def test_a_wrong_kind_is_explained_by_what_the_answers_brought_up() -> None:
    told = failure_of("kind: plan", "{health: [keloid]}")
    assert told.startswith('tests/scenarios/made_up.yaml:6:7: kind: expected "plan", got "referral"')
    assert "suitability.stop.keloid = stop" in told


def test_a_field_that_is_not_there_is_told_as_nothing() -> None:
    assert "cost.colour: expected 1, got nothing" in failure_of("cost.colour: 1")


def test_answers_that_are_refused_say_what_is_wrong_with_them() -> None:
    told = failure_of("kind: plan", "{density: 300}")
    assert "refused: density: should be 50 to 200 dots/cm2; found 300" in told


def test_every_wrong_expectation_of_a_case_is_told() -> None:
    told = failure_of("area.cm2.typical: 50\n      area.bare_cm2.typical: 35")
    assert "made_up.yaml:6:7: area.cm2.typical" in told
    assert "made_up.yaml:7:7: area.bare_cm2.typical" in told


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("{name: n, expect: {kind: plan}}", "3:5: the case says nothing under 'because'"),
        ("{name: n, because: b}", "3:5: the case says nothing under 'expect'"),
        (
            "{name: n, expects: {}, expect: {kind: plan}, because: b}",
            "3:15: 'expects' is no part of a case",
        ),
    ],
)
def test_a_case_that_says_too_little_or_something_else_is_at_fault(case: str, told: str) -> None:
    found = scenarios(f"given: {{}}\ncases:\n  - {case}\n")
    assert check_case(found, 0) == f"tests/scenarios/made_up.yaml:{told}"


# --- fields, and whether they fit ---------------------------------------------------------

RECORD: dict[str, Any] = {
    "rows": [{"id": "visits", "cells": {"smp": {"low": 3}}}],
    "fade": [{"months": 0, "low": 1}, {"months": 6, "low": 2}],
    "days": [{"date": "2027-03-12", "avoid": ["shampoo"]}],
    "items": [{"hours": 3}, {"hours": 4, "note": "late"}],
    "words": ["one", "two"],
}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("rows.visits.cells.smp.low", 3),
        ("fade.6.low", 2),
        ("days.2027-03-12.avoid", ["shampoo"]),
        ("items.2.hours", 4),
        ("items.hours", [3, 4]),
        ("items.note", ["late"]),
        ("words.2", "two"),
        ("items.0", ABSENT),
        ("items.3", ABSENT),
        ("items.colour", ABSENT),
        ("words.one", ABSENT),
        ("nothing.here", ABSENT),
        ("rows.visits.id.deeper", ABSENT),
    ],
)
def test_a_list_is_entered_by_a_natural_key_a_position_or_a_field(path: str, value: object) -> None:
    assert field_of(RECORD, path) == value


@pytest.mark.parametrize(
    ("got", "expected", "fit"),
    [
        (Decimal("0.5"), Decimal("0.50"), False),
        (3, 3, True),
        (3, {"at_least": 3, "at_most": 3}, True),
        (3, {"at_least": 4}, False),
        (3, {"at_most": 2}, False),
        ("2027-01-11", {"at_least": "2027-01-10"}, True),
        ("2027-01-11", {"at_least": 3}, False),
        (ABSENT, {"at_least": 0}, False),
        (None, {"at_most": 5}, False),
        ("a b c", {"contains": ["a", "c"], "lacks": "d"}, True),
        ("a b c", {"contains": ["a", "d"]}, False),
        ("a b c", {"lacks": ["a", "d"]}, False),
        (["normal_shampoo"], {"contains": "shampoo"}, False),
        (["normal_shampoo"], {"lacks": "shampoo"}, True),
        (ABSENT, {"lacks": "shampoo"}, False),
        (ABSENT, {"contains": "shampoo"}, False),
        ([], {"count": 0}, True),
        (ABSENT, {"count": 0}, False),
        (ABSENT, {"absent": True}, True),
        (None, {"absent": True}, False),
        (None, None, True),
        (ABSENT, None, False),
        (True, True, True),
        (True, 1, False),
        ("true", True, False),
        ([1, "b"], [1, "b"], True),
        ([1], [1, 2], False),
        ("ab", ["a", "b"], False),
        ({"low": 1, "high": 2}, {"low": 1}, True),
        ({"low": 1}, {"low": 1, "typical": 1}, False),
        ({"low": 1}, {"at_last": 1}, False),
        (ABSENT, {"low": 1}, False),
        (ABSENT, "plan", False),
    ],
)
def test_a_value_fits_what_is_expected_of_it(got: object, expected: object, fit: bool) -> None:
    assert fits(got, expected) is fit


def test_answers_are_laid_over_the_shared_ones_and_the_area_is_replaced() -> None:
    shared = {"area": {"norwood": "V"}, "skin": {"tone": "II", "traits": []}, "density": "soft"}
    own = {"area": {"zones": ["crown"]}, "skin": {"tone": "V"}}
    assert merged(shared, own) == {
        "area": {"zones": ["crown"]},
        "skin": {"tone": "V", "traits": []},
        "density": "soft",
    }


# --- what the scenarios hold --------------------------------------------------------------


def all_cases() -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Every case with all its answers."""
    for path in sorted(FOLDER.glob("*.yaml")):
        found = read_scenarios(path)
        yield from ((case, given_of(found, case)) for case in found.value["cases"])


def words_in(value: object) -> Iterator[str]:
    """Every word among some answers, with the keys that lead to it: `skin.tone.III`, `goals.crown`."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from (f"{key}.{word}" for word in words_in(inner))
    elif isinstance(value, list):
        for item in value:
            yield from words_in(item)
    else:
        yield str(value)


def test_every_file_says_what_it_is_about() -> None:
    for path in FOLDER.glob("*.yaml"):
        assert set(read_scenarios(path).value) == {"about", "given", "cases"}, path.name


def test_there_are_many_scenarios_and_each_has_a_name_of_its_own() -> None:
    names = [case["name"] for case, _ in all_cases()]
    assert len(names) >= FEWEST
    assert len(names) == len(set(names))


def test_the_scenarios_hold_every_answer_a_clinician_tells_apart(rules: RuleSet) -> None:
    said = {word for _, given in all_cases() for word in words_in(given)}
    wanted = {
        "goals": GOALS,
        "area.norwood": NORWOOD,
        "area.ludwig": LUDWIG,
        "area.zones": ZONES,
        "area": ("unsure",),
        "density": (*LOOKS, "unsure", "49", "201"),
        "kept_hair": ("0.5", "crown.0.5", "unsure"),
        "skin.tone": (*TONES, "unsure"),
        "skin.traits": (*TRAITS, "unsure"),
        "hair.colour": (*HAIR_COLOURS, "unsure"),
        "hair.wears": ("shaved", "short", "long"),
        "habits.sun": ("low", "moderate", "high", "unsure"),
        "person.sex": ("male", "female", "other", "unsure"),
        "calendar.events.kind": tuple(rules.aftercare.events),
        "loss_moving_on": ("yes", "no", "unsure"),
        "wants_touch_ups": ("crisp", "soft", "unsure"),
        "medication_now": MEDICATIONS[:1],
    }
    missing = {f"{key}.{word}" for key, words in wanted.items() for word in words} - said
    assert not missing


def test_the_scenarios_hold_every_health_answer_and_its_result(rules: RuleSet) -> None:
    expected = {
        word
        for case, _ in all_cases()
        for field, value in case["expect"].items()
        if field.startswith("suitability.")
        for word in words_in(value)
    }
    found = {word.rsplit(".", 1)[-1] for word in expected}
    asked = {id_ for id_, criterion in rules.suitability.criteria.items() if criterion.level != "know"}
    assert asked <= found
    assert set(health_ids(rules)) <= found


def test_the_scenarios_are_planned_in_both_regions_and_for_a_clinic() -> None:
    cases = [case for case, _ in all_cases()]
    assert {case["region"] for case in cases if "region" in case} == set(REGIONS)
    assert any("region" not in case for case in cases)
    assert any("clinic" in case for case in cases)


def test_the_scenarios_look_at_every_option() -> None:
    fields = {part for case, _ in all_cases() for field in case["expect"] for part in field.split(".")}
    assert set(OPTIONS) <= fields
