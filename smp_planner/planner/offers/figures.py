"""The figures of one offer: its total, what that comes to for each of something, and five years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.calendar_math import MONTHS_A_YEAR
from smp_planner.domain.offers import FREE_TOUCH_UPS, Offer, OfferFigure, RowId
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Estimate, Number, rounded
from smp_planner.domain.words import between, figure, fill, span
from smp_planner.domain.years import Cost
from smp_planner.planner.offers.counted import CENTS, ONE, Counted, Money, Own, own_grafts, said_or
from smp_planner.planner.one_at_a_time import Span, one_at_a_time, span_of, sure
from smp_planner.planner.years.touch_ups import checks_within
from smp_planner.rules.ruleset import RuleSet

FIVE = 5  # years, as the row is called
THOUSAND = 1000  # dots, as the row is called
Figures = Mapping[RowId, OfferFigure]


class _Sold(NamedTuple):
    """An offer with what its figures are worked out from: its price with tax, and what it is priced by."""

    offer: Offer
    plan: TreatmentPlan
    rules: RuleSet
    money: Money
    price: Number
    tax: tuple[str, ...]

    def total(self, units: Number) -> Number:
        """The whole price of so many of what it is priced by."""
        return self.price * units


def offer_figures(offer: Offer, plan: TreatmentPlan, cost: Cost, rules: RuleSet) -> Figures:
    """Each row's figure of one offer; `cost` is the plan's own."""
    words = rules.offers.words
    share = offer.tax_percent if offer.tax == "on_top" else None
    price = offer.amount * (1 + Decimal(share or 0) / 100)
    tax = _tax(offer, words)
    money = Money(cost.currency, words["may_be_none"])
    sold = _Sold(offer, plan, rules, money, price, tax)
    return _of_smp(sold) if offer.sold == "smp" else _of_surgery(sold)


def _tax(offer: Offer, words: Mapping[str, str]) -> tuple[str, ...]:
    """What has to be said of tax beside each amount."""
    if offer.tax == "unsaid":
        return (words["tax_unsaid"],)
    return (words["tax_on_top"],) if offer.tax == "on_top" and offer.tax_percent is None else ()


def own_figures(plan: TreatmentPlan, cost: Cost, rules: RuleSet) -> Figures:
    """Each row's figure of this plan's own estimate."""
    own, words = Own.of(plan, rules), rules.offers.words
    money, course = Money(cost.currency, words["may_be_none"]), Counted(span_of(cost.course))
    return {
        "total": OfferFigure(cost.course, (cost.tax,)),
        "per_visit": OfferFigure(cost.per_session),
        "per_hour": money.shared_out(lambda price: price, course, own.planned_hours),
        "per_1000_dots": money.shared_out(lambda price: price * THOUSAND, course, own.dots),
        "per_graft": OfferFigure(None, (words["no_grafts"],)),
        "five_years": OfferFigure(cost.totals[f"{FIVE}y"]),
    }


def _of_smp(sold: _Sold) -> Figures:
    offer, money, own = sold.offer, sold.money, Own.of(sold.plan, sold.rules)
    visits, hours = said_or(offer.visits, own.visits), said_or(offer.hours, own.hours)
    units = {"visit": visits, "hour": hours}.get(offer.priced, ONE)
    one = money.figure(lambda: sold.price, step=CENTS, notes=sold.tax)

    def each(of: Counted, times: int = 1) -> OfferFigure:
        return money.shared_out(lambda count: sold.total(count) * times, units, of, notes=sold.tax)

    return {
        "total": money.figure(sold.total, units, step=CENTS, notes=sold.tax),
        "per_visit": one if units is visits else each(visits),
        "per_hour": one if units is hours else each(hours),
        "per_1000_dots": each(own.dots, THOUSAND),
        "per_graft": OfferFigure(None, (sold.rules.offers.words["no_grafts"],)),
        "five_years": _five_years(sold, units),
    }


def _five_years(sold: _Sold, units: Counted) -> OfferFigure:
    """The course and the touch-ups that this plan's checks ask for, less those that are free."""
    offer = sold.offer
    interval = Counted(span_of(sold.plan.touch_ups.interval_months))
    count, months = _free(offer, interval.span)
    paid = one_at_a_time(_to_pay, interval.span, count.span, months.span)
    each = said_or(offer.touch_up, Counted(span_of(_touch_up_asked(sold))))
    notes = (*sold.tax, *_touch_ups_told(sold, paid, months.span))

    def spent(many: Number, gap: Number, free: Number, until: Number, price: Number) -> Number:
        return sold.total(many) + _to_pay(gap, free, until) * price

    return sold.money.figure(spent, units, interval, count, months, each, step=CENTS, notes=notes)


