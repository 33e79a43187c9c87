"""Nothing breaks the reader: whatever is given is either understood or told."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from smp_planner.answers import read_answers
from smp_planner.domain.intake import (
    AreaAnswer,
    Away,
    CalendarAnswer,
    Habits,
    Hair,
    Intake,
    LifeEvent,
    Measured,
    Person,
    Scar,
    Skin,
    TreatedBefore,
)

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False),
    st.dates(),
    st.text(max_size=8),
    st.sampled_from(["unsure", "2027-01-11", "2027-13-01", "crown", "V", "mon", "09:30", "sun"]),
)
TABLES = (
    Intake, AreaAnswer, Measured, Scar, Skin, Hair, Habits, Person, TreatedBefore, Away, LifeEvent,
    CalendarAnswer,
)  # fmt: skip
KEYS = sorted({field.name.removesuffix("_") for table in TABLES for field in fields(table)} | {"on"})
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=6))
def test_whatever_is_given_is_either_understood_or_told(answers: dict[str, Any]) -> None:
    text = json.dumps(answers, default=str)
    read = read_answers(text, "f.json")
    assert read.intake is not None or read.problems
    assert all(problem.place.line == 1 for problem in read.problems)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_typed_is_either_understood_or_told(text: str) -> None:
    read = read_answers(text, "f.yaml")
    assert read.intake is not None or read.problems


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_whatever_bytes_are_sent_are_either_understood_or_told(data: bytes) -> None:
    read = read_answers(data, "f.yaml")
    assert read.intake is not None or read.problems
