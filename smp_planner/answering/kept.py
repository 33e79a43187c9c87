"""Leave parts out of a file's values, and still know where what is kept stands in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from smp_planner.errors import Place, Problem
from smp_planner.rules.shape_problems import MISSING, entered
from smp_planner.rules.source_map import Path, SourceMap, as_list, as_table, dotted


class Kept(NamedTuple):
    """Values of a file less what was left out; `origin` leads from a list item's path to its own."""

    found: SourceMap
    value: object
    origin: dict[Path, Path]

    def map(self) -> SourceMap:
        """The kept values as a source map of their own; their places are asked of `self`."""
        return SourceMap(self.found.file, self.value)

    def path(self, path: Path) -> Path:
        """Where a path of the kept values stands in the file's own values."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.origin:
                return (*self.origin[path[:length]], *path[length:])
        return path

    def place(self, path: Path) -> Place:
        """Line and column of a path of the kept values."""
        return self.found.place(self.path(path))

    def nearest(self, key: str) -> Path:
        """The path of a dotted key in the kept values, or of its nearest parent that is there."""
        value, path = self.value, as_path(key, self.value)
        for length, step in enumerate(path):
            value = entered(value, step)
            if value is MISSING:
                return path[:length]
        return path

    def located(self, problem: Problem) -> Problem:
        """A problem about the kept values, told of the file itself."""
        path = as_path(problem.key, self.value)
        return problem._replace(place=self.place(path), key=dotted(self.path(path)))


def as_path(key: str, value: object) -> Path:
    """A dotted key as a path into a value; where the value is a list, whole numbers are places in it."""
    path: list[str | int] = []
    rest: str | None = key
    while rest is not None and (rest or _holds_empty_key(value)):
        step, rest = _first(rest, value)
        path.append(step)
        value = entered(value, step, None)
    return tuple(path)


def _holds_empty_key(value: object) -> bool:
    return "" in (as_table(value) or {})


def _first(key: str, value: object) -> tuple[str | int, str | None]:
    """The first step of a dotted key and what is left of it; a key of a table may hold dots itself."""
    table = as_table(value) or {}
    step = next(_known_steps(key, table), None)
    step = key.partition(".")[0] if step is None else step
    rest = key[len(step) + 1 :] if len(step) < len(key) else None
    listed = as_list(value) is not None and step.isdecimal()
    return int(step) if listed else step, rest


def _known_steps(key: str, table: Mapping[str, object]) -> Iterator[str]:
    """The keys of a table that a dotted key is or begins with, the longest first.

    Looked for among its own beginnings or among the keys of the table, whichever are fewer: a file that
    somebody else made may hold many of either.
    """
    if key in table:
        yield key
    if key.count(".") < len(table):
        end = len(key)
        while (end := key.rfind(".", 0, end)) >= 0:
            if key[:end] in table:
                yield key[:end]
    else:
        yield from sorted((one for one in table if key.startswith(f"{one}.")), key=len, reverse=True)


def all_of(found: SourceMap) -> Kept:
    """Everything that a file holds."""
    return Kept(found, found.value, {})


def without(kept: Kept, leave_out: Callable[[Path, object], bool]) -> Kept:
    """The values less every part of which `leave_out(path, value)` holds.

    A list of which no item is kept is left out itself.
    """
    origin: dict[Path, Path] = {}
    value = _filtered(kept.value, (), (), leave_out, origin)
    return Kept(kept.found, value, {new: kept.path(old) for new, old in origin.items()})


def _filtered(
    value: object, new: Path, old: Path, leave_out: Callable[[Path, object], bool], origin: dict[Path, Path]
) -> object:
    if old and leave_out(old, value):
        return MISSING
    table, parts = as_table(value), as_list(value)
    if table is not None:
        inner = {
            key: _filtered(part, (*new, key), (*old, key), leave_out, origin) for key, part in table.items()
        }
        return {key: part for key, part in inner.items() if part is not MISSING}
    if parts is None:
        return value
    items: list[object] = []
    for index, part in enumerate(parts):
        here = (*new, len(items))
        item = _filtered(part, here, (*old, index), leave_out, origin)
        if item is not MISSING:
            origin[here] = (*old, index)
            items.append(item)
    return items if items or not parts else MISSING
