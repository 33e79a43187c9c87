"""A treated area that is larger than what was measured says what was added to it, beside its size."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from smp_planner.domain.intake import AreaAnswer, Measured, Scar
from smp_planner.domain.words import planned_area
from smp_planner.exports.area_words import area_holds, scars_held
from smp_planner.exports.inputs import Inputs
from smp_planner.exports.paper.summary import summary
from smp_planner.exports.steps import Steps
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sections import told
from tests.people import adult, plan_of

SCAR = Scar(length_cm=20, width_cm=1, age_months=30, raised=False, red=False)


def test_the_soft_edge_is_told_beside_the_area_to_fill(rules: RuleSet) -> None:
    plan = plan_of(adult(area=AreaAnswer(measured=Measured(length_cm=10, width_cm=10))), rules)
    assert area_holds(plan).startswith("100 cm2 (15.5 in2) to fill + ")
    assert area_holds(plan).endswith(" in2) of soft edge")
    assert scars_held(plan) == ""


def test_a_scar_says_how_much_of_its_area_is_the_skin_around_it(rules: RuleSet) -> None:
    """20 by 1 cm, and 2 cm of dots on each side of it: 24 x 5 is 120, six times the scar."""
    plan = plan_of(adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(SCAR,))), rules)
    held = area_holds(plan)
    assert held == "20 cm2 (3.1 in2) of scar + 100 cm2 (15.5 in2) of skin around it"
    assert f"{planned_area(plan.area.cm2)}. {held}" in told(summary(plan))


def test_two_scars_are_told_as_two_and_one_without_a_size_tells_none(rules: RuleSet) -> None:
    two = adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(SCAR, SCAR)))
    assert area_holds(plan_of(two, rules)).startswith("40 cm2 (6.2 in2) of scars + ")
    assert area_holds(plan_of(adult(goals=("scar_camouflage",), area=AreaAnswer()), rules)) == (
        "scars with the skin around them"
    )


def test_scars_beside_other_area_are_told_apart_from_it(rules: RuleSet) -> None:
    area = AreaAnswer(measured=Measured(length_cm=10, width_cm=10), scars=(SCAR,))
    held = scars_held(plan_of(adult(area=area), rules))
    assert held.startswith("100 cm2 (15.5 in2) to fill + ")
    assert held.endswith(" in2) on and around scars")


def test_a_scar_that_nobody_told_is_not_said_to_be_of_the_answers(rules: RuleSet) -> None:
    goals = ("shaved_look", "scar_camouflage")
    usual = plan_of(adult(goals=goals, area=AreaAnswer(norwood="VI")), rules)
    assert scars_held(usual).endswith(" on and around scars, in a usual size where nobody told one")
    begun = AreaAnswer(norwood="VI", scars=(replace(SCAR, by="begun"),))
    assert "nobody told" in scars_held(plan_of(adult(goals=goals, area=begun), rules))
    both = replace(begun, scars=(*begun.scars, SCAR))
    assert "on and around scars, in a usual size" in scars_held(plan_of(adult(goals=goals, area=both), rules))
    steps = Steps.of(usual.trace)
    said = Inputs(steps).told([steps.at("area.parts.scar_1")])
    assert said == "Nobody gave this size: it is one to begin with. Your own size takes its place."
    whole = next(step for step in usual.trace if step.field == "area.cm2")
    assert "for scars, in a usual size where nobody told one" in whole.because


def test_scars_that_are_more_than_a_whole_scalp_say_that_a_part_is_left_out(rules: RuleSet) -> None:
    """22 x 0.4 and 20 x 5 with their margins are 114.4 and 216; 330.4 where 264.6 are left of 500."""
    wide = (replace(SCAR, length_cm=22, width_cm=Decimal("0.4")), replace(SCAR, width_cm=5))
    plan = plan_of(adult(goals=("shaved_look",), area=AreaAnswer(norwood="VI", scars=wide)), rules)
    assert scars_held(plan).endswith(
        "on and around scars. A part of the scars is left out: all of it would be more than a whole scalp"
    )
    because = Steps.of(plan.trace).at("area.cm2").because
    assert "All of it would come to 565.8 cm2 (87.7 in2). We plan no more than a whole scalp, " in because
    assert "So 65.8 cm2 (10.2 in2) on and around scars is left out" in because
    fewer = plan_of(adult(goals=("shaved_look",), area=AreaAnswer(norwood="VI", scars=wide[:1])), rules)
    assert "left out" not in scars_held(fewer) + Steps.of(fewer.trace).at("area.cm2").because
