"""A safety question answered with "not sure" is no "no": the plan is not checked, and says what is open."""

from __future__ import annotations

import pytest

from smp_planner.domain.intake import SAFETY_QUESTIONS, Habits, Person
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.planner.suitability.assess import assess_suitability
from smp_planner.planner.suitability.questions import questions
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult
from tests.reading_grade import reading_grade


@pytest.mark.parametrize("question", SAFETY_QUESTIONS)
def test_every_open_question_is_named_and_keeps_the_price_back(rules: RuleSet, question: str) -> None:
    person = Person(age=30, sex="female")
    plan = plan_treatment(adult(person=person, unsure_about=(question,)), rules)
    assert isinstance(plan, TreatmentPlan)
    assert [finding.id for finding in plan.suitability.open] == [question]
    assert not plan.suitability.checked
    assert plan.cost is None


@pytest.mark.parametrize(
    ("sex", "open_"), [("male", []), ("other", ["could_be_pregnant"]), (None, ["could_be_pregnant"])]
)
def test_pregnancy_is_open_for_whoever_may_be(rules: RuleSet, sex: str | None, open_: list[str]) -> None:
    intake = adult(person=Person(age=30, sex=sex), unsure_about=("could_be_pregnant",))  # pyright: ignore[reportArgumentType]
    suitability = assess_suitability(intake, rules)[0].suitability
    assert [finding.id for finding in suitability.open] == open_
    assert suitability.checked is not bool(open_)


def test_open_questions_stand_in_the_order_of_the_rules_each_with_its_step(rules: RuleSet) -> None:
    intake = adult(unsure_about=("laser_removal_on", "age", "health"))
    assessment, steps = assess_suitability(intake, rules)
    assert [finding.id for finding in assessment.suitability.open] == ["health", "age", "laser_removal_on"]
    told = {step.field: step for step in steps}
    assert told["suitability.open.age"].because.startswith("You weren't sure of this.")
    assert [reading.id for reading in told["suitability.open.age"].rules] == ["suitability.unsure.age"]


def test_what_somebody_is_not_sure_of_is_named_where_it_was_told(rules: RuleSet) -> None:
    """Paper and text said "One of the health questions is open" of three that the page named."""
    unsure = ("allergy_pigment_latex_numbing", "scalp", "keloid")
    for named, said in (
        (unsure, "You weren't sure about: “Your health: scalp and hair”; keloids or thick scars; an allergy"),
        ((), "Some of the health questions are open."),
    ):
        intake = adult(unsure_about=("health",), unsure_health=named)
        [finding] = assess_suitability(intake, rules)[0].suitability.open
        assert finding.say.startswith(said)
        assert finding.say.endswith("Then plan again.")


def test_what_is_said_of_an_open_question_reads_under_grade_8(rules: RuleSet) -> None:
    for question in rules.suitability.unsure.values():
        assert reading_grade(question.say.format(years=18)) < 8.5, question.say
        named = (question.say_named or "").format(which="keloids or thick scars")
        assert not named or reading_grade(named) < 8.5, named


def test_questions_carry_the_figures_of_their_rules(rules: RuleSet) -> None:
    asked = questions(rules)
    assert asked["under_18"] == "Are you under 18?"
    assert asked["recent_transplant"].endswith("in the last 12 months")
    assert asked["recent_laser_removal"].endswith("in the last 90 days")
    assert asked["young_scar"].endswith("younger than 12 months?")
    assert "not_regrowth" not in asked


@pytest.mark.parametrize(
    ("habits", "known"),
    [
        ({"headgear": True, "sun_protection": True}, {"wears_headgear"}),
        ({"headgear": False, "sun_protection": False}, {"no_sun_protection"}),
        ({"headgear": None, "sun_protection": None}, set()),
    ],
)
def test_headgear_and_sunscreen_bring_up_what_to_know(
    rules: RuleSet, habits: dict[str, bool | None], known: set[str]
) -> None:
    suitability = assess_suitability(adult(habits=Habits(**habits)), rules)[0].suitability  # pyright: ignore[reportArgumentType]
    assert {finding.id for finding in suitability.know} & {"wears_headgear", "no_sun_protection"} == known


def test_somebody_without_an_age_reads_that_smp_is_for_adults(rules: RuleSet) -> None:
    suitability = assess_suitability(adult(person=Person(sex="male")), rules)[0].suitability
    assert suitability.checked
    assert "You gave no age: SMP is for adults of 18 or older." in [f.say for f in suitability.know]
