"""Days, figures and money in words, the same in every place and without a locale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from smp_planner.domain.intake import WEEKDAYS, Weekday
from smp_planner.domain.quantities import Estimate, Number, to_in2

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

SIGNS = {"USD": "$", "GBP": "£"}
UNSPOKEN = ("", "per 100", "score", "points")
# How a unit is said, for one and for more; any other unit is said as it is written.
SPOKEN = {
    "sessions": ("visit", "visits"),
    "visits": ("visit", "visits"),
    "hours": ("hour", "hours"),
    "days": ("day", "days"),
    "months": ("month", "months"),
    "years": ("year", "years"),
    "operations": ("operation", "operations"),
    "grafts": ("graft", "grafts"),
    "dots": ("dot", "dots"),
}


def spoken(day: date) -> str:
    """A day as people write it: 12 January 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def listed(parts: Sequence[str], *, comma: str = ", ", last: str = " and ") -> str:
    """Words in a row: a, b and c."""
    return last.join(part for part in (comma.join(parts[:-1]), parts[-1]) if part)


def sentence(words: str) -> str:
    """Words that begin a sentence, whatever somebody has called an event."""
    return words[:1].upper() + words[1:]


def weekday_of(day: date) -> Weekday:
    """The weekday of a day, by the names the answers use."""
    return WEEKDAYS[day.weekday()]


def number(value: Number) -> str:
    """A number with its thousands grouped: 25,500 or 2.5."""
    return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"


def with_unit(words: str, unit: str, *, single: bool = False) -> str:
    """A figure in words and its unit; a count of 100 and a score carry none."""
    if unit in UNSPOKEN:
        return words
    one, more = SPOKEN.get(unit, (unit, unit))
    return f"{words} {one if single else more}"


def figure(value: Number, unit: str) -> str:
    """One number with its unit: 3 visits, $2,800."""
    if unit in SIGNS:
        return f"{SIGNS[unit]}{number(value)}"
    return with_unit(number(value), unit, single=value == 1)


def between(low: Number, high: Number, unit: str = "") -> str:
    """Two ends with their unit: 3 to 4 visits, $800 to $1,800; one number where they are the same."""
    if low == high:
        return figure(low, unit)
    if unit in SIGNS:
        return f"{figure(low, unit)} to {figure(high, unit)}"
    return with_unit(f"{number(low)} to {number(high)}", unit)


def span(estimate: Estimate) -> str:
    """Low to high with the unit: 3 to 4 visits."""
    return between(estimate.low, estimate.high, estimate.unit)


def planned(estimate: Estimate) -> str:
    """What is planned with, then low to high: 3 visits (3 to 4)."""
    typical = figure(estimate.typical, estimate.unit)
    if estimate.low == estimate.high:
        return typical
    sign = estimate.unit if estimate.unit in SIGNS else ""
    return f"{typical} ({between(estimate.low, estimate.high, sign)})"


def planned_area(cm2: Estimate) -> str:
    """An area as planned, in both units: 170 cm2 (100 to 230), or 26.4 in2 (15.5 to 35.7)."""
    return f"{planned(cm2)}, or {planned(to_in2(cm2))}"


def money(estimate: Estimate) -> str:
    """An amount as planned, with low to high: $2,800 ($1,800 to $4,000)."""
    return planned(estimate)
