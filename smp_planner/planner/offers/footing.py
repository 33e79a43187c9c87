"""Offers side by side: the same questions of each, and what each leaves out or does not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from smp_planner.domain.offers import FREE_TOUCH_UPS, Offer, OfferRow, OneFooting, RowId
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.planner.offers.figures import offer_figures, own_figures
from smp_planner.planner.offers.price_list import as_offer, in_the_price
from smp_planner.rules.ruleset import RuleSet

ROWS: tuple[RowId, ...] = get_args(RowId)


def on_one_footing(offers: Sequence[Offer], plan: TreatmentPlan, rules: RuleSet) -> OneFooting | None:
    """The offers in their order, beside this plan's own estimate; None where the plan shows no price."""
    if plan.cost is None:
        return None
    cost = plan.cost
    own = own_figures(plan, cost, rules)
    counted = [offer_figures(offer, plan, cost, rules) for offer in offers]
    price_list = as_offer(cost.quote, plan, cost, rules) if cost.quote else None
    return OneFooting(
        offers=tuple(offers),
        rows=tuple(OfferRow(id_, tuple(one[id_] for one in counted), own[id_]) for id_ in ROWS),
        holds=tuple(tuple(_held(offer, rules)) for offer in offers),
        ask=tuple(tuple(_to_ask(offer, rules)) for offer in offers),
        own_holds=tuple(in_the_price(cost, rules)),
        own_ask=tuple(_to_ask(price_list, rules)) if price_list else None,
    )


def _held(offer: Offer, rules: RuleSet) -> Iterator[str]:
    """What is in the price, by name."""
    for id_, held in rules.offers.holds.items():
        if id_ in offer.holds and offer.sold in held.of:
            yield held.name


def _to_ask(offer: Offer, rules: RuleSet) -> Iterator[str]:
    """A question for each thing that the offer does not say, then for each that it leaves out."""
    unsaid = _unsaid(offer)
    for id_, rule in rules.offers.unsaid.items():
        if id_ in unsaid and offer.sold in rule.of:
            yield rule.ask
    for id_, held in rules.offers.holds.items():
        if id_ not in offer.holds and offer.sold in held.of:
            yield held.ask


def _unsaid(offer: Offer) -> set[str]:
    free = FREE_TOUCH_UPS in offer.holds
    open_ = {
        "visits": offer.visits is None,
        "hours": offer.hours is None,
        "grafts": offer.grafts is None,
        "tax": offer.tax == "unsaid",
        "tax_share": offer.tax == "on_top" and offer.tax_percent is None,
        "free_count": free and offer.free_count is None,
        "free_months": free and offer.free_months is None,
        "touch_up": offer.touch_up is None,
        "deposit": offer.deposit is None,
        "valid": offer.valid_days is None,
    }
    return {id_ for id_, is_open in open_.items() if is_open}
