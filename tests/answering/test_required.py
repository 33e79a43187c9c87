"""The three answers that every intake gives, and what stands in for them."""

from __future__ import annotations

from datetime import date

import pytest

from smp_planner.answering.kept import all_of
from smp_planner.answering.required import required_faults, with_stand_ins
from smp_planner.answering.unsure import sure_answers
from smp_planner.rules.narrow_yaml import read

GOALS, AREA, CALENDAR = "goals: [crown]\n", "area: {norwood: V}\n", "calendar: {start: 2027-01-11}\n"


def faults(text: str) -> list[str]:
    return [f"{problem.key} {problem.code}" for problem in required_faults(read(text, "file"))]


def test_three_answers_are_enough() -> None:
    assert faults(GOALS + AREA + CALENDAR) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (AREA + CALENDAR, ["goals I201"]),
        (GOALS + CALENDAR, ["area I201"]),
        (GOALS + AREA, ["calendar I201"]),
        ("health: []\n", ["goals I201", "area I201", "calendar I201"]),
        ("just a sentence\n", ["goals I201", "area I201", "calendar I201"]),
        ("goals: []\n" + AREA + CALENDAR, ["goals I301"]),
        (GOALS + "area: {}\n" + CALENDAR, ["area I301"]),
        (GOALS + "area: {zones: [], scars: []}\n" + CALENDAR, ["area I301"]),
        (GOALS + "area: {zones: [], norwood: unsure}\n" + CALENDAR, []),
        (GOALS + AREA + "calendar: {weekdays: [mon]}\n", ["calendar.start I201"]),
        (GOALS + AREA + "calendar: {}\n", ["calendar.start I201"]),
        (GOALS + AREA + "calendar: {start: unsure}\n", ["calendar.start I204"]),
        (GOALS + AREA + "calendar: {start: null}\n", ["calendar.start I204"]),
        (GOALS + AREA + "calendar: unsure\n", ["calendar.start I204"]),
        ("goals: unsure\narea: unsure\n" + CALENDAR, []),
        (GOALS + AREA + "calendar: [2027-01-11]\n", []),
    ],
)
def test_what_is_missing_or_of_no_use_is_named_by_its_key(text: str, told: list[str]) -> None:
    assert faults(text) == told


def test_a_missing_start_is_told_at_the_calendar() -> None:
    (problem,) = required_faults(read(GOALS + AREA + "calendar: {weekdays: [mon]}\n", "file"))
    assert (problem.place.line, problem.place.file) == (3, "file")


def test_an_unsure_start_comes_with_a_way_out() -> None:
    (problem,) = required_faults(read(GOALS + AREA + "calendar: {start: unsure}\n", "file"))
    assert problem.message == "can't be unsure: a plan needs the first day on which you could come"
    assert problem.hint == "any day will do to begin with"


def test_what_was_left_out_has_something_in_its_place() -> None:
    kept = sure_answers(read("goals: unsure\narea: unsure\ncalendar: unsure\n", "file"))
    assert with_stand_ins(kept).value == {"goals": [], "area": {}, "calendar": {"start": date.min}}


def test_what_was_given_stays() -> None:
    found = read(GOALS + AREA + CALENDAR, "file")
    assert with_stand_ins(all_of(found)).value == found.value


def test_a_calendar_of_the_wrong_kind_stays_so_that_it_is_told() -> None:
    kept = with_stand_ins(all_of(read(GOALS + AREA + "calendar: [1]\n", "file")))
    assert kept.value == {"goals": ["crown"], "area": {"norwood": "V"}, "calendar": [1]}
