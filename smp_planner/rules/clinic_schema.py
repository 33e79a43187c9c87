"""JSON Schema of a clinic's file, for editors: its keys, and the figures that it may move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from smp_planner.domain.intake import LUDWIG, NORWOOD, WEEKDAYS
from smp_planner.rules.citations import GRADES, best_grades
from smp_planner.rules.clinic_asks import MODELS
from smp_planner.rules.clinic_days import FIXED, SPAN
from smp_planner.rules.clinic_file import LONGEST_VISIT
from smp_planner.rules.layers import Layer, parameters
from smp_planner.rules.models import SourcesFile
from smp_planner.rules.own_instructions import A_YEAR
from smp_planner.rules.price_schema import add_price_limits, between, plain
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.signed_exceptions import may_be_excepted
from smp_planner.rules.walk import Found, counts

Schema = dict[str, Any]

PATTERNS: Mapping[tuple[str, str], str] = {
    ("Brand", "colour"): "^#[0-9a-fA-F]{6}$",
    ("ClinicFile", "locale"): "^[A-Za-z]{2,3}([-_].*)?$",
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
    excepted = {id_: found for id_, found in known.items() if may_be_excepted(id_, base.files)}
    for key, told, ids in (("overrides", _override, known), ("exceptions", _exception, excepted)):
        table = _table(shapes["ClinicFile"]["properties"][key])
        table["properties"] = {id_: told(found) for id_, found in ids.items()}
        table["additionalProperties"] = False
    longest = schema["properties"]["longest_visit"]
    longest["properties"] = {"value": _inside(known[LONGEST_VISIT])}
    shapes["SourceEntry"]["allOf"] = [*_grades(cast(SourcesFile, base.files["sources"].model))]
    add_price_limits(schema, shapes, base)
    return schema


def _grades(listed: SourcesFile) -> Iterator[Schema]:
    """No document of the clinic's own is graded above those of its kind."""
    for kind, best in best_grades(listed).items():
        grades = GRADES[GRADES.index(best) :]
        yield {
            "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
            "then": {"properties": {"grade": {"enum": [*grades]}}},
        }


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
    moved = {"allOf": [{"$ref": "#/$defs/Override"}], "properties": {"value": _inside(found)}}
    return {"description": f"{_in_words(found)} Limits: {low} to {high}.", **moved}


def _inside(found: Found) -> Schema:
    return {"type": _type(found), **between(*found.limits)}


def _type(found: Found) -> str:
    return "integer" if counts(found) else "number"


def _exception(found: Found) -> Schema:
    """A parameter beyond its limits, which needs a signature: its own range ends outside of them."""
    low, high = map(plain, found.limits)
    number = {"type": _type(found), "exclusiveMinimum": 0}
    number |= {"maximum": A_YEAR} if found.unit == "days" else {}
    beyond = {"anyOf": [{"exclusiveMaximum": low}, {"exclusiveMinimum": high}]}
    return {
        "description": f"{_in_words(found)} Limits, and you go beyond them: {low} to {high}.",
        "allOf": [{"$ref": "#/$defs/RuleException"}],
        "properties": {"value": number, "range": {"items": number, "contains": beyond}},
    }


def _in_words(found: Found) -> str:
    low, high = vars(found.entry)["range"]
    return f"{found.label}, in {found.unit}. Range: {low} to {high}."
