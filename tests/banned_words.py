"""The words that no text for a person holds, unless negated: the contract's list, from `rules/promises.py`.

The comparison holds itself to more: `SLANTED` adds the words that turn it into advice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from smp_planner.rules.promises import PROMISES
from smp_planner.rules.promises import promises as promised

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


def promises(text: str) -> list[str]:
    """The words of the contract's list that a text holds and does not negate."""
    return [*promised(text)]


def unwanted(text: str) -> list[str]:
    """What a text of the comparison may not hold: promises, slanted words, and shares as per cent."""
    return [found[0] for found in _any_of((*PROMISES, *SLANTED)).finditer(text)] + ["%"] * text.count("%")


def medicines(text: str) -> list[str]:
    """The names of medicines in a text, each with a little of what stands around it."""
    found = re.finditer("|".join(MEDICINES), text, re.IGNORECASE)
    return [text[max(0, name.start() - 60) : name.end() + 20] for name in found]


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
