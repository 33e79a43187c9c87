"""Words that no text for a person holds, unless negated: what promises, praises, or tells a chance badly.

The list is of English words; a text in another language is left to whoever wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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

_PROMISE = re.compile(rf"\b(?:{'|'.join(PROMISES)})\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?:;]\s")
_NEAR = 6  # words before it in which a negation still counts
_REACH = 200  # signs before it that are looked at: more than six words have


def promises(text: str) -> Iterator[str]:
    """The words of the list that a text holds and does not negate."""
    plain = " ".join(text.split())
    for found in _PROMISE.finditer(plain):
        if not _negated(plain[max(0, found.start() - _REACH) : found.start()]):
            yield found[0]


def _negated(before: str) -> bool:
    """Whether one of the last words before, in the same sentence, is a negation."""
    sentence = _SENTENCE_END.split(before)[-1]
    return _NEGATION.search(" ".join(sentence.split()[-_NEAR:])) is not None
