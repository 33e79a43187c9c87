"""A clinic's signed exceptions: which rules it may sign beyond the limits, and what they change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import ceil
from typing import Any

from smp_planner.domain.calendar_math import MONTHS_A_YEAR
from smp_planner.domain.fixed import is_fixed
from smp_planner.errors import Hints, Problem
from smp_planner.rules.files import ReadFile
from smp_planner.rules.own_instructions import A_YEAR, INSTRUCTIONS, base_instructions
from smp_planner.rules.shapes.aftercare import Instruction
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_care import RuleException
from smp_planner.rules.source_map import Path
from smp_planner.rules.walk import Found, counts

GAPS = "sessions.gaps."
MAY_BE_EXCEPTED = ("aftercare.", "touch_ups.", GAPS)
INTERVAL, HORIZON = "touch_ups.interval_months", "touch_ups.horizon_years"
NEVER_EXCEPTED = (HORIZON,)  # how far a plan looks

NO_CLINICS = "it tells what studies found, or what other treatments ask; set your own work, care and prices"


def unknown(
    path: Path, id_: str, hints: Hints, file: ReadFile, files: Mapping[str, ReadFile]
) -> Problem | None:
    """That no clinic may set it, or that the base rules have no such parameter.

    Of a parameter that may be set there is nothing where its file has problems of its own.
    """
    if is_fixed(id_):
        return file.problem(path, "is not for a clinic to set", "R501", NO_CLINICS)
    home = files.get(id_.split(".", 1)[0])
    if home is not None and home.model is None:
        return None
    return file.problem(path, "is not a parameter of the base rules", "R501", hints.closest(id_))


def exception_faults(
    id_: str,
    one: RuleException,
    clinic: ClinicFile,
    file: ReadFile,
    known: Mapping[str, Found],
    hints: Hints,
    files: Mapping[str, ReadFile],
) -> Iterator[Problem]:
    """What is wrong with an exception, each thing at its place."""
    path = ("exceptions", id_)
    if id_ not in known:
        yield from filter(None, [unknown(path, id_, hints, file, files)])
        return
    if not may_be_excepted(id_, files):
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


def may_be_excepted(id_: str, files: Mapping[str, ReadFile]) -> bool:
    """Whether a clinic may sign another value: of its rules, and never of what skin does by itself."""
    return may_be_signed(id_, base_instructions(files))


def may_be_signed(id_: str, instructions: Mapping[str, Instruction]) -> bool:
    """As `may_be_excepted`, by the instructions themselves."""
    if not id_.startswith(MAY_BE_EXCEPTED) or id_.startswith(NEVER_EXCEPTED):
        return False
    usual = (rule for rule, one in instructions.items() if one.kind == "expect")
    return not id_.startswith(tuple(f"{INSTRUCTIONS}{rule}." for rule in usual))


def limits_as_signed(id_: str, limits: Sequence[Any], span: Sequence[Any]) -> list[Any]:
    """The limits of a rule that a clinic signed a range of; a gap's are only widened to hold it."""
    return _widened(limits, span) if id_.startswith(GAPS) else list(span)


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
            "limits": limits_as_signed(id_, known[id_].limits, one.range),
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
