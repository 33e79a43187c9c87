"""A rule file is read once, and copied for each test that loads it again.

Hundreds of tests change a value of one file in a copy of all of them. What makes values of a text is the same
for the same text; what looks at the values runs each time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from smp_planner.rules.narrow_yaml import read
from smp_planner.rules.source_map import SourceMap

_found = dict[tuple[str, str], SourceMap]()


def read_once(text: str, file: str) -> SourceMap:
    """The values and places of a text; one that has a problem is read anew, to be told of it anew."""
    if (text, file) not in _found:
        found = read(text, file)
        if found.problems or found.halted:
            return found
        _found[text, file] = found
    found = _found[text, file]
    return replace(found, value=_copied(found.value), marks=dict(found.marks), problems=[], parts={})


def _copied(value: object) -> object:
    """The same tables and lists, so that nobody changes those that are kept."""
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in cast("dict[str, object]", value).items()}
    if isinstance(value, list):
        return [_copied(inner) for inner in cast("list[object]", value)]
    return value
