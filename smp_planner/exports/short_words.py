"""What the rules of a plan's aftercare are called in few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from smp_planner.domain.care import OWN, Aftercare, CareDay, Kind, RuleName
from smp_planner.domain.words import marked


def short_words(care: Aftercare, kind: Kind) -> dict[str, str]:
    """The short words of the rules of a kind, in the order in which they end; the clinic's own marked."""
    return {name.rule: _marked(name) for name in _by_end(care, kind)}


def bare_words(care: Aftercare, kind: Kind) -> dict[str, str]:
    """The same without the mark: where there is no room for it, or where nobody is to read of a clinic."""
    return {name.rule: name.short for name in _by_end(care, kind)}


def _marked(name: RuleName) -> str:
    return marked(name.short) if name.by_clinic else name.short


def _by_end(care: Aftercare, kind: Kind) -> list[RuleName]:
    ends: dict[str, date] = {}
    for window in care.windows:
        ends[window.rule] = max(window.to, ends.get(window.rule, window.to))
    named = [name for name in care.names if name.kind == kind]
    named.sort(key=lambda name: ends.get(name.rule, date.min))
    return named


def main_limits(care: Aftercare) -> dict[str, str]:
    """The short words of the main limits, which stand on a calendar, and of those of the clinic's own."""
    return {
        name.rule: _marked(name)
        for name in care.names
        if name.calendar or (name.by_clinic and name.kind == "avoid")
    }


def clinics_limits(care: Aftercare) -> dict[str, str]:
    """The short words of the limits that only this clinic has; one that it moved has a place of its own."""
    return {
        name.rule: name.short
        for name in care.names
        if name.by_clinic and name.kind == "avoid" and name.rule.startswith(OWN)
    }


def told_by_clinic(care: Aftercare) -> list[str]:
    """Each rule that is the clinic's own in full: what it says, what others say, and why."""
    own = {name.rule for name in care.names if name.by_clinic}
    return list(dict.fromkeys(f"{w.say} {w.differs}" for w in care.windows if w.rule in own))


def left_on(care: Aftercare, day: CareDay) -> list[str]:
    """The rules of what to leave on a day, less those that a stricter one says already."""
    said_by = {name.rule: name.said_by for name in care.names}
    return [rule for rule in day.avoid if said_by.get(rule) not in day.avoid]


def told(table: Mapping[str, str], rules: Sequence[str]) -> list[str]:
    """The words of these rules, in the order of the table."""
    return [words for rule, words in table.items() if rule in rules]
