"""The rules that a saved file of answers was planned with: which they were, and their figures, no result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from smp_planner.domain.intake import Weekday
from smp_planner.domain.quantities import Number

Figures = tuple[Number, Number, Number]
"""What is planned with, then low and high end of the range, in the unit of the rule."""
SavedPrices = Mapping[str, object]
"""A clinic's price list as its file holds it, but that of its words there are short marks; {} is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedRules:
    """Edition, clinic and region, and what a course rests on: figures by the id of their rule.

    `words` holds a short mark of each instruction's words, by its id, as they stood in `language`. What is
    closed are the weekdays and days on which the clinic gives no appointment; `closed_spans` hold both ends,
    and `closed_yearly` is written as in a clinic's file: `12-25`, `easter-2`, `last-mon-aug`. `opening` are
    the hours of each weekday, None where none were named. `prices` is the clinic's price list, {}
    where it had none; None where that was not saved, as by planners from before.
    """

    edition: str
    fingerprint: str
    clinic: str | None = None
    region: str | None = None
    language: str = "en"
    closed_days: tuple[Weekday, ...] = ()
    closed_dates: tuple[date, ...] = ()
    closed_spans: tuple[tuple[date, date], ...] = ()
    closed_yearly: tuple[str, ...] = ()
    opening: Mapping[Weekday, tuple[str, ...]] | None = None
    figures: Mapping[str, Figures] = field(default_factory=dict[str, Figures])
    words: Mapping[str, str] = field(default_factory=dict[str, str])
    prices: SavedPrices | None = field(default_factory=dict[str, object])
