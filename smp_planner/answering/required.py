"""The three answers that every intake gives: goals, area and the first day on offer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smp_planner.answering.kept import Kept
from smp_planner.answering.unsure import says_unsure
from smp_planner.errors import Problem
from smp_planner.rules.source_map import Path, SourceMap, as_table, dotted

REQUIRED = ("goals", "area", "calendar")


def required_faults(found: SourceMap) -> Iterator[Problem]:
    """Required answers that are missing, empty, or unsure where that is of no use."""
    answers = as_table(found.value) or {}
    for key in REQUIRED:
        if key not in answers:
            yield _fault(found, (key,), "is required but missing", "I201")
    if answers.get("goals") == []:
        yield _fault(found, ("goals",), "should hold at least one goal, or be 'unsure'", "I301")
    area = as_table(answers.get("area"))
    if area is not None and all(part == [] for part in area.values()):
        text = "should hold a stage, zones, a measurement or scars, or be 'unsure'"
        yield _fault(found, ("area",), text, "I301")
    if "calendar" in answers:
        yield from _start_faults(found, answers["calendar"])


def _start_faults(found: SourceMap, calendar: object) -> Iterator[Problem]:
    table = as_table(calendar)
    if says_unsure(calendar) or (table is not None and says_unsure(table.get("start", ""))):
        text = "can't be unsure: a plan needs the first day on which you could come"
        yield _fault(found, ("calendar", "start"), text, "I204", "any day will do to begin with")
    elif table is not None and "start" not in table:
        yield _fault(found, ("calendar", "start"), "is required but missing", "I201")


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
