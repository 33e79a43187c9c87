"""JSON Schema of an intake file: the shape of the answers, each of which may also be unsure.

It accepts what is accepted when a file is read, and refuses the same, but for what a schema can't say:
spans that end before they begin, words given twice, names that can't be printed, time zones, numbers
and days out of bounds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from smp_planner.answering.schema_forms import AREA, EVENT, MEASURED, TIMES
from smp_planner.answering.shape import NOT_SURE, IntakeShape
from smp_planner.domain.intake import (
    GOALS,
    HAIR_COLOURS,
    LOOKS,
    LUDWIG,
    MEDICATIONS,
    NORWOOD,
    SAFETY_QUESTIONS,
    TONES,
    TRAITS,
    UNNAMED_MEDICINE,
    ZONES,
)

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SURE = frozenset(
    {
        ("IntakeShape", "calendar"),
        ("CalendarShape", "start"),
        ("ScarShape", "length_cm"),
        ("ScarShape", "width_cm"),
        ("AwayShape", "from"),
        ("AwayShape", "to"),
        ("EventShape", "kind"),
        ("UndatedShape", "name"),
        ("UndatedShape", "kind"),
        ("OwnConcernShape", "name"),
    }
)
NOT_EMPTY = frozenset({("IntakeShape", "goals"), ("CalendarShape", "weekdays")})
FORMS: Mapping[str, dict[str, Any]] = {"AreaShape": AREA, "MeasuredShape": MEASURED, "EventShape": EVENT}

WORDS: Mapping[tuple[str, str], Sequence[str]] = {
    ("IntakeShape", "goals"): GOALS,
    ("IntakeShape", "medication_now"): (*MEDICATIONS, UNNAMED_MEDICINE),
    ("IntakeShape", "unsure_about"): SAFETY_QUESTIONS,
    ("AreaShape", "norwood"): NORWOOD,
    ("AreaShape", "ludwig"): LUDWIG,
    ("AreaShape", "crown_of_norwood"): NORWOOD,
    ("AreaShape", "crown_of_ludwig"): LUDWIG,
    ("AreaShape", "zones"): ZONES,
    ("SkinShape", "tone"): TONES,
    ("SkinShape", "traits"): TRAITS,
    ("HairShape", "colour"): HAIR_COLOURS,
    ("IntakeShape", "density"): LOOKS,
}


def intake_schema(
    *,
    health: Sequence[str] = (),
    unsure: Sequence[str] = (),
    concerns: Sequence[str] = (),
    agreed: Sequence[str] = (),
) -> dict[str, object]:
    """The schema of an intake file; ids of health answers, concerns and points agreed on are the rules'."""
    schema = IntakeShape.model_json_schema()
    of_health = {("IntakeShape", "health"): health, ("IntakeShape", "unsure_health"): unsure}
    words = dict(WORDS) | {key: ids for key, ids in of_health.items() if ids}
    tables = {**schema.pop("$defs"), "IntakeShape": schema}
    for table, description in tables.items():
        for key, value in description["properties"].items():
            named = _named(value, words.get((table, key), ()))
            named = _listed(named, least=1 if (table, key) in NOT_EMPTY else 0)
            description["properties"][key] = named if (table, key) in SURE else {"anyOf": [named, NOT_SURE]}
        description.update(FORMS.get(table, {}))
    answers = schema["properties"]
    _table(answers["kept_hair"])["propertyNames"] = {"enum": list(ZONES)}
    for key, ids in (("matters", concerns), ("agreed", agreed)):
        if ids:
            _table(answers[key])["propertyNames"] = {"enum": list(ids)}
    _table(tables["CalendarShape"]["properties"]["visit_times"]).update(TIMES)
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


def _listed(value: dict[str, Any], *, least: int) -> dict[str, Any]:
    """The description where a list stands: each item may be unsure, and there are at least so many."""
    if "items" in value:
        return {**value, "items": {"anyOf": [value["items"], NOT_SURE]}, "minItems": least}
    if "anyOf" in value:
        return {**value, "anyOf": [_listed(branch, least=least) for branch in value["anyOf"]]}
    return value


def _table(value: dict[str, Any]) -> dict[str, Any]:
    """The description of a table among the branches of an answer."""
    branches: list[dict[str, Any]] = value.get("anyOf", [])
    return next((_table(b) for b in branches if b.get("type") == "object" or "anyOf" in b), value)
