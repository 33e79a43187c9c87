"""Somebody with scars alone reads nothing of hair loss of their own: they told of none."""

from __future__ import annotations

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Scar
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

SCAR = Scar(length_cm=18, width_cm=0.3, age_months=30, raised=False, red=False)
OF_SCARS = adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(SCAR,)))
LOSS = "if you lose more hair"


def asked(plan: TreatmentPlan) -> list[str]:
    return [case.id for case in plan.what_if]


def not_in_the_price(plan: TreatmentPlan) -> str:
    assert plan.cost is not None
    return "; ".join(plan.cost.not_included)


def test_no_larger_area_is_asked_about_and_none_is_left_out_of_the_price(rules: RuleSet) -> None:
    scars, loss = plan_of(OF_SCARS, rules), plan_of(adult(), rules)
    assert asked(scars) == ["one_more_session", "fades_fast", "prices_up"]
    assert asked(loss) == ["one_more_session", "fades_fast", "loss_moves_on", "prices_up"]
    assert LOSS not in not_in_the_price(scars)
    assert LOSS in not_in_the_price(loss)


def test_a_clinics_own_prices_leave_it_out_too() -> None:
    rules = load_rules(clinic="data/clinics/example-studio.yaml")
    assert LOSS not in not_in_the_price(plan_of(OF_SCARS, rules))
    assert LOSS in not_in_the_price(plan_of(adult(), rules))


def test_who_says_that_loss_moves_on_is_asked_of_no_later_stage_of_a_scar(rules: RuleSet) -> None:
    """The question had no answer there: "What you asked for is already the largest"."""
    losing = plan_of(adult(goals=OF_SCARS.goals, area=OF_SCARS.area, loss_moving_on="yes"), rules)
    assert asked(losing) == asked(plan_of(OF_SCARS, rules))


@pytest.mark.parametrize(
    ("person", "of_scars"),
    [
        (OF_SCARS, True),
        (adult(goals=("scar_camouflage", "crown"), area=AreaAnswer(norwood="V", scars=(SCAR,))), False),
    ],
)
def test_what_an_option_is_is_told_of_the_scar_where_that_is_all(
    person: Intake, of_scars: bool, rules: RuleSet
) -> None:
    options = {option.id: option.about for option in plan_of(person, rules).comparison.options}
    for id_ in ("medication", "smp", "fut", "fue"):
        assert ("scar" in options[id_].lower()) is of_scars, id_
    assert ("the loss runs its course" in options["smp"]) is not of_scars


def test_who_uses_a_medicine_by_now_reads_what_it_means_for_them_first(rules: RuleSet) -> None:
    person = adult(goals=OF_SCARS.goals, area=OF_SCARS.area, medication_now=("minoxidil",))
    nothing, *_others = plan_of(person, rules).comparison.options
    assert nothing.about.startswith("You go on with your medicine as now")
