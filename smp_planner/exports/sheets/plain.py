"""Typed words as a spreadsheet can hold them: text, whatever they begin with, without what XML forbids."""

from __future__ import annotations

from unicodedata import east_asian_width

from smp_planner.domain.xml_text import NO_XML

LONGEST = 32_767  # what a cell holds, counted as UTF-16 does: most emoji count twice
CUT = "…"
LONGEST_NAME = 31  # of a sheet
NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def plain(words: str) -> str:
    """The words without control characters and halves of characters; lines and tabs stay; never too long."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    kept = NO_XML.sub("", lines)
    if 2 * len(kept) <= LONGEST:  # whatever it is of
        return kept
    units = kept.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return kept
    return units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", errors="ignore") + CUT


def sheet_name(words: str) -> str:
    """A name as a sheet may bear it: at most 31 characters, and none that means something in a formula."""
    return plain(words).translate(NOT_IN_A_NAME).strip()[:LONGEST_NAME].strip()


def columns_wide(words: str) -> int:
    """How many columns of plain letters the longest line takes; East Asian letters take two."""
    lines = words.split("\n")
    return max(len(line) if line.isascii() else sum(map(_columns, line)) for line in lines)


def _columns(sign: str) -> int:
    return 2 if east_asian_width(sign) in "WF" else 1
