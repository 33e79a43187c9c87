"""What holds for every section of the course on paper."""

from __future__ import annotations

import re

import pytest

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.paper.blocks import Table
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sections import course, dated, told
from tests.people import adult, plan_of
from tests.reading_grade import reading_grade

MONEY = re.compile(r"[$£€]\s?\d")
EASY = 8


@pytest.fixture(scope="module")
def usual(rules: RuleSet) -> TreatmentPlan:
    return plan_of(adult(), rules)


def test_each_section_has_an_address_and_a_title_of_its_own(usual: TreatmentPlan) -> None:
    sections = course(usual)
    assert len({section.id for section in sections}) == len({section.title for section in sections})
    assert len({section.id for section in sections}) == len(sections)
    assert all(section.blocks for section in sections)


def test_provisional_dates_say_so_in_every_section_that_has_some(rules: RuleSet) -> None:
    for section in dated(plan_of(adult(health=("diabetes",)), rules)):
        words = told(section)
        assert "PROVISIONAL: a doctor has to answer first." in words, section.id
        assert "to be confirmed" in words.replace("PROVISIONAL: a doctor has to answer first. Every date", "")


def test_who_was_not_asked_about_health_sees_no_price_and_why(rules: RuleSet) -> None:
    plan = plan_of(adult(health_asked=False), rules)
    for section in course(plan):
        assert not MONEY.search(told(section)), section.id
    summary, money = (told(section) for section in course(plan) if section.id in ("summary", "money"))
    for words in (summary, money):
        assert "NOT CHECKED" in words
        assert "Not shown yet: the health questions come first." in words


def test_what_is_checked_and_sure_has_no_notice(usual: TreatmentPlan) -> None:
    for section in course(usual):
        assert not re.search("PROVISIONAL|NOT CHECKED|to be confirmed", told(section)), section.id


def test_every_row_of_a_table_fills_its_columns(usual: TreatmentPlan) -> None:
    for section in course(usual):
        for table in (block for block in section.blocks if isinstance(block, Table)):
            assert {len(row) for row in table.rows} == {len(table.head)}, table.caption
            assert len(table.shares) in (0, len(table.head))


def test_the_sections_read_at_grade_8_or_lower(usual: TreatmentPlan) -> None:
    grades = {
        section.id: round(reading_grade(told(section).replace("\n", ". ")), 1) for section in course(usual)
    }
    assert {id_: grade for id_, grade in grades.items() if grade > EASY} == {}


def test_nothing_unfinished_is_printed(usual: TreatmentPlan) -> None:
    for section in course(usual):
        assert not re.search(r"[{}]|Decimal|\bnan\b|\.\.|: None\.", told(section)), section.id
