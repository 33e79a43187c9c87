"""Every text of the product, as the template from which translators begin.

`python -m tests.language.template > smp_planner.pot` writes it.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from smp_planner.language.choose import DOMAIN
from smp_planner.language.speech import Speech
from smp_planner.rules.load import DATA, load_rules

ROOT = Path(__file__).resolve().parents[2]
MARKS = {"_": 1, "N_": 1, "n_": 2, "NN_": 2, "p_": 2, "NP_": 2}  # how many texts each of them takes
WITH_CONTEXT = ("p_", "NP_")  # the first of their texts


class Marked(NamedTuple):
    """A text that is marked, both forms of one that counts, and the context of one that has any."""

    text: str | tuple[str, ...]
    context: str | None = None


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
    for path in sorted((ROOT / "smp_planner").rglob("*.py")):
        for text in texts_in(path):
            catalog.add(text.text, locations=[(path.relative_to(ROOT).as_posix(), 0)], context=text.context)
    heard = Heard()
    load_rules(speech=Speech(texts=heard))
    for text in filter(str.strip, heard.texts):
        catalog.add(text, locations=[(DATA.name, 0)])
    return catalog


def texts_in(path: Path) -> Iterator[Marked]:
    """The texts that a file marks; Babel's own reader does not look into f-strings."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            texts = [a.value for a in node.args[: MARKS[node.func.id]] if isinstance(a, ast.Constant)]
            if len(texts) == MARKS[node.func.id]:
                yield _marked(node.func.id, texts)


def _marked(mark: str, texts: list[str]) -> Marked:
    if mark in WITH_CONTEXT:
        return Marked(texts[1], texts[0])
    return Marked(texts[0] if len(texts) == 1 else tuple(texts))


if __name__ == "__main__":
    write_po(sys.stdout.buffer, template(), include_lineno=False)
