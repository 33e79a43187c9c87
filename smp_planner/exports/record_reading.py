"""Read a plan record back into the plan it was written from, led by the types of its fields."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.record_fields import UNSURE, field_names, has_default, is_table, key_of

KINDS: Mapping[str, type] = {"plan": TreatmentPlan, "referral": Referral}
Reader = Callable[[Any], object]


def plan_from(text: str) -> TreatmentPlan | Referral:
    """The plan of a record's text; ValueError where it isn't one."""
    record: Any = json.loads(text, parse_float=Decimal)
    kind = cast("dict[str, object]", record).get("kind") if isinstance(record, dict) else None
    if not isinstance(kind, str) or kind not in KINDS:
        raise ValueError("not a plan record: its kind should be 'plan' or 'referral'")
    try:
        return cast(TreatmentPlan | Referral, reader_of(KINDS[kind])(record))
    except (TypeError, KeyError, AttributeError, ValueError) as problem:
        raise ValueError(f"not a plan record: {problem}") from problem


@cache
def reader_of(kind: Any) -> Reader:
    """What turns a JSON value into a value of a type."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _choice(get_args(kind))
    if origin is tuple:
        inner = reader_of(get_args(kind)[0])
        return lambda value: () if value == UNSURE else tuple(inner(item) for item in value or ())
    if origin is Mapping:
        return _table(get_args(kind))
    if origin is Literal or kind in (str, bool, int, Decimal):
        return _plain(kind)
    if kind is date:
        return date.fromisoformat
    assert is_table(kind), f"no way to read a {kind}"
    return _object(cast(type, kind))


def _plain(kind: Any) -> Reader:
    """A JSON value that is already what it should be."""
    allowed = get_args(kind)

    def read(value: Any) -> object:
        fits = value in allowed if allowed else type(value) is kind
        if not fits:
            raise ValueError(f"found {value!r} where {kind} should be")
        return value

    return read


def _table(types: tuple[Any, ...]) -> Reader:
    key, inner = types[0], reader_of(types[1])
    return lambda value: {key(name): inner(item) for name, item in value.items()}


def _choice(types: tuple[Any, ...]) -> Reader:
    """One of several types, told apart by what JSON can say: null, a date's form, a table."""
    options = [kind for kind in types if kind is not type(None)]
    if len(options) == 1:
        only = reader_of(options[0])
        return lambda value: None if value is None else only(value)
    tables = [kind for kind in options if is_table(kind) or get_origin(kind) is Mapping]
    plain = tuple(kind for kind in options if kind in (str, int, Decimal))
    assert {*options} == {*tables, *plain} | {date} & {*options}, f"no way to tell {options} apart"

    def read(value: Any) -> object:
        kind = cast("object", type(value))
        if kind is dict and tables:
            return reader_of(tables[0])(value)
        if kind is str and date in options and _is_date(value):
            return date.fromisoformat(value)
        if value is not None and kind not in plain:
            raise ValueError(f"found {value!r} where one of {plain} should be")
        return value

    return read


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _object(kind: type) -> Reader:
    hints = get_type_hints(kind)
    known = [(name, key_of(name), reader_of(hints[name])) for name in field_names(kind)]
    keys = {key for _, key, _ in known}

    def read(value: Any) -> object:
        strangers = set(value) - keys
        if strangers:
            raise ValueError(f"{kind.__name__} has no {sorted(strangers)}")
        given = {name: reader(value[key]) for name, key, reader in known if key in value}
        return kind(**(_nulls(kind) | given))

    return read


@cache
def _nulls(kind: type) -> dict[str, None]:
    """The fields that may be None and have no default: a record leaves them out."""
    hints = get_type_hints(kind)
    return {
        name: None
        for name in field_names(kind)
        if not has_default(kind, name) and type(None) in get_args(hints[name])
    }
