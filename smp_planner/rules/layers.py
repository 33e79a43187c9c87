"""Lay a clinic's file over the base rules: values move inside the limits, with a reason."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from pydantic import BaseModel

from smp_planner.domain.clinic import Logo
from smp_planner.domain.edition import ClinicEdit
from smp_planner.domain.fixed import is_fixed
from smp_planner.errors import Hints, Problem
from smp_planner.rules.clinic_file import (
    LONGEST_VISIT,
    Moved,
    has_number,
    override_in,
    overrides_of,
    read_clinic,
    statements_in,
)
from smp_planner.rules.clinic_hours_faults import hours_faults
from smp_planner.rules.clinic_profile import profile_faults
from smp_planner.rules.clinic_words import promise_faults
from smp_planner.rules.figures import Figure, Row
from smp_planner.rules.files import ReadFile, shaped
from smp_planner.rules.logo import read_logo
from smp_planner.rules.models import MODELS
from smp_planner.rules.own_care import NO_CARE, OwnCare, care_in, own_care, signature
from smp_planner.rules.own_instructions import with_instructions
from smp_planner.rules.price_checks import check_prices
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_care import Override, RuleException
from smp_planner.rules.signed_exceptions import exception_changes, unknown
from smp_planner.rules.source_map import Path as KeyPath
from smp_planner.rules.walk import Found, cited, counts

Placed = tuple[KeyPath, Override]
"""An override, and where it stands in the clinic's file."""


class Layer(NamedTuple):
    """Rule files with the clinic's values in place, and what was moved; `replaced` is what stood there."""

    files: Mapping[str, ReadFile]
    found: Mapping[str, Sequence[Found]]
    clinic: ClinicFile | None = None
    clinic_file: ReadFile | None = None
    overrides: Mapping[str, Moved] = MappingProxyType({})
    edits: tuple[ClinicEdit, ...] = ()
    moves: Mapping[str, Placed] = MappingProxyType({})
    care: OwnCare = NO_CARE
    logo: Logo | None = None
    replaced: Mapping[str, Found] = MappingProxyType({})

    @property
    def is_whole(self) -> bool:
        """Whether every rule file could be read, with all its parts."""
        return len(self.found) == len(MODELS) and not any(file.missing_parts for file in self.files.values())

    @property
    def clinic_name(self) -> str:
        """Name of the clinic, for the trace."""
        return self.clinic.name if self.clinic else ""


def no_clinic(files: Mapping[str, ReadFile]) -> Layer:
    """The base rules as they are."""
    return Layer(files=files, found={name: _found(file) for name, file in files.items() if file.model})


def _found(file: ReadFile) -> Sequence[Found]:
    assert file.model is not None
    return () if file.name == "sources" else cited(file.name, file.model)


def refound(base: Layer, models: Mapping[str, BaseModel]) -> Layer:
    """The layer with other models in some of its files."""
    touched = {name: base.files[name]._replace(model=model) for name, model in models.items()}
    found = {name: _found(file) for name, file in touched.items()}
    return base._replace(files={**base.files, **touched}, found={**base.found, **found})


def apply_clinic(path: Path, base: Layer) -> tuple[Layer, list[Problem]]:
    """The base rules under a clinic's overrides, less those overrides that have a problem.

    A file that hasn't its shape moves nothing; what can be read of it is checked all the same.
    """
    file, clinic, problems = read_clinic(path)
    if file is None:
        return base, problems
    logo, logo_faults = read_logo(clinic.brand.logo, path, file)
    problems += [
        *_clinic_faults(clinic, file, base.files),
        *profile_faults(clinic, file, base.files),
        *promise_faults(clinic, file),
        *logo_faults,
    ]
    known = parameters(base)
    hints = Hints(known)
    accepted: dict[str, tuple[KeyPath, Override]] = {}
    for at, id_, override in overrides_of(clinic):
        fault = _override_fault(at, id_, override, known, hints, file, base.files)
        if fault is None and id_ in known and file.model is not None:
            accepted[id_] = at, override
        elif fault is not None:
            problems.append(fault)
    care, faults = own_care(clinic, file, known, hints, base.files)
    layer = laid(base, clinic, file, accepted, care)
    return layer._replace(logo=logo), [*problems, *faults]


