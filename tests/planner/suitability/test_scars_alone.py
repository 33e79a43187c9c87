"""Who has a scar covered and nothing else is told nothing of a loss that they don't have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Scar
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


def told(who: Intake, rules: RuleSet) -> list[str]:
    return [one.say for one in plan_of(who, rules).suitability.know]


def test_what_decides_for_a_scar_is_said_before_what_holds_for_everybody(rules: RuleSet) -> None:
    ids = [one.id for one in plan_of(SCARS, rules).suitability.know]
    assert ids[:4] == ["scar_takes_pigment", "scar_keeps_its_shape", "scar_healed_work", "not_regrowth"]
    sooner, flat, healed, _ = told(SCARS, rules)[:4]
    assert sooner.startswith("In a scar the pigment may fade sooner, and the skin may take it unevenly.")
    assert flat.startswith(
        "Dots are flat. They hide the colour of a scar, and not a dent, a shine or a raised"
    )
    assert healed.startswith("Ask to see scars like yours, healed and in daylight")


def test_who_loses_no_hair_is_not_told_that_smp_does_not_halt_it(rules: RuleSet) -> None:
    assert "SMP is a cover of tiny dots. It does not grow hair, and the scar stays." in told(SCARS, rules)
    assert not any("hair loss" in say for say in told(SCARS, rules))
    assert any("does not halt hair loss" in say for say in told(ADULT, rules))


def test_who_has_a_scar_beside_a_loss_is_told_of_both_and_others_of_no_scar(rules: RuleSet) -> None:
    both = replace(ADULT, area=replace(ADULT.area, scars=(OLD,)))
    assert {"scar_takes_pigment", "scar_keeps_its_shape", "scar_healed_work"} <= known(both, rules)
    assert any("does not halt hair loss" in say for say in told(both, rules))
    assert not any("scar" in id_ for id_ in known(ADULT, rules))


@pytest.mark.parametrize(
    ("area", "settles"),
    [
        (AreaAnswer(zones=("crown",)), False),
        (AreaAnswer(zones=("midscalp", "crown")), False),
        (AreaAnswer(ludwig="II"), False),
        (AreaAnswer(norwood="III-vertex"), True),
        (AreaAnswer(zones=("front",)), True),
        (AreaAnswer(zones=("whole_scalp",)), True),
        (AreaAnswer(measured=Measured(cm2=90)), True),
        (AreaAnswer(measured=Measured(cm2=90), zones=("crown",)), False),
    ],
)
def test_a_hairline_is_agreed_on_where_it_is_worked_on_or_may_be(
    area: AreaAnswer, settles: bool, rules: RuleSet
) -> None:
    plan = plan_of(adult(goals=("added_density",), area=area), rules)
    assert ("hairline" in {one.id for one in plan.talk.agreed}) is settles
    assert ("talk.agreed.hairline" in Steps.of(plan.trace).by_field) is settles


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
