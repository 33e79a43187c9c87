"""JSON Schema (draft 2020-12) of the plan record, made from the types of the plan itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from smp_planner.domain.intake import AreaAnswer, Intake
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.record_fields import UNSURE, field_names, is_left_out, is_table, key_of, null_stays

DRAFT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, object]


def plan_schema() -> Schema:
    """The schema of everything that `to_json` writes: a plan or a referral."""
    tables = _Tables()
    either: list[object] = [tables.reference(TreatmentPlan), tables.reference(Referral)]
    return {
        "$schema": DRAFT,
        "title": "Plan record",
        "oneOf": either,
        "$defs": dict(sorted(tables.done.items())),
    }


class _Tables:
    """The tables met so far, each described once."""

    def __init__(self) -> None:
        self.done: dict[str, object] = {}
        self.answers = _within(Intake)

    def reference(self, kind: type) -> Schema:
        """A pointer to the description of a table."""
        if kind.__name__ not in self.done:
            self.done[kind.__name__] = {}
            self.done[kind.__name__] = self._table(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def _table(self, kind: type) -> Schema:
        hints = get_type_hints(kind)
        properties: Schema = {}
        required: list[str] = []
        for name in field_names(kind):
            key, hint = key_of(name), hints[name]
            may_be_none = type(None) in get_args(hint)
            nullable = kind in self.answers or null_stays(kind, name)
            properties[key] = self._value(hint, nullable=nullable and (may_be_none or kind is AreaAnswer))
            if (kind, key) == (Intake, "goals"):
                properties[key] = {"anyOf": [properties[key], {"const": UNSURE}]}
            always = kind is not AreaAnswer and not is_left_out(kind, name)
            if always and (nullable or not may_be_none):
                required.append(key)
        return {
            "type": "object",
            "description": (kind.__doc__ or "").split("\n")[0],
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }

    def _value(self, hint: Any, *, nullable: bool = False) -> Schema:
        branches = [b for b in _branches(hint) if b is not type(None)]
        described = _unlike([self._one(branch) for branch in branches])
        if nullable:
            described.append({"type": "null"})
        return described[0] if len(described) == 1 else {"anyOf": described}

    def _item(self, hint: Any) -> Schema:
        return self._value(hint, nullable=type(None) in get_args(hint))

    def _one(self, kind: Any) -> Schema:
        if get_origin(kind) is Literal:
            return {"enum": list(get_args(kind))}
        if get_origin(kind) is tuple:
            return {"type": "array", "items": self._value(get_args(kind)[0])}
        if get_origin(kind) is Mapping:
            return {"type": "object", "additionalProperties": self._item(get_args(kind)[1])}
        if kind is date:
            return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        if is_table(kind):
            assert isinstance(kind, type)
            return self.reference(kind)
        return {"type": {str: "string", bool: "boolean", int: "integer", Decimal: "number"}[kind]}


def _branches(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _unlike(schemas: list[Schema]) -> list[Schema]:
    """Each description once; a number says all that an integer says."""
    numbers = {"type": "number"} in schemas
    return [s for s in schemas if not (numbers and s == {"type": "integer"})]


def _within(kind: type) -> frozenset[type]:
    """A table and every table that its fields lead to."""
    found: set[type] = set()

    def walk(hint: Any) -> None:
        if is_table(hint) and isinstance(hint, type) and hint not in found:
            found.add(hint)
            for inner in get_type_hints(hint).values():
                walk(inner)
        for part in get_args(hint):
            walk(part)

    walk(kind)
    return frozenset(found)
