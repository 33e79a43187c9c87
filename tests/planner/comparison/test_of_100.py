"""Both ways round: whole people who make a hundred, and some that are fewer than one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smp_planner.domain.quantities import Estimate
from smp_planner.planner.comparison.of_100 import both_ways
from smp_planner.rules.ruleset import RuleSet

SAY = "{count} had it{range}, and {rest} had not."


@pytest.mark.parametrize(
    ("low", "typical", "high", "told"),
    [
        ("3.8", "3.8", "6.7", "about 4 had it (4 to 7), and about 96 had not."),
        ("80.5", "80.5", "80.5", "about 81 had it (one study), and about 19 had not."),
        ("0.02", "0.07", "0.25", "fewer than 1 had it (0.02 to 0.25), and more than 99 had not."),
        ("0.07", "0.07", "0.07", "fewer than 1 had it (one study), and more than 99 had not."),
        ("0.2", "11", "30", "about 11 had it (fewer than 1 to 30), and about 89 had not."),
        ("98", "99.7", "99.7", "more than 99 had it (98 to more than 99), and fewer than 1 had not."),
        ("0", "0", "0", "0 had it, and 100 had not."),
        ("0", "0", "8.2", "0 had it (0 to 8), and 100 had not."),
        ("91.8", "100", "100", "100 had it (92 to 100), and 0 had not."),
    ],
)
def test_a_count_is_told_both_ways(low: str, typical: str, high: str, told: str, rules: RuleSet) -> None:
    figure = Estimate(Decimal(low), Decimal(typical), Decimal(high), "per 100")
    assert both_ways(SAY, figure, rules) == told
