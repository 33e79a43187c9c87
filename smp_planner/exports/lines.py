"""Lines of plain text, at most 80 wide: paragraphs and bullets. No columns: a voice reads across them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from textwrap import wrap

WIDTH = 80


def paragraph(words: str, *, first: str = "", rest: str = "") -> list[str]:
    """Words as lines; `first` stands before the first line, `rest` before the others.

    Signs that steer a terminal, which a typed name could hold, are left out.
    """
    return wrap(_plain(words), WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _plain(words: str) -> str:
    if words.isprintable():
        return words
    return "".join(sign if sign.isprintable() else " " if sign.isspace() else "" for sign in words)


def bullets(texts: Iterable[str]) -> list[str]:
    """One bullet a text."""
    return [line for text in texts for line in paragraph(text, first="- ", rest="  ")]


def heading(words: str) -> list[str]:
    """A heading with an empty line above it."""
    return ["", words.upper()]


def named(pairs: Iterable[tuple[str, str]]) -> str:
    """Names with what belongs to each, to be read aloud; neighbours of which the same is said share it.

    Doing nothing, Medication: 0; SMP: 0 to 5.
    """
    runs = [(words, [name for name, _words in run]) for words, run in groupby(pairs, itemgetter(1))]
    return "; ".join(f"{', '.join(names)}: {words.rstrip('.')}" for words, names in runs)
