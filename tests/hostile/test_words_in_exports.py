"""Whatever words a person or a clinic writes, in any field: every file holds them as words.

Each field gets another payload, and in each round the next one: the long run tries every one in every field.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from smp_planner.answers import read_answers
from smp_planner.domain.plan import Compared, Referral, TreatmentPlan
from smp_planner.exports.ical import to_ics
from smp_planner.exports.paper.blocks import Paper
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.plan_file import to_plan_file
from smp_planner.exports.record import from_json, to_json
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.exports.workbook import to_xlsx
from smp_planner.planner.dots.drawing import look_of
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved import saved_rules
from tests.exports.paper.read_pdf import opened
from tests.exports.paper.test_page import Reader
from tests.hostile.free_text import (
    ANSWERS,
    CLINIC_TEXTS,
    INTAKE_TEXTS,
    Place,
    answer_problems,
    clinic_problems,
    clinic_tree,
    free_places,
    shown_in,
    written,
)
from tests.hostile.how_many import cases, step
from tests.hostile.spoiled import TYPED
from tests.hostile.test_files import told_well
from tests.packaged_rules import packaged_rules

LONGEST = 50  # characters of a payload, so that every field has room for it
PAYLOADS = tuple(dict.fromkeys(typed[:LONGEST] for typed in TYPED))
SEEN_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
FORMULA = re.compile(r"[=+@\-\t\r]")
BENIGN = "Some words"
STOPS = "pregnant_or_breastfeeding"  # so there is no plan for now
NO_FILE = [("brand", "logo")]  # a file, whose bytes are tried elsewhere

Files = Mapping[str, Any]


# --- every field is known -------------------------------------------------------------------------


def test_each_question_that_takes_text_is_asked_here() -> None:
    assert shown_in(ANSWERS, INTAKE_TEXTS) == []


def test_each_text_of_a_clinic_s_file_is_asked_here() -> None:
    assert shown_in(clinic_tree(), CLINIC_TEXTS) == NO_FILE


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("words")


ANSWER_FIELDS = free_places(ANSWERS, answer_problems)


@pytest.fixture(scope="module")
def clinic_fields(folder: Path) -> list[Place]:
    return free_places(clinic_tree(), lambda tree: clinic_problems(tree, folder))


def test_the_fields_that_take_any_words_are_found(clinic_fields: Sequence[object]) -> None:
    assert {field[0] for field in ANSWER_FIELDS} == {"calendar", "person", "own_matters", "agreed"}
    assert len(clinic_fields) > 20


# --- the files ------------------------------------------------------------------------------------


def files_of(plan: Compared, rules: RuleSet) -> Files:
    """All that can be taken along, read back as a stranger to this project would read it."""
    paper = whole_paper(plan, rules)
    return {
        "text": to_text(plan),
        "page": Reader(to_page(paper)),
        "table": list(csv.reader(io.StringIO(to_csv(plan).removeprefix("\ufeff")))),
        "calendar": to_ics(plan, full_titles=True).decode(),
        "workbook": openpyxl.load_workbook(io.BytesIO(to_xlsx(plan))),
        "record": json.loads(to_json(plan)),
        "answers": json.loads(to_plan_file(plan.intake, saved_rules(rules))),
    }


def whole_paper(plan: Compared, rules: RuleSet) -> Paper:
    """All that a paper can hold; a referral has no picture of dots."""
    look = look_of(plan.intake, rules) if isinstance(plan, TreatmentPlan) else None
    return paper_of(plan, look=look, whole=True)


def shape_of(files: Files) -> Mapping[str, object]:
    """What is there beside words: elements, rows, entries, sheets. It hangs on no word that was written."""
    calendar = Calendar.from_ical(files["calendar"])
    return {
        "elements of the page": Counter(
            (tag, *sorted(attributes)) for tag, attributes in files["page"].elements if tag not in IN_PICTURES
        ),
        "cells of each row": Counter(map(len, files["table"])),
        "entries": Counter((part.name, *sorted(part.keys())) for part in calendar.walk()),
        "sheets": [(sheet.max_row, sheet.max_column) for sheet in files["workbook"].worksheets],
        "formulas": [
            (cell.coordinate, cell.value)
            for sheet in files["workbook"].worksheets
            for cells in sheet.iter_rows()
            for cell in cells
            if cell.data_type == "f"
        ],
        "keys": sorted(_keys(files["record"])),
        "answers": sorted(_keys(files["answers"])),
    }


IN_PICTURES = {"tspan", "text"}  # long words in a picture are set in more lines


def _keys(value: Any, path: str = "") -> list[str]:
    if isinstance(value, dict):
        return [
            one for key, inner in value.items() for one in (f"{path}.{key}", *_keys(inner, f"{path}.{key}"))
        ]
    return [one for inner in value for one in _keys(inner, path)] if isinstance(value, list) else []


def are_words(files: Files) -> None:
    """No file holds anything that runs, leads elsewhere, or steers what reads it."""
    page = files["page"]
    assert page.faults == []
    assert not page.of("script", "iframe", "object", "embed", "form", "base", "link")
    for _tag, attributes in page.elements:
        assert [key for key in attributes if key.startswith("on")] == []
        for key in ("href", "src", "xlink:href", "action"):
            assert re.match(r"(#|https?://|data:image/|\Z)", attributes.get(key) or ""), attributes
    assert not any("a.example" in str(a.get("href")) for a in page.of("a"))
    for words in (files["text"], page.text, files["calendar"]):
        assert SEEN_CONTROLS.findall(words.replace("\r\n", "\n")) == []
    for row in files["table"]:
        for cell in row:
            assert not FORMULA.match(cell) or re.fullmatch(r"-?[0-9.]+", cell), cell
    for sheet in files["workbook"].worksheets:
        targets = [link.target or "" for link in sheet._hyperlinks]
        assert [target for target in targets if not re.match(r"https://(?!a\.example)|\Z", target)] == []
    assert from_json(json.dumps(files["record"]))


def not_seen_as_written(words: Sequence[str], page: Reader) -> list[tuple[Place, str]]:
    """What somebody wrote in each field, and does not see so in the page; what can't be seen is left out."""
    seen = " ".join(page.text.split())
    said = [f"{text} {number}" for number, text in enumerate(words)]  # as `written` tells them apart
    return [
        (field, text)
        for field, text in zip(ANSWER_FIELDS, said, strict=True)
        if text.isprintable() and " ".join(text.split()) not in seen
    ]


