"""Days in words, the same in every place and without a locale."""

from __future__ import annotations

from datetime import date

from smp_planner.domain.intake import WEEKDAYS, Weekday

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def spoken(day: date) -> str:
    """A day as people write it: 12 January 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_of(day: date) -> Weekday:
    """The weekday of a day, by the names the answers use."""
    return WEEKDAYS[day.weekday()]
