"""A closed day of every year as one word, as saved answers keep it: `12-25`, `easter-2`, `last-mon-aug`."""

from __future__ import annotations

import re

from pydantic import ValidationError

from smp_planner.rules.clinic_days import yearly_day
from smp_planner.rules.shapes.clinic_hours import EasterHoliday, MovingHoliday, Yearly

EASTER = re.compile(r"easter([+-]\d{1,3})")


def as_word(one: Yearly) -> str:
    """A closed day of every year as one word."""
    if isinstance(one, EasterHoliday):
        return f"easter{one.days_after_easter:+}"
    return one if isinstance(one, str) else f"{one.the}-{one.weekday}-{one.of}"


def from_word(word: str) -> Yearly | None:
    """The closed day that a word stands for; None for a word that is none."""
    if found := EASTER.fullmatch(word):
        return EasterHoliday(days_after_easter=int(found[1]))
    parts = word.split("-")
    if len(parts) == 3:
        try:
            return MovingHoliday.model_validate(dict(zip(("the", "weekday", "of"), parts, strict=True)))
        except ValidationError:
            return None
    return word if yearly_day(word) else None
