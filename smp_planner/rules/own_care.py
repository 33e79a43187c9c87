"""A clinic's care of its own: signed exceptions beyond the limits, and instructions that only it gives."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from math import ceil
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from smp_planner.domain.calendar_math import MONTHS_A_YEAR
from smp_planner.domain.care import OWN
from smp_planner.domain.plan import ClinicEdit, Signature
from smp_planner.errors import Problem, did_you_mean
from smp_planner.language.texts import _
from smp_planner.rules.clinic_file import Moved
from smp_planner.rules.files import ReadFile, shaped
from smp_planner.rules.models import MODELS, SourcesFile
from smp_planner.rules.shapes.aftercare import AftercareRules, Instruction
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_care import OwnInstruction, RuleException
from smp_planner.rules.source_map import Path
from smp_planner.rules.templates import unfillable
from smp_planner.rules.walk import Found, counts
from smp_planner.rules.wordings import INSTRUCTION

GAPS = "sessions.gaps."
INSTRUCTIONS = "aftercare.instructions."
MAY_BE_EXCEPTED = ("aftercare.", "touch_ups.", GAPS)
NEVER_EXCEPTED = ("touch_ups.fade.", "touch_ups.horizon_years")  # what was measured; how far a plan looks
INTERVAL, HORIZON = "touch_ups.interval_months", "touch_ups.horizon_years"
A_YEAR = 365
"""Days after a visit for which an instruction may hold."""
PLAIN_ID = re.compile(r"[a-z][a-z0-9_]*")


class OwnCare(NamedTuple):
    """What a clinic states beside or beyond the base rules, as far as it has no fault."""

    exceptions: Mapping[str, RuleException]
    instructions: Mapping[str, OwnInstruction]


NO_CARE = OwnCare(MappingProxyType({}), MappingProxyType({}))


def own_care(
    clinic: ClinicFile, file: ReadFile, known: Mapping[str, Found], files: Mapping[str, ReadFile]
) -> tuple[OwnCare, list[Problem]]:
    """The clinic's exceptions and instructions, less those with a fault, and every fault."""
    exceptions: dict[str, RuleException] = {}
    instructions: dict[str, OwnInstruction] = {}
    problems: list[Problem] = []
    for id_, one in clinic.exceptions.items():
        faults = [*_exception_faults(id_, one, clinic, file, known, files)]
        problems += faults
        if not faults and id_ in known:
            exceptions[id_] = one
    base = _base_instructions(files)
    for id_, own in clinic.instructions.items():
        faults = [*_instruction_faults(id_, own, base, file)]
        problems += faults
        if not faults and base and _listed(own.sources, clinic, files):
            instructions[id_] = own
    return OwnCare(exceptions, instructions), problems


def unknown(
    path: Path, id_: str, known: Mapping[str, Found], file: ReadFile, files: Mapping[str, ReadFile]
) -> Problem | None:
    """That the base rules have no such parameter; nothing where its file has problems of its own."""
    home = files.get(id_.split(".", 1)[0])
    if home is not None and _unread(home, id_):
        return None
    return file.problem(path, "is not a parameter of the base rules", "R501", did_you_mean(id_, known))


def _unread(home: ReadFile, id_: str) -> bool:
    """Whether the file, or the part of it, that would hold a parameter has problems of its own."""
    return home.model is None or any(id_.startswith(f"{home.name}.{part}.") for part in home.missing_parts)


# --- exceptions ---------------------------------------------------------------------------


def _exception_faults(
    id_: str,
    one: RuleException,
    clinic: ClinicFile,
    file: ReadFile,
    known: Mapping[str, Found],
    files: Mapping[str, ReadFile],
) -> Iterator[Problem]:
    path = ("exceptions", id_)
    if id_ not in known:
        yield from filter(None, [unknown(path, id_, known, file, files)])
        return
    if not _may_be_excepted(id_, files):
        hint = "only the days of care, the months between touch-ups and the gaps between visits may be"
        yield file.problem(path, "may be no exception: nobody signs this one away", "R540", hint)
        return
    if id_ in clinic.overrides:
        yield file.problem(path, "stands under overrides too", "R542", "keep one of the two")
    faults = [*_number_faults(path, one, known[id_], file)]
    yield from faults
    found, home = known[id_], files[id_.split(".", 1)[0]]
    floor, ceiling = found.limits
    if not faults and floor <= one.range[0] and one.range[1] <= ceiling:
        where = home.found.place(found.path)
        text = f"{one.value} is inside the limits {floor}-{ceiling} {found.unit} set in {where}"
        yield file.problem(path, text, "R541", "write it under overrides")


def _may_be_excepted(id_: str, files: Mapping[str, ReadFile]) -> bool:
    """Whether a clinic may sign another value: of its rules, and never of what skin does by itself."""
    if not id_.startswith(MAY_BE_EXCEPTED) or id_.startswith(NEVER_EXCEPTED):
        return False
    usual = (rule for rule, one in _base_instructions(files).items() if one.kind == "expect")
    return not id_.startswith(tuple(f"{INSTRUCTIONS}{rule}." for rule in usual))


def _number_faults(path: Path, one: RuleException, found: Found, file: ReadFile) -> Iterator[Problem]:
    low, high = one.range
    for at, number in ((("value",), one.value), (("range", 0), low), (("range", 1), high)):
        if counts(found) and isinstance(number, Decimal):
            yield file.problem(
                (*path, *at), f"should be a whole number of {found.unit}; found {number}", "R503"
            )
        elif number <= 0:
            yield file.problem((*path, *at), f"should be above zero; found {number}", "R543")
        elif found.unit == "days" and number > A_YEAR:
            yield file.problem((*path, *at), f"should be {A_YEAR} days at most; found {number}", "R543")
    if low > high:
        yield file.problem((*path, "range"), f"runs backwards: {low} to {high}", "R543")
    elif not low <= one.value <= high:
        yield file.problem((*path, "value"), f"{one.value} is outside its own range {low}-{high}", "R543")


