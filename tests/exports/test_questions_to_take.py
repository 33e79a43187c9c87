"""What to ask and what matters, in every file to take along, with a plan and without one."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from smp_planner.domain.intake import Intake, OwnConcern
from smp_planner.domain.plan import Compared
from smp_planner.exports.decision_lines import asked_about
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.exports.workbook import to_xlsx
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult

PEOPLE = {"a plan": adult(), "a referral": adult(health=("keloid",))}


def told(name: str, rules: RuleSet) -> Compared:
    concern = next(iter(rules.matters.concerns))
    intake: Intake = replace(
        PEOPLE[name], matters={concern: 5}, own_matters=(OwnConcern(name="My wedding", weight=4),)
    )
    return plan_treatment(intake, rules)


def sheet(plan: Compared, name: str) -> list[tuple[object, ...]]:
    book = load_workbook(io.BytesIO(to_xlsx(plan)))
    return list(book[name].iter_rows(values_only=True))


@pytest.mark.parametrize("name", PEOPLE)
def test_the_spreadsheet_holds_every_question_that_the_text_asks(name: str, rules: RuleSet) -> None:
    plan = told(name, rules)
    asked = [question.ask for about in asked_about(plan) for _field, question in about.questions]
    assert [row[1] for row in sheet(plan, "What to ask")[1:]] == asked
    assert len(asked) > 40
    text = " ".join(to_text(plan).split())
    assert all(question in text for question in asked)


@pytest.mark.parametrize("name", PEOPLE)
def test_the_table_holds_every_question_with_its_sources(name: str, rules: RuleSet) -> None:
    plan = told(name, rules)
    rows = [row for row in csv.DictReader(io.StringIO(to_csv(plan))) if row["section"] == "what to ask"]
    asked = [question for about in asked_about(plan) for _field, question in about.questions]
    assert [row["text"] for row in rows] == [f"{question.ask} {question.why}" for question in asked]
    assert all(row["sources"] for row in rows)


@pytest.mark.parametrize("name", PEOPLE)
def test_what_matters_stands_in_spreadsheet_table_and_text(name: str, rules: RuleSet) -> None:
    plan = told(name, rules)
    rows = sheet(plan, "What matters to you")
    assert {row[0] for row in rows[1:]} == {concern.name for concern in plan.matters}
    assert "My wedding" in {row[0] for row in rows}
    assert {row[3] for row in rows[1:]} >= {option.name for option in plan.comparison.options}
    assert "what matters,My wedding" in to_csv(plan)
    assert "WHAT MATTERS TO YOU: TALKING POINTS" in to_text(plan)


def test_a_referral_asks_about_its_reason_before_all_else(rules: RuleSet) -> None:
    first = sheet(told("a referral", rules), "What to ask")[1]
    assert first[0] == "First, about the reason: ask a doctor"
    assert str(first[1]).startswith("About keloids or thick scars")
