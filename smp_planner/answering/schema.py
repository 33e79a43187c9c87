"""JSON Schema of an intake file: the shape of the answers, each of which may also be unsure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from smp_planner.answering.shape import IntakeShape
from smp_planner.domain.intake import (
    GOALS,
    HAIR_COLOURS,
    LOOKS,
    LUDWIG,
    MEDICATIONS,
    NORWOOD,
    TONES,
    TRAITS,
    ZONES,
)

DRAFT = "https://json-schema.org/draft/2020-12/schema"
NOT_SURE = {"enum": ["unsure", None], "description": "not sure, or not answered"}
SURE = frozenset(
    {
        ("IntakeShape", "calendar"),
        ("CalendarShape", "start"),
        ("ScarShape", "length_cm"),
        ("ScarShape", "width_cm"),
        ("PersonShape", "name"),
        ("AwayShape", "from"),
        ("AwayShape", "to"),
        ("AwayShape", "name"),
        ("EventShape", "name"),
        ("EventShape", "kind"),
    }
)

WORDS: Mapping[tuple[str, str], Sequence[str]] = {
    ("IntakeShape", "goals"): GOALS,
    ("IntakeShape", "medication_now"): MEDICATIONS,
    ("AreaShape", "norwood"): NORWOOD,
    ("AreaShape", "ludwig"): LUDWIG,
    ("AreaShape", "zones"): ZONES,
    ("SkinShape", "tone"): TONES,
    ("SkinShape", "traits"): TRAITS,
    ("HairShape", "colour"): HAIR_COLOURS,
    ("IntakeShape", "density"): LOOKS,
}


def intake_schema(*, health: Sequence[str] = (), concerns: Sequence[str] = ()) -> dict[str, object]:
    """The schema of an intake file; ids of health answers and concerns are those of the rules."""
    schema = IntakeShape.model_json_schema()
    words = dict(WORDS) | ({("IntakeShape", "health"): health} if health else {})
    tables = {**schema.pop("$defs"), "IntakeShape": schema}
    for table, description in tables.items():
        for key, value in description["properties"].items():
            named = _named(value, words.get((table, key), ()))
            description["properties"][key] = named if (table, key) in SURE else {"anyOf": [named, NOT_SURE]}
    if concerns:
        schema["properties"]["matters"]["anyOf"][0]["propertyNames"] = {"enum": list(concerns)}
    definitions = {name: table for name, table in tables.items() if name != "IntakeShape"}
    return {"$schema": DRAFT, **schema, "title": "Intake", "$defs": definitions}


def _named(value: dict[str, Any], words: Sequence[str]) -> dict[str, Any]:
    """The description with the words that may stand in it, at the place where text does."""
    if not words:
        return value
    if value.get("type") == "string":
        return {**value, "enum": list(words)}
    if "items" in value:
        return {**value, "items": _named(value["items"], words)}
    return (
        {**value, "anyOf": [_named(branch, words) for branch in value["anyOf"]]}
        if "anyOf" in value
        else value
    )
