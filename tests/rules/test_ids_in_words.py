"""No id of a source stands in words that people read: notes, reasons, answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from smp_planner.rules.ruleset import RuleSet

DATA = Path(__file__).resolve().parents[2] / "data"
IDS = ("sources", "at", "id", "url", "rules", "cites")  # hold ids, or words of a document


def texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Every text of a file of rules, with the keys that lead to it."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in IDS:
                yield from texts(part, f"{place}.{key}")
    elif isinstance(value, list):
        for part in value:
            yield from texts(part, place)
    elif isinstance(value, str) and " " in value:
        yield place, value


def test_no_id_of_a_source_stands_in_words(rules: RuleSet) -> None:
    known = sorted((re.escape(id_) for id_ in rules.sources if "-" in id_), key=len, reverse=True)
    id_ = re.compile(rf"(?<![\w-])(?:{'|'.join(known)})(?![\w-])")
    files = [path for path in DATA.rglob("*.yaml") if path.name != "sources.yaml"]
    found = {
        place: said[0]
        for path in files
        for place, text in texts(yaml.safe_load(path.read_text(encoding="utf-8")), path.stem)
        if (said := id_.search(text))
    }
    assert found == {}
    assert len(files) > 40
    assert id_.search("men with Norwood IV to VI (vecchio-2002), and")
