"""Text as the printer can set it: what a person typed, with a clear mark where no font has the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, normalize

from smp_planner.exports.paper.glyphs import ARABIC, LATIN, characters_of

SUBSTITUTE = "\N{REPLACEMENT CHARACTER}"

# Turn the order of letters around beyond their own text, or are no text at all.
UNSEEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
UNENDING = re.compile(r"\S{25}(?=\S)")
BREAK = "\N{ZERO WIDTH SPACE}"
PLAIN = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027]*")


def printable(text: str, families: tuple[str, ...] = (LATIN, ARABIC)) -> str:
    """The text in one line, composed, for a place where these `families` of fonts print (`glyphs`).

    Control characters are left out. A character that no font draws becomes `SUBSTITUTE`, one for each; marks
    on a letter that its font can't draw are left out. A word too long for a line may break anywhere.
    """
    composed = normalize("NFC", text)
    drawn = composed if PLAIN.fullmatch(composed) else "".join(_drawn(composed, families))
    return UNENDING.sub(rf"\g<0>{BREAK}", drawn)


def _drawn(text: str, families: tuple[str, ...]) -> Iterator[str]:
    family = LATIN
    for char in text:
        kind = category(char)
        if char.isspace() or kind in {"Zl", "Zp"}:
            yield char if ord(char) in characters_of(LATIN) and kind == "Zs" else " "
        elif kind == "Cc" or char in UNSEEN:
            continue
        elif kind in {"Mn", "Me", "Mc", "Cf"}:
            if ord(char) in characters_of(family):
                yield char
        elif (found := _family_of(char, families)) is None:
            yield SUBSTITUTE
        else:
            family = found
            yield char


def _family_of(char: str, families: tuple[str, ...]) -> str | None:
    return next((family for family in families if ord(char) in characters_of(family)), None)
