"""Hair on a small head is one area with a smooth edge, however few cells it is reckoned in."""

from __future__ import annotations

import re
from math import atan2, degrees, hypot
from xml.etree import ElementTree

import pytest

from smp_planner.pictures.head import HAIR, MIDDLE, REACH_X, REACH_Y, head_from_above
from smp_planner.pictures.outline import outlines, smooth
from smp_planner.planner.coverage.stage_shares import stage_shares
from smp_planner.rules.ruleset import RuleSet

Points = list[tuple[float, float]]
PATH = "{http://www.w3.org/2000/svg}path"
STEEPEST = 45  # degrees by which the edge bends between two of its points


def edges(picture: str, fill: str) -> list[Points]:
    """The points of each edge of the hair."""
    (hair,) = [one for one in ElementTree.fromstring(picture).iter(PATH) if one.get("fill") == fill]
    drawn = [edge for edge in (hair.get("d") or "").split("M") if edge]
    return [
        [(float(x), float(y)) for x, y in re.findall(r"(-?[0-9.]+) (-?[0-9.]+)(?:Q|Z)", edge)]
        for edge in drawn
    ]


def bends(points: Points) -> list[float]:
    """By how many degrees a closed line turns at each of its points."""
    ways = [
        atan2(b[1] - a[1], b[0] - a[0])
        for a, b in zip(points, (*points[1:], points[0]), strict=True)
        if a != b
    ]
    turns = (degrees(after - before) for before, after in zip(ways, (*ways[1:], ways[0]), strict=True))
    return [abs((turn + 180) % 360 - 180) for turn in turns]


def test_stretches_and_holes_are_told_and_specks_are_not() -> None:
    block = {(row, column) for row in range(9) for column in range(9)}
    assert len([*outlines(block)]) == 1
    hole = {(row, column) for row in range(3, 6) for column in range(3, 6)}
    assert len([*outlines(block - hole)]) == 2
    assert len([*outlines(block - {(4, 4)})]) == 1
    assert len([*outlines(block | {(20, 20)})]) == 1
    assert [*outlines(())] == []


def test_steps_of_an_edge_are_gone() -> None:
    (stairs,) = outlines((row, column) for row in range(12) for column in range(12 + row // 2))
    assert max(bends([(float(x), float(y)) for x, y in stairs])) >= 90
    assert max(bends([*smooth(stairs)])) < STEEPEST


@pytest.mark.parametrize("stage", ["I", "II", "III", "III-vertex", "V", "VI"])
def test_the_hair_of_a_stage_has_a_smooth_edge(stage: str, rules: RuleSet) -> None:
    drawn = head_from_above(stage_shares("norwood", rules)[stage], label="A head")
    turns = sorted(turn for edge in edges(drawn, HAIR) for turn in bends(edge))
    assert turns[len(turns) * 9 // 10] < STEEPEST


def test_the_hair_ends_where_the_head_ends() -> None:
    (edge,) = edges(head_from_above({}, label="A head"), HAIR)
    at = [((x - MIDDLE[0]) / REACH_X, (y - MIDDLE[1]) / REACH_Y) for x, y in edge]
    behind = [hypot(across, along) for across, along in at if along > 0]
    assert max(behind) - min(behind) < 0.03


def test_at_norwood_vii_a_horseshoe_of_hair_is_left_on_both_sides_and_behind(rules: RuleSet) -> None:
    [band] = edges(head_from_above(stage_shares("norwood", rules)["VII"], label="A head"), HAIR)
    assert sum(x for x, _ in band) / len(band) == pytest.approx(MIDDLE[0], abs=REACH_X / 10)
    assert min(x for x, _ in band) < MIDDLE[0] - REACH_X * 0.9
    assert max(x for x, _ in band) > MIDDLE[0] + REACH_X * 0.9
    on_top = [(x, y) for x, y in band if abs(x - MIDDLE[0]) < REACH_X / 2]
    assert min(y for _, y in on_top) > MIDDLE[1] + REACH_Y / 2
