"""Lines of plain text, at most 80 columns wide: paragraphs, bullets, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

WIDTH = 80


def paragraph(words: str, *, first: str = "", rest: str = "") -> list[str]:
    """Words as lines; `first` stands before the first line, `rest` before the others.

    Signs that steer a terminal, which a typed name could hold, are left out.
    """
    plain = "".join(sign if sign.isprintable() else " " if sign.isspace() else "" for sign in words)
    return wrap(plain, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def bullets(texts: Iterable[str]) -> list[str]:
    """One bullet a text."""
    return [line for text in texts for line in paragraph(text, first="- ", rest="  ")]


def heading(words: str) -> list[str]:
    """A heading with an empty line above it."""
    return ["", words.upper()]


def grid(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    """A table: every cell wrapped inside its own column, a space between columns."""
    for row in rows:
        cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
        for pieces in zip_longest(*cells, fillvalue=""):
            yield " ".join(f"{piece:<{width}}" for piece, width in zip(pieces, widths, strict=True)).rstrip()
