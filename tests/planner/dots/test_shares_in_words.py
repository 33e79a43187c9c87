"""The reason for the dots holds each share twice: as it is multiplied by, and in parts of a hundred."""

from __future__ import annotations

from decimal import Decimal

from smp_planner.domain.words import exact_share
from smp_planner.exports.steps import Steps
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of


def test_the_reason_says_the_same_with_shares_told_otherwise(rules: RuleSet) -> None:
    step = Steps.of(plan_of(adult(kept_hair=Decimal("0.182")), rules).trace).at("dots.total")
    assert " x 150 x 0.818 = " in step.because
    assert step.plainly is not None
    assert " x 150 x 82% = " in step.plainly
    assert step.plainly.replace("82%", "0.818") == step.because


def test_a_share_is_told_exactly_to_a_thousandth() -> None:
    assert [exact_share(Decimal(share)) for share in ("0.8183", "1", "0.25")] == ["0.818", "1", "0.25"]
