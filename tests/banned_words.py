"""The words that no text for a person holds, unless negated: the contract's list, in one place.

The comparison holds itself to more: `SLANTED` adds the words that turn it into advice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

PROMISES = (
    r"best",
    r"painless\w*",
    r"guarante\w+",
    r"permanent fix\w*",
    r"no risks?",
    r"risk-?\s?free",
    r"undetectabl\w+",
    r"miracl\w+",
    r"perfect\w*",
    r"amazing\w*",
    r"(?:1|one) in (?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|a hundred|a thousand)",
    r"times (?:more|less|as) likely",
)
# In the comparison and its risks, negated or not: praise, alarm and advice.
SLANTED = (
    r"only", r"simply", r"just", r"rare", r"rarely", r"common", r"commonly", r"natural-looking", r"winner",
    r"recommended?",
)  # fmt: skip
# Nowhere but where a region is set that may name them; part of a longer word or an address counts too.
MEDICINES = (
    r"finasterid", r"dutasterid", r"minoxidil", r"spironolact", r"cyproteron", r"bicalutamid",
    r"isotretinoin", r"propecia", r"proscar", r"avodart", r"rogaine", r"regaine", r"loniten",
    r"aldactone", r"accutane",
)  # fmt: skip

_NEGATION = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?:;]\s")
_NEAR = 6  # words before it in which a negation still counts


def promises(text: str) -> list[str]:
    """The words of the contract's list that a text holds and does not negate."""
    plain = " ".join(text.split())
    return [found[0] for found in _any_of(PROMISES).finditer(plain) if not _negated(plain[: found.start()])]


def unwanted(text: str) -> list[str]:
    """What a text of the comparison may not hold: promises, slanted words, and shares as per cent."""
    return [found[0] for found in _any_of((*PROMISES, *SLANTED)).finditer(text)] + ["%"] * text.count("%")


def medicines(text: str) -> list[str]:
    """The names of medicines in a text, each with a little of what stands around it."""
    found = re.finditer("|".join(MEDICINES), text, re.IGNORECASE)
    return [text[max(0, name.start() - 60) : name.end() + 20] for name in found]


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _negated(before: str) -> bool:
    """Whether one of the last words before, in the same sentence, is a negation."""
    sentence = _SENTENCE_END.split(before)[-1]
    return _NEGATION.search(" ".join(sentence.split()[-_NEAR:])) is not None
