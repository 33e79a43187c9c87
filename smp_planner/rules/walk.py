"""Walk a rule file's model: every cited thing in it, with its path, id, unit, limits and label."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

from pydantic import BaseModel

from smp_planner.domain.words import stage_name
from smp_planner.rules.figures import Cited, Number, Row, SplitTable, Table
from smp_planner.rules.source_map import Path

HOLDERS = (BaseModel, dict, list)


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


def _walk(value: object, path: Path, id_: str, lent: _Lent, found: list[Found]) -> None:
    if isinstance(value, BaseModel):
        _model(value, path, id_, lent, found)
    elif isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            if _holds(inner):
                _walk(inner, (*path, key), f"{id_}.{key}", lent, found)
    else:
        for index, inner in enumerate(cast("list[object]", value)):
            if _holds(inner):
                _walk(inner, (*path, index), f"{id_}.{index + 1}", lent, found)


def _holds(value: object) -> bool:
    return isinstance(value, HOLDERS)


def _model(model: BaseModel, path: Path, id_: str, lent: _Lent, found: list[Found]) -> None:
    fields = vars(model)
    label = fields.get("label") or fields.get("question", "").rstrip("?") or lent.label
    limits, limits_at = fields.get("limits"), path
    if not limits:
        limits, limits_at = lent.limits, lent.limits_at
    lent = _Lent(fields.get("unit") or lent.unit, tuple(limits), limits_at, label)
    if isinstance(model, Cited):
        if isinstance(model, Row):
            label = ": ".join(filter(None, (label, model.name or stage_name(str(path[-1])))))
        figure = label if fields.get("range") else None
        found.append(Found(path, id_, model, lent.unit, lent.limits, limits_at, figure))
    unnamed = "rows" if isinstance(model, (Table, SplitTable)) else getattr(model, "PARTED", "")
    for key, inner in fields.items():
        if key != "sources" and _holds(inner):
            named = id_ if key == unnamed else f"{id_}.{key}"
            _walk(inner, (*path, key), named, lent, found)
