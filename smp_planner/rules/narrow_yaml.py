"""Read a YAML text into plain values, and remember where every key stands.

Narrow scalars only: `true`, `false`, `null`, whole numbers, plain decimals and ISO dates have
a type; everything else (`no`, `1:30`, `010`, `.nan`) stays text. No anchors, aliases, tags,
merge keys or second documents; size, depth and number of values are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, cast

import yaml
from yaml import cyaml

from smp_planner.domain.words import number
from smp_planner.errors import Place, Problem
from smp_planner.language.texts import _
from smp_planner.rules.source_map import Path, SourceMap, Value, dotted
from smp_planner.rules.text_faults import text_problem

MAX_DEPTH = 20
MAX_VALUES = 50_000

Event = Any  # PyYAML's events carry no types

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})\Z")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_WORDS: dict[str, Value] = {"true": True, "false": False, "null": None, "~": None, "": None}
_OF_NUMBERS = frozenset("-0123456789")
_MAYBE_TYPED = _OF_NUMBERS | frozenset("tfn~")


class _HaltError(Exception):
    """Reading can't go on; the reason is already among the problems."""


def read(text: str, file: str, *, max_bytes: int = 1_000_000, max_values: int = MAX_VALUES) -> SourceMap:
    """Values and places of a YAML (or JSON) text; problems instead of exceptions."""
    found = SourceMap(file, halted=True)
    if len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        found.problems.append(
            _whole(file, _("the file is larger than {most} bytes", most=number(max_bytes)), "R101")
        )
        return found
    try:
        _Reader(text, found, max_values).document()
        found.halted = False
    except _HaltError:
        pass
    except (yaml.YAMLError, UnicodeEncodeError) as fault:
        found.problems.append(text_problem(fault, text, file))
    return found


def _whole(file: str, what: str, code: str) -> Problem:
    return Problem(place=Place(file, 1, 1), key="", message=what, code=code)


class _Reader:
    """One pass over the parser's events, building values and places together."""

    def __init__(self, text: str, found: SourceMap, max_values: int) -> None:
        self.found = found
        self.max_values = max_values
        self.marks = found.marks
        self.next: Callable[[], Event] = cast(Any, cyaml).CParser(text).get_event
        self.values = 0

    def document(self) -> None:
        self.next()  # stream start
        if type(self.next()) is yaml.StreamEndEvent:
            self.found.problems.append(_whole(self.found.file, _("the file is empty"), "R103"))
            raise _HaltError
        event = self.next()
        self.marks[()] = event.start_mark
        self.found.value = self._value(event, (), 0)
        self.next()  # document end
        event = self.next()
        if type(event) is not yaml.StreamEndEvent:
            self._halt(event, (), _("a second document starts here; one file holds one"), "R104")

    def _problem(self, event: Event, path: Path, what: str, code: str, hint: str = "") -> None:
        mark = event.start_mark
        place = Place(self.found.file, mark.line + 1, mark.column + 1)
        self.found.problems.append(Problem(place=place, key=dotted(path), message=what, code=code, hint=hint))

    def _halt(self, event: Event, path: Path, what: str, code: str) -> None:
        self._problem(event, path, what, code)
        raise _HaltError

    def _value(self, event: Event, path: Path, depth: int) -> Value:
        self.values += 1
        if depth > MAX_DEPTH:
            self._halt(event, path[:1], _("nests deeper than {most} levels", most=number(MAX_DEPTH)), "R101")
        if self.values > self.max_values:
            self._halt(
                event,
                (),
                _("is past the {most} values that a file may hold", most=number(self.max_values)),
                "R101",
            )
        kind = cast("object", type(event))
        if kind is yaml.AliasEvent:
            self._problem(
                event,
                path,
                _("uses the alias '{alias}'; write the value out", alias=f"*{event.anchor}"),
                "R105",
            )
            return None
        if event.anchor is not None:
            self._problem(
                event,
                path,
                _("sets the anchor '{anchor}'; anchors are not used here", anchor=f"&{event.anchor}"),
                "R105",
            )
        if event.tag is not None and event.tag != "!":
            self._problem(
                event, path, _("carries the tag '{tag}'; tags are not used here", tag=event.tag), "R106"
            )
        if kind is yaml.ScalarEvent:
            return self._scalar(event, path)
        return self._mapping(path, depth) if kind is yaml.MappingStartEvent else self._sequence(path, depth)

    def _scalar(self, event: Event, path: Path) -> Value:
        text = event.value
        if not event.implicit[0] or (text and text[0] not in _MAYBE_TYPED):
            return text
        if text in _WORDS:
            return _WORDS[text]
        return self._number_or_day(text, event, path) if text[0] in _OF_NUMBERS else text

    def _number_or_day(self, text: str, event: Event, path: Path) -> Value:
        if _WHOLE.match(text):
            return int(text)
        if _DECIMAL.match(text):
            return Decimal(text)
        if _DATE.match(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                self._problem(event, path, _("'{found}' is not a day of the calendar", found=text), "R107")
        return text

    def _sequence(self, path: Path, depth: int) -> list[Value]:
        items: list[Value] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            here = (*path, len(items))
            self.marks[here] = event.start_mark
            items.append(self._value(event, here, depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, Value]:
        result: dict[str, Value] = {}
        while type(event := self.next()) is not yaml.MappingEndEvent:
            key = self._key(event, path)
            here = (*path, key)
            if key in result:
                first = self.marks[here].line + 1
                self._problem(event, here, _("is given twice (first in line {line})", line=first), "R108")
            else:
                self.marks[here] = event.start_mark
            result[key] = self._value(self.next(), here, depth + 1)
        return result

    def _key(self, event: Event, path: Path) -> str:
        if type(event) is not yaml.ScalarEvent:
            self._halt(event, path, _("a key must be plain text"), "R109")
        key = str(event.value)
        if event.anchor is not None or event.tag is not None:
            text = _("a key carries an anchor or a tag; neither is used here")
            self._problem(event, (*path, key), text, "R105")
        if key == "<<":
            self._problem(event, (*path, key), _("is a merge key; write the values out"), "R105")
        return key
