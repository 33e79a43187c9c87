"""A range comes from moving one driver at a time, so it is as narrow as its sources allow."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from smp_planner.domain.quantities import Estimate, Number
from smp_planner.planner.coverage.extents import Extent
from smp_planner.planner.one_at_a_time import Span, one_at_a_time, rounded_span, span_of, sure
from smp_planner.rules.ruleset import RuleSet


def product(one: Number, other: Number) -> Number:
    return one * other


def test_the_ends_move_one_driver_and_leave_the_others_at_their_typical_value() -> None:
    # 1 x 10 = 10 and 2 x 5 = 10 at the low side, 4 x 10 = 40 and 2 x 30 = 60 at the high side
    assert one_at_a_time(product, Span(1, 2, 4), Span(5, 10, 30)) == (10, 20, 60)


def test_a_driver_that_works_the_other_way_round_still_gives_a_range_in_order() -> None:
    assert one_at_a_time(lambda share: 1 - share, Span(0, Decimal("0.25"), 1)) == (0, Decimal("0.75"), 1)


def test_without_a_driver_that_moves_there_is_one_number() -> None:
    assert one_at_a_time(product, sure(3), sure(4)) == (12, 12, 12)


def test_the_planned_value_of_a_rule_stands_inside_its_range(rules: RuleSet) -> None:
    assert span_of(rules.surgery.target_density.read()) == (35, 40, 45)


def test_a_value_that_a_clinic_set_outside_the_range_widens_it(rules: RuleSet) -> None:
    density = rules.surgery.target_density.read()
    assert span_of(replace(density, value=30)) == (30, 30, 45)
    assert span_of(replace(density, value=48)) == (35, 48, 48)


def test_estimates_and_areas_keep_their_ends() -> None:
    assert span_of(Estimate(1, 2, 3, "cm2")) == (1, 2, 3)
    assert span_of(Extent(Decimal(1), Decimal(2), Decimal(3))) == (1, 2, 3)


def test_rounding_is_half_up_to_the_step() -> None:
    assert rounded_span(Span(Decimal("1.5"), Decimal("2.4"), 3)) == (2, 2, 3)
    assert rounded_span(Span(94, 95, 106), "10") == (90, 100, 110)
    assert rounded_span(sure(Decimal("1.4"))) == (1, 1, 1)
