"""What matters to the person: every option's words under each concern, and no fact that moves by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smp_planner.domain.intake import Intake, OwnConcern
from smp_planner.domain.matters import WEIGHTS, weight_in_words
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.record import from_json, to_json
from smp_planner.exports.steps import Steps
from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import promises
from tests.drawn_people import patients, planned_course
from tests.packaged_rules import packaged_rules
from tests.people import adult, plan_of
from tests.reading_grade import reading_grade
from tests.records import record_of

PARTNER = OwnConcern(name="What my partner thinks", weight=3)
weights = st.none() | st.integers(0, 5)


def chosen() -> st.SearchStrategy[Mapping[str, int | None]]:
    return st.dictionaries(st.sampled_from(list(packaged_rules().matters.concerns)), weights)


def named(rules: RuleSet, *own: OwnConcern, **matters: int | None) -> TreatmentPlan:
    return plan_of(adult(matters=matters, own_matters=own), rules)


def everything(rules: RuleSet) -> TreatmentPlan:
    return named(rules, PARTNER, **dict.fromkeys(rules.matters.concerns, 3))


def test_every_concern_holds_every_option_in_the_words_of_the_comparison(rules: RuleSet) -> None:
    plan = everything(rules)
    rows = {row.id: row for row in plan.comparison.rows}
    options = [option.id for option in plan.comparison.options]
    assert [concern.id for concern in plan.matters] == [*rules.matters.concerns, "own_1"]
    for concern in plan.matters[:-1]:
        assert concern.questions
        for question in concern.questions:
            row = rows[question.row]
            assert question.question == row.question
            assert list(question.options) == options
            assert question.options == {option: row.cells[option].say for option in options}


def test_every_group_of_questions_is_reached_by_a_concern_and_a_phone_holds_the_list(rules: RuleSet) -> None:
    reached = {row for concern in rules.matters.concerns.values() for row in concern.rows}
    groups = {group for group, id_, _ in rules.comparison.questions() if id_ in reached}
    assert groups == set(rules.comparison.groups)
    asked_for = {
        "regrows_hair",
        "first_result_months",
        "full_result_months",
        "upkeep",
        "risks",
        "satisfied",
        "lasting",
    }
    assert asked_for <= reached, "what people with hair loss ask for first"
    assert len(rules.matters.concerns) <= 16


def test_the_heaviest_stand_first_and_those_alike_in_the_order_of_the_list(rules: RuleSet) -> None:
    plan = named(rules, PARTNER, privacy=None, scars=1, cost_now=5, can_undo=4, pain=3, time_off=5)
    assert [(concern.id, concern.weight) for concern in plan.matters] == [
        ("cost_now", "most_of_all"),
        ("time_off", "most_of_all"),
        ("pain", "a_lot"),
        ("can_undo", "a_lot"),
        ("own_1", "a_lot"),
        ("scars", "a_little"),
        ("privacy", None),
    ]


def test_a_weight_is_told_in_words_alone(rules: RuleSet) -> None:
    told = [weight_in_words(points) for points in range(6)]
    assert told == [None, "a_little", "a_little", "a_lot", "a_lot", "most_of_all"]
    for words, points in WEIGHTS.items():
        [concern] = named(rules, scars=points).matters
        assert concern.how_much == rules.matters.weights[words].say
    assert not any(sign.isdigit() for concern in everything(rules).matters for sign in concern.how_much)


def test_what_does_not_matter_at_all_is_no_concern(rules: RuleSet) -> None:
    assert named(rules, OwnConcern(name="x", weight=0), scars=0).matters == ()
    assert named(rules).matters == ()


def test_a_concern_that_was_typed_is_sent_to_the_questions_and_to_whoever_can_be_asked(
    rules: RuleSet,
) -> None:
    [concern] = named(rules, PARTNER).matters
    assert (concern.name, concern.questions) == ("What my partner thinks", ())
    assert concern.say == rules.matters.own.say
    assert "one of them may answer it" in concern.say
    assert "ask about it for each option" in concern.say


def test_while_health_is_open_a_concern_about_money_shows_no_price(rules: RuleSet) -> None:
    [concern] = plan_of(adult(matters={"cost_now": 5}, health_asked=False), rules).matters
    assert not any(sign.isdigit() for say in concern.questions[0].options.values() for sign in say)


def test_every_concern_has_a_step_that_leads_to_each_answer(rules: RuleSet) -> None:
    plan = everything(rules)
    steps = Steps.of(plan.trace)
    for concern in plan.matters:
        step = steps.at(f"matters.{concern.id}")
        assert step.because
        assert step.rules
        assert [used.field for used in steps.used(step)] == [
            f"comparison.rows.{question.row}.{option}"
            for question in concern.questions
            for option in question.options
        ]


def test_everything_is_said_in_plain_words_without_a_promise(rules: RuleSet) -> None:
    texts = [
        *(concern.name for concern in rules.matters.concerns.values()),
        *(weight.say for weight in rules.matters.weights.values()),
        rules.matters.own.say,
        *rules.matters.words.values(),
    ]
    assert [text for text in texts if reading_grade(text) > 8 or promises(text)] == []


def test_a_record_keeps_what_matters(rules: RuleSet) -> None:
    plan = everything(rules)
    assert from_json(to_json(plan)) == plan


# --- no fact moves by it --------------------------------------------------------------------


def facts(plan: TreatmentPlan) -> dict[str, Any]:
    """The record of a plan less the answers and what is told of the concerns themselves."""
    record = record_of(plan)
    del record["intake"], record["matters"]
    record["trace"] = [step for step in record["trace"] if not step["field"].startswith("matters.")]
    return record


@settings(max_examples=40, deadline=None)
@given(patients, st.deferred(chosen), st.lists(st.builds(OwnConcern, name=st.just("x"), weight=weights)))
def test_changing_what_matters_changes_nothing_else(
    intake: Intake, matters: Mapping[str, int | None], own: list[OwnConcern]
) -> None:
    before = planned_course(with_matters(intake, {}, ()))
    after = planned_course(with_matters(intake, matters, tuple(own[:4])))
    assert facts(after) == facts(before)


def with_matters(intake: Intake, matters: Mapping[str, int | None], own: tuple[OwnConcern, ...]) -> Intake:
    return replace(intake, matters=matters, own_matters=own)


@pytest.mark.parametrize("points", [None, 1, 3, 5])
def test_the_answers_are_the_same_however_much_a_concern_matters(rules: RuleSet, points: int | None) -> None:
    [concern] = named(rules, scars=points).matters
    [usual] = named(rules, scars=5).matters
    assert concern.questions == usual.questions
