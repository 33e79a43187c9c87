"""A clinic's care of its own, as a whole: signed exceptions beyond the limits, and its own instructions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, cast

from smp_planner.domain.care import OWN
from smp_planner.domain.edition import Signature
from smp_planner.errors import Hints, Problem
from smp_planner.rules.clinic_file import Moved
from smp_planner.rules.files import ReadFile
from smp_planner.rules.models import SourcesFile
from smp_planner.rules.own_instructions import INSTRUCTIONS, base_instructions, instruction_faults
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_care import OwnInstruction, RuleException, Signed
from smp_planner.rules.signed_exceptions import exception_faults
from smp_planner.rules.walk import Found


class OwnCare(NamedTuple):
    """What a clinic states beside or beyond the base rules, as far as it has no fault."""

    exceptions: Mapping[str, RuleException]
    instructions: Mapping[str, OwnInstruction]


NO_CARE = OwnCare(MappingProxyType({}), MappingProxyType({}))


def own_care(
    clinic: ClinicFile,
    file: ReadFile,
    known: Mapping[str, Found],
    hints: Hints,
    files: Mapping[str, ReadFile],
) -> tuple[OwnCare, list[Problem]]:
    """The clinic's exceptions and instructions, less those with a fault, and every fault."""
    exceptions: dict[str, RuleException] = {}
    instructions: dict[str, OwnInstruction] = {}
    problems: list[Problem] = []
    for id_, one in clinic.exceptions.items():
        faults = [*exception_faults(id_, one, clinic, file, known, hints, files)]
        problems += faults
        if not faults and id_ in known:
            exceptions[id_] = one
    base = base_instructions(files)
    for id_, own in clinic.instructions.items():
        faults = [*instruction_faults(id_, own, base, file)]
        problems += faults
        if not faults and base and _listed(own.sources, clinic, files):
            instructions[id_] = own
    return OwnCare(exceptions, instructions), problems


def _listed(sources: Sequence[str], clinic: ClinicFile, files: Mapping[str, ReadFile]) -> bool:
    """Whether every document is there; what is cited and isn't is told with the citations."""
    home = files.get("sources")
    base = (
        cast(SourcesFile, home.model).root if home is not None and home.model is not None else clinic.sources
    )
    return set(sources) <= {*base, *clinic.sources}


def signature(signed: Signed | None) -> Signature | None:
    """Who signed, as a plan tells it."""
    return Signature(signed.by, signed.on) if signed else None


def care_in(file: ReadFile, care: OwnCare) -> Mapping[str, Moved]:
    """Each exception and each own instruction with its place in the clinic's file, by the id of the rule."""
    place = file.found.place
    moved = {
        id_: Moved(
            place(("exceptions", id_, "value")),
            tuple(one.sources),
            one.reason,
            signed=signature(one.signed),
        )
        for id_, one in care.exceptions.items()
    }
    for id_, own in care.instructions.items():
        rule, signed = f"{INSTRUCTIONS}{OWN}{id_}", signature(own.signed)
        moved[rule] = Moved(place(("instructions", id_)), (), own.reason, signed=signed)
        moved[f"{rule}.to_day"] = Moved(place(("instructions", id_, "to_day")), (), own.reason, signed=signed)
    return moved
