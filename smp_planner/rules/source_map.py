"""Read a YAML text into plain values, and remember where every key stands.

Narrow scalars only: `true`, `false`, `null`, whole numbers, plain decimals and ISO dates have
a type; everything else (`no`, `1:30`, `010`, `.nan`) stays text. No anchors, aliases, tags,
merge keys or second documents; size, depth and number of values are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import yaml
from yaml.cyaml import CParser
from yaml.reader import ReaderError

from smp_planner.errors import Place, Problem

MAX_DEPTH = 20
MAX_VALUES = 50_000

type_ = type
Path = tuple[str | int, ...]
Value = object

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})\Z")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_WORDS: dict[str, Value] = {"true": True, "false": False, "null": None, "~": None, "": None}
_MAYBE_TYPED = frozenset("-0123456789tfn~")


@dataclass(slots=True)
class SourceMap:
    """The values of one file, the place of each key path, and what is wrong with its text.

    `halted`: the text could not be read to its end, so the values mean nothing.
    """

    file: str
    value: Value = None
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    halted: bool = False

    def place(self, path: Path) -> Place:
        """Where a path stands; a path that isn't there has its nearest parent's place."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, Place(self.file, 1, 1))


class _Halt(Exception):
    """Reading can't go on; the reason is already among the problems."""


def read(text: str, file: str, *, max_bytes: int = 1_000_000) -> SourceMap:
    """Values and places of a YAML (or JSON) text; problems instead of exceptions."""
    found = SourceMap(file)
    found.halted = True
    if len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        _refuse(found, 1, 1, "", f"the file is larger than {max_bytes:,} bytes", "R101")
        return found
    try:
        _Reader(text, found).document()
        found.halted = False
    except _Halt:
        pass
    except ReaderError as fault:
        _refuse(found, 1, 1, "", f"holds a character that YAML does not allow: {fault.reason}", "R102")
    except (yaml.YAMLError, UnicodeEncodeError) as fault:
        mark = getattr(fault, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = getattr(fault, "problem", None) or "holds characters that can't be read"
        _refuse(found, line, column, "", f"is not readable YAML: {reason}", "R102")
    return found


def _refuse(found: SourceMap, line: int, column: int, key: str, what: str, code: str, hint: str = "") -> None:
    found.problems.append(
        Problem(place=Place(found.file, line, column), key=key, message=what, code=code, hint=hint)
    )


def dotted(path: Path) -> str:
    """A key path as people write it: `sessions.gaps.0.value`."""
    return ".".join(map(str, path))


class _Reader:
    """One pass over the parser's events, building values and places together."""

    def __init__(self, text: str, found: SourceMap) -> None:
        self.found = found
        self.events = self._events(text)
        self.values = 0

    def _events(self, text: str) -> Iterator[yaml.Event]:
        parser = CParser(text)
        try:
            while parser.check_event():
                yield parser.get_event()
        finally:
            parser.dispose()

    def document(self) -> None:
        next(self.events)  # stream start
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            _refuse(self.found, 1, 1, "", "the file is empty", "R103")
            raise _Halt
        event = next(self.events)
        self.found.places[()] = self._place(event)
        self.found.value = self._value(event, (), 0)
        next(self.events)  # document end
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            self._halt(event, (), "a second document starts here; one file holds one", "R104")

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.found.file, mark.line + 1, mark.column + 1)

    def _problem(self, event: yaml.Event, path: Path, what: str, code: str, hint: str = "") -> None:
        place = self._place(event)
        _refuse(self.found, place.line, place.column, dotted(path), what, code, hint)

    def _halt(self, event: yaml.Event, path: Path, what: str, code: str) -> None:
        self._problem(event, path, what, code)
        raise _Halt

    def _value(self, event: yaml.Event, path: Path, depth: int) -> Value:
        self.values += 1
        if self.values > MAX_VALUES or depth > MAX_DEPTH:
            self._halt(event, path, f"nests deeper than {MAX_DEPTH} or holds over {MAX_VALUES:,} values", "R101")
        kind = type_(event)
        if kind is yaml.AliasEvent:
            self._problem(event, path, f"uses the alias '*{event.anchor}'; write the value out", "R105")
            return None
        if event.anchor is not None:
            self._problem(event, path, f"sets the anchor '&{event.anchor}'; anchors are not used here", "R105")
        if event.tag is not None and event.tag != "!":
            self._problem(event, path, f"carries the tag '{event.tag}'; tags are not used here", "R106")
        if kind is yaml.ScalarEvent:
            return self._scalar(event, path)
        if kind is yaml.MappingStartEvent:
            return self._mapping(path, depth)
        return self._sequence(path, depth)

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> Value:
        text = event.value
        if not event.implicit[0] or (text and text[0] not in _MAYBE_TYPED):
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _WHOLE.match(text):
            return int(text)
        if _DECIMAL.match(text):
            return Decimal(text)
        if _DATE.match(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                self._problem(event, path, f"'{text}' is not a day of the calendar", "R107")
        return text

    def _sequence(self, path: Path, depth: int) -> list[Value]:
        items: list[Value] = []
        for event in self.events:
            if type_(event) is yaml.SequenceEndEvent:
                break
            here = (*path, len(items))
            self.found.places[here] = self._place(event)
            items.append(self._value(event, here, depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for event in self.events:
            if type_(event) is yaml.MappingEndEvent:
                break
            key = self._key(event, path)
            here = (*path, key)
            if key in result:
                first = self.found.places[here].line
                self._problem(event, here, f"is given twice (first in line {first})", "R108")
            else:
                self.found.places[here] = self._place(event)
            result[key] = self._value(next(self.events), here, depth + 1)
        return result

    def _key(self, event: yaml.Event, path: Path) -> str:
        if type_(event) is not yaml.ScalarEvent:
            self._halt(event, path, "a key must be plain text", "R109")
        if event.anchor is not None or event.tag is not None:
            self._problem(event, path, "a key carries an anchor or a tag; neither is used here", "R105")
        if event.value == "<<":
            self._problem(event, path, "uses the merge key '<<'; write the values out", "R105")
        return str(event.value)
