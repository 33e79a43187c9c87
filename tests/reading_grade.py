"""The Flesch-Kincaid grade of a text, offline: a rough count of syllables, no word lists."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z]+\d*(?:['’-][A-Za-z]+)*|\d[\d,.]*\d|\d")
_VOWELS = re.compile(r"[aeiouy]+")
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")
_SILENT_END = re.compile(r"(?:[^laeiouyscgxzh]es|[^tdaeiouy]ed|[^laeiouy]e)$")


def words(text: str) -> list[str]:
    """The words of a text; a number is one word."""
    return _WORD.findall(text)


def sentences(text: str) -> int:
    """How many sentences a text has, at least one; the last needs no full stop."""
    ends = len(_SENTENCE_END.findall(text))
    return max(1, ends if text.rstrip()[-1:] in ".!?" else ends + 1)


def syllables(word: str) -> int:
    """About how many syllables: groups of vowels, a silent ending not counted; a number counts one."""
    if word[0].isdigit():
        return 1
    return sum(_part(part) for part in re.split(r"[-'’]", word.lower()) if _VOWELS.search(part)) or 1


def _part(part: str) -> int:
    groups = len(_VOWELS.findall(part))
    return max(1, groups - 1 if _SILENT_END.search(part) else groups)


def reading_grade(text: str) -> float:
    """The US school grade at which the text can be read (Flesch-Kincaid, 1975)."""
    found = words(text)
    if not found:
        return 0.0
    per_sentence = len(found) / sentences(text)
    per_word = sum(map(syllables, found)) / len(found)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59
