"""Single answers that the schema of an intake accepts or refuses; it has every answer that there is."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any, cast

import jsonschema
import pytest

from smp_planner.answering.schema import intake_schema
from smp_planner.domain.intake import (
    AreaAnswer,
    Away,
    CalendarAnswer,
    Habits,
    Hair,
    Intake,
    Measured,
    Person,
    Scar,
    Skin,
    TreatedBefore,
)
from tests.answers.answer_files import FULL, LEAST, plain, values

SCHEMA = jsonschema.Draft202012Validator(
    intake_schema(health=("blood_thinner",), concerns=("cost_now",), agreed=("hairline",))
)


def as_json(text: str) -> Any:
    return json.loads(json.dumps(values(text), default=plain))


def test_the_schema_of_an_intake_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(intake_schema())


@pytest.mark.parametrize("text", [FULL, LEAST, LEAST + "kept_hair: 0.5\ndensity: 120"])
def test_the_schema_accepts_what_the_reader_accepts(text: str) -> None:
    SCHEMA.validate(as_json(text))


@pytest.mark.parametrize("key", ["density", "skin", "health", "goals", "area"])
def test_the_schema_lets_answers_be_unsure(key: str) -> None:
    SCHEMA.validate({**as_json(LEAST), key: "unsure"})


@pytest.mark.parametrize(
    "change",
    [
        {"goals": ["longer_hair"]},
        {"area": {"norwood": "IX"}},
        {"area": {"zones": ["chin"]}},
        {"density": "thick"},
        {"skin": {"tone": "VII"}},
        {"skin": {"traits": ["shiny"]}},
        {"hair": {"colour": "green"}},
        {"health": ["keloids"]},
        {"medication_now": ["aspirin"]},
        {"matters": {"fame": 3}},
        {"agreed": {"fame": "much"}},
        {"agreed": {"hairline": 7}},
        {"agreed": {"hairline": "n" * 301}},
        {"calendar": {"start": "unsure"}},
        {"calendar": "unsure"},
        {"mood": "good"},
    ],
    ids=str,
)
def test_the_schema_refuses_what_the_planner_refuses(change: dict[str, Any]) -> None:
    assert not SCHEMA.is_valid({**as_json(LEAST), **change})


def test_the_shape_of_a_file_has_every_answer_of_an_intake() -> None:
    """The pydantic shape and the dataclasses name the same answers."""
    schema = intake_schema()
    tables: dict[str, Any] = {**cast("dict[str, Any]", schema["$defs"]), "IntakeShape": schema}
    pairs = {
        "IntakeShape": Intake, "AreaShape": AreaAnswer, "MeasuredShape": Measured, "ScarShape": Scar,
        "SkinShape": Skin, "HairShape": Hair, "HabitsShape": Habits, "PersonShape": Person,
        "TreatedBeforeShape": TreatedBefore, "AwayShape": Away, "CalendarShape": CalendarAnswer,
    }  # fmt: skip
    for shape, meaning in pairs.items():
        assert is_dataclass(meaning)
        assert set(tables[shape]["properties"]) == {field.name.removesuffix("_") for field in fields(meaning)}
