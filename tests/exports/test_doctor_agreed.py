"""What is taken along once a doctor has said yes: dates without a mark, and what a doctor was to be asked."""

from __future__ import annotations

from io import BytesIO
from json import loads

import pytest
from openpyxl import load_workbook

from smp_planner.domain.intake import Person
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.ical import to_ics
from smp_planner.exports.paper.brought_up import brought_up
from smp_planner.exports.paper.notices import notices
from smp_planner.exports.paper.referral import no_plan
from smp_planner.exports.paper.summary import summary
from smp_planner.exports.record import to_json
from smp_planner.exports.referral_words import (
    ASK_AS_WELL,
    LATER_YES,
    NO_LONGER_SO,
    WAS_ASKED,
    once_cleared_up,
)
from smp_planner.exports.rows import rows_of
from smp_planner.exports.standing import DOCTOR_AGREED, DOCTOR_REFUSED, PROVISIONAL
from smp_planner.exports.text import to_text
from smp_planner.exports.workbook import to_xlsx
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of


@pytest.fixture(scope="module")
def waiting(rules: RuleSet) -> TreatmentPlan:
    return plan_of(adult(health=("blood_thinner",)), rules)


@pytest.fixture(scope="module")
def agreed(rules: RuleSet) -> TreatmentPlan:
    return plan_of(adult(health=("blood_thinner",), doctor_agreed=True), rules)


def held_in_workbook(plan: TreatmentPlan) -> str:
    book = load_workbook(BytesIO(to_xlsx(plan)))
    return " ".join(str(cell) for sheet in book for row in sheet.values for cell in row if cell)


def test_the_text_drops_its_mark_and_keeps_the_warning(waiting: TreatmentPlan, agreed: TreatmentPlan) -> None:
    before, after = (" ".join(to_text(plan).split()) for plan in (waiting, agreed))
    assert PROVISIONAL in before
    assert "(to be confirmed)" in before
    assert DOCTOR_AGREED not in before
    assert PROVISIONAL not in after
    assert "(to be confirmed)" not in after
    assert DOCTOR_AGREED in after
    assert "Keep taking it as you were told." in after


def test_the_paper_says_it_on_its_first_page_and_where_all_is_told(
    waiting: TreatmentPlan, agreed: TreatmentPlan
) -> None:
    for section in (summary, brought_up):
        assert DOCTOR_AGREED not in str(section(waiting))
        assert DOCTOR_AGREED in str(section(agreed))
        assert "Keep taking it as you were told." in str(section(agreed))
    assert notices(waiting)
    assert not notices(agreed)


def test_after_the_yes_of_a_doctor_it_stands_first_and_nobody_is_told_to_ask(agreed: TreatmentPlan) -> None:
    """The heading was still "Ask a doctor first", and the yes stood below "Ask the doctor who…"."""
    told = " ".join(to_text(agreed).split()), str(brought_up(agreed)), str(summary(agreed))
    assert "ASK A DOCTOR FIRST" not in told[0]
    assert "ASKED" in told[0]
    for where in told:
        assert "Heading(say='Ask a doctor first'" not in where
        assert "First: Ask" not in where
        yes, asked = (
            where.index(words) for words in (DOCTOR_AGREED, "What was asked for: Ask the doctor who")
        )
        assert yes < asked < where.index("Keep taking it as you were told.")


def test_the_table_and_the_workbook_say_it_too(waiting: TreatmentPlan, agreed: TreatmentPlan) -> None:
    for told in (lambda plan: str([*rows_of(plan)]), held_in_workbook):
        assert DOCTOR_AGREED not in told(waiting)
        assert "to be confirmed" in told(waiting).lower()
        assert DOCTOR_AGREED in told(agreed)
        assert "to be confirmed" not in told(agreed).lower()


def test_the_calendar_no_longer_says_that_it_is_to_be_confirmed(
    waiting: TreatmentPlan, agreed: TreatmentPlan
) -> None:
    assert b"TENTATIVE" in to_ics(waiting)
    assert b"TENTATIVE" not in to_ics(agreed)


@pytest.mark.parametrize(
    ("health", "told"), [(("blood_thinner",), LATER_YES), (("blood_thinner", "keloid"), NO_LONGER_SO)]
)
def test_a_later_yes_is_the_way_on_only_where_nothing_else_stands_in_the_way(
    health: tuple[str, ...], told: str, rules: RuleSet
) -> None:
    refused = plan_treatment(adult(health=health, doctor_agreed=False), rules)
    assert isinstance(refused, Referral)
    assert once_cleared_up(refused) == told


@pytest.mark.parametrize("wait", ["recent_birth", "pregnant_or_breastfeeding"])
def test_what_ends_by_itself_asks_for_no_doctors_word(wait: str, rules: RuleSet) -> None:
    woman = adult(person=Person(age=30, sex="female", could_be_pregnant=False), health=(wait,))
    referred = plan_treatment(woman, rules)
    assert isinstance(referred, Referral)
    assert once_cleared_up(referred) == ""


def test_after_a_no_every_file_tells_it_and_none_holds_a_day_of_a_visit_or_a_price(rules: RuleSet) -> None:
    refused = plan_treatment(adult(health=("blood_thinner",), doctor_agreed=False), rules)
    assert isinstance(refused, Referral)
    record = loads(to_json(refused))
    assert record["kind"] == "referral"
    assert not {"sessions", "cost", "aftercare"} & record.keys()
    assert [stop["id"] for stop in record["suitability"]["stop"]] == ["doctor_said_no"]
    text, paper = " ".join(to_text(refused).split()), str(no_plan(refused))
    for told in (text, paper):
        assert "Not for now: your doctor said no." in told
        assert "You asked a doctor about a blood thinner, and the answer was no." in told
        assert "Keep taking it as you were told." in told
        assert WAS_ASKED.lower() in told.lower()
        assert ASK_AS_WELL.lower() not in told.lower()
        assert PROVISIONAL not in told
        assert LATER_YES in told
    assert DOCTOR_REFUSED in str([*rows_of(refused)])
    assert b"BEGIN:VEVENT" not in to_ics(refused)
