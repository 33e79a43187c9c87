"""The values of a file, and the place of every key: in that file, or in a file of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

import yaml

from smp_planner.errors import Place, Problem

Path = tuple[str | int, ...]
Value = object


@dataclass(slots=True)
class SourceMap:
    """The values of one file, the place of each key path, and what is wrong with its text.

    `halted`: the text could not be read to its end, so the values mean nothing. `parts`: tables that
    stand in files of their own, by their path.
    """

    file: str
    value: Value = None
    marks: dict[Path, yaml.Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    halted: bool = False
    parts: dict[Path, SourceMap] = field(default_factory=dict)

    def home(self, path: Path) -> tuple[SourceMap, Path]:
        """The file that a path stands in, and the path there: a table may have a file of its own."""
        part = self.parts.get(path[:2])
        return (self, path) if part is None else (part, path[2:])

    def holds(self, path: Path) -> bool:
        """Whether something stands at a path."""
        home, path = self.home(path)
        return path in home.marks

    def place(self, path: Path) -> Place:
        """Where a path stands; a path that isn't there has its nearest parent's place."""
        home, path = self.home(path)
        while path not in home.marks and path:
            path = path[:-1]
        mark = home.marks.get(path)
        return Place(home.file, mark.line + 1, mark.column + 1) if mark else Place(home.file, 1, 1)

    def key(self, path: Path) -> str:
        """A path as it is written in the file that it stands in."""
        return dotted(self.home(path)[1])


def as_table(value: Value) -> dict[str, Value] | None:
    """A value that is a table of keys, or None."""
    return cast("dict[str, Value]", value) if isinstance(value, dict) else None


def as_list(value: Value) -> list[Value] | None:
    """A value that is a list, or None."""
    return cast("list[Value]", value) if isinstance(value, list) else None


def join(head: SourceMap, key: str, parts: Mapping[str, SourceMap]) -> None:
    """Put tables that stand in files of their own under a key of their head.

    What is wrong with them is told with the head. A table that could not be read to its end is left out.
    """
    for part in parts.values():
        head.problems += part.problems
    table = as_table(head.value)
    if table is None or head.halted:
        return
    if key in table:
        text, hint = "stands here; its tables have files of their own", f"move them to {head.file[:-5]}/"
        head.problems.append(Problem(place=head.place((key,)), key=key, message=text, code="R111", hint=hint))
    table[key] = {name: part.value for name, part in parts.items() if not part.halted}
    head.marks[(key,)] = head.marks[()]
    head.parts = {(key, name): part for name, part in parts.items()}


def dotted(path: Path) -> str:
    """A key path as people write it: `sessions.gaps.0.value`."""
    return ".".join(map(str, path))
