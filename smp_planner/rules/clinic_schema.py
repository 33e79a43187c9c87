"""JSON Schema of a clinic's file, for editors: its keys, and the figures that it may move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, cast

from smp_planner.domain.intake import LUDWIG, NORWOOD, WEEKDAYS
from smp_planner.rules.clinic_asks import MODELS
from smp_planner.rules.clinic_days import FIXED, SPAN
from smp_planner.rules.layers import Layer, counts, parameters
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.walk import Found

Schema = dict[str, Any]

PATTERNS: Mapping[tuple[str, str], str] = {
    ("Brand", "colour"): "^#[0-9a-fA-F]{6}$",
    ("ClinicFile", "opening"): f"^{SPAN.pattern}$",
    ("ClosedDays", "yearly"): f"^{FIXED.pattern}$",
}
"""How a text looks, by shape and key."""


def clinic_schema(base: Layer) -> Schema:
    """The schema of a clinic's file over these rules: its keys, the ids it may move, the stages of prices."""
    schema = ClinicFile.model_json_schema()
    shapes: dict[str, Schema] = {**schema["$defs"], "ClinicFile": schema}
    for (shape, key), pattern in PATTERNS.items():
        _first_text(shapes[shape]["properties"][key])["pattern"] = pattern
    _keys_alone(_table(shapes["ClinicFile"]["properties"]["opening"]), WEEKDAYS)
    for key, stages in (("norwood", NORWOOD), ("ludwig", LUDWIG)):
        _keys_alone(_table(shapes["StagePrices"]["properties"][key]), stages)
    shapes["ClinicPrices"]["oneOf"] = [{"required": [model]} for model in MODELS]
    for shape in ("Override", "RuleException"):
        del shapes[shape]["description"]  # else editors show it in place of what is said of the figure
    known = parameters(base)
    for key, told in (("overrides", _override), ("exceptions", _exception)):
        table = _table(shapes["ClinicFile"]["properties"][key])
        table["properties"] = {id_: told(found) for id_, found in known.items()}
        table["additionalProperties"] = False
    return schema


def _first_text(schema: Schema) -> Schema:
    """The schema of the text that a key may hold, at whatever depth it stands."""
    return next(one for one in _within(schema) if one.get("type") == "string" and "format" not in one)


def _table(schema: Schema) -> Schema:
    """The schema of the table that a key may hold."""
    return next(one for one in _within(schema) if one.get("type") == "object")


def _within(schema: Schema) -> list[Schema]:
    """A schema and those of what it may hold, from the outside in."""
    inner = [*schema.get("anyOf", []), schema.get("items"), schema.get("additionalProperties")]
    return [
        schema,
        *(deeper for one in inner if isinstance(one, dict) for deeper in _within(cast(Schema, one))),
    ]


def _keys_alone(table: Schema, keys: Iterable[str]) -> None:
    """Make a table hold these keys and no others, each offered by name."""
    table["properties"] = dict.fromkeys(keys, table["additionalProperties"])
    table["additionalProperties"] = False
    table.pop("propertyNames", None)


def _override(found: Found) -> Schema:
    """A parameter that may move inside its limits."""
    low, high = found.limits
    kind = "integer" if counts(found) else "number"
    value = {"type": kind, "minimum": _plain(low), "maximum": _plain(high)}
    moved = {"allOf": [{"$ref": "#/$defs/Override"}], "properties": {"value": value}}
    return {"description": f"{_in_words(found)} Limits: {low} to {high}.", **moved}


def _plain(number: int | Decimal) -> int | float:
    return number if isinstance(number, int) else float(number)


def _exception(found: Found) -> Schema:
    """A parameter beyond its limits, which needs a signature."""
    return {"description": _in_words(found), "allOf": [{"$ref": "#/$defs/RuleException"}]}


def _in_words(found: Found) -> str:
    low, high = vars(found.entry)["range"]
    return f"{found.label}, in {found.unit}. Range: {low} to {high}."
