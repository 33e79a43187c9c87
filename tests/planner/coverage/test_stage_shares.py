"""How much of each zone a stage leaves bare: the cm2 of the stage there, over the usual cm2 of the zone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smp_planner.planner.coverage.stage_shares import stage_shares
from smp_planner.rules.ruleset import RuleSet


def test_stage_v_bares_most_of_the_front_and_all_of_the_crown(rules: RuleSet) -> None:
    shares = stage_shares("norwood", rules)["V"]
    assert shares["hairline_temples"] == Decimal("0.98")  # 140 cm2 x 14 % of 20 cm2
    assert shares["front"] == Decimal("0.665")  # 140 cm2 x 38 % of the 80 cm2 behind the hairline
    assert shares["crown"] == Decimal("0.98")
    assert set(shares) == {"hairline_temples", "front", "midscalp", "crown"}


def test_stage_i_bares_nothing(rules: RuleSet) -> None:
    assert stage_shares("norwood", rules)["I"] == {"hairline_temples": 0}


@pytest.mark.parametrize("scale", ["norwood", "ludwig"])
def test_no_zone_is_more_than_bare(scale: str, rules: RuleSet) -> None:
    stages = stage_shares(scale, rules)
    assert list(stages) == list(getattr(rules.coverage, scale).rows)
    assert all(0 <= share <= 1 for shares in stages.values() for share in shares.values())


def test_a_stage_larger_than_its_zone_bares_all_of_it(rules: RuleSet) -> None:
    assert stage_shares("norwood", rules)["VI"]["hairline_temples"] == 1
