"""An area that was estimated at home keeps its middle and gets the span of its rule."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smp_planner.domain.quantities import Estimate
from smp_planner.planner.coverage.at_home import estimate_at_home
from smp_planner.rules.ruleset import RuleSet


@pytest.mark.parametrize(("by", "low", "high"), [("string", 80, 120), ("card", 75, 125)])
def test_the_span_is_the_share_of_the_rule_either_way(rules: RuleSet, by: str, low: int, high: int) -> None:
    found = estimate_at_home(Decimal(100), by, rules)
    assert found.area == Estimate(low, 100, high, "cm2")
    assert found.may_be_off == rules.coverage.at_home.may_be_off.rows[by].read()


def test_the_middle_is_not_rounded(rules: RuleSet) -> None:
    assert estimate_at_home(Decimal("115.5"), "card", rules).area == Estimate(
        87, Decimal("115.5"), 144, "cm2"
    )
