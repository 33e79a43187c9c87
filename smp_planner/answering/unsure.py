"""Answers that say "not sure": they are left out, so that the plan's range widens.

Of the safety questions it is kept which were answered so: there "not sure" is no "no". One that is
left out, or is `null` as in a saved plan, was not asked.
"""

from __future__ import annotations

from collections.abc import Mapping

from smp_planner.answering.kept import Kept, all_of, without
from smp_planner.answering.shape import UNSURE, IntakeShape
from smp_planner.rules.model_keys import keys_at
from smp_planner.rules.source_map import Path, SourceMap, as_list, as_table

MEASUREMENT: Path = ("area", "measured")
KEPT_BY_ZONE: Path = ("kept_hair",)
SAFETY: Mapping[str, Path] = {
    "age": ("person", "age"),
    "could_be_pregnant": ("person", "could_be_pregnant"),
    "transplant_on": ("treated_before", "transplant_on"),
    "laser_removal_on": ("treated_before", "laser_removal_on"),
    "chemo_or_radiotherapy_on": ("treated_before", "chemo_or_radiotherapy_on"),
}


def sure_answers(found: SourceMap) -> Kept:
    """The answers of a file less those that are `unsure` or nothing."""
    return without(all_of(found), _unsure)


def says_unsure(value: object) -> bool:
    """Whether a value stands for "not sure"."""
    return value is None or value == UNSURE


def unsure_about(found: SourceMap) -> tuple[str, ...]:
    """The safety questions that a file answers with "not sure", alone or with the table they stand in."""
    answers = as_table(found.value) or {}
    health = answers.get("health", ())
    items = as_list(health)
    asked_openly = any(map(says_unsure, [health] if items is None else items))
    return (
        *(["health"] if asked_openly else []),
        *(question for question, path in SAFETY.items() if _said_unsure(answers, path)),
    )


def _said_unsure(answers: dict[str, object], path: Path) -> bool:
    table, key = answers.get(str(path[0])), str(path[1])
    return table == UNSURE or (as_table(table) or {}).get(key) == UNSURE


def _unsure(path: Path, value: object) -> bool:
    measured = as_table(value) if path == MEASUREMENT else None
    if measured is not None:
        return _half_measured(measured)
    if path[-1] == "name":
        return value is None  # anybody, and any event, may be called so
    if path[:-1] == KEPT_BY_ZONE:
        return False  # a zone of which nobody is sure is not one without hair
    return says_unsure(value) and not _unknown(path)


def _unknown(path: Path) -> bool:
    """Whether the last key is one that no table of answers has there: refused, not passed over."""
    known = keys_at(IntakeShape, path[:-1])
    return bool(known) and path[-1] not in known


def _half_measured(parts: dict[str, object]) -> bool:
    """A measurement of which one part is unsure, so that the rest says nothing."""
    sure = {key for key, value in parts.items() if not says_unsure(value)}
    return len(sure) < len(parts) and "cm2" not in sure and not {"length_cm", "width_cm"} <= sure
