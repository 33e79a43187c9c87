"""JSON Schema of every rule file, for editors: one schema a file, and one for the files of a folder."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import TypeAdapter

from smp_planner.rules.clinic_schema import clinic_schema
from smp_planner.rules.key_words import KEY_WORDS
from smp_planner.rules.load import read_layer
from smp_planner.rules.models import MODELS, PARTED

DRAFT = "https://json-schema.org/draft/2020-12/schema"
EDITORS = "http://json-schema.org/draft-07/schema#"
"""The draft that editors know; nothing in the schemas of rules means anything else in it."""


def editor_schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of rule file by the name of its own file, for editors without a network."""
    return {file_of(name): schema | {"$schema": EDITORS} for name, schema in rules_schema().items()}


def file_of(name: str) -> str:
    """sessions.yaml: sessions.json; risks/*.yaml: risks-part.json; clinics/*.yaml: clinic.json."""
    stem = name.removesuffix(".yaml")
    return "clinic.json" if stem == "clinics/*" else f"{stem.replace('/*', '-part')}.json"


def rules_schema() -> dict[str, dict[str, Any]]:
    """The schema of each file of a rules folder by file name; the files of one folder share one.

    A clinic's file is told which figures of the packaged rules it may move, and how far.
    """
    schemas = {
        f"{name}.yaml": _without(PARTED.get(name), model.model_json_schema())
        for name, model in MODELS.items()
    }
    schemas |= {f"{name}/*.yaml": _of_part(name, key) for name, key in PARTED.items()}
    schemas["clinics/*.yaml"] = clinic_schema(read_layer()[0])
    for schema in schemas.values():
        _tell_keys(schema)
    return {name: {"$schema": DRAFT} | schema for name, schema in schemas.items()}


def _tell_keys(schema: dict[str, Any]) -> None:
    """Put what each key is for beside it, and take out the titles that only repeat its name."""
    for shape in (schema, *schema.get("$defs", {}).values()):
        words = KEY_WORDS.get(shape.pop("title", ""), {})
        for key, inner in shape.get("properties", {}).items():
            inner.pop("title", None)
            if key in words:
                inner["description"] = words[key]


def _without(key: str | None, schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a file less the key whose tables stand in files of their own."""
    if key is not None:
        del schema["properties"][key]
        schema["required"].remove(key)
    return schema


def _of_part(name: str, key: str) -> dict[str, Any]:
    """The schema of one of the tables that stand in files of their own."""
    _, table = get_args(MODELS[name].model_fields[key].annotation)
    return TypeAdapter(table).json_schema()
