"""Answers that say "not sure": they are left out, so that the plan's range widens."""

from __future__ import annotations

from smp_planner.answering.kept import Kept, all_of, without
from smp_planner.answering.shape import IntakeShape
from smp_planner.rules.model_keys import keys_at
from smp_planner.rules.source_map import Path, SourceMap, as_table

UNSURE = "unsure"
MEASUREMENT: Path = ("area", "measured")


def sure_answers(found: SourceMap) -> Kept:
    """The answers of a file less those that are `unsure` or nothing."""
    return without(all_of(found), _unsure)


def says_unsure(value: object) -> bool:
    """Whether a value stands for "not sure"."""
    return value is None or value == UNSURE


def _unsure(path: Path, value: object) -> bool:
    measured = as_table(value) if path == MEASUREMENT else None
    if measured is not None:
        return _half_measured(measured)
    if path[-1] == "name":
        return value is None  # anybody, and any event, may be called so
    return says_unsure(value) and not _unknown(path)


def _unknown(path: Path) -> bool:
    """Whether the last key is one that no table of answers has there: refused, not passed over."""
    known = keys_at(IntakeShape, path[:-1])
    return bool(known) and path[-1] not in known


def _half_measured(parts: dict[str, object]) -> bool:
    """A measurement of which one part is unsure, so that the rest says nothing."""
    sure = {key for key, value in parts.items() if not says_unsure(value)}
    return len(sure) < len(parts) and "cm2" not in sure and not {"length_cm", "width_cm"} <= sure
