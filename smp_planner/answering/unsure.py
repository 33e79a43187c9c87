"""Answers that say "not sure": they are left out, so that the plan's range widens.

Of the safety questions it is kept which were answered so: there "not sure" is no "no". One that is
left out, or is `null` as in a saved plan, was not asked.
"""

from __future__ import annotations

from collections.abc import Mapping

from smp_planner.answering.kept import Kept, all_of, without
from smp_planner.answering.shape import UNSURE, IntakeShape
from smp_planner.rules.model_keys import keys_at, list_belongs_at
from smp_planner.rules.source_map import Path, SourceMap, as_list, as_table

MEASUREMENT: Path = ("area", "measured")
BY_NAME: tuple[Path, ...] = (("kept_hair",), ("matters",), ("agreed",), ("calendar", "visit_times"))
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
    """Whether a part of the file is left out: it says "not sure" where an answer, or an item, belongs."""
    measured = as_table(value) if path == MEASUREMENT else None
    if measured is not None:
        return _half_measured(measured)
    if path[-1] == "name":
        return value is None  # anybody, and any event, may be called so
    if path[:-1] in BY_NAME:
        return False  # the name still has to be a known one, and a zone is not one without hair
    return says_unsure(value) and _belongs(path)


def _belongs(path: Path) -> bool:
    """Whether the last step is a known key, or an item where a list belongs: else it is refused."""
    if isinstance(path[-1], int):
        return list_belongs_at(IntakeShape, path[:-1])
    known = keys_at(IntakeShape, path[:-1])
    return not known or path[-1] in known


def _half_measured(parts: dict[str, object]) -> bool:
    """A measurement of which one part is unsure, so that the rest says nothing."""
    unsure = {key for key, value in parts.items() if says_unsure(value)}
    sure = parts.keys() - unsure
    known = parts.keys() <= set(keys_at(IntakeShape, MEASUREMENT))
    return known and bool(unsure) and "cm2" not in sure and not {"length_cm", "width_cm"} <= sure
