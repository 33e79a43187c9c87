"""One rule for less than one of a hundred people, in every sentence that counts them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smp_planner.domain.quantities import Estimate, Number
from smp_planner.exports.risk_lines import counted
from smp_planner.planner.comparison.of_100 import both_ways, people
from smp_planner.planner.comparison.whole_people import whole_people
from smp_planner.rules.ruleset import RuleSet
from tests.fair_people import PLANS, fair_plan


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "0"),
        (Decimal("0.04"), "fewer than 1"),
        (Decimal("0.6"), "fewer than 1"),
        (Decimal("0.99"), "fewer than 1"),
        (1, "1"),
        (Decimal("1.5"), "2"),
        (Decimal("98.6"), "99"),
        (Decimal("99.4"), "more than 99"),
        (100, "100"),
    ],
)
def test_some_but_not_one_of_a_hundred_is_fewer_than_one(count: Number, told: str) -> None:
    assert whole_people(count) == told


def test_a_count_and_the_ends_of_its_range_follow_the_same_rule(rules: RuleSet) -> None:
    few = Estimate(Decimal("0.6"), Decimal("0.7"), 5, "per 100")
    assert people(few, rules) == "fewer than 1 (fewer than 1 to 5)"
    assert both_ways("{count}{range}, {rest}", few, rules) == "fewer than 1 (fewer than 1 to 5), more than 99"
    some = Estimate(Decimal("0.6"), 11, 30, "per 100")
    assert people(some, rules) == "about 11 (fewer than 1 to 30)"


@pytest.mark.parametrize("name", PLANS)
def test_no_risk_reads_one_where_it_counted_fewer(name: str) -> None:
    """Numb skin: a clinic's own 0.6 of 100 is fewer than 1, for men as for women."""
    for risk in fair_plan(name).risks:
        if risk.per_100 and 0 < risk.per_100.low < 1 <= risk.per_100.typical:
            assert "(fewer than 1 to" in counted(risk)
