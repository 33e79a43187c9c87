"""Lay a clinic's file over the base rules: values move inside the limits, with a reason."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from smp_planner.domain.plan import ClinicEdit
from smp_planner.errors import Place, Problem, did_you_mean
from smp_planner.rules.figures import Figure, Row
from smp_planner.rules.files import MODELS, RuleFile, read_file, shaped
from smp_planner.rules.shapes import ClinicFile, Override
from smp_planner.rules.source_map import SourceMap
from smp_planner.rules.walk import Found, cited


@dataclass(frozen=True, slots=True)
class Moved:
    """One override as it stands in the clinic's file."""

    place: Place
    reason: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Rule files with the clinic's values in place, and what was moved."""

    files: Mapping[str, RuleFile]
    clinic: ClinicFile | None = None
    clinic_text: str = ""
    clinic_map: SourceMap | None = None
    overrides: Mapping[str, Moved] = field(default_factory=dict)
    edits: tuple[ClinicEdit, ...] = ()

    @property
    def clinic_name(self) -> str:
        """Name of the clinic, for the trace."""
        return self.clinic.name if self.clinic else ""


def no_clinic(files: Mapping[str, RuleFile]) -> Layer:
    """The base rules as they are."""
    return Layer(files=files)


def apply_clinic(path: Path, files: Mapping[str, RuleFile]) -> tuple[Layer, list[Problem]]:
    """The base rules under a clinic's overrides; the base must be free of shape problems."""
    file, problems = read_file(path, str(path), ClinicFile)
    if file is None or file.model is None:
        return no_clinic(files), problems
    clinic = cast(ClinicFile, file.model)
    known = _movable(files)
    moved: dict[str, Moved] = {}
    edits: list[ClinicEdit] = []
    for id_, override in clinic.overrides.items():
        place = file.found.place(("overrides", id_))
        found = known.get(id_)
        fault = _fault(id_, override, found, files)
        if fault is not None or found is None:
            message, code, hint = fault or ("", "", "")
            problems.append(Problem(place=place, key=f"overrides.{id_}", message=message, code=code, hint=hint or did_you_mean(id_, known)))
            continue
        moved[id_] = Moved(place, override.reason, tuple(override.sources))
        edits.append(_edit(id_, override, found))
    layered = _overlaid(files, clinic, known, moved)
    return (
        Layer(
            files=layered, clinic=clinic, clinic_text=file.text, clinic_map=file.found,
            overrides=moved, edits=tuple(edits),
        ),
        problems,
    )  # fmt: skip


def _movable(files: Mapping[str, RuleFile]) -> dict[str, Found]:
    return {
        found.id: found
        for name, file in files.items()
        if file.model is not None and name != "sources"
        for found in cited(name, file.model)
        if isinstance(found.entry, (Figure, Row))
    }


def _fault(
    id_: str, override: Override, found: Found | None, files: Mapping[str, RuleFile]
) -> tuple[str, str, str] | None:
    if found is None:
        return "is not a parameter of the base rules", "R501", ""
    low, high = found.limits
    if not low <= override.value <= high:
        place = files[id_.split(".", 1)[0]].found.place(found.path)
        return f"{override.value} is beyond the limits {low}-{high} {found.unit} set in {place}", "R502", "a clinic may move a value inside the limits, never the limits"
    return None


def _edit(id_: str, override: Override, found: Found) -> ClinicEdit:
    entry = cast(Any, found.entry)
    low, high = entry.range
    return ClinicEdit(
        parameter=id_,
        from_=entry.value,
        to=override.value,
        reason=override.reason,
        outside_range=not low <= override.value <= high,
        sources=tuple(override.sources),
    )


def _overlaid(
    files: Mapping[str, RuleFile], clinic: ClinicFile, known: Mapping[str, Found], moved: Mapping[str, Moved]
) -> Mapping[str, RuleFile]:
    touched = {id_.split(".", 1)[0] for id_ in moved}
    result = dict(files)
    for name in touched:
        file = files[name]
        value = cast(Any, copy.deepcopy(file.found.value))
        for id_ in moved:
            if id_.split(".", 1)[0] == name:
                spot = value
                for part in known[id_].path:
                    spot = spot[part]
                spot["value"] = clinic.overrides[id_].value
        found = SourceMap(file.found.file, value, file.found.places)
        model, problems = shaped(found, MODELS[name])
        assert not problems, "an override has a number's type, so the shape can't break"
        result[name] = replace(file, found=found, model=model)
    return result
