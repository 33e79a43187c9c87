"""Words that an instruction to avoid something doesn't hold: what allows, and spans of time of its own.

The list is of English words; a text in another language is left to whoever wrote it.
"""

from __future__ import annotations

import re

ALLOWING = (
    r"(?:you|we|clients?|patients?|people|(?:every|any)(?:body|one)) (?:may|can|could)(?! ?not\b|['’]t)",
    r"may be (?:done|used|had|worn|taken|drunk|eaten)",
    r"(?<!not )(?<!n['’]t )(?<!never )(?:fine|ok|okay|all right|alright|harmless|no problem)",
    r"(?<!not )(?<!n['’]t )(?<!never )(?:allowed|permitted|welcome)",
    r"(?<!not )(?<!n['’]t )(?<!never )(?:free|safe) to",
    r"feel free|go ahead|as you (?:like|please|wish)|as usual|whenever you",
    r"(?:don['’]t|do not|doesn['’]t|does not) (?:have|need) to|need not|no need",
    r"from (?:then|now|tomorrow|(?:the )?(?:next |first )?day(?: \S+)?) on(?:wards?)?",
)
TIME = r"(?:hours?|days?|nights?|weeks?|fortnights?|months?|years?)"
COUNTED = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|twenty|thirty|several|"
    r"(?:a )?(?:few|couple of|dozen))"
)
NUMBERS = (
    r"\d+(?:[.,]\d+)?",
    rf"{COUNTED} (?:more |full |whole )?{TIME}",
    rf"(?:day|week|month) {COUNTED}",
    r"\{\w+\} (?:hours?|nights?|weeks?|fortnights?|months?|years?)",
)

_ALLOWING = re.compile(rf"\b(?:{'|'.join(ALLOWING)})(?!\w)", re.IGNORECASE)
_NUMBERS = re.compile(rf"(?<!\w)(?:{'|'.join(NUMBERS)})(?!\w)", re.IGNORECASE)


def allows(text: str) -> str | None:
    """The first words of a text that allow something; None where none do."""
    return _first(_ALLOWING, text)


def own_number(text: str) -> str | None:
    """The first number or span of time that a text names itself, its places to fill in left aside."""
    return _first(_NUMBERS, text)


def _first(words: re.Pattern[str], text: str) -> str | None:
    found = words.search(" ".join(text.split()))
    return found[0] if found else None
