"""From what a browser or a clinic asks for ("en-GB", "de-DE") to what we can speak."""

from __future__ import annotations

import gettext
import re
from functools import cache
from pathlib import Path
from typing import cast

from smp_planner.language.speech import OWN, Speech
from smp_planner.language.spelling import LOCALE, SpeltInUS

WORLD = "en_001"  # English as the world writes it
DOMAIN = "smp_planner"
SAID_FOR_GB = re.compile(r"(?<=[-_])uk$", re.IGNORECASE)
LONGEST_TAG = 35  # of those that BCP 47 asks everybody to take
CATALOGUES = Path(__file__).parent / "catalogues"


def speech_of(tag: str | None, catalogues: Path = CATALOGUES) -> Speech:
    """The speech nearest to a language tag (BCP 47).

    Words: the language of the tag where there is a catalogue of it, else English. Days and figures: the
    habits of that language in the tag's country, where Babel knows them. Numbers in English stand as our
    English sentences hold them ("1,500", "14.7"): where a country writes its English numbers otherwise,
    figures are those of the world's English, so that no page holds "1.500" beside "1,500". A tag that says
    nothing of this, or that can't be read, gets our own English.
    """
    language, territory = parts_of(tag or "")
    if not language:
        return OWN
    here = f"_{territory}" if territory else ""
    told = next(
        (name for name in (language + here, language) if name in _translated(catalogues)), OWN.language
    )
    name = next(filter(_known, (told.partition("_")[0] + here, told)))
    return OWN if name == OWN.name else _speech(name, told, catalogues)


def asked_or_usual(asked: str | None, usual: str | None) -> str | None:
    """The tag to speak by: what a browser asks for, with the country of `usual` where it names none.

    `usual` is the clinic's; whoever asks for nothing that can be read gets it whole.
    """
    language, territory = parts_of(asked or "")
    if territory or usual is None:
        return asked
    its_own, here = parts_of(usual)
    language = language or (OWN.language if asked == OWN.name else its_own or OWN.language)
    return f"{language}-{here}" if here else language


def is_tag(tag: str) -> bool:
    """Whether a text names a language that we can tell apart, or our own English."""
    return tag == OWN.name or parts_of(tag) != ("", "")


def is_locale(tag: str) -> bool:
    """Whether Babel knows the language of a tag and, where it names one, the country."""
    from babel import Locale

    language, territory = parts_of(tag)
    if not _known(language):
        return tag == OWN.name
    return not territory or territory in Locale(OWN.language).territories


def closest_locale(word: str) -> str:
    """The tag of the language that goes by an English name, else the tag most like a word; "" for none."""
    from difflib import get_close_matches

    from babel import Locale
    from babel.localedata import locale_identifiers

    word = SAID_FOR_GB.sub("GB", word)
    told = cast("dict[str, str]", Locale(OWN.language).languages)
    names = {name.casefold(): tag for tag, name in told.items() if _known(tag)}
    tags = {name.replace("_", "-").casefold(): name.replace("_", "-") for name in locale_identifiers()}
    for known, alike in ((names, 0.8), (tags, 0.6)):
        for close in get_close_matches(word.replace("_", "-").casefold(), known, n=1, cutoff=alike):
            return known[close].replace("_", "-")
    return ""


def parts_of(tag: str) -> tuple[str, str]:
    """Language and territory of a tag; empty where it names none, or can't be read."""
    if not tag or tag == OWN.name or len(tag) > LONGEST_TAG:
        return "", ""
    from babel.core import parse_locale

    try:
        language, territory, *_rest = parse_locale(tag.replace("_", "-"), sep="-")
    except ValueError:
        return "", ""
    return language, territory or ""


def _known(name: str) -> bool:
    from babel.localedata import exists

    return exists(name)


@cache  # looked for once a process: whoever speaks begins each answer here
def _translated(catalogues: Path) -> frozenset[str]:
    """The languages that have a compiled catalogue."""
    return frozenset(path.parts[-3] for path in catalogues.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))


def _texts(language: str, catalogues: Path) -> gettext.NullTranslations | None:
    """The compiled catalogue of a language, where there is one."""
    if language not in _translated(catalogues):
        return None
    return gettext.translation(DOMAIN, str(catalogues), [language])


@cache  # as many as there are locales in Babel: what a browser sends is no key here
def _speech(name: str, language: str, catalogues: Path) -> Speech:
    from babel import Locale

    from smp_planner.language.from_babel import BabelFigures, days_of, marks_of

    locale, texts = Locale.parse(name), _texts(language, catalogues)
    as_written = texts is not None or marks_of(locale) == marks_of(Locale.parse(WORLD))
    figures = BabelFigures(locale, numbers=locale if as_written else Locale.parse(WORLD))
    spelt = SpeltInUS() if texts is None and name == LOCALE else texts
    return Speech(language, name, days_of(locale), figures, spelt)
