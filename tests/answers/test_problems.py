"""Problems of a file of answers: which are told, how often, and at which place."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smp_planner.answers import MAX_BYTES, read_answers, read_intake
from smp_planner.domain.answer_form import fault
from smp_planner.domain.intake import Skin
from smp_planner.errors import IntakeError, Place
from tests.answers.answer_files import LEAST, LEAST_INTAKE, told, understood

# --- files that can't be read ---------------------------------------------------------------


def test_a_file_that_is_not_there_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(
        IntakeError, match=r"a\.yaml:1:1: can't be opened: No such file or directory \[I100\]"
    ):
        read_intake(tmp_path / "a.yaml")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"can't be opened: Is a directory"):
        read_intake(tmp_path)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(IntakeError, match=r"can't be the name of a file"):
        read_intake("a\0b")


def test_a_file_of_100_kb_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(LEAST + "#" * (MAX_BYTES - len(LEAST)))
    assert read_intake(path) == LEAST_INTAKE
    path.write_text(LEAST + "#" * (MAX_BYTES - len(LEAST) + 1))
    with pytest.raises(IntakeError, match=r"larger than 100,000 bytes \[I101\]"):
        read_intake(path)


def test_a_file_cut_in_the_middle_of_a_letter_is_too_large_not_garbled(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(LEAST + "#" + "ë" * MAX_BYTES)
    with pytest.raises(IntakeError, match=r"larger than 100,000 bytes"):
        read_intake(path)


def test_a_text_that_cannot_be_read_gives_no_answers_at_all() -> None:
    assert read_answers("goals: [", "given").intake is None
    assert read_answers("- 1", "given").intake is None
    assert read_answers(b"\xff", "given").intake is None


# --- which problems are told ----------------------------------------------------------------


def test_all_problems_of_a_file_are_raised_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("goals: crown\narea: V\n")
    with pytest.raises(IntakeError) as caught:
        read_intake(path)
    assert [problem.key for problem in caught.value.problems] == ["calendar", "goals", "area"]


def test_a_fault_is_not_told_twice() -> None:
    text = LEAST.replace("11}", "11, away: [{from: soon, to: 2027-02-01}]}")
    assert told(text) == ["calendar.away.0.from I203"]


def test_a_span_may_be_one_day_long() -> None:
    text = LEAST.replace("11}", "11, away: [{from: 2027-02-01, to: 2027-02-01}]}")
    assert understood(text).calendar.away[0].to == date(2027, 2, 1)


def test_a_calendar_that_is_none_is_told_once() -> None:
    assert told(LEAST.replace("{start: 2027-01-11}", "5")) == ["calendar I203"]


def test_sound_answers_are_kept_beside_faulty_ones() -> None:
    answers = read_answers(LEAST + "density: [1]\nskin: {tone: IX, traits: 5}\n", "given")
    assert answers.intake == replace(LEAST_INTAKE, skin=Skin(tone="IX"))


# --- where they stand -----------------------------------------------------------------------


def test_a_fault_found_by_the_rules_is_told_at_its_line() -> None:
    answers = read_answers(
        "area: {norwood: V}\ngoals:\n  - unsure\n  - crwn\n" + LEAST.split("\n")[2], "f.yaml"
    )
    found = answers.with_problems([fault("goals.0", "is unknown", "I401")])
    assert [str(problem) for problem in found] == ["f.yaml:4:5: goals.1: is unknown [I401]"]


def test_a_fault_about_a_stand_in_is_not_told() -> None:
    answers = read_answers("goals: [crown]\narea: {norwood: V}\ncalendar: {start: soon}\n", "f.yaml")
    found = answers.with_problems(
        [fault("calendar.start", "too early", "I402"), fault("goals.0", "odd", "I401")]
    )
    assert [problem.key for problem in found] == ["calendar.start", "goals.0"]
    assert found[0].code == "I203"


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("goals", Place("f.yaml", 1, 1)),
        ("calendar.start", Place("f.yaml", 3, 12)),
        ("calendar.events.3.to", Place("f.yaml", 3, 1)),
        ("density", Place("f.yaml", 1, 1)),
        ("", Place("f.yaml", 1, 1)),
    ],
)
def test_an_answer_is_found_in_its_file_or_at_its_parent(field: str, place: Place) -> None:
    assert read_answers(LEAST, "f.yaml").place(field) == place


def test_a_key_that_looks_like_a_number_is_found() -> None:
    text = LEAST.replace("11}", '11, visit_times: {1: "09:30"}}')
    assert read_answers(text, "f.yaml").place("calendar.visit_times.1") == Place("f.yaml", 3, 45)


@pytest.mark.parametrize("key", ["", ".", "a.b", "goals.0", "²", "..", "0"])
def test_odd_keys_are_refused_like_any_other(key: str) -> None:
    assert told(LEAST + json.dumps(key) + ": {'': 1}") == [f"{key} I202"]


@pytest.mark.parametrize("key", ["", ".", "a.b", "crown.x"])
def test_odd_keys_of_a_table_are_found(key: str) -> None:
    assert told(f"{LEAST}kept_hair: {{{json.dumps(key)}: many}}") == [f"kept_hair.{key} I203"]


# --- files that are faulty on purpose -------------------------------------------------------

FAULTY_ON_PURPOSE: dict[str, Callable[[int], str]] = {
    "goals that are numbers": lambda count: LEAST.replace("[shaved_look]", f"[{', '.join(['1'] * count)}]"),
    "one goal, again and again": lambda count: LEAST.replace(
        "[shaved_look]", f"[{', '.join(['a'] * count)}]"
    ),
    "strange keys": lambda count: LEAST + "".join(f"strange{n}: 1\n" for n in range(count)),
    "weights in words": lambda count: (
        f"{LEAST}matters: {{{', '.join(f'strange{n}: x' for n in range(count))}}}\n"
    ),
}


@pytest.mark.parametrize("faulty", FAULTY_ON_PURPOSE.values(), ids=FAULTY_ON_PURPOSE)
def test_a_file_of_many_faults_is_as_much_work_as_it_has_faults(faulty: Callable[[int], str]) -> None:
    """Anybody can send a file or a link: with eight times the faults it may take eight times the work."""
    (few, of_few), (many, of_many) = (work_of_reading(faulty(count)) for count in (100, 800))
    assert many - few == 700
    assert of_many < 10 * of_few


def work_of_reading(text: str) -> tuple[int, int]:
    """How many problems a text has, and how many calls it took to find them."""
    calls = 0

    def count(_frame: object, event: str, _function: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        problems = read_answers(text, "given").problems
    finally:
        sys.setprofile(before)
    return len(problems), calls


def test_a_key_of_many_dots_is_found_by_the_key_it_stands_under() -> None:
    text = f'{LEAST}matters: {{? "{"." * 50_000}" : x}}\n'
    [problem] = read_answers(text, "given").problems
    assert problem.key == f"matters.{'.' * 50_000}"
