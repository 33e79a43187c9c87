"""One fact of a plan, as a row of a table."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from smp_planner.domain.quantities import Estimate, Number


class Row(NamedTuple):
    """One fact; what doesn't apply stays empty."""

    section: str
    item: str
    text: str = ""
    sources: tuple[str, ...] = ()
    from_: date | None = None
    to: date | None = None
    low: Number | None = None
    typical: Number | None = None
    high: Number | None = None
    unit: str = ""


def words(*parts: str | None) -> str:
    """The parts that are there, as one text."""
    return " ".join(part for part in parts if part)


def figure_row(section: str, item: str, value: Estimate, sources: tuple[str, ...], text: str = "") -> Row:
    """A fact with a figure; its note is told after the text."""
    row = Row(section, item, words(text, value.note), sources, unit=value.unit)
    return row._replace(low=value.low, typical=value.typical, high=value.high)
