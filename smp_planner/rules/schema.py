"""JSON Schema of every rule file, for editors: one schema a file, and one for the files of a folder."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import TypeAdapter

from smp_planner.rules.models import MODELS, PARTED
from smp_planner.rules.shapes.clinic import ClinicFile

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def rules_schema() -> dict[str, object]:
    """The schema of each file of a rules folder by file name; the files of one folder share one."""
    schemas = {
        f"{name}.yaml": _without(PARTED.get(name), model.model_json_schema())
        for name, model in MODELS.items()
    }
    schemas |= {f"{name}/*.yaml": _of_part(name, key) for name, key in PARTED.items()}
    schemas["clinics/*.yaml"] = ClinicFile.model_json_schema()
    return {name: {"$schema": DRAFT} | schema for name, schema in schemas.items()}


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
