"""Hints that show how a value should have been written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from smp_planner.language.texts import _

EXAMPLES: Mapping[str, str] = {
    "reason": '"Why you do it so, in a sentence."',
    "sources": "[id-of-a-document], by ids that your sources list",
    "signed": '{by: "Dr A. Example, medical lead", on: 2026-11-01}',
}
"""What the guards of a rule look like, by their key."""

LONGEST = 40  # a found text that a hint says again
_NUMBER_INSIDE = re.compile(r"[^0-9.,:-]*(-?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?[^0-9.,:-]*")

_SPAN = re.compile(r" *([0-9]{1,9}(?:\.[0-9]{1,9})?) *(?:-|–|to) *([0-9]{1,9}(?:\.[0-9]{1,9})?) *")


def number_hint(found: object, *, whole: bool) -> str:
    """The number in a text, as it should be written: 220 for '£220'; nothing where no one number is meant."""
    inside = _NUMBER_INSIDE.fullmatch(found) if isinstance(found, str) and len(found) <= LONGEST else None
    if inside is None or (whole and inside[3]):
        return ""
    bare = inside[1] + str(int(inside[2].replace(",", ""))) + (inside[3] or "")
    return _("write {number} alone: no quotes, sign, unit or comma", number=bare)


def list_hint(found: object) -> str:
    """A single text or day as the list that is wanted."""
    item = str(found)
    if isinstance(found, str):
        item = json.dumps(found if len(found) <= LONGEST else "...", ensure_ascii=False)
    return _("write a list: `{list}`", list=f"[{item}]")


def pair_hint(found: object) -> str:
    """Two numbers that were written as a span, as the list that is wanted: [4, 7] for 4-7."""
    span = _SPAN.fullmatch(found) if isinstance(found, str) else None
    return _("write a list: `{list}`", list=f"[{span[1]}, {span[2]}]") if span else ""


def table_hint(key: object, known: Iterable[str]) -> str:
    """The table that is wanted under a key, with the keys that it may hold."""
    keys = ", ".join(f"{one}: ..." for one in known)
    return example_hint(key) or _("write {line}", line=f"`{key}: {{{keys}}}`")


def example_hint(key: object) -> str:
    """How a key that is missing should be written, where its name alone does not tell."""
    example = EXAMPLES.get(str(key))
    return _("write {line}", line=f"{key}: {example}") if example else ""
