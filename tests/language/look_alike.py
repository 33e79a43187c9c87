"""A language in which every letter has a mark: a plain one shows a text that nobody can translate."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from smp_planner.language.choose import DOMAIN

GREEK = "el-GR"  # whose habits differ from ours in months, weekdays and the signs in numbers
MARKED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ",
)
SIGNS = re.compile(r"\b([IVX]+A?|cm2|in2|mm|cm|USD?|GBP|SPF|dots/cm2)\b|US\$")
PLAIN = re.compile(r"[^\n]{0,30}[A-Za-z]{2,}[^\n]{0,30}")
KEPT = re.compile(r"(\{[^{}]*\}|</?[a-z][^<>]*>|&[a-z]+;)")


def look_alike(text: str) -> str:
    """The text with marked letters; places to fill in and tags stay."""
    return "".join(part if KEPT.fullmatch(part) else part.translate(MARKED) for part in KEPT.split(text))


def write_catalogue(template: Catalog, folder: Path) -> None:
    """A compiled catalogue of the language under a folder of catalogues."""
    told = Catalog("el", domain=DOMAIN)
    for message in template:
        if isinstance(message.id, tuple):
            one, more = map(look_alike, message.id)
            told.add(message.id, (one, *[more] * (told.num_plurals - 1)))
        elif message.id:
            told.add(message.id, look_alike(message.id), context=message.context)
    home = folder / "el" / "LC_MESSAGES"
    home.mkdir(parents=True)
    with (home / f"{DOMAIN}.mo").open("wb") as file:
        write_mo(file, told)


def plain_words(text: str) -> set[str]:
    """Plain letters in a text, with what stands beside them; signs of units are the same everywhere."""
    bare = SIGNS.sub(" ", text)
    return {found.group() for found in PLAIN.finditer(bare)}
