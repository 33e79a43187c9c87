"""An area that is too large with its scars is told by itself, where the other answers of it are sound."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Scar
from smp_planner.errors import IntakeError
from smp_planner.planner.all_faults import area_too_large
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult

SCAR = Scar(length_cm=Decimal(20), width_cm=Decimal("0.2"))


def measured(cm2: int, *scars: Scar, **more: object) -> Intake:
    return adult(area=AreaAnswer(measured=Measured(cm2=Decimal(cm2)), scars=scars), **more)


def test_scars_with_their_margin_count_and_it_is_told_as_the_plan_tells_it(rules: RuleSet) -> None:
    assert area_too_large(measured(690), rules) == []
    [found] = area_too_large(measured(690, SCAR), rules)
    with pytest.raises(IntakeError) as refused:
        plan_treatment(measured(690, SCAR), rules)
    assert refused.value.problems == (found,)


def test_what_is_wrong_elsewhere_does_not_hide_it(rules: RuleSet) -> None:
    assert len(area_too_large(measured(690, SCAR, density=Decimal(500)), rules)) == 1


def test_a_size_that_is_wrong_by_itself_is_not_told_twice(rules: RuleSet) -> None:
    assert area_too_large(measured(900), rules) == []
    assert area_too_large(measured(-3), rules) == []
    assert area_too_large(adult(area=AreaAnswer(scars=(replace(SCAR, width_cm=Decimal(-3)),))), rules) == []


def test_a_stage_with_nothing_bare_is_no_area(rules: RuleSet) -> None:
    assert area_too_large(adult(area=AreaAnswer(norwood="I")), rules) == []
