"""Problems name questions in people's words, never by a key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest

from smp_planner.domain.intake import Intake
from smp_planner.errors import Place, Problem
from smp_planner.views.questions import question, told_problem


def keys(kind: Any, place: str = "") -> Iterator[str]:
    """Every key that a problem with an intake can name."""
    if place:
        yield place
    for part in (kind, *get_args(kind)):
        if is_dataclass(part):
            hints = get_type_hints(part)
            row = f"{place}.0" if part is not kind and "tuple" in str(kind) else place
            for field in fields(part):
                yield from keys(hints[field.name], f"{row}.{field.name.rstrip('_')}".lstrip("."))


ALL = sorted(set(keys(Intake)))


def test_the_keys_of_an_intake_are_found() -> None:
    assert {"area.scars.0.length_cm", "calendar.events.0.from", "habits.swims", "goals"} <= set(ALL)


@pytest.mark.parametrize("key", ALL)
def test_every_answer_has_its_question(key: str) -> None:
    said = question(key)
    assert said != "Your answers"
    assert "_" not in said
    assert "." not in said


def test_rows_are_counted_from_one() -> None:
    assert question("area.scars.1.length_cm") == "Scar 2, length"
    assert question("calendar.events.0") == "Event 1"


def test_what_is_not_known_is_told_of_the_nearest_question() -> None:
    assert question("calendar.visit_times.7") == "Times of the visits"
    assert question("nothing.of.ours") == "Your answers"


def test_what_may_help_is_a_sentence_of_its_own() -> None:
    place = Place("answers", 1, 1)
    problem = Problem(place=place, key="calendar", message="no day is free", code="I502", hint="offer more")
    assert told_problem(problem).endswith("no day is free. Offer more.")
