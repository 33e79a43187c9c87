"""Runs of days and what a clinic moved, in the short words that documents for a person use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from smp_planner.domain.plan import ClinicEdit
from smp_planner.domain.words import MONTHS

NOT_ADVICE = "A planning estimate, not medical advice."


def dated(day: date) -> str:
    """A day in short: 12 Jan 2027."""
    return f"{_short(day)} {day.year}"


def days_held(runs: Sequence[tuple[date, date]]) -> str:
    """Runs of days, both ends held, in short: 11 to 14, 21 to 24 Jan, 31 Jan to 2 Feb 2027."""
    words: list[str] = []
    for index, (first, last) in enumerate(runs):
        following = runs[index + 1] if index + 1 < len(runs) else (date.max, date.max)
        if _one_month(first, last, *following):
            words.append(str(first.day) if first == last else f"{first.day} to {last.day}")
        else:
            year = "" if following[0].year == first.year == last.year else f" {last.year}"
            words.append(f"{_run(first, last)}{year}")
    return ", ".join(words)


def _one_month(*days: date) -> bool:
    return len({(day.year, day.month) for day in days}) == 1


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _run(first: date, last: date) -> str:
    if first == last:
        return _short(first)
    if first.year != last.year:
        return f"{dated(first)} to {_short(last)}"
    start = str(first.day) if first.month == last.month else _short(first)
    return f"{start} to {_short(last)}"


def lower_first(words: str) -> str:
    """Words with a small first letter, to stand inside a sentence."""
    return words[:1].lower() + words[1:]


def beyond_range(edit: ClinicEdit) -> str:
    """A clinic's value outside the range that the sources recommend says so."""
    return ", outside the range that the sources recommend" if edit.outside_range else ""
