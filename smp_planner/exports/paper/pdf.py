"""A plan on paper as PDF: tagged (PDF/UA-1), to keep (PDF/A-2a), without network, clock, system fonts."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from smp_planner.exports.paper.blocks import Paper
from smp_planner.exports.paper.glyphs import FONTS
from smp_planner.exports.paper.sheet import Sheet, Size
from smp_planner.exports.paper.typeset import typeset

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

TEMPLATE = Path(__file__).with_name("paper.typ")
STANDARDS: list[PDFStandard] = ["ua-1", "a-2a"]
UNDATED = date(2000, 1, 1)


def to_pdf(paper: Paper, *, size: Size, large: bool = False) -> bytes:
    """The document as PDF on `size` paper; `large` prints the body in 18 instead of 12 points.

    The same document gives the same bytes. Any text prints, whatever was typed: see `printable`. Safe to call
    from many threads at once: nothing is shared between two documents but the fonts.
    """
    import typst

    data = json.dumps(typeset(paper, Sheet(size, large=large)))
    with TemporaryDirectory() as nothing_to_read:
        return typst.compile(
            TEMPLATE.read_bytes(),
            root=nothing_to_read,  # pyright: ignore[reportArgumentType] - its type is that of a path
            font_paths=_fonts(),
            format="pdf",
            sys_inputs={"paper": data},
            pdf_standards=STANDARDS,
            timestamp=_day_of(paper.edition),
        )


@cache
def _fonts() -> Fonts:
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _day_of(edition: str) -> datetime:
    """The day of the rules, as the clock would tell two equal documents apart."""
    try:
        day = date.fromisoformat(edition)
    except ValueError:
        day = UNDATED
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
