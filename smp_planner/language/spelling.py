"""English as the United States write it: the texts are written as the rest of the world writes them."""

from __future__ import annotations

import re
from functools import lru_cache
from gettext import NullTranslations

LOCALE = "en_US"
SPELT = {
    "anaesthe": "anesthe",
    "beach holiday": "beach vacation",
    "centimetre": "centimeter",
    "colour": "color",
    "diary": "calendar",
    "fibre": "fiber",
    "favour": "favor",
    "grey": "gray",
    "haemo": "hemo",
    "judgement": "judgment",
    "licence": "license",
    "moisturise": "moisturize",
    "per cent": "percent",
    "plaster": "bandage",
    "radiotherapy": "radiation therapy",
    "sunburnt": "sunburned",
}
"""How words begin, here and there; some things have another word there."""
_FOUND = re.compile(rf"\{{[^}}]*\}}|\b(?:{'|'.join(SPELT)})", re.IGNORECASE)
TEXTS = 4096  # more than there are, so each is spelt once


class SpeltInUS(NullTranslations):
    """Our own texts, spelt anew; the places in braces keep their names."""

    def gettext(self, message: str) -> str:
        """A text."""
        return in_us(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """A text for one, or the one for more."""
        return in_us(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - of gettext
        """A text whose context says which is meant."""
        return in_us(message)


@lru_cache(maxsize=TEXTS)
def in_us(text: str) -> str:
    """A text as the United States spell it."""
    return _FOUND.sub(_spelt, text)


def _spelt(found: re.Match[str]) -> str:
    word = found[0]
    told = SPELT.get(word.lower(), word)
    return told.capitalize() if word[0].isupper() else told
