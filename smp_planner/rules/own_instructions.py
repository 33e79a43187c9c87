"""Instructions that only a clinic gives: what can be wrong with them, and how they join the aftercare."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from smp_planner.domain.care import OWN
from smp_planner.errors import Problem
from smp_planner.language.texts import _
from smp_planner.rules.allowing import allows, own_number
from smp_planner.rules.files import ReadFile, shaped
from smp_planner.rules.models import MODELS
from smp_planner.rules.shapes.aftercare import AftercareRules, Instruction
from smp_planner.rules.shapes.clinic_care import OwnInstruction
from smp_planner.rules.source_map import Path
from smp_planner.rules.templates import unfillable
from smp_planner.rules.wordings import INSTRUCTION

INSTRUCTIONS = "aftercare.instructions."
A_YEAR = 365
"""Days after a visit for which an instruction may hold."""
LAST_DAYS = ("{days}", "{next}")
"""The places of a sentence that tell when an instruction ends."""
PLAIN_ID = re.compile(r"[a-z][a-z0-9_]*")


def base_instructions(files: Mapping[str, ReadFile]) -> Mapping[str, Instruction]:
    """The instructions of the base rules; none where their file has problems of its own."""
    home = files.get("aftercare")
    if home is None or home.model is None:
        return {}
    return cast(AftercareRules, home.model).instructions


def instruction_faults(
    id_: str, own: OwnInstruction, base: Mapping[str, Instruction], file: ReadFile
) -> Iterator[Problem]:
    """What is wrong with an instruction of the clinic's own, each thing at its place."""
    path = ("instructions", id_)
    if id_ in base:
        hint = "move its days under overrides or exceptions, or give yours another id"
        yield file.problem(path, "is an instruction of the base rules already", "R544", hint)
    elif not PLAIN_ID.fullmatch(id_):
        yield file.problem(
            path, "should be plain letters, digits and underscores, as in alcohol_after", "R546"
        )
    if own.kind != "avoid" and own.signed is None:
        hint = "who answers for it, and since when: signed: {by: ..., on: 2026-11-01}"
        yield file.problem(
            path, f"may loosen a rule, as it says what to {own.kind}: it needs signed", "R550", hint
        )
    if not 0 <= own.to_day <= A_YEAR:
        text = f"should be from 0 to {A_YEAR} days after a visit; found {own.to_day}"
        yield file.problem((*path, "to_day"), text, "R547")
    yield from (
        fault._replace(code="R548") for fault in unfillable(file, (*path, "say"), own.say, INSTRUCTION)
    )
    if own.kind == "avoid":
        yield from _loosening(path, own, file)


def _loosening(path: Path, own: OwnInstruction, file: ReadFile) -> Iterator[Problem]:
    """What words to avoid something by may not say: that it is allowed, or days but those of to_day."""
    if not any(place in own.say for place in LAST_DAYS):
        hint = "{days} is the last day, {next} the day after it: No alcohol for {days} days."
        yield file.problem(
            (*path, "say"), "should hold {days} or {next}, so that it ends by to_day", "R552", hint
        )
    for key, text in (("name", own.name), ("say", own.say)):
        if found := own_number(text):
            hint = "the days come from to_day: write {days} or {next}, and days alone"
            yield file.problem((*path, key), f"says '{found}' in its own words", "R553", hint)
        if found := allows(text):
            hint = (
                "say what to avoid; to allow sooner what the base rules forbid, move their days by a signed "
                "exception"
            )
            yield file.problem(
                (*path, key), f"says '{found}', which allows, and is there to avoid", "R554", hint
            )


def with_instructions(file: ReadFile, instructions: Mapping[str, OwnInstruction]) -> ReadFile:
    """The aftercare with the clinic's own instructions below its own."""
    value = cast(Any, copy.deepcopy(file.found.value))
    value["instructions"] |= {f"{OWN}{id_}": _instruction(own) for id_, own in instructions.items()}
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
