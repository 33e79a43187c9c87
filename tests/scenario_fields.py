"""Fields of a plan record, found by their path, and what they may be expected to be.

In a path, a list is entered by the id, rule, event, date, month or year of an item, or by its position
from 1; the name of a field gives the list of that field's values. An expected value is the value itself,
a table of fields (`{low: 3, high: 4}`), or a table of `at_least`, `at_most`, `contains`, `lacks`, `count`,
`absent`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

ABSENT = object()
NATURAL_KEYS = ("id", "rule", "event", "date", "months", "year", "option")


def field_of(value: Any, path: str) -> Any:
    """The value at a path of the record, or ABSENT."""
    for part in path.split("."):
        value = _enter(value, part)
        if value is ABSENT:
            return ABSENT
    return value


def _enter(value: Any, part: str) -> Any:
    if isinstance(value, dict):
        return value.get(part, ABSENT)
    if not isinstance(value, list):
        return ABSENT
    tables = [item for item in value if isinstance(item, dict)]
    for item in tables:
        if part in [str(item[key]) for key in NATURAL_KEYS if key in item]:
            return item
    if part.isdigit():
        return value[int(part) - 1] if 1 <= int(part) <= len(value) else ABSENT
    return [item[part] for item in tables if part in item] or ABSENT


def shown(value: Any) -> str:
    """A value as a scenario would write it."""
    return "nothing" if value is ABSENT else json.dumps(value, ensure_ascii=False, default=str)


def fits(got: Any, expected: Any) -> bool:
    """Whether a value is what a scenario expects."""
    if isinstance(expected, dict):
        if expected.keys() <= _TESTS.keys():
            return all(_TESTS[name](got, bound) for name, bound in expected.items())
        return isinstance(got, dict) and all(fits(got.get(key, ABSENT), e) for key, e in expected.items())
    if isinstance(expected, list):
        return isinstance(got, list) and [str(g) for g in got] == [str(e) for e in expected]
    if isinstance(got, bool) or isinstance(expected, bool) or expected is None:
        return got is expected
    return got is not ABSENT and str(got) == str(expected)


def _ordered(got: Any, bound: Any) -> tuple[Any, Any] | None:
    """Two values in a form that can be compared: numbers, or days as text."""
    if isinstance(bound, (int, Decimal)):
        return (got, bound) if isinstance(got, (int, Decimal)) else None
    return (got, str(bound)) if isinstance(got, str) else None


def _has(got: Any, parts: Any, how_many: Callable[[Iterable[bool]], bool]) -> bool:
    """Whether a text or a list holds all (or any) of the parts."""
    wanted = parts if isinstance(parts, list) else [parts]
    if isinstance(got, list):
        return how_many(str(part) in map(str, got) for part in wanted)
    return isinstance(got, str) and how_many(str(part) in got for part in wanted)


_TESTS: Mapping[str, Callable[[Any, Any], bool]] = {
    "at_least": lambda got, bound: (both := _ordered(got, bound)) is not None and both[0] >= both[1],
    "at_most": lambda got, bound: (both := _ordered(got, bound)) is not None and both[0] <= both[1],
    "contains": lambda got, parts: _has(got, parts, all),
    "lacks": lambda got, parts: isinstance(got, (list, str)) and not _has(got, parts, any),
    "count": lambda got, number: isinstance(got, (list, str)) and len(got) == number,
    "absent": lambda got, wanted: (got is ABSENT) is wanted,
}
