"""A plan's record as tests look through it: its figures, its spans, and which steps stand behind them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.exports.record import to_json

NOT_SHOWN = ("rules", "intake", "trace", "sources", "kind")
ITEM_KEYS = ("number", "visit", "id", "rule", "event", "months", "year")
ENDS = ("low", "typical", "high")

# One step stands for all figures below these fields. Every other figure has a step of its own, or
# is the low, typical or high of an estimate that has one.
SHARED_STEPS = (
    "aftercare.before.*",  # the same days before every visit
    "aftercare.conflicts",
    "aftercare.gaps",
    "aftercare.maybe_longer",
    "aftercare.days",  # the windows again, day by day
    "aftercare.windows.*",
    "area.parts.*",
    "comparison.curves.*.*",
    "comparison.rows.*.*",
    "cost.removal",
    "dots.per_session",
    "risks.*.*",
    "sessions.conflicts",
    "sessions.latest_start.*",
    "suitability.wait.*",
    "touch_ups.fade.*",
    "touch_ups.items.*",
)


def record_of(plan: TreatmentPlan | Referral) -> dict[str, Any]:
    return json.loads(to_json(plan))


def shown(record: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a record that a person reads."""
    return {key: value for key, value in record.items() if key not in NOT_SHOWN}


def entries(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Everything in a record with its path, items of lists by the key they go by."""
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "cells":
                yield from entries(inner, f"{path}.{key}" if path else key)
                continue
            for option, cell in inner.items():  # a cell's step names the row and the option
                yield from entries(cell, f"{path}.{option}")
    elif isinstance(value, list):
        for position, inner in enumerate(value, start=1):
            yield from entries(inner, f"{path}.{item_key(inner, path, position)}")


def item_key(item: Any, path: str, position: int) -> str:
    if not isinstance(item, dict) or path == "sessions.latest_start":
        return str(position)
    if path == "risks":
        return f"{item['option']}.{item['id']}"
    return str(next((item[key] for key in ITEM_KEYS if key in item), position))


def figures(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every number and date that a person is shown, less the numbers that items go by."""
    for path, value in entries(shown(record)):
        *_, item, key = ("", *path.split("."))
        if is_figure(value) and not (key in ITEM_KEYS and item == str(value)):
            yield path, value


def is_figure(value: Any) -> bool:
    return (isinstance(value, (int, float)) and not isinstance(value, bool)) or (
        isinstance(value, str) and is_date(value)
    )


def is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def step_behind(path: str, fields: set[str]) -> str | None:
    """The field of the step that explains a figure: its own, its estimate's, or one that is shared."""
    above, _, key = path.rpartition(".")
    if path in fields:
        return path
    if key in ENDS and above in fields:
        return above
    while above:
        if above in fields and any(is_pattern(above, pattern) for pattern in SHARED_STEPS):
            return above
        above = above.rpartition(".")[0]
    return None


def is_pattern(field: str, pattern: str) -> bool:
    """Whether a field fits a pattern part by part; a star is one part."""
    return field.count(".") == pattern.count(".") and fnmatchcase(field, pattern)


def spans(record: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Everything a person is shown as low, typical and high."""
    for path, value in entries(shown(record)):
        if isinstance(value, dict) and value.keys() >= set(ENDS) and value["typical"] is not None:
            yield path, value
