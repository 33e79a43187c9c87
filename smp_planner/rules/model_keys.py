"""Which keys a model knows at a path of a file: the words that a hint may offer."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from smp_planner.rules.source_map import Path


def keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys of the model's table at a path, in order; none where any key may stand."""
    tables = [kind for kind in _kinds_at(model, path) if _is_model(kind) and not _is_root(kind)]
    return tuple(dict.fromkeys(key for table in tables for key in _fields(table)))


def list_belongs_at(model: type[BaseModel], path: Path) -> bool:
    """Whether a list may stand at a path of the model."""
    return any(get_origin(kind) is list for kind in _kinds_at(model, path))


def belongs_at(model: type[BaseModel], path: Path, value: object) -> bool:
    """Whether a value's type may stand at a path of the model; a text also where one of a few words may."""
    kinds = _kinds_at(model, path)
    chosen = isinstance(value, str) and any(get_origin(kind) is Literal for kind in kinds)
    return chosen or type(value) in kinds


def _kinds_at(model: type[BaseModel], path: Path) -> list[Any]:
    """The types that may stand at a path."""
    kinds: list[Any] = [model]
    for part in path:
        kinds = [inner for kind in kinds for inner in _inside(kind, part)]
    return kinds


def _inside(kind: Any, part: str | int) -> Iterator[Any]:
    """The types that may stand under one key or index of a type."""
    if _is_model(kind):
        if _is_root(kind):
            for root in _unwrapped(kind.model_fields["root"].annotation):
                yield from _inside(root, part)
        elif part in _fields(kind):
            yield from _unwrapped(_fields(kind)[str(part)])
        return
    arguments = get_args(kind)
    if get_origin(kind) in (list, dict):
        yield from _unwrapped(arguments[-1])


def _fields(model: Any) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _unwrapped(annotation: Any) -> Iterator[Any]:
    """A type without its constraints, or each branch of a choice of types."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _unwrapped(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for branch in get_args(annotation):
            yield from _unwrapped(branch)
    else:
        yield annotation


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _is_root(kind: Any) -> bool:
    return "root" in kind.model_fields
