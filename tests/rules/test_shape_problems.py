"""One mistake is told once, at the outermost key where it stands."""

from __future__ import annotations

from smp_planner.errors import Place, Problem
from smp_planner.rules.shape_problems import apart_from


def problem(key: str, file: str = "a.yaml") -> Problem:
    return Problem(place=Place(file, 1, 1), key=key, message="is wrong", code="X1")


def test_what_lies_in_or_around_a_key_that_has_a_problem_already_is_not_told_again() -> None:
    known = [problem("calendar"), problem("calendar.away"), problem("goals.0")]
    others = [problem(key) for key in ("calendar", "calendar.away.1.to", "goals", "goals.1", "hair")]
    assert [other.key for other in apart_from(known, others)] == ["goals.1", "hair"]


def test_the_same_key_of_another_file_is_told() -> None:
    other = problem("calendar", "b.yaml")
    assert apart_from([problem("calendar")], [other]) == [other]
    assert apart_from([], [other]) == [other]
