"""Of which places somebody said how much hair is left."""

from __future__ import annotations

from smp_planner.domain.intake import WHOLE_SCALP
from smp_planner.planner.dots.kept_hair import unsaid_zones
from smp_planner.rules.ruleset import RuleSet


def test_a_covered_zone_of_which_nothing_was_said_is_named(rules: RuleSet) -> None:
    assert list(unsaid_zones(("crown", "front"), {"crown"}, rules)) == ["front"]
    assert list(unsaid_zones(("crown",), {"crown"}, rules)) == []


def test_the_whole_scalp_holds_all_its_zones_and_speaks_for_them(rules: RuleSet) -> None:
    zones = rules.coverage.inside[WHOLE_SCALP]
    assert set(unsaid_zones((WHOLE_SCALP,), {"crown"}, rules)) == set(zones) - {"crown"}
    assert list(unsaid_zones((WHOLE_SCALP,), {WHOLE_SCALP}, rules)) == []


def test_a_measured_area_is_no_place_to_say_anything_of(rules: RuleSet) -> None:
    assert list(unsaid_zones(("measured",), (), rules)) == []
