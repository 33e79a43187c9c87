"""The list for decision aids: all 44 points, each with a status that holds, and their document."""

from __future__ import annotations

import re

import pytest

from smp_planner.rules.ruleset import RuleSet
from tests.ipdas_doc import APART, DOCUMENT, MET, OPEN, is_there, read_points, render_ipdas

NEED_PEOPLE = {"12", "13", "14", "15", "16", "17", "22", "23"}


def test_the_document_is_up_to_date(request: pytest.FixtureRequest) -> None:
    document = render_ipdas()
    if request.config.getoption("--rewrite-goldens"):
        DOCUMENT.write_text(document, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == document, "write it anew with pytest --rewrite-goldens"


def test_all_points_of_the_list_are_there_once() -> None:
    points = read_points()
    kinds = ("Qualifying", "Certifying", "Quality")
    counted = [sum(point.group.startswith(f"{kind},") for point in points) for kind in kinds]
    assert counted == [6, 10, 28]
    assert len({point.id for point in points}) == len(points) == 44


def test_what_is_met_is_proved_by_tests_that_are_there() -> None:
    proved = [point for point in read_points() if point.status == MET]
    assert all(point.proved_by for point in proved)
    assert [test for point in proved for test in point.proved_by if not is_there(test)] == []


def test_a_test_that_is_not_there_is_seen() -> None:
    assert is_there("tests/test_ipdas_doc.py::test_a_test_that_is_not_there_is_seen")
    assert not is_there("tests/test_ipdas_doc.py::test_that_nobody_wrote")
    assert not is_there("tests/test_nothing.py::test_a_test_that_is_not_there_is_seen")
    assert not is_there("tests/test_ipdas_doc.py")


def test_what_is_open_says_what_is_missing_and_names_no_proof() -> None:
    points = read_points()
    assert {point.status for point in points} == {MET, OPEN, APART}
    assert all(point.why and not point.proved_by for point in points if point.status == OPEN)
    assert not any(point.why or point.proved_by for point in points if point.status == APART)


def test_what_needs_people_is_not_done_yet() -> None:
    status = {point.id: point.status for point in read_points()}
    assert {id_ for id_ in NEED_PEOPLE if status[id_] != OPEN} == set()
    assert sum(status[point.id] == APART for point in read_points()) == 4 + 5


def test_no_certificate_is_claimed() -> None:
    assert not re.search("certified|certificate", DOCUMENT.read_text(encoding="utf-8"), re.IGNORECASE)


def test_life_with_each_option_is_told_for_body_mind_and_other_people(rules: RuleSet) -> None:
    rows = {id_: row for _group, id_, row in rules.comparison.questions()}
    for row in ("live_body", "live_mind", "live_social"):
        assert all(rows[row].cell(option).say for option in rules.options.order)
