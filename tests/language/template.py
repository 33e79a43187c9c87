"""Every text of the product, as the template from which translators begin.

`python -m tests.language.template > smp_planner.pot` writes it.
"""

from __future__ import annotations

import sys
from functools import cache
from gettext import NullTranslations
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from smp_planner.language.choose import DOMAIN
from smp_planner.language.speech import Speech
from smp_planner.rules.load import DATA, load_rules

ROOT = Path(__file__).resolve().parents[2]
KEYWORDS = {"_": None, "N_": None, "n_": (1, 2), "NN_": (1, 2)}


class Heard(NullTranslations):
    """A catalogue that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def gettext(self, message: str) -> str:
        """The text as it is."""
        self.texts.append(message)
        return message


@cache
def template() -> Catalog:
    """All texts: those in the code with their files, then those of the rules."""
    catalog = Catalog(domain=DOMAIN)
    package = ROOT / "smp_planner"
    for file, _line, text, _comments, _context in extract_from_dir(
        str(package), [("**.py", "python")], keywords=KEYWORDS
    ):
        catalog.add(text, locations=[(f"smp_planner/{Path(file).as_posix()}", 0)])
    heard = Heard()
    load_rules(speech=Speech(texts=heard))
    for text in heard.texts:
        if text.strip():
            catalog.add(text, locations=[(DATA.name, 0)])
    return catalog


if __name__ == "__main__":
    write_po(sys.stdout.buffer, template(), include_lineno=False)
