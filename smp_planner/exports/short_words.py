"""What the rules of a plan's aftercare are called in few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from smp_planner.domain.care import Aftercare, CareDay

Kind = Literal["avoid", "do", "expect"]


def short_words(care: Aftercare, kind: Kind) -> dict[str, str]:
    """The short words of the rules of a kind, in the order in which the rules end."""
    ends: dict[str, date] = {}
    for window in care.windows:
        ends[window.rule] = max(window.to, ends.get(window.rule, window.to))
    named = [name for name in care.names if name.kind == kind]
    named.sort(key=lambda name: ends.get(name.rule, date.min))
    return {name.rule: name.short for name in named}


def main_limits(care: Aftercare) -> dict[str, str]:
    """The short words of the main limits: those that stand on a calendar."""
    return {name.rule: name.short for name in care.names if name.calendar}


def left_on(care: Aftercare, day: CareDay) -> list[str]:
    """The rules of what to leave on a day, less those that a stricter one says already."""
    said_by = {name.rule: name.said_by for name in care.names}
    return [rule for rule in day.avoid if said_by.get(rule) not in day.avoid]


def told(table: Mapping[str, str], rules: Sequence[str]) -> list[str]:
    """The words of these rules, in the order of the table."""
    return [words for rule, words in table.items() if rule in rules]
