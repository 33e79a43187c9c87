"""The steps to a decision: one sentence, time, questions alike, and facts that the plan bears out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from smp_planner.domain.decision import Decision
from smp_planner.domain.intake import OPTIONS
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.steps import Steps
from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import unwanted
from tests.fair_people import fair_plan
from tests.people import ADULT, adult, plan_of
from tests.reading_grade import reading_grade, sentences, words


@pytest.fixture(scope="module")
def plan(rules: RuleSet) -> TreatmentPlan:
    return plan_of(ADULT, rules)


@pytest.fixture(scope="module")
def decision(plan: TreatmentPlan) -> Decision:
    return plan.decision


def texts(decision: Decision) -> Iterator[str]:
    """Everything that a person reads of it, question by question."""
    yield from (decision.say, decision.problem, *decision.time, decision.talk_again, decision.all_yes)
    yield from (f"{one.ask} {one.why}" for own in decision.ask for one in own.questions)
    yield from (f"{fact.question} {fact.why}" for fact in decision.recap)
    yield from (f"{one.ask} {one.if_no}" for one in decision.sure)


@pytest.mark.ipdas("1.1.2")
def test_the_decision_is_one_sentence_that_asks(decision: Decision) -> None:
    assert decision.say.endswith("?")
    assert sentences(decision.say) == 1


@pytest.mark.ipdas("1.1.1")
@pytest.mark.parametrize(
    ("kind", "problem", "doctor"),
    [
        (
            "a man",
            "Pattern hair loss",
            "See a doctor first, too, if the loss is sudden, patchy, sore or scaly.",
        ),
        (
            "a woman",
            "Pattern hair loss",
            "See a doctor first, too, if the loss is sudden, patchy, sore or scaly.",
        ),
        ("another hair loss", "You told of patchy or total loss.", "ask a skin doctor for the cause first"),
        (
            "another hair loss, the whole scalp, a woman",
            "You told of patchy or total loss.",
            "ask a skin doctor for the cause first",
        ),
        (
            "scars alone",
            "A scar is skin that healed",
            "See a doctor first if it is raised, red, sore or growing",
        ),
    ],
)
def test_it_says_what_the_problem_is_and_when_a_doctor_comes_first(
    kind: str, problem: str, doctor: str
) -> None:
    """Who lost hair in patches read that pattern hair loss runs in families: that is not their problem."""
    told = fair_plan(f"{kind}, US").decision.problem
    assert told.startswith(problem)
    assert doctor in told
    assert reading_grade(told) <= 8


def test_nobody_has_to_decide_today_and_nothing_counts_down(decision: Decision) -> None:
    told = " ".join(decision.time)
    assert "You don't have to decide today." in told
    assert "Doing nothing is a choice like the others, and so is waiting." in told
    assert not any(char.isdigit() for char in told)


@pytest.mark.ipdas("Q11")
def test_every_option_has_its_own_questions_alike_in_number_and_length(decision: Decision) -> None:
    assert tuple(own.option for own in decision.ask) == OPTIONS
    assert {len(own.questions) for own in decision.ask} == {2}
    lengths = [sum(len(words(f"{one.ask} {one.why}")) for one in own.questions) for own in decision.ask]
    assert max(lengths) <= 1.5 * min(lengths)


def test_no_question_to_any_clinic_is_asked_again_of_smp(plan: TreatmentPlan) -> None:
    own = next(own for own in plan.decision.ask if own.option == "smp")
    smp = next(own for own in plan.talk.choosing if own.option == "smp")
    general = {frozenset(words(question.ask.lower())) for question in smp.questions}
    for question in own.questions:
        asked = frozenset(words(question.ask.lower()))
        assert all(len(asked & other) <= len(asked) / 2 for other in general), question.ask


def test_the_recap_asks_for_the_facts_that_decide(decision: Decision) -> None:
    assert {fact.id: fact.answer for fact in decision.recap} == {
        "grows": "no",
        "nothing": "yes",
        "undone": "no",
    }


def test_each_fact_of_the_recap_says_what_the_comparison_says(plan: TreatmentPlan) -> None:
    """The answers it rests on stand in the comparison, and the first of them begins alike."""
    steps = Steps.of(plan.trace)
    rows = {row.id: row for row in plan.comparison.rows}
    begins = {"no": ("No", "In part"), "yes": ("Yes", "Waiting")}
    for fact in plan.decision.recap:
        used = steps.at(f"decision.recap.{fact.id}").uses
        assert used
        for field in used:
            assert steps.at(field).rules
        _, _, row, option = used[0].split(".")
        assert rows[row].cells[option].say.startswith(begins[fact.answer])


def test_the_check_asks_four_questions_and_a_no_means_to_talk_again(decision: Decision) -> None:
    assert [one.id for one in decision.sure] == ["sure", "understand", "weighed", "support"]
    assert all(one.if_no for one in decision.sure)
    assert "talk again before you decide" in decision.talk_again
    assert "It does not say what to choose" in decision.all_yes


def test_everything_is_said_in_plain_words_that_advise_nothing(decision: Decision) -> None:
    read = [*texts(decision)]
    assert [text for text in read if reading_grade(text) > 8] == []
    assert [found for text in read if (found := unwanted(text))] == []


def test_every_step_cites_its_sources(plan: TreatmentPlan) -> None:
    steps = [step for step in plan.trace if step.field.startswith("decision.")]
    assert len(steps) == 3 + 2 * len(OPTIONS) + len(plan.decision.recap) + 1
    assert all(reading.sources for step in steps for reading in step.rules)
    listed = {source.id for source in plan.sources}
    assert {id_ for step in steps for reading in step.rules for id_ in reading.sources} <= listed


def test_it_is_the_same_for_everybody(rules: RuleSet, decision: Decision) -> None:
    assert (
        plan_of(adult(goals=("hairline",), health_asked=False, loss_moving_on="yes"), rules).decision
        == decision
    )
