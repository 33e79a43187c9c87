"""Chances are told with the time over which people were counted, in the same place for every option."""

from __future__ import annotations

import pytest

from smp_planner.domain.comparison import Row
from smp_planner.domain.intake import ALOPECIA_GOAL, OPTIONS, AreaAnswer, Intake, Person
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.rules.ruleset import RuleSet
from tests.comparison_rules import row_of
from tests.people import ADULT, adult, plan_of

WOMAN = adult(person=Person(age=38, sex="female"), area=AreaAnswer(ludwig="II"))
UNSAID = adult(person=Person(age=38))
PEOPLE = {
    "a man": ADULT,
    "a woman": WOMAN,
    "sex unsaid": UNSAID,
    "patchy loss": adult(goals=(ALOPECIA_GOAL,)),
}


@pytest.fixture(params=PEOPLE, scope="module")
def plan(rules: RuleSet, request: pytest.FixtureRequest) -> TreatmentPlan:
    return plan_of(PEOPLE[request.param], rules)


def rows(plan: TreatmentPlan) -> dict[str, Row]:
    return {row.id: row for row in plan.comparison.rows}


def test_every_answer_to_a_chance_tells_its_time_or_that_nobody_counted(
    rules: RuleSet, plan: TreatmentPlan
) -> None:
    uncounted = rules.comparison.words.not_counted_over
    for row in plan.comparison.rows:
        for option in OPTIONS:
            cell = row.cells[option]
            if row.chance:
                assert (cell.over == uncounted) is (cell.per_100 is None), (row.id, option)
            else:
                assert cell.over is None, row.id


def test_a_study_over_another_time_than_the_question_asks_about_says_so(rules: RuleSet) -> None:
    kept = rows(plan_of(ADULT, rules))["kept_result"]
    assert "five years" in kept.question
    assert kept.cells["nothing"].over == "Counted over five years."
    assert kept.cells["medication"].over == "Counted over five years."
    assert kept.cells["fut"].over == "Counted over four years. The question asks about five years."


def test_a_longer_study_is_no_end_of_the_range_of_a_shorter_one(rules: RuleSet) -> None:
    """99 of 100 after ten years in Japan says nothing of five years: a note tells it."""
    kept = row_of(rules, "kept_result").cell("medication")
    assert kept.range == [90, 90]
    assert kept.note
    assert "ten years in Japan" in kept.note


def about(intake: Intake, rules: RuleSet) -> set[str]:
    return set(rows(plan_of(intake, rules))) & {"sexual_problems", "facial_hair"}


def test_a_harm_of_one_sex_is_asked_of_that_sex_and_of_who_did_not_say(rules: RuleSet) -> None:
    assert about(ADULT, rules) == {"sexual_problems"}
    assert about(WOMAN, rules) == {"facial_hair"}
    assert about(UNSAID, rules) == {"sexual_problems", "facial_hair"}


@pytest.mark.parametrize(
    ("id_", "outcome"),
    [
        ("sexual_problems", "sexual problems"),
        ("facial_hair", "hair on the face"),
        ("side_effects", "any side effect"),
    ],
)
def test_a_question_about_harm_names_what_was_counted(rules: RuleSet, id_: str, outcome: str) -> None:
    """No count of one kind of harm stands beside a count of another: each question names its own."""
    row = row_of(rules, id_)
    assert outcome in row.question
    assert "bumps" not in " ".join(cell.say for cell in row.cells.values())
