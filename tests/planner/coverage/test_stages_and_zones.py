"""Stages and zones: their sizes, each part counted once, and the soft edge around them.

The sizes in numbers stand in treated_areas.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smp_planner.domain.intake import ZONES, AreaAnswer, Measured
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.rules.ruleset import RuleSet
from tests.edited_rules import edited_rules
from tests.people import adult
from tests.planner.coverage.treated_areas import D, Ends, covered, ends, parts, sizes

# --- stages ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "bare"),
    [
        ("I", (0, 0, 10)),
        ("II", (10, 15, 30)),
        ("IIA", (15, 25, 40)),
        ("III", (25, 40, 60)),
        ("III-vertex", (40, 65, 90)),
        ("IV", (60, 90, 130)),
        ("V", (80, 140, 200)),
        ("VI", (120, 200, 280)),
        ("VII", (160, 280, 400)),
    ],
)
def test_a_norwood_stage_has_the_published_bare_area(rules: RuleSet, stage: str, bare: Ends) -> None:
    assert ends(covered(rules, norwood=stage).area.bare_cm2) == bare


@pytest.mark.parametrize(
    ("stage", "bare"), [("I", (40, 60, 80)), ("II", (80, 110, 140)), ("III", (140, 170, 200))]
)
def test_a_ludwig_stage_has_its_area(rules: RuleSet, stage: str, bare: Ends) -> None:
    assert ends(covered(rules, ludwig=stage).area.bare_cm2) == bare


def test_the_edge_of_norwood_v_follows_the_square_root(rules: RuleSet) -> None:
    # 80 + 2.5 x 8.944 = 102.4; 140 + 2.5 x 11.832 = 169.6; 200 + 2.5 x 14.142 = 235.4
    coverage = covered(rules, norwood="V")
    assert ends(coverage.area.cm2) == (D("102.4"), D("169.6"), D("235.4"))
    assert ends(parts(coverage)["blend_band"].cm2) == (D("22.4"), D("29.6"), D("35.4"))


def test_norwood_v_lies_in_the_zones_by_its_split(rules: RuleSet) -> None:
    # 14, 38, 20 and 28 per cent of 80, 140 and 200; but the hairline is no smaller than at IV and before it:
    # 21 per cent of 60 and all of 30, which the other zones make up for
    coverage = covered(rules, norwood="V")
    assert {id_: ends(part.cm2) for id_, part in parts(coverage).items() if id_ != "blend_band"} == {
        "hairline_temples": (D("12.6"), D("19.6"), 30),
        "front": (D("30.2"), D("53.2"), D("75.2")),
        "midscalp": (D("15.1"), 28, D("39.5")),
        "crown": (D("22.1"), D("39.2"), D("55.3")),
    }


def test_two_stages_are_joined_and_each_zone_counts_once(rules: RuleSet) -> None:
    # V: 19.6, 53.2, 28, 39.2; Ludwig II: front 49.5, midscalp 44, crown 16.5; the larger of each
    coverage = covered(rules, norwood="V", ludwig="II")
    assert coverage.area.bare_cm2.typical == D("19.6") + D("53.2") + 44 + D("39.2")
    assert "Norwood V and Ludwig II" in parts(coverage)["crown"].why
    assert "Ludwig" not in parts(coverage)["hairline_temples"].why


def test_a_part_of_a_stage_names_the_zone_and_the_stage(rules: RuleSet) -> None:
    assert parts(covered(rules, norwood="V"))["crown"].why == "Crown: its share of Norwood V."


@pytest.mark.parametrize(
    ("area", "large"),
    [
        (AreaAnswer(norwood="VI"), True),
        (AreaAnswer(norwood="VII"), True),
        (AreaAnswer(norwood="V"), False),
        (AreaAnswer(norwood="VI", measured=Measured(cm2=50)), False),
    ],
)
def test_a_late_stage_counts_as_large_unless_it_was_measured(
    rules: RuleSet, area: AreaAnswer, large: bool
) -> None:
    assert assess_coverage(adult(area=area), rules)[0].large_stage is large


# --- zones ----------------------------------------------------------------------------------


def test_the_front_holds_the_hairline(rules: RuleSet) -> None:
    coverage = covered(rules, zones=("front",))
    assert ends(coverage.area.bare_cm2) == (70, 100, 120)
    assert ends(parts(coverage)["hairline_temples"].cm2) == (10, 20, 30)
    assert ends(parts(coverage)["front"].cm2) == (60, 80, 90)


def test_a_zone_inside_another_is_counted_once(rules: RuleSet) -> None:
    both = covered(rules, zones=("front", "hairline_temples"))
    assert both.area == covered(rules, zones=("front",)).area


def test_zones_come_in_the_order_of_the_head_whatever_the_answer(rules: RuleSet) -> None:
    assert covered(rules, zones=("crown", "front")).area == covered(rules, zones=("front", "crown")).area
    assert list(sizes(covered(rules, zones=("crown", "midscalp")))) == ["midscalp", "crown", "blend_band"]


@pytest.mark.parametrize("scale", ["norwood", "ludwig"])
def test_no_zone_gets_smaller_as_loss_moves_on(rules: RuleSet, scale: str) -> None:
    for stage, later in getattr(rules.coverage.next_stage, scale).items():
        before, then = (parts(covered(rules, **{scale: each})) for each in (stage, later))
        for zone, part in before.items():
            both = zip(ends(part.cm2), ends(then[zone].cm2), strict=True)
            assert all(less <= more for less, more in both), (stage, zone)


@pytest.mark.parametrize(
    ("area", "hairline"),
    [("60, range: [60, 64]", (D("8.4"), D("8.4"), 9)), ("95, range: [62, 140]", (D("12.6"), D("18.9"), 30))],
    ids=["less than IV", "little more than IV"],
)
def test_a_zone_keeps_its_size_only_where_a_stage_has_room_for_it(
    tmp_path: Path, area: str, hairline: Ends
) -> None:
    """Who finds less at V than at IV gets what the split says of it: 14 per cent at the hairline."""
    changed = edited_rules(tmp_path, "coverage.yaml", "140, range: [80, 200]", area)
    assert ends(parts(covered(changed, norwood="V"))["hairline_temples"].cm2) == hairline


def test_a_zone_and_a_stage_that_overlap_count_with_the_larger_at_each_end(rules: RuleSet) -> None:
    # crown of V: 22.1, 39.2, 55.3; crown as a zone: 20, 40, 80
    coverage = covered(rules, norwood="V", zones=("crown",))
    assert ends(parts(coverage)["crown"].cm2) == (D("22.1"), 40, 80)
    assert coverage.area.bare_cm2.typical == D("140.8")
    assert "counted once" in parts(coverage)["crown"].why
    assert parts(coverage)["midscalp"].why == "Middle of the scalp: its share of Norwood V."


def test_a_zone_beside_a_stage_keeps_its_own_reason(rules: RuleSet) -> None:
    coverage = covered(rules, norwood="V", zones=("sides",))
    assert parts(coverage)["sides"].why == "Both sides: the usual size of this zone."
    assert coverage.area.bare_cm2.typical == 250


def test_the_whole_scalp_holds_all_else_and_has_no_edge(rules: RuleSet) -> None:
    alone = covered(rules, zones=("whole_scalp",))
    assert ends(alone.area.cm2) == (450, 500, 600)
    assert sizes(alone) == {"whole_scalp": 500}
    more = covered(rules, zones=("crown", "whole_scalp"), norwood="VII")
    assert more.area == alone.area
    assert alone.whole_scalp
    assert not covered(rules, norwood="VII").whole_scalp


def test_all_zones_named_one_by_one_are_the_whole_scalp(rules: RuleSet) -> None:
    """The front holds the hairline."""
    whole = covered(rules, zones=("whole_scalp",))
    assert covered(rules, zones=("front", "midscalp", "crown", "sides", "donor")).area == whole.area
    assert covered(rules, zones=ZONES[:-1], norwood="V").area == whole.area
    assert not covered(rules, zones=("front", "midscalp", "crown", "donor")).whole_scalp


def test_a_stage_and_zones_together_are_no_larger_than_the_whole_scalp(rules: RuleSet) -> None:
    # 22.4 + 81.2 + 61.6 + 42 + 72.8 + 200 = 480; its edge would be 54.8
    coverage = covered(rules, zones=("front", "midscalp", "crown", "donor"), norwood="VII")
    assert coverage.area.bare_cm2.typical == 480
    assert (coverage.area.cm2.typical, coverage.area.cm2.high) == (500, 600)
    assert ends(parts(coverage)["blend_band"].cm2) == (20, 20, 20)


def test_the_edge_fills_what_is_left_of_the_whole_scalp(rules: RuleSet) -> None:
    # 100 + 60 + 110 + 200 = 470; the edge would be 54.2 but the whole scalp has 500
    coverage = covered(rules, zones=("front", "midscalp", "sides", "donor"))
    assert ends(parts(coverage)["blend_band"].cm2) == (30, 30, 30)
    # low 70 + 40 + 80 + 125 = 315, and its edge of 44.4: 359.4
    assert ends(coverage.area.cm2) == (D("359.4"), 500, 600)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(ZONES), min_size=1), st.sampled_from(ZONES))
def test_one_more_zone_never_makes_the_area_smaller(rules: RuleSet, zones: set[str], more: str) -> None:
    less, same_or_more = covered(rules, zones=tuple(zones)), covered(rules, zones=(*zones, more))
    assert all(a <= b for a, b in zip(ends(less.area.cm2), ends(same_or_more.area.cm2), strict=True))
    assert same_or_more.area.cm2.low >= less.area.cm2.low
    assert same_or_more.area.cm2.high >= less.area.cm2.high
