"""A plan on paper as PDF: set for a sheet, then printed, here or by a process of its own (`press`)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from tempfile import TemporaryDirectory

from smp_planner.exports.paper.blocks import Paper
from smp_planner.exports.paper.printer import printed
from smp_planner.exports.paper.sheet import Sheet, Size
from smp_planner.exports.paper.typeset import typeset

UNDATED = date(2000, 1, 1)
Printer = Callable[[str, date, str], bytes]


def to_pdf(paper: Paper, *, size: Size, large: bool = False, printer: Printer = printed) -> bytes:
    """The document as PDF on `size` paper; `large` prints the body in 18 instead of 12 points.

    The same document gives the same bytes. Any text prints, whatever was typed: see `printable`. Safe to call
    from many threads at once. Raises what the `printer` raises.
    """
    document = json.dumps(typeset(paper, Sheet(size, large=large)))
    with TemporaryDirectory() as nothing_to_read:
        return printer(document, _day_of(paper.edition), nothing_to_read)


def _day_of(edition: str) -> date:
    """The day of the rules."""
    try:
        return date.fromisoformat(edition)
    except ValueError:
        return UNDATED
