"""Money in words: what the course costs now and over the years, what that holds, or why no price is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from smp_planner.domain.edition import RulesEdition
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import figure, money, short_day, span
from smp_planner.domain.years import Cost, Removal
from smp_planner.exports.quote_words import ends_before_last, validity
from smp_planner.language.texts import N_, _

NO_PRICE = N_("Not shown yet: the health questions come first.")
MONEY_WAITS = N_("Money is shown once the health questions are answered.")
NOT_SUMS = N_(
    "In a total, low and high each move one thing, and the rest stays as planned. So they are not sums of "
    "the lows or highs of the rows. If more than one thing moves, it can cost more than the high end."
)
SOME_SHOWN = N_("“What if” shows some.")
PRICES_OF: Mapping[str, str] = {
    "USD": N_("Prices of the United States, as of {day}."),
    "GBP": N_("Prices of the United Kingdom, as of {day}."),
}
"""Whose prices they are, by their currency: each region has its own."""
OF_CLINIC = N_("Prices of {clinic}, from its list as of {day}.")
HORIZONS: Mapping[str, str] = {
    "1y": N_("After 1 year"),
    "5y": N_("After 5 years"),
    "10y": N_("After 10 years"),
}


def whose_prices(cost: Cost, rules: RulesEdition) -> str:
    """Whose prices they are, the region's or the clinic's own, and as of when."""
    words = OF_CLINIC if cost.of_clinic else PRICES_OF[cost.currency]
    return _(words, clinic=rules.clinic, day=short_day(cost.as_of))


def course_told(cost: Cost) -> str:
    """The price of all visits, for how many that is, and what one more adds."""
    return f"{money(cost.course)} {cost.covers}"


def now_told(cost: Cost) -> list[tuple[str, str]]:
    """What is paid at a time, each with its amount."""
    return [
        (_("The course"), course_told(cost)),
        (_("Each touch-up"), money(cost.touch_up)),
        (_("Laser removal"), removal_told(cost.removal)),
    ]


def years_told(cost: Cost) -> list[tuple[str, str]]:
    """What it comes to in all after some years."""
    return [(_(HORIZONS.get(horizon, horizon)), money(total)) for horizon, total in cost.totals.items()]


def not_sums_but_shown(plan: SmpPlan) -> str | None:
    """As `not_sums`, and that "What if" shows some of it: for where that is at hand."""
    told = not_sums(plan)
    return f"{told} {_(SOME_SHOWN)}" if told else None


def not_sums(plan: SmpPlan) -> str | None:
    """Why low and high of a total are not what the rows add up to; None where only one of them has any."""
    cost, interval = plan.cost, plan.touch_ups.interval_months
    moving = (cost.course, cost.touch_up, interval) if cost else ()
    return _(NOT_SUMS) if sum(one.low != one.high for one in moving) > 1 else None


def about_money(plan: SmpPlan, cost: Cost, made_on: date | None = None) -> Iterator[str]:
    """What is included, what is extra, the tax, for how long it holds, why it is wide, whose prices."""
    yield _("Included: {parts}.", parts=". ".join(cost.included))
    yield _("Extra: {parts}.", parts=". ".join(cost.not_included))
    yield cost.tax
    if cost.quote:
        yield validity(plan, cost.quote, made_on)
    else:
        yield _("Good for {days}.", days=figure(cost.valid_days, "days"))
        yield ends_before_last(plan, cost.valid_days, made_on)
    if cost.course.note:
        yield cost.course.note
    yield whose_prices(cost, plan.rules)


def removal_told(removal: Removal) -> str:
    """How many laser visits a removal of pigment made for SMP takes, and what is known of the price."""
    price = money(removal.price) if removal.price else _("no price")
    return _("{visits} (SMP pigment), {price}", visits=span(removal.sessions), price=price)
