"""Offers that a person holds, as they were made, and the same offers on one footing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from smp_planner.domain.quantities import Estimate, Number

Sold = Literal["smp", "fut", "fue"]
Priced = Literal["visit", "package", "hour", "graft"]
TaxSaid = Literal["in", "on_top", "unsaid"]
RowId = Literal["total", "per_visit", "per_hour", "per_1000_dots", "per_graft", "five_years"]
FREE_TOUCH_UPS = "free_touch_ups"
"""What an offer holds, by its id in the rules, where some touch-ups are free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer in the words of whoever made it; None is what they did not say.

    `amount`, `deposit` and `touch_up` are money in the currency of the plan. `amount` is the price of one of
    what it is `priced` by; `hours` are those of the whole course. `tax_percent` comes on top, in parts of a
    hundred. `holds` are ids of what is in the price; of free touch-ups, how many they are and for how many
    months after the last visit.
    """

    name: str
    sold: Sold
    priced: Priced
    amount: Number
    visits: int | None = None
    hours: Number | None = None
    grafts: int | None = None
    tax: TaxSaid = "unsaid"
    tax_percent: Number | None = None
    deposit: Number | None = None
    touch_up: Number | None = None
    free_count: int | None = None
    free_months: int | None = None
    holds: frozenset[str] = frozenset()
    valid_days: int | None = None


class OfferFigure(NamedTuple):
    """An amount, or None where it is not known, and what it was counted with or why it is not known."""

    amount: Estimate | None
    notes: tuple[str, ...] = ()


class OfferRow(NamedTuple):
    """One question about money: each offer's answer in the order of the offers, and the plan's own."""

    id: RowId
    offers: tuple[OfferFigure, ...]
    plan: OfferFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class OneFooting:
    """Offers side by side in the order they were given: nothing is ranked, summed up or preferred.

    `holds` and `ask` are, for each offer, what is in its price and what to ask as it is left out or not said;
    `own_holds` and `own_ask` are the same of this plan's own price, None where that is no price list of a
    clinic.
    """

    offers: tuple[Offer, ...]
    rows: tuple[OfferRow, ...]
    holds: tuple[tuple[str, ...], ...]
    ask: tuple[tuple[str, ...], ...]
    own_holds: tuple[str, ...]
    own_ask: tuple[str, ...] | None
