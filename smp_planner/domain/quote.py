"""What a clinic's own price list asks for a course: line by line, with tax, and what is paid when.

Money is exact. Each line of the list is rounded to the smallest coin once, half up. A tax on top is rounded
once, on their sum, and shared out over them. So lines and payments add up to the total at its low, planned
and high end, and the net is the sum of the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from smp_planner.domain.quantities import Estimate, Number


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    """One thing that is paid for, with tax: a visit or the course, scar work, a patch test."""

    id: str
    what: str
    amount: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteTax:
    """The tax in the total: its name, its rate in per cent of the net price, what it comes to."""

    name: str
    percent: Number
    amount: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteDeposit:
    """What is paid to book, one amount, and in the clinic's words when it is given back."""

    amount: Estimate
    refund: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """What is paid at one time: at a visit with its day, or with no day yet."""

    number: int
    what: str
    visit: int | None
    on: date | None
    amount: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeTouchUps:
    """How many touch-ups cost nothing, for how many months after the last visit, and until which day."""

    visits: int
    within_months: int
    until: date
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A planning estimate from a clinic's own price list; `wording` says what it is not.

    `total` = `net` + `tax` at each end; without a tax in the clinic's file the net is the total.
    `beside_others` says which of its prices lie outside what most clinics publish.
    """

    clinic: str
    by: Literal["visit", "stage", "area", "hour"]
    wording: str
    lines: tuple[QuoteLine, ...]
    net: Estimate
    tax: QuoteTax | None
    total: Estimate
    deposit: QuoteDeposit | None
    payments: tuple[Payment, ...]
    touch_up: Estimate
    free_touch_ups: FreeTouchUps | None
    valid_days: int
    beside_others: tuple[str, ...] = ()
