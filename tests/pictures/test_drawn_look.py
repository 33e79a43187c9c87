"""The look as SVG for paper: the same dots and hairs, in the person's colours, with its words."""

from __future__ import annotations

import re
from math import pi
from xml.etree import ElementTree

import pytest

from smp_planner.domain.drawing import Drawing, Fill, Patch, Zone
from smp_planner.pictures.dots import DOT_CM, FINE, HAIR_LONG_CM, marks_on_head, marks_on_patch
from smp_planner.pictures.drawn_look import head_with_dots, patch_with_dots
from smp_planner.pictures.skin_tones import HAIR, SKIN, colours

PATH = "{http://www.w3.org/2000/svg}path"
MINE = colours("V", "black", 3, 4)
FILL = Fill(150, 30)
DRAWING = Drawing({"crown": Zone(1, FILL)}, (), {"area": FILL}, 127)


def strokes(picture: str, colour: str) -> int:
    """How many strokes or wedges of a colour are drawn."""
    drawn = ElementTree.fromstring(picture).iter(PATH)
    own = (path.get("d") or "" for path in drawn if colour in (path.get("stroke"), path.get("fill")))
    return sum(len(re.findall("[Mm]", path)) for path in own)


def test_the_head_is_drawn_with_the_same_dots_and_hairs_and_says_what_it_shows() -> None:
    picture = head_with_dots(DRAWING, 1, MINE, label="A head with <dots>")
    marks = marks_on_head(DRAWING, 1, "temples")
    assert strokes(picture, MINE.later) == len(marks.dots)
    assert strokes(picture, MINE.hair) == len(marks.hairs)
    assert ElementTree.fromstring(picture).get("aria-label") == "A head with <dots>"
    assert MINE.skin in picture


def test_a_dot_is_a_filled_wedge_as_a_reader_of_pdf_draws_fine_strokes_too_wide() -> None:
    drawn = ElementTree.fromstring(head_with_dots(DRAWING, 1, MINE, label="A head")).iter(PATH)
    [dots] = [path for path in drawn if path.get("fill") == MINE.later]
    assert dots.get("stroke") is None
    across, down = 5, 8
    assert set(re.split(r"m-?\d+ -?\d+", dots.get("d") or "")[1:]) == {f"h{across}v{down}"}
    assert across * down / 2 == pytest.approx(pi * (DOT_CM * FINE / 2) ** 2, rel=0.03)


def test_a_patch_is_drawn_with_its_edge() -> None:
    patch = Patch("scar_1", 12, 1, 2, Fill(150, 0), Fill(38, 127))
    picture = patch_with_dots(patch, 1, MINE, label="A scar", long_cm=HAIR_LONG_CM)
    assert strokes(picture, MINE.later) == len(marks_on_patch(patch, 1).dots)
    assert ElementTree.fromstring(picture).get("viewBox") == "0 0 160 50"


def test_a_dot_is_darker_than_the_skin_and_a_later_step_darker_still() -> None:
    def light(colour: str) -> int:
        return sum(int(colour[at : at + 2], 16) for at in (1, 3, 5))

    for tone in SKIN:
        shades = [light(colours(tone, None, step).first) for step in (1, 2, 3, 4, 5)]
        assert light(SKIN[tone]) > shades[0]
        assert shades == sorted(set(shades), reverse=True)


def test_what_is_not_known_takes_a_middle_tone_and_every_answer_has_its_own() -> None:
    assert colours(None, None) == colours("III", "dark_brown", 3, 3)
    assert len(set(SKIN.values())) == len(SKIN) == 6
    assert len(set(HAIR.values())) == len(HAIR) == 7