def exception_changes(
    exceptions: Mapping[str, RuleException], known: Mapping[str, Found]
) -> Mapping[str, Mapping[str, object]]:
    """What exceptions change in the figures of the base rules, by id.

    What a person's own answers add or take off stays within the range that the clinic signed, so its limits
    are that range. A gap's limits say when a visit may be at all: they are only widened to hold the range.
    """
    changes: dict[str, Mapping[str, object]] = {
        id_: {
            "value": one.value,
            "range": list(one.range),
            "limits": _widened(known[id_].limits, one.range) if id_.startswith(GAPS) else list(one.range),
            "basis": "clinic",
        }
        for id_, one in exceptions.items()
    }
    if INTERVAL in exceptions:
        changes[HORIZON] = {"limits": _far_enough(known[HORIZON], exceptions[INTERVAL].range[1])}
    return changes


def _widened(limits: Sequence[Any], span: Sequence[Any]) -> list[Any]:
    return [min(limits[0], span[0]), max(limits[1], span[1])]


def _far_enough(horizon: Found, months: int | Decimal) -> list[Any]:
    """Limits of the years planned ahead that leave room for a first check, as far as the years reach."""
    shortest = min(ceil(months / MONTHS_A_YEAR), vars(horizon.entry)["value"])
    return [max(horizon.limits[0], shortest), horizon.limits[1]]


def signed_edit(id_: str, one: RuleException, found: Found) -> ClinicEdit:
    """An exception as every plan tells it."""
    entry = cast(Any, found.entry)
    low, high = entry.range
    return ClinicEdit(
        parameter=id_,
        from_=entry.value,
        to=one.value,
        reason=one.reason,
        outside_range=not low <= one.value <= high,
        sources=tuple(one.sources),
        label=found.label,
        unit=found.unit,
        range=(low, high),
        signed=Signature(one.signed.by, one.signed.on),
    )


# --- instructions -------------------------------------------------------------------------


def _base_instructions(files: Mapping[str, ReadFile]) -> Mapping[str, Instruction]:
    home = files.get("aftercare")
    if home is None or home.model is None:
        return {}
    return cast(AftercareRules, home.model).instructions


def _listed(sources: Sequence[str], clinic: ClinicFile, files: Mapping[str, ReadFile]) -> bool:
    """Whether every document is there; what is cited and isn't is told with the citations."""
    home = files.get("sources")
    base = (
        cast(SourcesFile, home.model).root if home is not None and home.model is not None else clinic.sources
    )
    return set(sources) <= {*base, *clinic.sources}


def _instruction_faults(
    id_: str, own: OwnInstruction, base: Mapping[str, Instruction], file: ReadFile
) -> Iterator[Problem]:
    path = ("instructions", id_)
    if id_ in base:
        hint = "move its days under overrides or exceptions, or give yours another id"
        yield file.problem(path, "is an instruction of the base rules already", "R544", hint)
    elif not PLAIN_ID.fullmatch(id_):
        yield file.problem(
            path, "should be plain letters, digits and underscores, as in alcohol_after", "R546"
        )
    if not 0 <= own.to_day <= A_YEAR:
        text = f"should be from 0 to {A_YEAR} days after a visit; found {own.to_day}"
        yield file.problem((*path, "to_day"), text, "R547")
    yield from (
        fault._replace(code="R548") for fault in unfillable(file, (*path, "say"), own.say, INSTRUCTION)
    )


def with_instructions(file: ReadFile, care: OwnCare) -> ReadFile:
    """The aftercare with the clinic's own instructions below its own."""
    value = cast(Any, copy.deepcopy(file.found.value))
    value["instructions"] |= {f"{OWN}{id_}": _instruction(own) for id_, own in care.instructions.items()}
    found = replace(file.found, value=value)
    model, problems = shaped(found, MODELS["aftercare"])
    assert not problems, "an instruction that has its own shape has the one of the base rules too"
    return file._replace(found=found, model=model)


def _instruction(own: OwnInstruction) -> dict[str, object]:
    short = _inside(own.name)
    return {
        "name": own.name,
        "short": _("no {what}", what=short) if own.kind == "avoid" else short,
        "kind": own.kind,
        "say": own.say,
        "why": own.why,
        "sources": list(own.sources),
        "to_day": {
            "label": _("Days of the clinic's own rule: {name}", name=own.name),
            "value": own.to_day,
            "range": [own.to_day, own.to_day],
            "limits": [own.to_day, own.to_day],
            "unit": "days",
            "basis": "clinic",
            "sources": list(own.sources),
        },
    }


def _inside(name: str) -> str:
    """A name inside a sentence: a small first letter, but for what is written in capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def care_in(file: ReadFile, care: OwnCare) -> Mapping[str, Moved]:
    """Each exception and each own instruction with its place in the clinic's file, by the id of the rule."""
    place = file.found.place
    moved = {
        id_: Moved(
            place(("exceptions", id_, "value")),
            tuple(one.sources),
            one.reason,
            signed=Signature(one.signed.by, one.signed.on),
        )
        for id_, one in care.exceptions.items()
    }
    for id_, own in care.instructions.items():
        rule = f"{INSTRUCTIONS}{OWN}{id_}"
        moved[rule] = Moved(place(("instructions", id_)), (), own.reason)
        moved[f"{rule}.to_day"] = Moved(place(("instructions", id_, "to_day")), (), own.reason)
    return moved
