"""Longer hair: the parting widens with the share that is gone, the line at the front stays."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from smp_planner.pictures.head import MIDDLE, SKIN
from smp_planner.pictures.parting import HAIR, head_with_parting
from smp_planner.planner.coverage.stage_shares import stage_shares
from smp_planner.rules.ruleset import RuleSet

PATH = "{http://www.w3.org/2000/svg}path"
Shares = dict[str, float]


def path(bare: Shares, **look: str) -> str:
    """The last path that is painted so."""
    drawn = ElementTree.fromstring(head_with_parting(bare, label="A <head>"))
    assert drawn.get("aria-label") == "A <head>"
    found = [one for one in drawn.iter(PATH) if look.items() <= one.attrib.items()]
    return found[-1].get("d") or ""


def widths(bare: Shares) -> list[float]:
    """Half of the parting's width from front to back, in the drawing's own units."""
    points = re.findall(r"(-?[0-9.]+) -?[0-9.]+", path(bare, fill=SKIN))
    across = [MIDDLE[0] - float(x) for x in points]
    return across[: len(across) // 2]


def crossing(bare: Shares) -> int:
    """How many strands lie over the parting."""
    return path(bare, stroke=HAIR).count("M")


def test_the_parting_is_narrow_where_no_hair_is_gone() -> None:
    assert max(widths({})) < 2


def test_it_widens_stage_by_stage_and_ever_less_hair_crosses_it(rules: RuleSet) -> None:
    stages = [{zone: float(s) for zone, s in of.items()} for of in stage_shares("ludwig", rules).values()]
    widest = [max(widths(shares)) for shares in stages]
    crossed = [crossing(shares) for shares in stages]
    assert widest == sorted(set(widest))
    assert crossed == sorted(set(crossed), reverse=True)
    assert crossed[-1] > 0


def test_the_line_of_hair_at_the_front_stays(rules: RuleSet) -> None:
    for of in stage_shares("ludwig", rules).values():
        found = widths({zone: float(share) for zone, share in of.items()})
        assert found[0] < max(found) / 3
