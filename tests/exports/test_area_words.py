"""A treated area that is larger than what was measured says what was added to it, beside its size."""

from __future__ import annotations

from smp_planner.domain.intake import AreaAnswer, Measured, Scar
from smp_planner.domain.words import planned_area
from smp_planner.exports.area_words import area_holds, scars_held
from smp_planner.exports.paper.summary import summary
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sections import told
from tests.people import adult, plan_of

SCAR = Scar(length_cm=20, width_cm=1, age_months=30, raised=False, red=False)


def test_the_soft_edge_is_told_beside_the_area_to_fill(rules: RuleSet) -> None:
    area = plan_of(adult(area=AreaAnswer(measured=Measured(length_cm=10, width_cm=10))), rules).area
    assert area_holds(area).startswith("100 cm2 to fill + ")
    assert area_holds(area).endswith(" cm2 of soft edge")
    assert scars_held(area) == ""


def test_a_scar_says_that_the_skin_around_it_counts(rules: RuleSet) -> None:
    """20 by 1 cm, and 2 cm of dots on each side of it: 24 x 5 is 120, six times the scar."""
    plan = plan_of(adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(SCAR,))), rules)
    held = area_holds(plan.area)
    assert held == "scars with the skin around them"
    assert f"{planned_area(plan.area.cm2)}. Scars with the skin around them" in told(summary(plan))


def test_scars_beside_other_area_are_told_apart_from_it(rules: RuleSet) -> None:
    area = AreaAnswer(measured=Measured(length_cm=10, width_cm=10), scars=(SCAR,))
    held = scars_held(plan_of(adult(area=area), rules).area)
    assert held.startswith("100 cm2 to fill + ")
    assert held.endswith(" cm2 on and around scars")
