"""Who has a scar covered and nothing else is told nothing of a loss that they don't have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Scar
from smp_planner.exports.steps import Steps
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult, plan_of

OLD = Scar(length_cm=20, width_cm=0.2, age_months=30, raised=False, red=False)
SCARS = adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(OLD,)), kept_hair=None, loss_moving_on=None)
OF_LOSS = {"further_hair_loss", "hair_loss_moving_on"}


def known(who: Intake, rules: RuleSet) -> set[str]:
    return {one.id for one in plan_of(who, rules).suitability.know}


@pytest.mark.parametrize("moving", ["yes", "no", None])
def test_nothing_is_said_of_loss_that_moves_on(rules: RuleSet, moving: str | None) -> None:
    assert not known(replace(SCARS, loss_moving_on=moving), rules) & OF_LOSS  # pyright: ignore[reportArgumentType]


def test_a_scar_that_nobody_measured_is_a_scar_alone_too(rules: RuleSet) -> None:
    assert not known(replace(SCARS, area=AreaAnswer()), rules) & OF_LOSS


def test_beside_an_area_of_loss_it_is_said(rules: RuleSet) -> None:
    both = replace(ADULT, area=replace(ADULT.area, scars=(OLD,)), loss_moving_on="yes")
    assert known(both, rules) >= OF_LOSS


def test_nobody_agrees_on_a_hairline_or_on_loss_for_a_scar(rules: RuleSet) -> None:
    plan, usual = plan_of(SCARS, rules), plan_of(ADULT, rules)
    points, all_of_them = ({one.id for one in of.talk.agreed} for of in (plan, usual))
    assert all_of_them - points == {"hairline", "loss_moving_on"}
    steps = Steps.of(plan.trace).by_field
    assert "talk.agreed.hairline" not in steps
    assert "talk.agreed.numbing" in steps


def test_what_safety_needs_is_still_asked_and_said(rules: RuleSet) -> None:
    plan = plan_of(SCARS, rules)
    assert {"medication_now", "numbing", "patch_test"} <= {one.id for one in plan.talk.agreed}
    stopped = replace(SCARS, health=("undiagnosed_hair_loss",))
    with pytest.raises(AssertionError):
        plan_of(stopped, rules)  # a referral, as for everybody
