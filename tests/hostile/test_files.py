"""Hostile files of answers and links: each is planned with, or refused in words with its place."""

from __future__ import annotations

import json
import re
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.answering.what_changed import what_changed
from smp_planner.answers import MAX_BYTES, Answers, from_fragment, read_answers
from smp_planner.domain.intake import Intake
from smp_planner.errors import IntakeError, Problem
from smp_planner.exports.handoff import MOST_CHARACTERS, to_fragment
from smp_planner.exports.plan_answers import answers_of
from smp_planner.exports.plan_file import to_plan_file
from smp_planner.exports.record import as_json
from smp_planner.exports.text import to_text
from smp_planner.planner.answer_checks import check_answers
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.saved import rules_as_saved, saved_rules
from smp_planner.views.from_intake import put_answers
from smp_planner.views.state import BEGUN, BEGUN_ON
from tests.exports.test_handoff import TALKED, packed
from tests.hostile.how_many import cases
from tests.hostile.spoiled import spoiled_bytes, spoiled_trees
from tests.packaged_rules import packaged_rules
from tests.people import ADULT, START

RULES = packaged_rules()
EXAMPLE = Path(__file__).resolve().parents[2] / "docs/example-intake.yaml"
ANSWERS = [json.loads(as_json(answers_of(one))) for one in (ADULT, TALKED)]
CLINIC = load_rules(clinic=DATA / "clinics" / "example-clinic.yaml")
SAVED = [to_plan_file(ADULT, saved_rules(CLINIC)), to_plan_file(TALKED, saved_rules(RULES))]
SAVED_TREES = [json.loads(text) for text in SAVED]
HEAD = f"{RULES.edition.edition} {RULES.edition.fingerprint} {RULES.region}"
MOST_SECONDS = 2.0  # of the processor's, for one file; a sound one takes hundredths
MOST_MEMORY = 80_000_000  # bytes that a file of the most bytes may need while it is read


