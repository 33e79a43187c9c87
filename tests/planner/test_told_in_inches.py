"""What is wrong with a size is told in the unit in which it was measured; what is accepted stays the same."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from smp_planner.domain.intake import AreaAnswer, Measured, Scar
from smp_planner.domain.tape import INCHES, measuring
from smp_planner.planner.answer_checks import check_answers, check_area
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult


def messages(area: AreaAnswer, rules: RuleSet) -> Sequence[str]:
    return [problem.message for problem in check_answers(adult(area=area), rules)]


def test_a_scar_that_is_too_long_is_told_by_the_tape_it_was_measured_with(rules: RuleSet) -> None:
    area = AreaAnswer(scars=(Scar(length_cm=Decimal("50.8"), width_cm=Decimal("0.2")),))
    assert messages(area, rules) == ["should be 0.1 to 40 cm; found 50.8"]
    with measuring(INCHES):
        assert messages(area, rules) == ["should be 0.04 to 15.74 inches; found 20"]


@pytest.mark.parametrize(
    "measured",
    [Measured(length_cm=Decimal("-7.62"), width_cm=11), Measured(cm2=Decimal("-19.35"))],
)
def test_a_size_below_nothing_is_told_as_it_was_typed(rules: RuleSet, measured: Measured) -> None:
    with measuring(INCHES):
        assert messages(AreaAnswer(measured=measured), rules)[0] == "should be over 0; found -3"


def test_too_large_an_area_is_told_in_square_inches(rules: RuleSet) -> None:
    with measuring(INCHES):
        [problem] = check_area(Decimal("774.2"), rules)
        assert problem.message == "should be 0.16 to 108.5 in2; it comes to 120"
    [problem] = check_area(Decimal("774.2"), rules)
    assert problem.message == "should be 1 to 700 cm2; it comes to 774.2"


def test_other_figures_are_told_as_ever(rules: RuleSet) -> None:
    with measuring(INCHES):
        [problem] = check_answers(adult(density=Decimal(300)), rules)
    assert problem.message == "should be 50 to 200 dots/cm2; found 300"
