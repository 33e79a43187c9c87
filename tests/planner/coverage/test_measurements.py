"""A measured area is taken as it is, in place of stages and of the usual sizes of zones.

The sizes in numbers stand in treated_areas.py.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smp_planner.domain.intake import AreaAnswer, Measured
from smp_planner.domain.quantities import Number
from smp_planner.rules.ruleset import RuleSet
from tests.planner.coverage.treated_areas import LINE_SCAR, D, Ends, covered, ends, parts, sizes, steps_of


def test_a_measurement_is_exact_and_beats_a_stage(rules: RuleSet) -> None:
    # 14 x 11 = 154; 154 + 2.5 x 12.410 = 185.0
    coverage = covered(rules, norwood="V", ludwig="I", measured=Measured(length_cm=14, width_cm=11))
    assert ends(coverage.area.bare_cm2) == (154, 154, 154)
    assert ends(coverage.area.cm2) == (185, 185, 185)
    assert sizes(coverage) == {"measured": 154, "blend_band": 31}
    assert parts(coverage)["measured"].why == (
        "The area to fill, as it was measured. The measurement is used in place of Norwood V and Ludwig I."
    )


@pytest.mark.parametrize(
    ("by", "bare"),
    [(None, (80, 80, 80)), ("string", (64, 80, 96)), ("card", (60, 80, 100)), ("palm", (52, 80, 108))],
)
def test_an_estimate_made_at_home_may_be_off_either_way(rules: RuleSet, by: str | None, bare: Ends) -> None:
    # a string may be off by 20 per cent, payment cards by 25
    coverage = covered(rules, measured=Measured(length_cm=10, width_cm=8, by=by))  # pyright: ignore[reportArgumentType]
    assert ends(coverage.area.bare_cm2) == bare
    assert parts(coverage)["measured"].why == (
        "The area to fill, as it was estimated at home." if by else "The area to fill, as it was measured."
    )


def test_an_estimate_made_at_home_is_told_and_shared_out_over_its_zones(rules: RuleSet) -> None:
    area = AreaAnswer(zones=("crown",), measured=Measured(cm2=40, by="card"))
    assert ends(parts(covered(rules, zones=area.zones, measured=area.measured))["crown"].cm2) == (30, 40, 50)
    steps = steps_of(rules, area)
    assert "estimated at home" in steps["area.bare_cm2"].because
    cited = [reading.id for reading in steps["area.parts.crown"].rules]
    assert "coverage.at_home.may_be_off.card" in cited


def test_length_times_width_equals_the_same_area_given_at_once(rules: RuleSet) -> None:
    by_sides = covered(rules, measured=Measured(length_cm=D("12.5"), width_cm=8))
    assert by_sides.area == covered(rules, measured=Measured(cm2=100)).area
    assert parts(by_sides)["measured"].why == "The area to fill, as it was measured."


@pytest.mark.parametrize("cm2", [28, 40, 60, 200])
def test_a_measurement_beats_the_usual_size_of_a_zone_and_is_exact(rules: RuleSet, cm2: int) -> None:
    # the crown is usually 40, 20 to 80
    coverage = covered(rules, zones=("crown",), measured=Measured(cm2=cm2), norwood="VI")
    assert ends(coverage.area.bare_cm2) == (cm2, cm2, cm2)
    assert ends(parts(coverage)["crown"].cm2) == (cm2, cm2, cm2)
    assert parts(coverage)["crown"].why == (
        "Crown: its share of the measured area. The measurement is used in place of Norwood VI."
    )
    assert coverage.area.cm2 == covered(rules, measured=Measured(cm2=cm2)).area.cm2


def test_a_measured_area_is_spread_over_its_zones_by_their_usual_sizes(rules: RuleSet) -> None:
    # hairline 20, front 80, crown 40: 35 cm2 are a quarter of 140
    coverage = covered(rules, zones=("front", "crown"), measured=Measured(cm2=35))
    assert {id_: ends(part.cm2) for id_, part in parts(coverage).items() if id_ != "blend_band"} == {
        "hairline_temples": (5, 5, 5),
        "front": (20, 20, 20),
        "crown": (10, 10, 10),
    }
    assert parts(coverage)["front"].why == "Front half behind the hairline: its share of the measured area."


def test_a_measurement_beats_the_whole_scalp_too_and_then_has_no_edge(rules: RuleSet) -> None:
    coverage = covered(rules, zones=("crown", "whole_scalp"), measured=Measured(cm2=470))
    assert sizes(coverage) == {"whole_scalp": 470}
    assert ends(coverage.area.cm2) == ends(coverage.area.bare_cm2) == (470, 470, 470)
    assert coverage.whole_scalp


@pytest.mark.parametrize(("zone", "scar"), [("crown", D("100.8")), ("donor", 0), ("whole_scalp", 0)])
def test_a_scar_beside_a_measurement_adds_its_area_unless_it_lies_inside(
    rules: RuleSet, zone: str, scar: Number
) -> None:
    coverage = covered(rules, zones=(zone,), measured=Measured(cm2=120), scars=(LINE_SCAR,))
    assert coverage.area.bare_cm2.typical == 120
    assert sizes(coverage)["scar_1"] == scar


@pytest.mark.parametrize(("bare", "treated"), [(480, D("534.8")), (590, 600), (600, 600), (650, 650)])
def test_a_large_measured_area_has_an_edge_up_to_the_most(rules: RuleSet, bare: int, treated: Number) -> None:
    # 480 + 2.5 x 21.909 = 534.8; nothing over 600, and a measured area is never cut
    coverage = covered(rules, measured=Measured(cm2=bare))
    assert coverage.area.bare_cm2.typical == bare
    assert ends(coverage.area.cm2) == (treated, treated, treated)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 650), st.integers(0, 100))
def test_a_larger_measured_area_is_never_treated_as_smaller(rules: RuleSet, bare: int, more: int) -> None:
    small = covered(rules, measured=Measured(cm2=bare))
    large = covered(rules, measured=Measured(cm2=bare + more))
    assert large.area.cm2.typical >= small.area.cm2.typical >= bare