@contextmanager
def in_time() -> Iterator[None]:
    """What is done inside takes no longer than a person would wait."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < MOST_SECONDS


def told_well(problem: Problem, label: str) -> None:
    """A problem has words, a code and a place."""
    assert problem.message
    assert re.fullmatch(r"[A-Z][0-9]{3}", problem.code)
    assert problem.place.file == label
    assert min(problem.place.line, problem.place.column) >= 1


def opened(read: Answers, label: str) -> None:
    """The answers become a plan and stand on the page; or there are problems, told well."""
    problems = list(read.problems)
    if read.intake is not None:
        problems = list(read.with_problems(check_answers(read.intake, RULES)))
    for problem in problems:
        told_well(problem, label)
    if problems:
        return
    assert read.intake is not None
    planned_or_told(read.intake)
    state: dict[str, Any] = {BEGUN: {}, BEGUN_ON: START}
    put_answers(read.intake, RULES, state)
    if read.saved is not None:
        what_changed(read.intake, read.saved, RULES, partial(rules_as_saved, rules=RULES))


def planned_or_told(intake: Intake) -> None:
    try:
        plan = plan_treatment(intake, RULES)
    except IntakeError:  # no day is free, or the area is too large: told as every fault is
        return
    assert to_text(plan)


@cases(120)
@given(spoiled_trees(*ANSWERS, *SAVED_TREES))
def test_a_file_whose_values_are_spoiled_is_planned_with_or_told(tree: Any) -> None:
    with in_time():
        opened(read_answers(json.dumps(tree), "f.json"), "f.json")


@cases(120)
@given(spoiled_trees(*ANSWERS), st.booleans())
def test_the_same_in_yaml(tree: Any, flow: bool) -> None:
    text = yaml.safe_dump(tree, allow_unicode=flow, default_flow_style=flow)
    with in_time():
        opened(read_answers(text, "f.yaml"), "f.yaml")


@cases(150)
@given(spoiled_bytes(EXAMPLE.read_bytes(), *(text.encode() for text in SAVED)))
def test_a_file_whose_bytes_are_spoiled_is_planned_with_or_told(data: bytes) -> None:
    with in_time():
        opened(read_answers(data, "f"), "f")


@cases(120)
@given(spoiled_trees(*ANSWERS))
def test_a_link_whose_answers_are_spoiled_opens_or_is_refused(tree: Any) -> None:
    fragment = packed(f"{HEAD}\n{json.dumps(tree)}")
    with in_time():
        try:
            intake, _handed = from_fragment(fragment)
        except IntakeError as fault:
            for problem in fault.problems:
                told_well(problem, "link")
            return
        if not check_answers(intake, RULES):
            planned_or_told(intake)


SOUND_LINK = (to_fragment(TALKED, RULES.edition, with_health=True, with_typed=True) or "").encode()


@cases(200)
@given(spoiled_bytes(SOUND_LINK))
def test_a_link_whose_letters_are_spoiled_is_refused_or_says_the_same(data: bytes) -> None:
    with in_time():
        try:
            intake, _handed = from_fragment(data.decode("utf-8", "surrogateescape"))
        except IntakeError as fault:
            for problem in fault.problems:
                told_well(problem, "link")
            return
        assert intake == from_fragment(SOUND_LINK.decode())[0]


# --- bombs --------------------------------------------------------------------------------------


def filled(begin: str, again: str, end: str = "") -> str:
    """As much of the same as a file may hold."""
    return begin + again * ((MAX_BYTES - len(begin) - len(end)) // len(again)) + end


BOMBS = {
    "lists in lists": filled("", "["),
    "tables in tables": filled("", '{"a":'),
    "block lists in lists": filled("goals:\n ", "- "),
    "one list of nothing": filled("goals: [", "[],", "]"),
    "keys without end": filled("", "? "),
    "one key, again and again": filled("", "goals: 1\n"),
    "anchors that double": "a: &a [x,x]\n" + "".join(f"k{n}: &k{n} [*a,*a]\n" for n in range(2_000)),
    "one long number": filled("density: ", "9"),
    "one long word": filled("density: '", "x", "'"),
    "escapes": filled('density: "', "\\u0041", '"'),
    "halves of characters": filled('density: "', "\\ud800", '"'),
    "comments": filled("", "#\n"),
    "a bracket behind a remark": filled("area: {norwood: #", "x", "\ngoals: 1\n"),
    "documents": filled("", "---\n"),
    "events": filled("calendar: {start: 2027-01-01, events: [", "{from: 2027-01-01},", "]}"),
    "scars": filled("area: {scars: [", "{length_cm: 1, width_cm: 1},", "]}"),
    "figures of saved rules": filled(
        '{"kind": "smp-plan-answers", "version": 1, "answers": {}, "rules": {"figures": {',
        '"a":[1,2,3],',
        "}}}",
    ),
    "hours of saved rules": filled(
        '{"kind": "smp-plan-answers", "version": 1, "answers": {}, "rules": {"opening": {"mon": [',
        '"09:00-10:00",',
        "]}}}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_in_little_time_and_memory(text: str) -> None:
    with in_time():
        read = read_answers(text, "f")
    assert read.problems
    assert peak(lambda: read_answers(text, "f")) < MOST_MEMORY


def peak(work: Callable[[], object]) -> int:
    """The most bytes that Python held at once for some work."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_link_that_unpacks_to_gigabytes_costs_no_more_than_any_other() -> None:
    bomb = "plan-" + "A" * (MOST_CHARACTERS - 7) + ".1"
    zeros = packed(f"{HEAD}\n" + "0" * 3_000_000)
    for fragment in (bomb, zeros, "plan-" * 1_000_000):
        with in_time():
            refused(fragment)
    assert peak(lambda: refused(zeros)) < MOST_MEMORY // 40


def refused(fragment: str) -> None:
    with pytest.raises(IntakeError):
        from_fragment(fragment)
