"""A clinic's file as read: whole, or as much of it as can be checked beside the faults of its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, cast

from smp_planner.domain.edition import Signature
from smp_planner.domain.intake import WEEKDAYS
from smp_planner.errors import Place, Problem
from smp_planner.language.choose import is_tag
from smp_planner.rules.files import ReadFile, read_file, shaped
from smp_planner.rules.shapes.clinic import STATED, Brand, ClinicAbout, ClinicFile, Statement
from smp_planner.rules.shapes.clinic_care import Override
from smp_planner.rules.shapes.clinic_hours import ClosedDays, Day
from smp_planner.rules.shapes.rule_file import SourceEntry
from smp_planner.rules.source_map import Path as KeyPath
from smp_planner.rules.source_map import SourceMap, as_list, as_table

SAID = ("region", "currency", "locale", "timezone")
LONGEST_VISIT = "sessions.visit_hours"
UNKNOWN_KEY = "R202"
NO_VALUE = 'take the key out; a text that begins with # needs quotes, as in "#1f4e79"'
THOUSANDS = re.compile(r"[0-9]{3}(\.[0-9]+)?")


class Moved(NamedTuple):
    """One rule as it stands in the clinic's file: a value with its reason, or what the clinic states."""

    place: Place
    sources: tuple[str, ...]
    reason: str = ""
    say: str | None = None
    signed: Signature | None = None


def read_clinic(path: Path) -> tuple[ReadFile | None, ClinicFile, list[Problem]]:
    """The file, the clinic it describes, and every problem of its text and shape.

    Where there is one, the clinic holds what is left of its parts, so that names and values can be
    checked too; it must not be planned with.
    """
    file, problems = read_file(path, str(path), ClinicFile)
    if file is None:
        return None, _parts_of({}), problems
    if bare := {file.found.key(at): at for at in _without_value(file.found.value)}:
        parted = {at: told for at in bare.values() if (told := _parted_number(file, at))}
        told = (parted.get(at) or file.problem(at, "has no value", "R506", NO_VALUE) for at in bare.values())
        over = [key for key, at in bare.items() if at in parted]
        problems = [
            *told,
            *(
                one
                for one in problems
                if one.key not in bare or (one.code == UNKNOWN_KEY and one.key not in over)
            ),
        ]
        file = file._replace(model=None)
    clinic = file.model if file.model is not None else _parts_of(file.rows(()))
    return file, cast(ClinicFile, clinic), problems


def _without_value(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Every key whose value is missing: what follows a bare # is a comment, so a colour is soon lost."""
    inside = as_table(value)
    items = list(enumerate(as_list(value) or ())) if inside is None else list(inside.items())
    for key, one in items:
        if one is None:
            yield (*path, key)
        yield from _without_value(one, (*path, key))


def _parted_number(file: ReadFile, path: KeyPath) -> Problem | None:
    """That a comma parted a number in a table on one line: `{first: 1,933.33}` has a key 933.33."""
    rest = THOUSANDS.fullmatch(str(path[-1]))
    if rest is None:
        return None
    items = file.rows(path[:-1]).items()
    before = next((one for one, after in pairwise(items) if after[0] == path[-1]), None)
    if before is None or type(before[1]) is not int:
        return None
    key, number = before[0], f"{before[1]}{rest[0]}"
    text = "is the rest of a number: in a table, a comma begins the next key"
    return file.problem(path, text, "R506", f"write {key}: {number}, without the comma")


def locale_of(path: Path) -> str | None:
    """The locale that a clinic's file states; None where it states none, or none that can be read."""
    file, _ = read_file(path, str(path), ClinicFile)
    said = file.rows(()).get("locale") if file is not None else None
    return said if isinstance(said, str) and is_tag(said) else None


def has_number(override: Override) -> bool:
    """Whether the value of an override can be compared with limits; a faulty file may hold any."""
    return type(cast(object, override.value)) in (int, Decimal)


def overrides_of(clinic: ClinicFile) -> Iterator[tuple[KeyPath, str, Override]]:
    """Every override with its path and its parameter; the longest visit is one by another name."""
    for id_, override in clinic.overrides.items():
        yield ("overrides", id_), id_, override
    if clinic.longest_visit is not None and LONGEST_VISIT not in clinic.overrides:
        yield ("longest_visit",), LONGEST_VISIT, clinic.longest_visit


def override_in(file: ReadFile, path: KeyPath, override: Override) -> Moved:
    """An override with its place in the file."""
    place = file.found.place((*path, "value"))
    return Moved(place, tuple(override.sources), override.reason)


def statements_in(file: ReadFile, clinic: ClinicFile) -> Mapping[str, Moved]:
    """What the clinic states of those who stand behind the planner, by the rule in whose place it stands."""
    return {
        f"about.points.{id_}": Moved(
            file.found.place(("about", id_, "say")), tuple(said.sources), say=said.say
        )
        for id_, said in clinic.about.stated().items()
    }


def _parts_of(values: Mapping[str, object]) -> ClinicFile:
    closed, about, sources, overrides = (
        as_table(values.get(k)) or {} for k in ("closed", "about", "sources", "overrides")
    )
    longest, chairs = values.get("longest_visit"), values.get("chairs")
    return ClinicFile.model_construct(
        name="",
        opening=_opening(as_table(values.get("opening"))),
        closed=_hours(closed),
        chairs=chairs if type(chairs) is int else 1,
        longest_visit=None if longest is None else _override(longest),
        about=_about(about),
        sources={id_: SourceEntry.model_construct() for id_ in sources},
        overrides={id_: _override(value) for id_, value in overrides.items()},
        brand=_brand(as_table(values.get("brand")) or {}),
        **cast(Any, {key: said for key in SAID if isinstance(said := values.get(key), str)}),
    )


def _hours(value: dict[str, object]) -> ClosedDays:
    hours, _ = shaped(SourceMap("", value), ClosedDays)
    return cast(ClosedDays, hours) if hours is not None else ClosedDays()


def _brand(value: dict[str, object]) -> Brand:
    brand, _ = shaped(SourceMap("", value), Brand)
    return cast(Brand, brand) if brand is not None else Brand()


def _opening(value: dict[str, object] | None) -> dict[Day, list[str]] | None:
    """The hours of the weekdays that have their shape; None where there are none."""
    texts = {day: as_list(spans) for day, spans in (value or {}).items() if day in WEEKDAYS}
    sound = {day: spans for day, spans in texts.items() if spans and all(isinstance(s, str) for s in spans)}
    return cast("dict[Day, list[str]]", sound) or None


def _about(values: dict[str, object]) -> ClinicAbout:
    stated = {id_: as_table(value) or {} for id_, value in values.items() if id_ in STATED}
    parts: dict[str, Any] = {
        id_: Statement.model_construct(say="", sources=_cites(parts)) for id_, parts in stated.items()
    }
    return ClinicAbout.model_construct(**parts)


def _override(value: object) -> Override:
    parts = as_table(value) or {}
    return Override.model_construct(value=cast(int, parts.get("value")), reason="", sources=_cites(parts))


def _cites(parts: dict[str, object]) -> list[str]:
    sources = as_list(parts.get("sources")) or []
    sound = all(isinstance(source, str) for source in sources)
    return cast("list[str]", sources if sound else [])