def laid(
    base: Layer, clinic: ClinicFile, file: ReadFile, overrides: Mapping[str, Placed], care: OwnCare
) -> Layer:
    """The base rules with what a clinic moves in place, and with the instructions of its own."""
    known = parameters(base)
    changes: dict[str, Mapping[str, object]] = {
        **{id_: {"value": override.value} for id_, (_, override) in overrides.items()},
        **exception_changes(care.exceptions, known),
    }
    moved = dict(overlaid(base.files, changes, known))
    if care.instructions:
        moved["aftercare"] = with_instructions(
            moved.get("aftercare", base.files["aftercare"]), care.instructions
        )
    return Layer(
        files={**base.files, **moved},
        found={**base.found, **{name: _found(touched) for name, touched in moved.items()}},
        clinic=clinic,
        clinic_file=file,
        overrides={
            **{id_: override_in(file, at, override) for id_, (at, override) in overrides.items()},
            **care_in(file, care),
            **statements_in(file, clinic),
        },
        edits=(
            *(_edit(id_, override, known[id_]) for id_, (_, override) in overrides.items()),
            *(_edit(id_, one, known[id_]) for id_, one in care.exceptions.items()),
        ),
        care=care,
        moves=overrides,
        replaced={id_: known[id_] for id_ in (*overrides, *care.exceptions)},
    )


def parameters(layer: Layer) -> dict[str, Found]:
    """Every figure that a clinic may move, by its id, in reading order.

    What studies found and what other treatments ask is not a clinic's to move (`domain.fixed`).
    """
    return {
        found.id: found
        for entries in layer.found.values()
        for found in entries
        if isinstance(found.entry, (Figure, Row)) and not is_fixed(found.id)
    }


def _clinic_faults(clinic: ClinicFile, file: ReadFile, files: Mapping[str, ReadFile]) -> Iterator[Problem]:
    """Faults of the clinic's file that are not about one override."""
    listed = files.get("sources")
    for id_ in clinic.sources:
        if listed is not None and listed.model is not None and id_ in cast(Any, listed.model).root:
            yield file.problem(
                ("sources", id_), "is listed in sources.yaml already", "R504", "give it another id"
            )
    yield from check_prices(clinic, file, files)
    yield from hours_faults(clinic, file)
    if clinic.longest_visit is not None and LONGEST_VISIT in clinic.overrides:
        text = f"moves {LONGEST_VISIT}, which stands under overrides too"
        yield file.problem(("longest_visit",), text, "R539", "keep one of the two")


def _override_fault(
    at: KeyPath,
    id_: str,
    override: Override,
    known: Mapping[str, Found],
    hints: Hints,
    file: ReadFile,
    files: Mapping[str, ReadFile],
) -> Problem | None:
    if id_ not in known:
        return unknown(at, id_, hints, file, files)
    home = files[id_.split(".", 1)[0]]
    found, path = known[id_], (*at, "value")
    low, high = found.limits
    if not has_number(override):
        return None  # told with the shape of the file
    if not low <= override.value <= high:
        where = home.found.place(found.path)
        text = f"{override.value} is beyond the limits {low}-{high} {found.unit} set in {where}"
        return file.problem(
            path, text, "R502", "a clinic may move a value inside the limits, never the limits"
        )
    if isinstance(override.value, Decimal) and counts(found):
        return file.problem(path, f"should be a whole number of {found.unit}; found {override.value}", "R503")
    return None


def _edit(id_: str, moved: Override | RuleException, found: Found) -> ClinicEdit:
    """A value that a clinic moved or signed, as every plan tells it."""
    entry = cast(Any, found.entry)
    low, high = entry.range
    return ClinicEdit(
        parameter=id_,
        from_=entry.value,
        to=moved.value,
        reason=moved.reason,
        outside_range=not low <= moved.value <= high,
        sources=tuple(moved.sources),
        label=found.label,
        unit=found.unit,
        range=(low, high),
        signed=signature(moved.signed) if isinstance(moved, RuleException) else None,
    )


def overlaid(
    files: Mapping[str, ReadFile], changes: Mapping[str, Mapping[str, object]], known: Mapping[str, Found]
) -> Mapping[str, ReadFile]:
    """The files that changed parts of figures touch, with these in place: by the id of the figure.

    What is put in has to be of the type that stands there.
    """
    result: dict[str, ReadFile] = {}
    for name in {id_.split(".", 1)[0] for id_ in changes}:
        file = files[name]
        value = cast(Any, copy.deepcopy(file.found.value))
        for id_, parts in changes.items():
            if id_.split(".", 1)[0] == name:
                spot = value
                for part in known[id_].path:
                    spot = spot[part]
                spot.update(parts)
        found = replace(file.found, value=value)
        model, problems = shaped(found, MODELS[name])
        assert not problems, "what is laid over has a number's type, so the shape can't break"
        result[name] = file._replace(found=found, model=model)
    return result
