"""Long hair: strands follow the share of hair that is left, and the parting is wider the fewer they are."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise, product
from math import hypot
from xml.etree import ElementTree

import pytest

from smp_planner.domain.drawing import OF_AREA, Drawing, Fill, Patch, Zone
from smp_planner.domain.intake import AreaAnswer, Hair
from smp_planner.pictures.combed import (
    COMBED,
    HAIRS,
    away_from,
    in_strands,
    is_combed,
    strand_of,
    within_hair,
)
from smp_planner.pictures.dots import HAIR_CM, marks_on_head
from smp_planner.pictures.drawn_look import head_with_dots
from smp_planner.pictures.head import hairs
from smp_planner.pictures.seen import From
from smp_planner.pictures.skin_tones import HAIR, colours, in_ink
from smp_planner.pictures.small_combed import lines_of_light, open_places
from smp_planner.pictures.small_look import Stage, small_heads
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult

PATH = "{http://www.w3.org/2000/svg}path"
TOP = ("hairline_temples", "front", "midscalp", "crown")
MINE = colours("III", "dark_brown", 2, 3)
FULL = 127
SIDES: tuple[From, ...] = ("above", "side", "behind")
WIDE = HAIR_CM * HAIRS


def left(share: float, dots: int = 75) -> Drawing:
    """The whole top with a share of its hair."""
    fill = Fill(dots, Decimal(str(share)) * FULL)
    return Drawing({zone: Zone(1, fill) for zone in TOP}, (), {OF_AREA: fill}, FULL, long=True)


def at_stage(stage: str, rules: RuleSet) -> Drawing:
    area = AreaAnswer(ludwig=stage)
    return drawing_of(
        adult(goals=("added_density",), area=area, kept_hair=None, hair=Hair(wears="long")), rules
    )


def open_scalp(drawing: Drawing, seen: From = "above") -> float:
    """The share of the skin within 3 cm of the parting over which no strand lies."""
    combed = COMBED[seen]
    over: set[tuple[int, int]] = set()
    for rank, x, y, _ in marks_on_head(in_strands(drawing), 1, "parting", seen).hairs:
        bend_x, bend_y, end_x, end_y = strand_of(rank, x, y, combed)
        for step in range(60):
            t = step / 59
            at_x = x + 2 * t * (1 - t) * bend_x + t * t * end_x
            at_y = y + 2 * t * (1 - t) * bend_y + t * t * end_y
            over.add((int(at_x / WIDE), int(at_y / WIDE)))
    (middle, top), (_, bottom) = combed.front, combed.back
    cells = [
        (int((middle + x * WIDE) / WIDE), int((top + y * WIDE) / WIDE))
        for x in range(int(-3 / WIDE), int(3 / WIDE))
        for y in range(int((bottom - top) / WIDE))
    ]
    return sum(cell not in over for cell in cells) / len(cells)


@pytest.mark.parametrize("seen", SIDES)
def test_as_many_strands_are_drawn_as_the_share_of_hair_says(seen: From) -> None:
    strands = {
        share: len(marks_on_head(in_strands(left(share)), 1, "parting", seen).hairs)
        for share in (0, 0.25, 0.5, 1)
    }
    whole, bare = strands[1], strands[0]
    for share in (0.25, 0.5):
        assert strands[share] - bare == pytest.approx(share * (whole - bare), rel=0.03)
    clipped = len(marks_on_head(left(1), 1, "parting", seen).hairs)
    assert whole * HAIRS == pytest.approx(clipped, rel=0.01)


def test_the_less_hair_is_left_the_more_scalp_shows() -> None:
    shown = [open_scalp(left(share)) for share in (1, 0.75, 0.5, 0.25, 0)]
    assert all(more > less + 0.03 for less, more in pairwise(shown))
    assert shown[0] < 0.15


def test_the_parting_is_wider_at_each_ludwig_stage(rules: RuleSet) -> None:
    none_lost = open_scalp(left(1))
    shown = [open_scalp(at_stage(stage, rules)) for stage in ("I", "II", "III")]
    assert none_lost < shown[0] < shown[1] < shown[2]


@pytest.mark.parametrize("seen", SIDES)
def test_strands_lie_away_from_the_parting_and_fall(seen: From) -> None:
    combed = COMBED[seen]
    for rank, x, y, _ in marks_on_head(in_strands(left(0.5)), 1, "parting", seen).hairs[::7]:
        over, down = away_from(x, y, combed)
        strand = strand_of(rank, x, y, combed)
        after = away_from(x + strand.end_x, y + strand.end_y, combed)
        assert hypot(*after) > hypot(over, down)
        assert strand.end_y > 0 or seen == "above"
        if seen != "side" and abs(over) > 1:
            assert (over + strand.end_x) * over > 0, "on its own side"


@pytest.mark.parametrize("seen", SIDES)
def test_dots_lie_on_the_scalp_under_all_strands_and_within_it(seen: From) -> None:
    drawn = ElementTree.fromstring(head_with_dots(left(0.5), 1, MINE, label="A", order="parting", seen=seen))
    painted = [
        path.get("fill") if path.get("fill") != "none" else path.get("stroke") for path in drawn.iter(PATH)
    ]
    dots = painted.index(MINE.later)
    assert painted.index(MINE.skin) < dots
    assert MINE.hair not in painted[:dots]
    assert painted[dots:].count(MINE.hair) == 2, "all hair beside the scalp, and the strands"
    assert painted.count(MINE.later) == 1


@pytest.mark.parametrize("seen", SIDES)
def test_no_strand_and_no_line_of_light_leaves_the_outline_of_hair(seen: From) -> None:
    drawn = ElementTree.fromstring(head_with_dots(left(0.5), 1, MINE, label="A", order="parting", seen=seen))
    for path in drawn.iter(PATH):
        if path.get("stroke") in (MINE.hair, MINE.shine):
            for strand in (path.get("d") or "").split("M")[1:]:
                x, y, _, _, over, down = (int(part) / 100 for part in re.findall(r"-?\d+", strand))
                for place in ((x, y), (x + over, y + down)):
                    rounded = product((0, -0.03, 0.03), repeat=2)
                    assert any(
                        within_hair(place[0] + over_, place[1] + down_, seen) for over_, down_ in rounded
                    )
    assert not within_hair(-3, 10, seen)
    assert not within_hair(8, -5, seen)


def test_hair_is_the_same_before_and_after_the_visits() -> None:
    before, after = (head_with_dots(left(0.5), done, MINE, label="A", order="parting") for done in (0, 1))
    strands = [
        [path.get("d") for path in ElementTree.fromstring(one).iter(PATH) if path.get("stroke") == MINE.hair]
        for one in (before, after)
    ]
    assert strands[0] == strands[1]
    assert len(after) > len(before)


def test_long_hair_is_no_heavier_than_clipped_hair(rules: RuleSet) -> None:
    for stage in ("I", "II", "III"):
        long = at_stage(stage, rules)
        both = [
            head_with_dots(one, 1, MINE, label="A", order="parting")
            for one in (long, long._replace(long=False))
        ]
        assert len(both[0]) < len(both[1])


def test_where_it_would_hide_all_that_is_treated_hair_is_not_drawn_long() -> None:
    assert is_combed(left(0.5))
    assert not is_combed(left(0.5)._replace(long=False))
    scar = Patch("scar_1", 12, 1, 2, Fill(150, 0), Fill(38, 127))
    assert not is_combed(left(0.5)._replace(patches=(scar,)))
    assert not is_combed(left(0.5)._replace(zones={"donor": Zone(1, Fill(75, 60))}))
    assert not is_combed(left(0.5)._replace(zones={}))


@pytest.mark.parametrize("hair", HAIR)
def test_a_line_of_light_is_seen_on_any_hair(hair: str) -> None:
    for mine in (colours("III", hair), in_ink(colours("III", hair))):
        own, shine = (
            sum(int(colour[at : at + 2], 16) for at in (1, 3, 5)) for colour in (mine.hair, mine.shine)
        )
        assert 15 < abs(own - shine) < 150
        assert (shine > own) == (own < 3 * 127)


# --- the small head -------------------------------------------------------------------------


def small(drawing: Drawing, done: float) -> str:
    [drawn] = small_heads(
        drawing, [Stage(Decimal(str(done)), MINE.later, "A")], MINE, full_dots=150, order="parting"
    )
    return drawn


def test_on_the_small_head_too_more_scalp_shows_the_less_hair_is_left() -> None:
    def shown(share: float) -> int:
        return len(open_places(dict.fromkeys(range(len(hairs())), share), FULL))

    counts = [shown(share) for share in (1, 0.5, 0.25, 0)]
    assert counts == sorted(set(counts))
    assert counts[-1] == len(hairs())


def test_on_the_small_head_hair_lies_over_the_dots_and_stays_the_same() -> None:
    first, last = small(left(0.25), 0.3), small(left(0.25), 1)
    areas = [
        [path.get("d") for path in ElementTree.fromstring(one).iter(PATH) if path.get("fill") == MINE.hair]
        for one in (first, last)
    ]
    assert areas[0] == areas[1]
    assert len(areas[0]) == 1
    painted = [path.get("fill") if path.get("fill") != "none" else path.get("stroke") for path in
               ElementTree.fromstring(last).iter(PATH)]  # fmt: skip
    assert painted.index(MINE.later) < painted.index(MINE.hair)
    assert len(last) > len(first)
    assert len(last) < 7000


def test_on_the_small_head_lines_of_light_lie_on_hair_and_end_within_it() -> None:
    shown = {1, 2, 3}
    lines = list(lines_of_light(range(len(hairs())), shown))
    assert len(lines) > 50
    assert all(9 < x + over < 191 and 46 < y + down < 240 for x, y, over, down in lines)
