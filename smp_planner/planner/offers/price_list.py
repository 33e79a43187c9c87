"""A clinic's own price list as one more offer, so that the same is asked of it as of the others."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.offers import FREE_TOUCH_UPS, Offer
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quote import Quote
from smp_planner.domain.years import Cost
from smp_planner.rules.ruleset import RuleSet

LINES = ("patch_test", "scars")
"""What an offer may hold that a quote prices in a line of that name."""
REFUND = "refund"
"""What an offer may hold that is told with the deposit."""


def as_offer(quote: Quote, plan: TreatmentPlan, cost: Cost, rules: RuleSet) -> Offer:
    """The quote of a plan as an offer of a whole course: what it says, and None for what it does not."""
    free, deposit = quote.free_touch_ups, quote.deposit
    return Offer(
        name=quote.clinic,
        sold="smp",
        priced="package",
        amount=quote.total.typical,
        visits=int(plan.sessions.count.typical),
        hours=plan.sessions.chair_hours.typical,
        tax="in" if quote.tax else "unsaid",
        deposit=deposit.amount.typical if deposit else None,
        touch_up=quote.touch_up.typical,
        free_count=free.visits if free else None,
        free_months=free.within_months if free else None,
        holds=frozenset(_held(quote, cost, rules)),
        valid_days=quote.valid_days,
    )


def in_the_price(cost: Cost, rules: RuleSet) -> Iterator[str]:
    """What the price of the course holds, in words, with touch-ups that are free; not those that are paid."""
    later = {rules.prices.in_totals, rules.prices.clinic.in_totals}
    yield from (text for text in cost.included if text not in later)
    if cost.quote and cost.quote.free_touch_ups:
        yield cost.quote.free_touch_ups.say


def _held(quote: Quote, cost: Cost, rules: RuleSet) -> Iterator[str]:
    """The ids of what the price list holds: as a line, by its deposit, or named in the clinic's own words."""
    if quote.free_touch_ups:
        yield FREE_TOUCH_UPS
    if quote.deposit:
        yield REFUND
    lines = {line.id for line in quote.lines}
    yield from (id_ for id_ in LINES if id_ in lines)
    told = "\n".join(cost.included).casefold()
    yield from (id_ for id_, held in rules.offers.holds.items() if held.name.casefold() in told)
