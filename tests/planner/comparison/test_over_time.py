"""Each question that counts people looks at all options over one time, and says over which."""

from __future__ import annotations

import pytest

from smp_planner.domain.comparison import Row
from smp_planner.domain.intake import ALOPECIA_GOAL, AreaAnswer, Intake, Person
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.rule_file import APART
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


@pytest.mark.ipdas("Q6")
def test_every_question_that_counts_people_looks_at_all_options_over_one_time(plan: TreatmentPlan) -> None:
    asked = [row for row in plan.comparison.rows if row.chance]
    assert len(asked) > 3
    for row in asked:
        assert row.over, row.id
        time = {"Up to a year": "within a year", "Five years": "after five years"}.get(row.over.split(",")[0])
        told = time is not None and row.over.endswith("for every option alike.") and time in row.question
        assert told or (row.id == "satisfied" and row.over.startswith("Not told.")), row.id
    assert not [row.id for row in plan.comparison.rows if row.over and not row.chance]


@pytest.mark.ipdas("Q6")
def test_every_count_was_made_over_the_time_that_its_question_asks_about(rules: RuleSet) -> None:
    counted = list[str]()
    for _group, id_, row in rules.comparison.questions():
        for option, cell in row.cells.items() if row.chance and row.over else ():
            answers = [cell, *(getattr(cell, name) for name in APART if getattr(cell, name) is not None)]
            for answer in (one for one in answers if one.value is not None):
                assert answer.over_months == row.over.months, (id_, option)
                counted.append(f"{id_}.{option}")
    assert sorted(counted) == [
        "facial_hair.medication",
        "improved.medication",
        "improved.nothing",
        "kept_result.medication",
        "kept_result.nothing",
        "sexual_problems.medication",
        "sexual_problems.nothing",
    ]


@pytest.mark.ipdas("Q4")
def test_every_count_of_people_names_in_whom_it_was_made(rules: RuleSet) -> None:
    """Else a person of whom the study knew nothing reads it beside "not known" of the others."""
    for _group, id_, row in rules.comparison.questions():
        for option, cell in row.cells.items() if row.chance else ():
            assert cell.value is None or cell.counted_in, (id_, option)


def test_another_hair_loss_reads_no_count_of_pattern_loss_for_any_option(rules: RuleSet) -> None:
    pleased = rows(plan_of(PEOPLE["patchy loss"], rules))["satisfied"]
    assert {cell.per_100 for cell in pleased.cells.values()} == {None}


def test_a_study_over_another_time_has_no_picture_and_is_told_in_words(rules: RuleSet) -> None:
    kept = rows(plan_of(ADULT, rules))["kept_result"]
    assert "five years" in kept.question
    told = kept.cells["fut"]
    assert told.per_100 is None
    assert told.not_known == "The longest series found ended after four years."
    assert told.say == (
        "Not known past four years. By then 9 of 100 kept all density (5 to 16), 28 lost a little "
        "(20 to 37), 63 more (54 to 72)."
    )
    (step,) = [one for one in plan_of(ADULT, rules).trace if one.field == "comparison.rows.kept_result.fut"]
    assert [reading.number for reading in step.rules if reading.label] != []


def test_a_longer_study_is_no_end_of_the_range_of_a_shorter_one(rules: RuleSet) -> None:
    """99 of 100 after ten years in Japan says nothing of five years: a note tells it."""
    kept = row_of(rules, "kept_result").cell("medication")
    assert kept.value is not None
    assert max(kept.range or ()) < 99
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
