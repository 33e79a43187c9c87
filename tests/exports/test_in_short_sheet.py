"""The first sheets of the workbook: what a consultant looks up first, as numbers and days to reckon with."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook

from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, LifeEvent, Person
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.text import to_text
from smp_planner.exports.workbook import to_xlsx
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.exports.sample_plan import PROVISIONAL, UNCHECKED
from tests.people import START, adult, plan_of

_books = dict[int, tuple[TreatmentPlan | Referral, Workbook]]()


def rows(plan: TreatmentPlan | Referral, name: str) -> list[tuple[Any, ...]]:
    """The rows of a sheet as a spreadsheet reads them, its head left out; each is written once."""
    if id(plan) not in _books:  # the plan is held beside it: while it is, nothing else has its id
        _books[id(plan)] = plan, openpyxl.load_workbook(io.BytesIO(to_xlsx(plan)))
    _plan, book = _books[id(plan)]
    return list(book[name].iter_rows(min_row=2, values_only=True))


def row(plan: TreatmentPlan, what: str, place: int = 0) -> tuple[Any, ...]:
    return [found for found in rows(plan, "In short") if found[0] == what][place][1:]


def test_it_is_the_first_sheet_and_begins_with_the_sentence_of_the_plan(rules: RuleSet) -> None:
    plan = plan_of(adult(), rules)
    assert openpyxl.load_workbook(io.BytesIO(to_xlsx(plan))).sheetnames[:2] == ["In short", "Your answers"]
    sentence = row(plan, "In short")[-1]
    assert sentence.startswith("You are planned for 3 visits")
    assert sentence in to_text(plan).replace("\n", " ")


def test_area_in_both_units_density_dots_visits_and_hours_are_numbers_with_a_range(
    rules: RuleSet,
) -> None:
    plan = plan_of(adult(), rules)
    for what, unit, place, estimate in (
        ("Treated area", "cm2", 0, plan.area.cm2),
        ("Density on bare skin", "dots/cm2", 0, plan.dots.per_cm2),
        ("Density over the area", "dots/cm2", 0, plan.dots.over_area),
        ("Dots", "dots", 0, plan.dots.total),
        ("Hours in the chair", "hours", 0, plan.sessions.chair_hours),
    ):
        low, planned, high, told, *_ = row(plan, what, place)
        assert [low, planned, high] == [float(end) for end in (estimate.low, estimate.typical, estimate.high)]
        assert told == unit
    cm2, in2 = row(plan, "Treated area")[1], row(plan, "Treated area", 1)
    assert in2[3] == "in2"
    assert in2[1] == pytest.approx(cm2 / 6.4516, abs=0.06)
    assert row(plan, "Visits")[:3] == (3, 3, 4)


def test_the_patch_test_is_a_day_before_the_first_visit(rules: RuleSet) -> None:
    test, first = (row(plan_of(adult(), rules), what) for what in ("Patch test", "First visit"))
    assert test[4] < first[4]
    assert test[-1] == "On or before this day."
    untested = plan_of(adult(), rules)
    untested = replace(untested, sessions=replace(untested.sessions, patch_test_by=None))
    assert "Patch test" not in [one[0] for one in rows(untested, "In short")]


def test_first_last_and_settled_are_days_and_the_price_names_whose_it_is(rules: RuleSet) -> None:
    plan = plan_of(adult(), rules)
    for what, day in (
        ("First visit", plan.sessions.items[0].date),
        ("Last visit", plan.sessions.items[-1].date),
        ("Settled by", plan.sessions.settled_on),
    ):
        assert row(plan, what)[4] == datetime.combine(day, datetime.min.time())
    assert plan.cost
    price = row(plan, "Price of all visits")
    assert price[:4] == (plan.cost.course.low, plan.cost.course.typical, plan.cost.course.high, "USD")
    assert "For 3 visits" in price[-1]
    assert "Prices of the United States" in price[-1]


@pytest.mark.parametrize(
    ("area", "stage"),
    [
        ({"norwood": "III-vertex"}, "Norwood III vertex"),
        ({"ludwig": "II"}, "Ludwig II"),
        ({"zones": ("crown",)}, ""),
    ],
)
def test_the_stage_stands_there_where_one_was_told(area: dict[str, Any], stage: str, rules: RuleSet) -> None:
    plan = plan_of(adult(area=AreaAnswer(**area)), rules)
    assert [found[-1] for found in rows(plan, "In short") if found[0] == "Stage"] == (
        [stage] if stage else []
    )


def test_days_that_wait_for_a_doctor_say_so_and_what_is_not_checked_shows_no_price() -> None:
    assert row(PROVISIONAL, "Status")[-1].startswith("PROVISIONAL")
    assert row(PROVISIONAL, "First visit")[-1] == "To be confirmed."
    assert (
        row(PROVISIONAL, "Settled by")[-1]
        == "If healing is usual and you start on the first day. To be confirmed."
    )
    assert row(UNCHECKED, "Status")[-1].startswith("NOT CHECKED")
    assert row(UNCHECKED, "Price of all visits") == (
        None, None, None, None, None, "Not shown yet: the health questions come first.",
    )  # fmt: skip


def test_every_answer_stands_as_it_was_understood_and_what_is_typed_is_no_formula(rules: RuleSet) -> None:
    day = date(2027, 6, 12)
    events = (LifeEvent(from_=day, to=day, name="=1+1", kind="be_ready"),)
    plan = plan_of(adult(calendar=CalendarAnswer(start=START, events=events)), rules)
    assert rows(plan, "Your answers") == [(one.asked, one.said) for one in plan.understood]
    assert any("=1+1" in said for _, said in rows(plan, "Your answers"))
    typed = plan.understood[0]._replace(said="=1+1")
    page = openpyxl.load_workbook(io.BytesIO(to_xlsx(replace(plan, understood=(typed,)))))["Your answers"]
    assert (page["B2"].value, page["B2"].data_type) == ("=1+1", "s")


def test_the_name_stands_in_none_of_them(rules: RuleSet) -> None:
    ada = Person(age=38, sex="female", could_be_pregnant=False, name="Ada Lovelace")
    plan = plan_of(adult(person=ada), rules)
    told = str([*rows(plan, "In short"), *rows(plan, "Your answers")])
    assert "Lovelace" not in told


def test_a_referral_has_its_answers_and_no_plan_in_short(rules: RuleSet) -> None:
    referral = plan_treatment(adult(health=("keloid",)), rules)
    assert isinstance(referral, Referral)
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(referral)))
    assert book.sheetnames[0] == "Your answers"
    assert "In short" not in book.sheetnames