def print_is_words(pdf: bytes) -> None:
    """In the printed document nothing runs, is attached, or leads elsewhere."""
    document = opened(pdf)
    assert not {"/OpenAction", "/AA", "/JavaScript", "/EmbeddedFiles"} & {
        *document.Root.keys(), *document.Root.get("/Names", {}).keys()
    }  # fmt: skip
    for page in document.pages:
        for note in page.get("/Annots", ()):
            target = str(note.get("/A", {}).get("/URI", "https://"))
            assert re.match(r"https://(?!a\.example)", target), target


def planned(words: Sequence[str], rules: RuleSet, answers: Any = ANSWERS) -> Compared | None:
    """What follows for somebody who writes these words in every field; None where they are refused."""
    tree = written(answers, ANSWER_FIELDS, words)
    if problems := answer_problems(tree):
        for problem in problems:
            told_well(problem, "f.json")
        return None
    intake = read_answers(json.dumps(tree), "f.json").intake
    assert intake is not None
    return plan_treatment(intake, rules)


def answered(words: Sequence[str], rules: RuleSet) -> Files | None:
    """The files of somebody who writes these words in every field; None where they are refused."""
    plan = planned(words, rules)
    if plan is None:
        return None
    assert isinstance(plan, TreatmentPlan)
    return files_of(plan, rules)


@pytest.fixture(scope="module")
def harmless() -> Mapping[str, object]:
    files = answered([BENIGN] * len(ANSWER_FIELDS), packaged_rules())
    assert files is not None
    return shape_of(files)


def is_taken(payload: str) -> bool:
    return not answer_problems(written(ANSWERS, ANSWER_FIELDS, [payload] * len(ANSWER_FIELDS)))