def _touch_ups_told(sold: _Sold, paid: Span, months: Span) -> Iterator[str]:
    """How many touch-ups are counted, whether the free ones come too soon, and at what price."""
    offer, words = sold.offer, sold.rules.offers.words
    yield fill(words["touch_ups"], paid=between(paid.low, paid.high))
    if FREE_TOUCH_UPS in offer.holds:
        too_soon = months.high < sold.plan.touch_ups.interval_months.low
        yield words["free_too_soon" if too_soon else "free_taken_off"]
    if offer.touch_up is None:
        yield fill(words["touch_up_unsaid"], price=span(_touch_up_asked(sold)))
    else:
        yield fill(words["touch_up_said"], price=figure(rounded(offer.touch_up, CENTS), sold.money.currency))


def _touch_up_asked(sold: _Sold) -> Estimate:
    """What clinics ask for a touch-up; a clinic's own price is nothing that another one said."""
    prices = sold.rules.prices.regions[sold.rules.region]
    return Estimate(*span_of(prices.touch_up.read()), prices.currency)


def _free(offer: Offer, interval: Span) -> tuple[Counted, Counted]:
    """How many touch-ups are free, and for how many months; not said, it runs from the least to all."""
    if FREE_TOUCH_UPS not in offer.holds:
        return Counted(sure(0)), Counted(sure(0))
    all_of_them = Span(1, 1, checks_within(FIVE, interval.low))
    ever = Span(0, 0, FIVE * MONTHS_A_YEAR)
    return said_or(offer.free_count, Counted(all_of_them)), said_or(offer.free_months, Counted(ever))


def _to_pay(interval: Number, free: Number, months: Number) -> int:
    """How many of the checks of five years are paid for, if so many are free for so many months."""
    checks = checks_within(FIVE, interval)
    return checks - min(checks, int(free), int(months // interval))


def _of_surgery(sold: _Sold) -> Figures:
    offer, money, words = sold.offer, sold.money, sold.rules.offers.words
    planned = own_grafts(sold.plan, offer.sold, sold.rules)
    grafts = planned if offer.grafts is None else Counted(sure(offer.grafts))
    if offer.priced == "graft":
        total = money.figure(sold.total, grafts, step=CENTS, notes=sold.tax) if grafts else None
        each = money.figure(lambda: sold.price, step=CENTS, notes=sold.tax)
    else:
        total = money.figure(lambda: sold.price, step=CENTS, notes=sold.tax)
        said = Counted(sure(offer.grafts)) if offer.grafts is not None else None
        each = money.shared_out(sold.total, ONE, said, step=CENTS, notes=sold.tax) if said else None
    whole = total or OfferFigure(None, (words["grafts_not_known"],))
    return {
        "total": whole,
        "per_visit": OfferFigure(None, (words["no_visits"],)),
        "per_hour": OfferFigure(None, (words["no_hours"],)),
        "per_1000_dots": OfferFigure(None, (words["no_dots"],)),
        "per_graft": each or OfferFigure(None, (words["grafts_open"],)),
        "five_years": OfferFigure(whole.amount, (*whole.notes, words["more_surgery"])),
    }
