"""What was typed of offers as offers; one that holds no sound amount yet is left out."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from typing import cast

from smp_planner.domain.offers import FREE_TOUCH_UPS, Offer, Priced, Sold
from smp_planner.domain.quantities import CENTS, Number
from smp_planner.language.texts import _
from smp_planner.views.state import OFFERS, Answers
from smp_planner.views.to_intake import to_number

MOST_OFFERS = 3  # columns that can be read beside the plan's own
OVER_NOTHING = ("amount", "visits", "hours", "grafts", "free_count", "free_months", "valid_days")
"""Fields that hold more than 0, where they hold anything."""
STEPS = {"tax_percent": "0.001"}
"""Fields that are finer than a coin: sales taxes are told in thousandths of a per cent."""
PRICED: dict[Sold, tuple[Priced, ...]] = {
    "smp": ("visit", "package", "hour"),
    "fut": ("graft", "package"),
    "fue": ("graft", "package"),
}
"""How each treatment is sold; what most offers say first."""


def field(row: int, name: str) -> str:
    """The key under which the session holds one field of an offer."""
    return f"{OFFERS}_{row}_{name}"


def offer_name(given: Answers, row: int, place: int) -> str:
    """What the person calls an offer, or a letter by its place."""
    typed = (given.get(field(row, "name")) or "").strip()
    return typed or _("Offer {letter}", letter=letter(place))


def letter(place: int) -> str:
    """The letter of the offer at a place, counted from 0."""
    return ascii_uppercase[place]


def sold_as(given: Answers, row: int) -> Sold:
    """What is offered; before anything is chosen it is what is planned here."""
    return cast(Sold, given.get(field(row, "sold")) or "smp")


def priced_by(given: Answers, row: int) -> Priced:
    """What the price is for; it is remembered for each treatment, as they are not sold alike."""
    sold = sold_as(given, row)
    return cast(Priced, given.get(field(row, f"priced_{sold}")) or PRICED[sold][0])


def held_by(given: Answers, row: int) -> frozenset[str]:
    """The ids of what is ticked as being in the price."""
    return frozenset(given.get(field(row, f"holds_{sold_as(given, row)}")) or ())


def offers_typed(given: Answers) -> Iterator[Offer]:
    """Each offer whose fields can be counted with, in the order they were typed."""
    for place, row in enumerate(given.get(f"{OFFERS}_rows") or ()):
        if not any(is_nothing(given, row, name) for name in OVER_NOTHING) and _number(given, row, "amount"):
            yield _offer(given, row, place)


def offers_waiting(given: Answers) -> Iterator[str]:
    """The name of each offer that can't be counted with yet, as it has no price or holds a 0."""
    for place, row in enumerate(given.get(f"{OFFERS}_rows") or ()):
        if any(is_nothing(given, row, name) for name in OVER_NOTHING) or not _number(given, row, "amount"):
            yield offer_name(given, row, place)


def is_nothing(given: Answers, row: int, name: str) -> bool:
    """Whether a field holds 0, which is no count and no price."""
    return _number(given, row, name) == 0


def _offer(given: Answers, row: int, place: int) -> Offer:
    sold, tax = sold_as(given, row), given.get(field(row, "tax")) or "unsaid"
    of_smp, holds = sold == "smp", held_by(given, row)
    free = FREE_TOUCH_UPS in holds

    def said(name: str, *, asked: bool = True) -> Number | None:
        return _number(given, row, name) if asked else None

    def count(name: str, *, asked: bool = True) -> int | None:
        return None if (found := said(name, asked=asked)) is None else int(found)

    return Offer(
        name=offer_name(given, row, place),
        sold=sold,
        priced=priced_by(given, row),
        amount=said("amount") or 0,
        visits=count("visits", asked=of_smp),
        hours=said("hours", asked=of_smp),
        grafts=count("grafts", asked=not of_smp),
        tax=tax,
        tax_percent=said("tax_percent", asked=tax == "on_top"),
        deposit=said("deposit"),
        touch_up=said("touch_up", asked=of_smp),
        free_count=count("free_count", asked=free),
        free_months=count("free_months", asked=free),
        holds=holds,
        valid_days=count("valid_days"),
    )


def _number(given: Answers, row: int, name: str) -> Number | None:
    found = given.get(field(row, name))
    return None if found is None else to_number(found, STEPS.get(name, CENTS))
