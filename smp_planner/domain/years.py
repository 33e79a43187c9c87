"""What comes after the course: touch-ups, fading, money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.quote import Quote

TOLD_MONTHS = (12, 60, 120)
"""The points of the fading curve that a plan tells in words, in months after the last visit."""


class TouchUp(NamedTuple):
    """One check of the look: the span of days and the day planned with."""

    number: int
    from_: date
    typical: date
    to: date


class FadePoint(NamedTuple):
    """Share of the look that is left (0-1) some months after the last visit, untouched."""

    months: int
    low: Number
    typical: Number
    high: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchUps:
    """Checks over the years and the fading curve behind them.

    `items` are the checks as planned. `within` is how many there may be within some years after the last
    visit, from the fewest to the most; money over the years counts the same.
    """

    interval_months: Estimate
    items: tuple[TouchUp, ...]
    fade: tuple[FadePoint, ...]
    notes: tuple[str, ...] = ()
    within: Mapping[str, Estimate] = field(default_factory=dict[str, Estimate])


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Taking the pigment out again: laser visits, and what is known of the price."""

    sessions: Estimate
    price: Estimate | None
    not_known: str | None
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Money for SMP: the course, a visit's share of it, a touch-up, and the years.

    With a clinic's own price list (`of_clinic`) all of it is the clinic's, with tax, and the `quote` of a
    whole plan says how it is made up.
    `as_of` is the day on which the prices were last looked at; `goes_by` says what moves the course, and what
    does not; `covers` says how many visits it is for, and what one more adds.
    """

    currency: str
    tax: str
    as_of: date
    valid_days: int
    course: Estimate
    goes_by: str
    covers: str
    per_session: Estimate
    touch_up: Estimate
    totals: Mapping[str, Estimate]
    removal: Removal
    included: tuple[str, ...]
    not_included: tuple[str, ...]
    notes: tuple[str, ...] = ()
    of_clinic: bool = False
    quote: Quote | None = None
