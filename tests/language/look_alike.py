"""A language in which every letter has a mark: a plain one shows a text that nobody can translate."""

from __future__ import annotations

import re
from collections.abc import Callable
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
PLAIN = re.compile(r"[A-Za-z]{2,}")
SMALL = re.compile(f"[{''.join(map(chr, [*MARKED.values()][:26]))}]")
BESIDE = 30  # letters
KEPT = re.compile(r"(\{[^{}]*\}|</?[a-z][^<>]*>|&[a-z]+;)")


def look_alike(text: str) -> str:
    """The text with marked letters; places to fill in and tags stay."""
    return "".join(part if KEPT.fullmatch(part) else part.translate(MARKED) for part in KEPT.split(text))


def all_capitals(text: str) -> str:
    """The text with marked capitals: a small one shows that somebody made it of a told text."""
    return "".join(part if KEPT.fullmatch(part) else look_alike(part.upper()) for part in KEPT.split(text))


def small_letters(text: str) -> set[str]:
    """Marked small letters in a text, with what stands beside them."""
    return _found(SMALL, text)


def write_catalogue(template: Catalog, folder: Path, look_alike: Callable[[str], str] = look_alike) -> None:
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
    return _found(PLAIN, SIGNS.sub(" ", text))


def _found(sought: re.Pattern[str], text: str) -> set[str]:
    """What is found in each line, with what stands beside it."""
    return {
        line[max(0, found.start() - BESIDE) : found.end() + BESIDE]
        for line in text.split("\n")
        for found in sought.finditer(line)
    }
