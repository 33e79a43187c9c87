"""From what a browser or a clinic asks for ("en-GB", "de-DE") to what we can speak."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from smp_planner.language.speech import OWN, Speech

WRITTEN_IN = "en"
DOMAIN = "smp_planner"
LONGEST_TAG = 35  # of those that BCP 47 asks everybody to take
CATALOGUES = Path(__file__).parent / "catalogues"


def speech_of(tag: str | None, catalogues: Path = CATALOGUES) -> Speech:
    """The speech nearest to a language tag (BCP 47).

    Words: the language of the tag where there is a catalogue of it, else English. Days and figures:
    the habits of that language in the tag's country, where Babel knows them: a German reader of
    English texts gets English as it is written in Germany. A tag that says nothing of this, or that
    can't be read, gets our own English.
    """
    if not tag or tag == WRITTEN_IN or len(tag) > LONGEST_TAG:
        return OWN
    language, territory = _parts(tag)
    told = language if _texts(language, catalogues) else WRITTEN_IN
    name = next(filter(_known, (f"{told}_{territory}", told)), WRITTEN_IN)
    return OWN if name == WRITTEN_IN else _speech(name, told, catalogues)


def _parts(tag: str) -> tuple[str, str]:
    """Language and territory of a tag; empty where it names none."""
    from babel.core import parse_locale

    try:
        language, territory, *_rest = parse_locale(tag.replace("_", "-"), sep="-")
    except ValueError:
        return "", ""
    return language, territory or ""


def _known(name: str) -> bool:
    from babel.localedata import exists

    return exists(name)


def _texts(language: str, catalogues: Path) -> gettext.NullTranslations | None:
    """The compiled catalogue of a language, where there is one."""
    if not language or gettext.find(DOMAIN, str(catalogues), [language]) is None:
        return None
    return gettext.translation(DOMAIN, str(catalogues), [language])


@cache  # as many as there are locales in Babel: what a browser sends is no key here
def _speech(name: str, language: str, catalogues: Path) -> Speech:
    from babel import Locale

    from smp_planner.language.from_babel import BabelFigures, days_of

    locale = Locale.parse(name)
    return Speech(name, days_of(locale), BabelFigures(locale), _texts(language, catalogues))
