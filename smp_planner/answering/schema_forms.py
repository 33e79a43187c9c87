"""Answers of which one part decides on another, as JSON Schema says it: the area, a measurement, an event."""

from __future__ import annotations

from typing import Any

from smp_planner.answering.shape import NOT_SURE

NUMBER = {"type": "number"}
DAY = {"type": "string", "format": "date"}
AREA_PARTS = ("norwood", "ludwig", "zones", "measured", "scars")

# One part at least that is no empty list; "unsure" is enough.
AREA: dict[str, Any] = {
    "anyOf": [
        {"required": [part], "properties": {part: {"not": {"type": "array", "maxItems": 0}}}}
        for part in AREA_PARTS
    ]
}

_NUMBERS = {"length_cm": NUMBER, "width_cm": NUMBER}
_LENGTHS: dict[str, Any] = {"required": list(_NUMBERS), "properties": _NUMBERS}
# Square centimetres alone, or both lengths; or one part is unsure, so that the rest says nothing.
MEASURED: dict[str, Any] = {
    "anyOf": [
        {
            "required": ["cm2"],
            "properties": {"cm2": NUMBER, "length_cm": NOT_SURE, "width_cm": NOT_SURE},
        },
        {**_LENGTHS, "properties": {**_NUMBERS, "cm2": NOT_SURE}},
        {
            "properties": {"cm2": NOT_SURE},
            "not": _LENGTHS,
            "anyOf": [
                {"required": [part], "properties": {part: NOT_SURE}}
                for part in ("cm2", "length_cm", "width_cm")
            ],
        },
    ]
}
# One day, or a first and a last one.
EVENT: dict[str, Any] = {
    "anyOf": [
        {"required": ["on"], "properties": {"on": DAY, "from": NOT_SURE, "to": NOT_SURE}},
        {"required": ["from", "to"], "properties": {"on": NOT_SURE, "from": DAY, "to": DAY}},
    ]
}
# The number of a visit, and a time of the day.
TIMES: dict[str, Any] = {
    "propertyNames": {"pattern": "^[1-9][0-9]?$"},
    "additionalProperties": {
        "anyOf": [{"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}, NOT_SURE]
    },
}
