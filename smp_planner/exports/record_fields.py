"""How the fields of a plan appear in its record: names, what may be null, the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, cast

from smp_planner.domain.course import LatestStart, Shade
from smp_planner.domain.edition import RulesEdition
from smp_planner.domain.findings import Wait
from smp_planner.domain.intake import AreaAnswer, Intake
from smp_planner.domain.provenance import Source, Step

UNSURE = "unsure"
_BEGUN = ("goals_by", "area_by")
_NULLS = frozenset(
    {
        (RulesEdition, "clinic"),
        (RulesEdition, "region"),
        (Wait, "until"),
        (Shade, "first_session"),
        (Shade, "target"),
        (LatestStart, "on"),
        (Step, "value"),
        (Source, "year"),
        (Source, "url"),
    }
)


def is_table(kind: object) -> bool:
    """Whether a type is written as a table of its fields: a dataclass or a named tuple."""
    return is_dataclass(kind) or hasattr(kind, "_fields")


def field_names(kind: Any) -> tuple[str, ...]:
    """The fields of a type that is written as a table, in order."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else kind._fields


def has_default(kind: Any, name: str) -> bool:
    """Whether a field may be left out when a value is made."""
    if not is_dataclass(kind):
        return name in kind._field_defaults
    field = next(field for field in fields(kind) if field.name == name)
    return field.default is not MISSING or field.default_factory is not MISSING


def key_of(name: str) -> str:
    """The key of a field: its name, less the underscore that keeps it clear of a Python word."""
    return name.removesuffix("_")


def null_stays(kind: type, name: str) -> bool:
    """Whether a field that is None is written as null: readers count on the key being there."""
    return (kind, name) in _NULLS


def is_left_out(kind: type, name: str) -> bool:
    """Whether an answer is not written where it is None: whose goals they are mostly goes without saying."""
    return kind is Intake and name in _BEGUN


@cache
def _names(kind: type) -> tuple[tuple[str, str], ...]:
    return tuple((name, key_of(name)) for name in field_names(kind))


def intake_record(intake: Intake) -> dict[str, object]:
    """The answers as an intake file would hold them; null stands for not answered, `unsure` for no goal."""
    record = {key: _answer(getattr(intake, name)) for name, key in _names(Intake)}
    record["goals"] = list(intake.goals) or UNSURE
    record["area"] = _area(intake.area)
    return {key: part for key, part in record.items() if part is not None or key not in _BEGUN}


def _area(area: AreaAnswer) -> dict[str, object]:
    """The parts of the area that were given; all of them, as null, where none was."""
    parts = {key: _answer(getattr(area, name)) for name, key in _names(AreaAnswer)}
    given = {key: part for key, part in parts.items() if part not in (None, [])}
    return given or dict[str, object](dict.fromkeys(parts))


def _answer(value: object) -> object:
    if is_dataclass(value):
        return {key: _answer(getattr(value, name)) for name, key in _names(type(value))}
    if isinstance(value, Mapping):
        return {str(key): inner for key, inner in cast("Mapping[object, object]", value).items()}
    return [_answer(item) for item in cast("tuple[object]", value)] if isinstance(value, tuple) else value
