"""The three answers that every intake gives: goals, area and the first day on offer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smp_planner.answering.kept import Kept
from smp_planner.answering.unsure import says_unsure
from smp_planner.errors import Problem
from smp_planner.language.texts import N_, _
from smp_planner.rules.source_map import Path, SourceMap, as_table, dotted

REQUIRED = ("goals", "area", "calendar")
COUNTS_NOTHING = ("crown_of_norwood", "crown_of_ludwig")  # of an area
MISSING = N_("is required but missing")
NO_GOAL = N_("should hold at least one goal, or be 'unsure'")
NO_AREA = N_("should hold a stage, zones, a measurement or scars, or be 'unsure'")
NO_START = N_("can't be unsure: a plan needs the first day on which you could come")
NO_START_HINT = N_("any day will do to begin with")


def required_faults(found: SourceMap) -> Iterator[Problem]:
    """Required answers that are missing, empty, or unsure where that is of no use."""
    answers = as_table(found.value) or {}
    for key in REQUIRED:
        if key not in answers:
            yield _fault(found, (key,), _(MISSING), "I201")
    if answers.get("goals") == []:
        yield _fault(found, ("goals",), _(NO_GOAL), "I301")
    area = as_table(answers.get("area"))
    if area is not None and all(part in ([], False) or key in COUNTS_NOTHING for key, part in area.items()):
        yield _fault(found, ("area",), _(NO_AREA), "I301")
    if "calendar" in answers:
        yield from _start_faults(found, answers["calendar"])


def _start_faults(found: SourceMap, calendar: object) -> Iterator[Problem]:
    table = as_table(calendar)
    if says_unsure(calendar) or (table is not None and says_unsure(table.get("start", ""))):
        yield _fault(found, ("calendar", "start"), _(NO_START), "I204", _(NO_START_HINT))
    elif table is not None and "start" not in table:
        yield _fault(found, ("calendar", "start"), _(MISSING), "I201")


def _fault(found: SourceMap, path: Path, message: str, code: str, hint: str = "") -> Problem:
    return Problem(place=found.place(path), key=dotted(path), message=message, code=code, hint=hint)


def with_stand_ins(kept: Kept) -> Kept:
    """The answers with something in the place of each required one that was left out."""
    answers = dict(as_table(kept.value) or {})
    answers.setdefault("goals", [])
    answers.setdefault("area", {})
    calendar = as_table(answers.setdefault("calendar", {}))
    if calendar is not None:
        answers["calendar"] = {"start": date.min} | calendar
    return kept._replace(value=answers)
