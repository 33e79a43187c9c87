"""A measured area is exact; one that was estimated at home keeps its middle and gets the span of its rule."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smp_planner.domain.intake import Measured
from smp_planner.domain.quantities import Number
from smp_planner.planner.coverage.extents import Extent
from smp_planner.planner.coverage.measured import size_of
from smp_planner.rules.ruleset import RuleSet


@pytest.mark.parametrize(("by", "low", "high"), [("string", 80, 120), ("card", 75, 125), ("palm", 65, 135)])
def test_the_span_is_the_share_of_the_rule_either_way(rules: RuleSet, by: str, low: int, high: int) -> None:
    found = size_of(Measured(cm2=100, by=by), rules)  # pyright: ignore[reportArgumentType]
    assert found.cm2 == Extent(Decimal(low), Decimal(100), Decimal(high))
    assert found.may_be_off == rules.coverage.at_home.may_be_off.rows[by].read()


@pytest.mark.parametrize(("cm2", "high"), [(450, Decimal("562.5")), (500, 600), (650, 650)])
def test_no_estimate_goes_beyond_a_whole_scalp(rules: RuleSet, cm2: int, high: Number) -> None:
    assert size_of(Measured(cm2=cm2, by="card"), rules).cm2.high == high


def test_a_tape_measure_counts_as_exact(rules: RuleSet) -> None:
    found = size_of(Measured(length_cm=12, width_cm=Decimal("9.5")), rules)
    assert found.cm2 == Extent(Decimal(114), Decimal(114), Decimal(114))
    assert found.may_be_off is None
