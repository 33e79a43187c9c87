"""Where two nested values differ: tables of keys and lists, down to what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple, cast

Path = tuple[str | int, ...]
Table = dict[str | int, object]


class Nothing(Enum):
    """What stands at a place where nothing stands."""

    HERE = "nothing"


NOTHING = Nothing.HERE


class Difference(NamedTuple):
    """One place at which two values differ: the keys that lead to it, and what stands there in each."""

    path: Path
    before: object
    after: object


def differences(before: object, after: object, path: Path = ()) -> Iterator[Difference]:
    """The outermost places that differ, in reading order; what one of the two has alone is told whole."""
    mine, theirs = _held(before), _held(after)
    if mine is not None and theirs is not None:
        for key in {**mine, **theirs}:
            yield from differences(mine.get(key, NOTHING), theirs.get(key, NOTHING), (*path, key))
    elif (type(before), before) != (type(after), after):
        yield Difference(path, before, after)


def _held(value: object) -> Table | None:
    """The keys of a table, or the numbers of a list of tables, with what they hold; None for all else."""
    if isinstance(value, dict):
        return cast(Table, value)
    if (
        isinstance(value, list)
        and value
        and all(isinstance(item, dict) for item in cast("list[object]", value))
    ):
        return dict(enumerate(cast("list[object]", value)))
    return None


def by_id(value: object) -> object:
    """The value with every list of tables that have an `id` as a table of them by this id."""
    if isinstance(value, dict):
        return {key: by_id(inner) for key, inner in cast(Table, value).items()}
    if not isinstance(value, list):
        return value
    items = [by_id(item) for item in cast("list[object]", value)]
    tables = [cast(Table, item) for item in items if isinstance(item, dict) and "id" in item]
    return (
        {cast(str, table["id"]): table for table in tables} if items and len(tables) == len(items) else items
    )
