"""No text for a person promises: not the plans, not the rules behind them, not the program's own words."""

from __future__ import annotations

import ast
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given

from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.explanation import to_explanation
from smp_planner.exports.ical import to_ics
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import medicines, promises, unwanted
from tests.drawn_people import intakes, patients, planned
from tests.people import adult
from tests.records import record_of

ROOT = Path(__file__).resolve().parents[1]
RULE_FILES = sorted((ROOT / "data").rglob("*.yaml"))
LIST = ROOT / "smp_planner" / "rules" / "promises.py"
MODULES = sorted({ROOT / "app.py", *(ROOT / "smp_planner").rglob("*.py")} - {LIST})
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a value, with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from texts(inner, f"{path}.{number}")
    elif isinstance(value, str):
        yield path, value


def promising(value: Any) -> list[str]:
    return [f"{path}: {found} in {text!r}" for path, text in texts(value) if (found := promises(text))]


# --- the list itself ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The best clinic.",
        "It is painless.",
        "We guarantee it. Results are guaranteed.",
        "A permanent fix for hair loss.",
        "There is no risk.",
        "Risk-free for everyone.",
        "The dots are undetectable.",
        "A miracle.",
        "It looks perfect; perfectly natural.",
        "Amazing results.",
        "It happens to 1 in 20 people.",
        "One in five people.",
        "Infection is three times more likely.",
        "This is not new. It is the best there is.",
        "No clinic can be sure of that, and many people who asked us about it called it perfect.",
    ],
)
def test_a_promise_is_found(text: str) -> None:
    assert promises(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is not painless.",
        "Nobody can guarantee a result.",
        "SMP isn't a permanent fix.",
        "This is never a perfect match.",
        "Bestow, imperfection, riskier: longer words are other words.",
        "1 in each hand",
    ],
)
def test_a_negation_and_other_words_are_none(text: str) -> None:
    assert promises(text) == []


def test_the_comparison_is_held_to_more() -> None:
    assert unwanted("It is not the best; rarely just 5 % take it.") == ["best", "rarely", "just", "%"]


def test_a_name_of_a_medicine_is_found_in_an_address_too() -> None:
    assert medicines("https://example.org/2-oral-Minoxidil-for-men") == [
        "https://example.org/2-oral-Minoxidil-for-men"
    ]
    assert medicines("Prescription tablets: ask a doctor.") == []


# --- plans ----------------------------------------------------------------------------------


def less_titles(text: str, plan: TreatmentPlan | Referral) -> str:
    """A text on one line, less what the documents are called: that is their authors' word."""
    plain = " ".join(text.split())
    for source in plan.sources:
        plain = plain.replace(source.title, "")
    return plain


@given(intakes | patients)
def test_no_plan_promises_anything(intake: Intake) -> None:
    """The record holds every text that a plan is told in; what a person typed is theirs."""
    plan = planned(intake)
    record = record_of(plan)
    del record["sources"], record["intake"]
    assert promising(record) == []
    assert promises(less_titles(to_text(plan), plan)) == []


@pytest.mark.parametrize("answers", [{}, {"health": ("keloid",)}, {"health_asked": False}], ids=str)
def test_no_export_adds_a_promise(rules: RuleSet, answers: dict[str, Any]) -> None:
    plan = plan_treatment(adult(**answers), rules)
    forms = [to_explanation(plan), to_csv(plan), to_text(plan)]
    if isinstance(plan, TreatmentPlan):
        forms.append(to_ics(plan, full_titles=True).decode().replace("\r\n ", ""))
    assert [found for form in forms if (found := promises(less_titles(form, plan)))] == []


# --- one word for a visit -------------------------------------------------------------------

SESSION = re.compile(r"\bsessions?\b(?![._]\w)", re.IGNORECASE)
NOT_TOLD = ("id", "at", "unit", "url", "title", "uses", "rules")
"""Keys of a rule file that hold names, and words of others: the place in a document, its title."""


def of_sessions(value: Any) -> list[str]:
    """The texts that call a visit a session, with their paths; an id alone is no text."""
    return [
        f"{path}: {text}"
        for path, text in texts(value)
        if path.rpartition(".")[2] not in NOT_TOLD and " " in text and SESSION.search(text)
    ]


def test_the_word_is_found_in_a_sentence_and_not_in_an_id() -> None:
    assert of_sessions({"say": "One more session.", "id": "sessions", "at": "3 to 6 sessions"}) == [
        ".say: One more session."
    ]


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.name)
def test_every_rule_file_calls_a_visit_a_visit(path: Path) -> None:
    """As the glossary has it: session is a word of the code."""
    if path.name != "sources.yaml":  # what a document is called is its author's
        assert of_sessions(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)) == []


@given(patients)
def test_every_text_of_a_plan_calls_a_visit_a_visit(intake: Intake) -> None:
    plan = planned(intake)
    record = record_of(plan)
    del record["sources"], record["intake"]
    record["trace"] = [{"because": step["because"]} for step in record["trace"]]
    assert of_sessions(record) == []
    assert SESSION.findall(less_titles(to_text(plan), plan)) == []
    if isinstance(plan, TreatmentPlan):
        for row in csv.DictReader(io.StringIO(to_csv(plan), newline="")):
            assert SESSION.findall(f"{row['item']} {row['unit']} {row['text']}") == []
            assert row["section"] != "sessions"


# --- rules, program, pages ------------------------------------------------------------------


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.name)
def test_no_rule_file_promises_anything(path: Path) -> None:
    value = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    if path.name == "sources.yaml":  # what a document is called is its author's
        value = {id_: {**source, "title": "", "url": ""} for id_, source in value.items()}
    assert promising(value) == []


def test_no_string_of_the_program_promises_anything() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {words}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and (words := promises(node.value))
    ]
    assert found == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_page_of_the_documents_promises_anything(path: Path) -> None:
    """The list of documents at the end of one is left out: what they are called is their authors'."""
    text, _, _ = path.read_text(encoding="utf-8").partition("\n## Sources\n")
    assert promises(text) == []
