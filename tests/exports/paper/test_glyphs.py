"""What the fonts are said to draw is what the printer finds in them."""

from __future__ import annotations

import pytest
import typst

from smp_planner.exports.paper import typeset
from smp_planner.exports.paper.blocks import Paragraph
from smp_planner.exports.paper.glyphs import ARABIC, FONTS, LATIN, characters_of
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.paper.printable import SUBSTITUTE, printable
from tests.exports.paper.sample_paper import paper


def strict(said: str) -> bytes:
    """Printed to the standards, which no character without a glyph passes."""
    return to_pdf(paper(Paragraph(said)), size="a4")


@pytest.mark.parametrize("family", [LATIN, ARABIC])
def test_every_letter_that_a_font_is_said_to_draw_passes_the_standards(family: str) -> None:
    drawn = [printable(chr(code)) for code in sorted(characters_of(family))]
    assert len(drawn) > 1000
    assert strict(" ".join(drawn))


@pytest.mark.parametrize("letter", ["\u05d0", "\u0e01", "\u5c71", "\N{ROCKET}"])
def test_a_letter_that_no_font_draws_fails_them_where_it_is_not_replaced(
    letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert printable(letter) == SUBSTITUTE
    monkeypatch.setattr(typeset, "printable", str)
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        strict(letter)


def test_the_fonts_come_with_their_licence() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert licence.count("Copyright 2022 The Noto Project Authors") == 2
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
