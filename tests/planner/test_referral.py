"""Under a referral the five options are there as for everybody; what needs a plan or a price stays open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from smp_planner.domain.comparison import Cell
from smp_planner.domain.intake import OPTIONS, AreaAnswer, Intake, Person, TreatedBefore
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.talk import Talk
from smp_planner.exports.referral_words import reasons
from smp_planner.exports.text import to_text
from smp_planner.planner.comparison.visit_figures import OF_PLAN
from smp_planner.planner.pipeline import begin_plan, plan_treatment
from smp_planner.planner.referral import BegunReferral
from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import unwanted
from tests.people import ADULT, adult, plan_of
from tests.reading_grade import reading_grade

OF_MONEY = ("cost_", "way_back_cost")
NO_PRICE = "We show no price before a plan can be made."
NO_PLAN = "We work this out once a plan can be made."
NOTHING_AGAINST = ("nothing_against", "Nothing you told us rules it out.")
IV = AreaAnswer(norwood="IV")
REFERRED = {
    "a keloid": adult(health=("keloid",)),
    "under age": adult(person=Person(age=16, sex="male")),
    "pregnant": adult(
        area=AreaAnswer(ludwig="II"),
        person=Person(age=30, sex="female"),
        health=("pregnant_or_breastfeeding",),
    ),
    "a transplant": adult(treated_before=TreatedBefore(transplant_on=date(2026, 10, 11))),
    "nothing to cover": adult(area=AreaAnswer(norwood="I")),
    "nothing else asked": adult(health=("changing_mole",), health_asked=False, area=AreaAnswer()),
}


@pytest.fixture(params=REFERRED)
def referral(request: pytest.FixtureRequest, rules: RuleSet) -> Referral:
    return referred(REFERRED[request.param], rules)


def referred(intake: Intake, rules: RuleSet) -> Referral:
    found = plan_treatment(intake, rules)
    assert isinstance(found, Referral)
    return found


def cells(plan: Referral | TreatmentPlan) -> Iterator[tuple[str, str, Cell]]:
    for row in plan.comparison.rows:
        for option, cell in row.cells.items():
            yield row.id, option, cell


def against(referral: Referral) -> dict[str, tuple[str, str]]:
    """What speaks against each option."""
    return {option.id: (option.open_to_you, option.why) for option in referral.comparison.options}


def test_all_five_stand_in_the_same_order_under_the_same_questions_as_in_a_plan(
    referral: Referral, rules: RuleSet
) -> None:
    plan = plan_of(ADULT, rules)
    assert tuple(option.id for option in referral.comparison.options) == OPTIONS
    of_one_sex = {"sexual_problems", "facial_hair", "women"}
    asked = [[row.id for row in one.comparison.rows if row.id not in of_one_sex] for one in (referral, plan)]
    assert asked[0] == asked[1]
    assert all(cell.say for _, _, cell in cells(referral))
    assert all(risk.option in OPTIONS for risk in referral.risks)
    assert {risk.option for risk in referral.risks} == set(OPTIONS)


def test_doing_nothing_is_there_and_smp_tells_the_reason_of_the_referral(referral: Referral) -> None:
    found = against(referral)
    mole = any(stop.id == "changing_mole" for stop in referral.suitability.stop)
    open_, told = (
        ("ask", "You can choose this. But show the mole to a doctor first.") if mole else NOTHING_AGAINST
    )
    assert found["nothing"] == (open_, told)
    barred, why = found["smp"]
    assert barred == "not_for_you"
    assert why.startswith("Not now. ")
    told = (*referral.suitability.stop, *referral.suitability.wait)
    assert all(reason.say in why for reason in told)


def test_no_price_is_shown_for_any_option_in_the_same_words(referral: Referral) -> None:
    money = [cell for row, id_, cell in cells(referral) if row.startswith(OF_MONEY) and id_ != "nothing"]
    assert money
    assert {(cell.say, cell.withheld, cell.typical, cell.leans) for cell in money} == {
        (NO_PRICE, True, None, "neither")
    }
    spent = [point for curve in referral.comparison.curves.cost.values() for point in curve]
    assert all(point.withheld and point.typical is None for point in spent)
    assert referral.comparison.curves.about["cost"] == NO_PRICE


def test_doing_nothing_costs_nothing_whether_or_not_a_plan_can_be_made(referral: Referral) -> None:
    money = [cell for row, id_, cell in cells(referral) if row.startswith(OF_MONEY) and id_ == "nothing"]
    assert money
    assert {(cell.low, cell.high, cell.withheld) for cell in money} == {(0, 0, None)}
    first = next(cell for row, id_, cell in cells(referral) if (row, id_) == ("cost_first", "nothing"))
    assert first.say == "$0. There is nothing to buy."


def test_what_only_a_plan_has_says_so_and_nothing_else_is_held_back(referral: Referral) -> None:
    waiting = {
        (row, option) for row, option, cell in cells(referral)
        if cell.withheld and not row.startswith(OF_MONEY)
    }  # fmt: skip
    assert {option for _, option in waiting} == {"smp"}
    assert len(waiting) == len(OF_PLAN)
    assert all(cell.say == NO_PLAN for row, option, cell in cells(referral) if (row, option) in waiting)


def test_grafts_need_no_plan_of_smp_and_are_those_of_a_plan(rules: RuleSet) -> None:
    stopped = {(row, option): cell for row, option, cell in cells(referred(REFERRED["a keloid"], rules))}
    planned = {(row, option): cell for row, option, cell in cells(plan_of(ADULT, rules))}
    differing = {at for at, cell in stopped.items() if cell != planned[at] and not cell.withheld}
    assert differing == set()
    assert stopped["grafts_needed", "fue"].typical


def test_other_options_keep_their_own_reasons(rules: RuleSet) -> None:
    keloid = against(referred(replace(REFERRED["a keloid"], kept_hair=None, area=IV), rules))
    assert keloid["medication"][0] == "ask"
    assert "mood" in keloid["medication"][1]
    assert [keloid[id_][0] for id_ in ("smp", "fut", "fue")] == ["not_for_you"] * 3
    assert "thick scars" in keloid["fut"][1]
    pregnant = against(referred(REFERRED["pregnant"], rules))
    assert {pregnant[id_][0] for id_ in ("medication", "smp", "fut", "fue")} == {"not_for_you"}
    waiting = against(referred(REFERRED["a transplant"], rules))
    assert "ends on 11 July 2027" in waiting["smp"][1]
    assert waiting["fue"][0] == "not_for_you"
    assert waiting["fue"][1].startswith(
        "You want a shaved look. Both operations leave scars that show on a shaved head. "
    )
    assert "still healing" in waiting["fue"][1]
    fuller = against(referred(replace(REFERRED["a transplant"], goals=("added_density",)), rules))
    assert fuller["fue"][0] == "ask"
    assert "still healing" in fuller["fue"][1]
    nothing = against(referred(REFERRED["nothing to cover"], rules))
    assert nothing["fue"][0] == "not_for_you"
    assert "At Norwood I there is no bare skin to move hair to." in nothing["fue"][1]


def test_a_minor_reads_why_no_treatment_is_for_them_and_whom_the_figures_describe(rules: RuleSet) -> None:
    minor = referred(REFERRED["under age"], rules)
    assert {barred for id_, (barred, _) in against(minor).items() if id_ != "nothing"} == {"not_for_you"}
    assert [said.id for said in minor.comparison.first] == ["reason_first", "counted_in_adults"]
    grown_up = referred(REFERRED["a keloid"], rules)
    assert [said.id for said in grown_up.comparison.first] == ["reason_first"]


@pytest.mark.parametrize("answer", ["active_shedding", "undiagnosed_hair_loss", "recent_birth"])
def test_who_may_have_another_loss_reads_that_the_counts_are_of_pattern_loss(
    answer: str, rules: RuleSet
) -> None:
    """A stop page showed the figures of pattern loss, "54 (35 to 60)", as if they were theirs."""
    first = referred(adult(health=(answer,)), rules).comparison.first
    assert [said.id for said in first] == ["reason_first", "counted_in_pattern_loss"]
    assert "people with pattern loss" in first[1].say


def test_who_sheds_after_a_birth_reads_each_reason_once(rules: RuleSet) -> None:
    """Two bullets running ended in the same words, and one cell said twice that surgery needs steady loss."""
    mother = adult(person=Person(age=31, sex="female"), health=("recent_birth", "active_shedding"))
    told = referred(mother, rules)
    why = [*reasons(told.suitability)]
    assert len(why) == 2
    assert why[1].endswith("How long is not known. Ask a doctor, then plan again.")
    assert "How long is not known" not in why[0]
    text = " ".join(to_text(told).split())
    assert text.count("mostly it grows back") == 2, "as the reason, and as what speaks against SMP"
    assert text.count("How long is not known. Ask a doctor, then plan again.") == 2
    assert "after a birth mostly grows back" not in text
    for _, say in against(told).values():
        assert say.count("steady loss") <= 1


def test_nobody_for_whom_smp_is_out_is_told_what_to_join_it_with(referral: Referral, rules: RuleSet) -> None:
    assert referral.comparison.combinations == ()
    assert referral.comparison.branches
    plan = plan_of(ADULT, rules)
    assert plan.comparison.combinations
    assert plan.comparison.first == ()


def test_the_options_are_worked_out_when_somebody_looks_and_then_once(rules: RuleSet) -> None:
    begun = begin_plan(REFERRED["a keloid"], rules)
    assert isinstance(begun, BegunReferral)
    assert "whole" not in vars(begun)
    first: Any = begun.whole
    assert begun.whole is first
    assert begun.outline.suitability == first.suitability


# --- the steps to a decision ----------------------------------------------------------------


def test_the_steps_to_a_decision_are_those_of_a_plan_and_the_reason_comes_before_them(
    referral: Referral, rules: RuleSet
) -> None:
    decision, of_plan = referral.decision, plan_of(ADULT, rules).decision
    first, *time = decision.time
    assert decision._replace(time=tuple(time), reason=None) == of_plan
    assert first.startswith("There is no plan for now, and the reason comes first")
    assert "can wait" in first
    assert reading_grade(first) <= 8
    assert unwanted(first) == []


def test_what_to_ask_and_how_poor_work_is_put_right_need_no_plan_and_what_is_agreed_does(
    referral: Referral, rules: RuleSet
) -> None:
    of_plan = plan_of(ADULT, rules).talk
    assert referral.talk == Talk(choosing=of_plan.choosing, put_right=of_plan.put_right)
    assert tuple(own.option for own in referral.talk.choosing) == OPTIONS


def test_each_question_and_step_under_a_referral_has_its_why(referral: Referral, rules: RuleSet) -> None:
    """The same as in a plan; why there is time rests on the reason first."""
    parts = ("decision.", "talk.choosing.", "talk.put_right.")
    plan = plan_of(ADULT, rules)
    told, of_plan = (
        {step.field: step for step in one.trace if step.field.startswith(parts)} for one in (referral, plan)
    )
    assert not [step.field for step in referral.trace if step.field.startswith("talk.agreed")]
    about_reason = {field: told.pop(field) for field in [*told] if field.startswith("decision.ask.reason.")}
    assert len(about_reason) == len(referral.suitability.stop) + len(referral.suitability.wait)
    assert told.keys() == of_plan.keys()
    differing = [field for field, step in told.items() if step != of_plan[field]]
    assert differing == ["decision.time"]
    first, *others = told["decision.time"].rules
    assert first.id == "decision.without_plan"
    assert tuple(others) == of_plan["decision.time"].rules
    listed = {source.id for source in referral.sources}
    assert {id_ for step in told.values() for rule in step.rules for id_ in rule.sources} <= listed


# --- the reason is asked about first -----------------------------------------------------------


def test_every_reason_has_a_question_of_its_own_and_the_others_come_after(referral: Referral) -> None:
    found = (*referral.suitability.stop, *referral.suitability.wait)
    assert referral.decision.reason
    assert [question.id for question in referral.decision.reason.questions] == [one.id for one in found]
    for question in referral.decision.reason.questions:
        assert question.ask.endswith("?")
        assert "{" not in question.ask
        assert reading_grade(question.ask) <= 8
        assert unwanted(f"{question.ask} {question.why}") == []


@pytest.mark.parametrize(
    ("name", "asks"),
    [
        ("a keloid", "About keloids or thick scars: what does it need now"),
        ("under age", "what may I do at my age?"),
        ("a transplant", "About a hair transplant: how long should I wait"),
        ("nothing to cover", "Do I lose hair at all"),
    ],
)
def test_the_question_follows_the_reason(rules: RuleSet, name: str, asks: str) -> None:
    reason = referred(REFERRED[name], rules).decision.reason
    assert reason
    assert any(asks in question.ask for question in reason.questions)


def test_a_plan_asks_about_no_reason(rules: RuleSet) -> None:
    assert plan_of(ADULT, rules).decision.reason is None


def test_what_matters_is_lined_up_without_a_plan_too(rules: RuleSet) -> None:
    named = next(iter(rules.matters.concerns))
    found = referred(replace(REFERRED["a keloid"], matters={named: 4}), rules)
    assert [concern.id for concern in found.matters] == [named]
    assert f"matters.{named}" in {step.field for step in found.trace}
