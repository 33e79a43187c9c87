"""How much room words take in a picture, and where they break into lines: SVG breaks none by itself."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

SIZE, LINE = 11, 13  # of the letters, and from one line to the next, in pixels
LETTER, CAPITAL = 6.2, 7.8  # room for one letter of that size, on the safe side


def room_for(words: str) -> float:
    """How many pixels a line of small words takes at most."""
    return sum(map(_width, words))


def _width(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return SIZE
    return CAPITAL if letter.isupper() else LETTER


def lines_of(words: str, room: float) -> list[str]:
    """The words in lines of that room, in pixels; a word that is longer goes on in the next line."""
    lines = [""]
    for word in words.split():
        for part in _parts(word, room):
            longer = f"{lines[-1]} {part}".strip()
            if room_for(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(part)
    return [line for line in lines if line]


def cut(words: str, room: float) -> str:
    """The words as far as one line of that room holds them; a sign tells where more would follow."""
    if room_for(words) <= room:
        return words
    held = next((line for line in lines_of(words, room - LETTER)), "")
    return f"{held}…"


def _parts(word: str, room: float) -> Iterator[str]:
    """A word in parts that fit into a line."""
    part = ""
    for letter in word:
        if part and room_for(part + letter) > room:
            yield part
            part = ""
        part += letter
    yield part
