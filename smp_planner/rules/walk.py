"""Walk a rule file's model: every cited thing in it, with its path, id, unit and limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from smp_planner.rules.figures import Cited, Number, SplitTable, Table
from smp_planner.rules.source_map import Path


@dataclass(frozen=True, slots=True)
class Found:
    """A cited entry: where it stands in the file and what its table lends it."""

    path: Path
    id: str
    entry: Cited
    unit: str
    limits: tuple[Number, ...]


def cited(name: str, model: BaseModel) -> Iterator[Found]:
    """Every entry with sources of one rule file, in reading order."""
    yield from _walk(model, (), name, "", ())


def _walk(value: object, path: Path, id_: str, unit: str, limits: tuple[Number, ...]) -> Iterator[Found]:
    if isinstance(value, BaseModel):
        yield from _model(value, path, id_, unit, limits)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(inner, (*path, key), f"{id_}.{key}", unit, limits)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _walk(inner, (*path, index), f"{id_}.{index + 1}", unit, limits)


def _model(model: BaseModel, path: Path, id_: str, unit: str, limits: tuple[Number, ...]) -> Iterator[Found]:
    unit = getattr(model, "unit", None) or unit
    limits = tuple(getattr(model, "limits", None) or limits)
    if isinstance(model, Cited):
        yield Found(path, id_, model, unit, limits)
    table = isinstance(model, (Table, SplitTable))
    for key, inner in model:
        if isinstance(inner, (BaseModel, dict, list)):
            named = id_ if table and key == "rows" else f"{id_}.{key}"
            yield from _walk(inner, (*path, key), named, unit, limits)
