"""Contrast, as WCAG counts it, and colours that can be read in the dark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.colour import READABLE, WHITE, contrast, is_colour, readable

DARK = "#14181c"
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", WHITE, 21.0), (WHITE, WHITE, 1.0), ("#767676", WHITE, 4.54), ("#777777", WHITE, 4.48)],
)
def test_contrast_is_that_of_wcag_whichever_is_named_first(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("text", "right"),
    [("#1f4e79", True), ("#1F4E79", True), ("#1f4", False), ("navy", False), ("#1f4e79;}", False)],
)
def test_a_colour_has_six_digits_and_nothing_behind_them(text: str, right: bool) -> None:
    assert is_colour(text) is right


@given(COLOURS)
def test_every_colour_has_one_like_it_that_can_be_read_in_the_dark(colour: str) -> None:
    lighter = readable(colour, DARK)
    assert contrast(lighter, DARK) >= READABLE
    assert is_colour(lighter)
    if contrast(colour, DARK) >= READABLE:
        assert lighter == colour


def test_where_no_colour_can_be_read_it_is_white() -> None:
    assert readable("#888888", "#808080") == WHITE
