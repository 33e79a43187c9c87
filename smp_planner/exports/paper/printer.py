"""The printer: a document that is set becomes a PDF, without network, clock, system fonts.

It keeps to PDF/UA-1 (tagged) and PDF/A-2a (to keep). Also a program of its own, for `press`: the document
comes in, the PDF goes out.
"""

from __future__ import annotations

import signal
import sys
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from smp_planner.exports.paper.glyphs import FONTS

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

TEMPLATE = Path(__file__).with_name("paper.typ")
STANDARDS: list[PDFStandard] = ["ua-1", "a-2a"]
LONGEST = 30  # seconds until the program ends itself, also where nobody is left who could end it


def printed(document: str, day: date, folder: str) -> bytes:
    """The PDF of a document in JSON, as `paper.typ` reads it (see `typeset`).

    `day` is told in the file, as the clock would tell two equal documents apart. `folder` is an empty one: in
    it lie all the files that typst could read. Safe to call from many threads at once: nothing is shared
    between two documents but the fonts.
    """
    import typst

    return typst.compile(
        TEMPLATE.read_bytes(),
        root=folder,  # pyright: ignore[reportArgumentType] - its type is that of a path
        font_paths=_fonts(),
        format="pdf",
        sys_inputs={"paper": document},
        pdf_standards=STANDARDS,
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )


@cache
def _fonts() -> Fonts:
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


if __name__ == "__main__":
    signal.alarm(LONGEST)
    day_told, empty_folder = sys.argv[1:]
    came_in = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(printed(came_in, date.fromisoformat(day_told), empty_folder))
