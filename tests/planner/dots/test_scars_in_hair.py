"""A scar in hair: its dots are told apart from those that blend it in, where the two make up all of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smp_planner.domain.intake import AreaAnswer, Scar
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

STRIP = Scar(length_cm=20, width_cm=Decimal("0.5"), age_months=72, raised=False, red=False)
LONG = Scar(length_cm=40, width_cm=5, age_months=72, raised=False, red=False)


def steps(rules: RuleSet, **answers: object) -> dict[str, Step]:
    given = {"goals": ("scar_camouflage",), "area": AreaAnswer(scars=(STRIP,)), "kept_hair": None}
    trace = plan_of(adult(**given | answers), rules).trace
    return {step.field: step for step in trace if step.field in ("dots.scars", "dots.around_scars")}


def test_the_dots_in_a_scar_and_around_it_are_told_each_with_its_range(rules: RuleSet) -> None:
    told = steps(rules, density=None)
    within, around = told["dots.scars"].value, told["dots.around_scars"].value
    assert isinstance(within, Estimate)
    assert isinstance(around, Estimate)
    assert (within.low, within.typical, within.high) == (1000, 1500, 1950)
    assert (around.low, around.typical, around.high) == (2450, 3675, 14700)
    assert "thinly between the hair" in told["dots.around_scars"].because


@pytest.mark.parametrize(
    "answers",
    [
        {"kept_hair": 0},
        {"area": AreaAnswer(scars=(LONG, LONG, LONG))},
        {"goals": ("crown", "scar_camouflage"), "area": AreaAnswer(norwood="V", scars=(STRIP,))},
    ],
    ids=["bare around it", "more than a whole scalp", "beside a loss"],
)
def test_they_are_not_told_apart_where_they_are_not_all_or_not_thinner(
    answers: dict[str, object], rules: RuleSet
) -> None:
    assert steps(rules, **answers) == {}
