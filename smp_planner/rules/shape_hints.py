"""Hints that show how a value should have been written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from smp_planner.language.texts import _

EXAMPLES: Mapping[str, str] = {
    "reason": '"Why you do it so, in a sentence."',
    "signed": '{by: "Dr A. Example, medical lead", on: 2026-11-01}',
}
"""What the guards of a clinic's own rule look like, by their key."""

LONGEST = 40  # a found text that a hint says again
_NUMBER_INSIDE = re.compile(r"[^0-9.,:-]*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?[^0-9.,:-]*")


def number_hint(found: object, *, whole: bool) -> str:
    """The number in a text, as it should be written: 220 for '£220'; nothing where no one number is meant."""
    inside = _NUMBER_INSIDE.fullmatch(found) if isinstance(found, str) and len(found) <= LONGEST else None
    if inside is None or (whole and inside[2]):
        return ""
    bare = (inside[1].replace(",", "").lstrip("0") or "0") + (inside[2] or "")
    return _("write {number} alone: no quotes, sign, unit or comma", number=bare)


def list_hint(found: object) -> str:
    """A single text or day as the list that is wanted."""
    item = str(found)
    if isinstance(found, str):
        item = json.dumps(found if len(found) <= LONGEST else "...", ensure_ascii=False)
    return _("write a list: `{list}`", list=f"[{item}]")


def example_hint(key: object) -> str:
    """How a key that is missing should be written, where its name alone does not tell."""
    example = EXAMPLES.get(str(key))
    return _("write {line}", line=f"{key}: {example}") if example else ""
