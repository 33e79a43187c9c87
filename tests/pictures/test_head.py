"""The head from above: in each zone as much hair as the shares leave, and the right part of it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from smp_planner.pictures.head import (
    EDGE,
    HAIRLINE,
    MIDDLE,
    REACH_X,
    REACH_Y,
    Hair,
    Order,
    hairline_at,
    hairs,
    head_from_above,
)
from smp_planner.planner.coverage.stage_shares import stage_shares
from smp_planner.rules.ruleset import RuleSet

PATH = "{http://www.w3.org/2000/svg}path"
ZONES = {"hairline_temples", "front", "midscalp", "crown", "sides", "donor"}


def kept(bare: dict[str, float], order: Order = "temples") -> int:
    """How many hairs a head is drawn with."""
    picture = ElementTree.fromstring(head_from_above(bare, label="A head", order=order))
    assert picture.get("aria-label") == "A head"
    [drawn] = [path for path in picture.iter(PATH) if path.get("fill") == "none"]
    return (drawn.get("d") or "").count("M")


def of(zone: str) -> list[Hair]:
    return [hair for hair in hairs() if hair.zone == zone]


def test_the_zones_of_the_drawing_are_the_basic_zones_of_the_rules(rules: RuleSet) -> None:
    assert {hair.zone for hair in hairs()} == ZONES
    assert set(rules.coverage.inside["whole_scalp"]) == ZONES


def test_a_head_on_which_nothing_is_bare_has_all_its_hair() -> None:
    assert kept({}) == len(hairs()) > 400
    assert kept({"crown": 0}) == len(hairs())


@pytest.mark.parametrize("zone", sorted(ZONES))
def test_of_a_zone_the_share_is_gone_that_is_bare(zone: str) -> None:
    whole = len(of(zone))
    assert kept({zone: 1}) == len(hairs()) - whole
    assert kept({zone: 0.5}) == len(hairs()) - (whole + 1) // 2
    assert kept({zone: 0.97}) == len(hairs()) - whole  # no last hair stands alone


def test_more_that_is_bare_never_leaves_more_hair() -> None:
    counts = [kept({"front": share / 20, "midscalp": share / 20}) for share in range(21)]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] < counts[0]


@pytest.mark.parametrize("scale", ["norwood", "ludwig"])
def test_each_stage_has_less_hair_than_the_stage_before(scale: str, rules: RuleSet) -> None:
    shares = stage_shares(scale, rules)
    counts = [
        kept({z: float(s) for z, s in of_.items()}, "parting" if scale == "ludwig" else "temples")
        for of_ in shares.values()
    ]
    assert counts == sorted(counts, reverse=True)
    assert len(set(counts)) == len(counts)


def left(bare: dict[str, float], zone: str, order: Order = "temples") -> list[tuple[float, float]]:
    """Where hair of a zone is still drawn, across and along, in the drawing's own units."""
    picture = ElementTree.fromstring(head_from_above(bare, label="A head", order=order))
    [drawn] = [path for path in picture.iter(PATH) if path.get("fill") == "none"]
    spots = {tuple(map(int, spot.split("l")[0].split())) for spot in (drawn.get("d") or "").split("M")[1:]}
    places = {
        (round(MIDDLE[0] + h.across * REACH_X), round(MIDDLE[1] + h.along * REACH_Y)): h for h in of(zone)
    }
    return [(places[s].across, places[s].along) for s in spots if s in places]


def test_the_temples_go_before_the_middle_of_the_hairline() -> None:
    rest = left({"hairline_temples": 0.7}, "hairline_temples")
    assert rest
    assert max(abs(across) for across, _ in rest) < 0.4


def test_the_middle_of_the_front_stays_joined_to_the_hair_behind_it() -> None:
    """No tuft stands alone: of the middle the front rows go before those behind them."""
    rest = left({"hairline_temples": 0.9, "front": 0.3}, "hairline_temples")
    assert rest
    assert min(along for _, along in rest) > HAIRLINE + EDGE / 4


def test_of_type_a_the_front_goes_back_along_its_whole_width() -> None:
    rest = left({"hairline_temples": 0.7}, "hairline_temples", order="front")
    assert max(abs(across) for across, _ in rest) > 0.5
    assert min(along - hairline_at(across) for across, along in rest) > EDGE / 2


def test_the_crown_goes_from_its_middle_outwards() -> None:
    rest = left({"crown": 0.5}, "crown")
    assert rest
    assert min((across**2 + (along - 0.42) ** 2) ** 0.5 for across, along in rest) > 0.2


def test_at_norwood_v_a_bridge_of_hair_is_left_between_front_and_crown(rules: RuleSet) -> None:
    shares = {zone: float(share) for zone, share in stage_shares("norwood", rules)["V"].items()}
    bridge = [along for across, along in left(shares, "midscalp") if abs(across) < 0.2]
    assert bridge
    assert -0.15 < min(bridge) <= max(bridge) < 0.2
