"""The small head beside a visit shows what the large picture does: thin hair with dots, a filled crown."""

from __future__ import annotations

import re
from decimal import Decimal
from math import pi
from xml.etree import ElementTree

import pytest

from smp_planner.domain.drawing import Drawing, Fill, Zone
from smp_planner.pictures import head
from smp_planner.pictures.dots import DOT_CM, HAIR_CM, HAIR_LONG_CM
from smp_planner.pictures.skin_tones import colours
from smp_planner.pictures.small_look import DOT, HAIR, TONE, Stage, small_heads

MINE = colours("II", "dark_brown")
FULL = 127
PLACE = head.APART * head.DEEP  # how large the place of a hair is


def drawn(fill: Fill, done: float, zone: str = "crown") -> ElementTree.Element:
    drawing = Drawing({zone: Zone(1, fill)}, (), fill, FULL)
    [picture] = small_heads(
        drawing, [Stage(Decimal(str(done)), MINE.later, "A head")], MINE, full_dots=150, order="temples"
    )
    return ElementTree.fromstring(picture)


def marks(picture: ElementTree.Element, colour: str) -> int:
    paths = [path.get("d") or "" for path in picture.iter() if path.get("stroke") == colour]
    return sum(len(re.findall("m", path)) for path in paths)


def tones(picture: ElementTree.Element) -> list[float]:
    return sorted(float(path.get("opacity") or 0) for path in picture.iter() if path.get("opacity"))


def test_hair_and_dots_cover_as_much_of_the_skin_as_on_the_large_head() -> None:
    hair = FULL * HAIR_CM * HAIR_LONG_CM  # some lie over each other
    strokes = (HAIR * head.STROKE + pi * (HAIR / 2) ** 2) / PLACE
    assert 1 - (1 - TONE) * (1 - strokes) == pytest.approx(hair, abs=0.1)
    dots = 150 * pi * (DOT_CM / 2) ** 2
    assert pi * (DOT / 2) ** 2 / PLACE == pytest.approx(dots, abs=0.05)


def test_a_finished_crown_is_filled_and_the_hair_around_it_is_no_solid_cap() -> None:
    crown = sum(hair.zone == "crown" for hair in head.hairs())
    full = len(head.hairs())
    before, after = (drawn(Fill(150, 0), done) for done in (0, 1))
    assert marks(before, MINE.later) == 0
    assert marks(after, MINE.later) == crown
    assert marks(after, MINE.hair) == full - crown
    assert tones(after) == [TONE]


def test_thin_hair_stands_all_over_the_area_with_dots_between_it() -> None:
    """A place without hair on it is no bare patch: it is a paler tone, with hairs and dots."""
    mid = sum(hair.zone == "midscalp" for hair in head.hairs())
    full = len(head.hairs())
    thin = drawn(Fill(60, Decimal(FULL) * Decimal("0.6")), 1, "midscalp")
    assert marks(thin, MINE.hair) == pytest.approx(full - 0.4 * mid, rel=0.02)
    assert marks(thin, MINE.later) == pytest.approx(0.4 * mid, rel=0.1)
    assert tones(thin) == [round(TONE * 0.6, 2), TONE]
