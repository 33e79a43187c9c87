"""Walk a rule file's model: every cited thing in it, with its path, id, unit, limits and label."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple, cast

from pydantic import BaseModel

from smp_planner.domain.words import stage_name
from smp_planner.rules.figures import Cited, Number, Row, SplitTable, Table
from smp_planner.rules.source_map import Path


class Found(NamedTuple):
    """A cited entry: where it stands in the file and what its table lends it; a figure has a label.

    `limits_at` is where the limits stand: beside the figure, or above it in its table.
    """

    path: Path
    id: str
    entry: Cited
    unit: str
    limits: tuple[Number, ...]
    limits_at: Path
    label: str | None


class _Class(NamedTuple):
    """What a class of models is to the walk: whether it is cited, a row, and which key names nothing."""

    is_cited: bool
    is_row: bool
    unnamed: str


class _Lent(NamedTuple):
    """What a table lends to the entries in it."""

    unit: str = ""
    limits: tuple[Number, ...] = ()
    limits_at: Path = ()
    label: str = ""


def cited(name: str, model: BaseModel) -> list[Found]:
    """Every entry with sources of one rule file, in reading order."""
    found: list[Found] = []
    _walk(model, (), name, _Lent(), found)
    return found


def counts(found: Found) -> bool:
    """Whether a figure is a count: everything the base rules say of it is whole."""
    entry = cast(Any, found.entry)
    return all(isinstance(number, int) for number in (entry.value, *entry.range, *found.limits))


@cache
def holder(kind: type) -> type | None:
    """As what a value of this class holds others: BaseModel, dict or list; None where it holds none.

    It is kept for each class: `isinstance` asks pydantic's metaclass anew for each value, which is slow.
    """
    return next((base for base in (BaseModel, dict, list) if issubclass(kind, base)), None)


def _walk(value: object, path: Path, id_: str, lent: _Lent, found: list[Found]) -> None:
    kind = holder(type(value))
    if kind is BaseModel:
        _model(cast(BaseModel, value), path, id_, lent, found)
    elif kind is dict:
        for key, inner in cast("dict[str, object]", value).items():
            if holder(type(inner)):
                _walk(inner, (*path, key), f"{id_}.{key}", lent, found)
    else:
        for index, inner in enumerate(cast("list[object]", value)):
            if holder(type(inner)):
                _walk(inner, (*path, index), f"{id_}.{index + 1}", lent, found)


@cache
def _class(kind: type[BaseModel]) -> _Class:
    has_rows = issubclass(kind, (Table, SplitTable))
    return _Class(
        issubclass(kind, Cited), issubclass(kind, Row), "rows" if has_rows else getattr(kind, "PARTED", "")
    )


def _model(model: BaseModel, path: Path, id_: str, lent: _Lent, found: list[Found]) -> None:
    fields = vars(model)
    label = fields.get("label") or fields.get("question", "").rstrip("?") or lent.label
    limits, limits_at = fields.get("limits"), path
    if not limits:
        limits, limits_at = lent.limits, lent.limits_at
    lent = _Lent(fields.get("unit") or lent.unit, tuple(limits), limits_at, label)
    kind = _class(type(model))
    if kind.is_cited:
        if kind.is_row:
            label = ": ".join(filter(None, (label, fields["name"] or stage_name(str(path[-1])))))
        figure = label if fields.get("range") else None
        entry = cast(Cited, model)
        found.append(Found(path, id_, entry, lent.unit, lent.limits, limits_at, figure))
    for key, inner in cast("dict[str, object]", fields).items():
        if key != "sources" and holder(type(inner)):
            named = id_ if key == kind.unnamed else f"{id_}.{key}"
            _walk(inner, (*path, key), named, lent, found)
