"""JSON Schema of every rule file, for editors: one schema a file."""

from __future__ import annotations

from smp_planner.rules.files import MODELS
from smp_planner.rules.shapes.clinic import ClinicFile

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def rules_schema() -> dict[str, object]:
    """The schema of each file of a rules folder by file name; clinic files share one."""
    models = {f"{name}.yaml": model for name, model in MODELS.items()} | {"clinics/*.yaml": ClinicFile}
    return {name: {"$schema": DRAFT} | model.model_json_schema() for name, model in models.items()}