TAKEN = [payload for payload in PAYLOADS if is_taken(payload)]
ROUNDS = range(0, len(TAKEN), step(len(ANSWER_FIELDS), 1))
CLINIC_ROUNDS = range(1, len(PAYLOADS), step(len(PAYLOADS) // 2, 1))


def turned(payloads: Sequence[str], by: int, count: int) -> list[str]:
    """A payload for each of so many fields, beginning with another one."""
    return [payloads[(by + place) % len(payloads)] for place in range(count)]


def test_words_that_a_file_may_not_hold_are_refused_with_their_place() -> None:
    for payload in PAYLOADS:
        for problem in answer_problems(written(ANSWERS, ANSWER_FIELDS, [payload] * len(ANSWER_FIELDS))):
            told_well(problem, "f.json")
    assert len(TAKEN) > len(PAYLOADS) * 2 / 3


@pytest.mark.parametrize("by", ROUNDS)
def test_what_a_person_writes_is_words_in_every_file(by: int, harmless: Mapping[str, object]) -> None:
    words = turned(TAKEN, by, len(ANSWER_FIELDS))
    plan = planned(words, packaged_rules())
    assert isinstance(plan, TreatmentPlan)
    files = files_of(plan, packaged_rules())
    are_words(files)
    assert shape_of(files) == harmless
    assert not_seen_as_written(words, files["page"]) == []
    print_is_words(to_pdf(whole_paper(plan, packaged_rules()), size="a4"))


def test_each_payload_that_is_taken_is_printed_once_at_least() -> None:
    tried = [turned(TAKEN, by, len(ANSWER_FIELDS)) for by in ROUNDS]
    assert {payload for payloads in tried for payload in payloads} == set(TAKEN)


REFERRED = {**ANSWERS, "health": [*ANSWERS["health"], STOPS]}


@pytest.fixture(scope="module")
def harmless_referral() -> Mapping[str, object]:
    referral = planned([BENIGN] * len(ANSWER_FIELDS), packaged_rules(), REFERRED)
    assert isinstance(referral, Referral)
    return shape_of(files_of(referral, packaged_rules()))


@pytest.mark.parametrize("by", ROUNDS)
def test_what_a_person_writes_who_gets_no_plan_is_words_in_every_file(
    by: int, harmless_referral: Mapping[str, object]
) -> None:
    referral = planned(turned(TAKEN, by, len(ANSWER_FIELDS)), packaged_rules(), REFERRED)
    assert isinstance(referral, Referral)
    files = files_of(referral, packaged_rules())
    are_words(files)
    assert shape_of(files) == harmless_referral
    print_is_words(to_pdf(whole_paper(referral, packaged_rules()), size="a4"))


ANY_WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=LONGEST)


@cases(2, 400)
@given(st.lists(ANY_WORDS, min_size=len(ANSWER_FIELDS), max_size=len(ANSWER_FIELDS)))
def test_any_words_of_a_person_are_words_in_every_file(words: list[str]) -> None:
    files = answered(words, packaged_rules())
    if files is not None:
        are_words(files)


# --- the clinic's words ---------------------------------------------------------------------------


def rules_with(words: Sequence[str], fields: Sequence[Place], folder: Path) -> RuleSet:
    """The rules of a clinic that writes these words, each in its field where that takes them."""
    tree, left = clinic_tree(), list(zip(fields, words, strict=True))
    while problems := clinic_problems(_with(tree, left), folder):
        for problem in problems:
            told_well(problem, str(folder / "clinic.yaml"))
        told = {problem.key for problem in problems}
        taken = [(field, said) for field, said in left if not any(_is_in(field, key) for key in told)]
        assert len(taken) < len(left), [str(problem) for problem in problems]
        left = taken
    assert len(left) > len(fields) / 2
    return load_rules(clinic=folder / "clinic.yaml")


def _with(tree: Any, said: Sequence[tuple[Place, str]]) -> Any:
    return written(tree, [field for field, _words in said], [words for _field, words in said])


def _is_in(field: Place, key: str) -> bool:
    return f"{'.'.join(map(str, field))}.".startswith(f"{key}.")


@pytest.fixture(scope="module")
def harmless_clinic(folder: Path, clinic_fields: Sequence[Place]) -> Mapping[str, object]:
    rules = rules_with([BENIGN] * len(clinic_fields), clinic_fields, folder)
    files = answered([BENIGN] * len(ANSWER_FIELDS), rules)
    assert files is not None
    return shape_of(files)


@pytest.mark.parametrize("by", CLINIC_ROUNDS)
def test_what_a_clinic_writes_is_words_in_every_file(
    by: int, folder: Path, clinic_fields: Sequence[Place], harmless_clinic: Mapping[str, object]
) -> None:
    rules = rules_with(turned(WRITABLE, by, len(clinic_fields)), clinic_fields, folder)
    files = answered([BENIGN] * len(ANSWER_FIELDS), rules)
    assert files is not None
    are_words(files)
    assert shape_of(files) == harmless_clinic


WRITABLE = [payload for payload in PAYLOADS if not re.search("[\ud800-\udfff]", payload)]


def test_all_of_it_at_once_is_printed_as_words(folder: Path, clinic_fields: Sequence[Place]) -> None:
    payload = '<b>#image("/etc/passwd")[x](javascript:1)$1$=1'
    rules = rules_with([payload] * len(clinic_fields), clinic_fields, folder)
    answers = written(ANSWERS, ANSWER_FIELDS, [payload] * len(ANSWER_FIELDS))
    intake = read_answers(json.dumps(answers), "f.json").intake
    assert intake is not None
    print_is_words(to_pdf(paper_of(plan_treatment(intake, rules)), size="a4"))
