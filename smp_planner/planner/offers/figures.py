"""The figures of one offer: its total, what that comes to for each of something, and five years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.offers import FREE_TOUCH_UPS, Offer, OfferFigure, RowId
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import CENTS, Estimate, Number, rounded
from smp_planner.domain.words import between, figure, fill, span
from smp_planner.domain.years import Cost
from smp_planner.planner.offers.counted import ONE, Counted, Money, Own, own_grafts, said_or
from smp_planner.planner.one_at_a_time import Span, span_of, sure
from smp_planner.planner.years.touch_ups import INTERVAL, checks_within
from smp_planner.rules.ruleset import RuleSet

FIVE = 5  # years, as the row is called
THOUSAND = 1000  # dots, as the row is called
Figures = Mapping[RowId, OfferFigure]


class _Sold(NamedTuple):
    """An offer with what its figures are worked out from; `tax` is what has to be said of it beside each."""

    offer: Offer
    plan: TreatmentPlan
    rules: RuleSet
    money: Money
    tax: tuple[str, ...]

    @property
    def tax_percent(self) -> Number:
        """The tax on top of every price, in parts of a hundred; 0 where its share is not known."""
        return (self.offer.tax_percent or 0) if self.offer.tax == "on_top" else 0

    @property
    def price(self) -> Number:
        """The price with tax of one of what it is priced by."""
        return self.with_tax(self.offer.amount)

    def with_tax(self, amount: Number) -> Number:
        """An amount with the tax that comes on top."""
        return amount * (1 + Decimal(self.tax_percent) / 100)

    def total(self, units: Number) -> Number:
        """The whole price of so many of what it is priced by."""
        return self.price * units


def offer_figures(offer: Offer, plan: TreatmentPlan, cost: Cost, rules: RuleSet) -> Figures:
    """Each row's figure of one offer; `cost` is the plan's own."""
    words = rules.offers.words
    sold = _Sold(offer, plan, rules, Money(cost.currency, words["may_be_none"]), _tax(offer, words))
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
    tax = () if cost.quote and cost.quote.tax else (words["tax_unsaid"],)
    return {
        "total": OfferFigure(cost.course, (cost.tax,)),
        "per_visit": OfferFigure(cost.per_session, tax),
        "per_hour": money.shared_out(lambda price: price, course, own.planned_hours, notes=tax),
        "per_1000_dots": money.shared_out(lambda price: price * THOUSAND, course, own.dots, notes=tax),
        "per_graft": OfferFigure(None, (words["no_grafts"],)),
        "five_years": OfferFigure(cost.totals[f"{FIVE}y"], tax),
    }


def _of_smp(sold: _Sold) -> Figures:
    offer, money, own = sold.offer, sold.money, Own.of(sold.plan, sold.rules)
    visits, hours = said_or(offer.visits, own.visits), said_or(offer.hours, own.hours)
    units = {"visit": visits, "hour": hours}.get(offer.priced, ONE)
    fewer = _fewer_visits(sold)
    one = money.figure(lambda: sold.price, step=CENTS, notes=sold.tax)

    def each(of: Counted, times: int = 1) -> OfferFigure:
        return money.shared_out(lambda count: sold.total(count) * times, units, of, notes=sold.tax)

    return {
        "total": money.figure(sold.total, units, step=CENTS, notes=sold.tax),
        "per_visit": one if units is visits else each(visits),
        "per_hour": one if units is hours else (fewer if offer.hours is None else None) or each(hours),
        "per_1000_dots": fewer or each(own.dots, THOUSAND),
        "per_graft": OfferFigure(None, (sold.rules.offers.words["no_grafts"],)),
        "five_years": _five_years(sold, units),
    }


def _fewer_visits(sold: _Sold) -> OfferFigure | None:
    """Why nothing is shared out over this plan's hours and dots, where they offer fewer visits."""
    said, planned = sold.offer.visits, sold.plan.sessions.count
    if said is None or said >= planned.low:
        return None
    words = fill(sold.rules.offers.words["fewer_visits"], theirs=figure(said, "visits"), visits=span(planned))
    return OfferFigure(None, (words,))


def _five_years(sold: _Sold, units: Counted) -> OfferFigure:
    """The course and the touch-ups that this plan's checks ask for, less those that are free.

    The ends are the lowest and the highest of all, as whoever reads the words beside them adds them up.
    """
    paid, each = _to_pay(sold), _touch_up(sold)
    ends = zip(units.span, paid, each, strict=True)
    spent = Span(*(sold.total(many) + checks * price for many, checks, price in ends))
    notes = (*sold.tax, *_touch_ups_told(sold, paid))
    return sold.money.told(spent, units, step=CENTS, notes=notes)


def _touch_ups_told(sold: _Sold, paid: Span) -> Iterator[str]:
    """How many touch-ups are counted, what is taken off, and at what price."""
    offer, words = sold.offer, sold.rules.offers.words
    yield fill(words["touch_ups"], paid=between(paid.low, paid.high))
    if any(edit.parameter == INTERVAL for edit in sold.rules.edition.clinic_edits):
        interval = span(sold.plan.touch_ups.interval_months)
        yield fill(words["interval_of_clinic"], interval=interval, clinic=sold.rules.edition.clinic)
    if FREE_TOUCH_UPS in offer.holds:
        yield words[_free_told(offer, sold.plan.touch_ups.interval_months)]
    if offer.touch_up is None:
        yield fill(words["touch_up_unsaid"], price=span(_touch_up_asked(sold)))
        if sold.tax_percent:
            yield words["touch_up_no_tax"]
    else:
        yield fill(words["touch_up_said"], price=figure(rounded(offer.touch_up, CENTS), sold.money.currency))
        if sold.tax_percent:
            taxed = figure(_touch_up(sold).typical, sold.money.currency)
            yield fill(words["touch_up_tax"], taxed=taxed)


def _free_told(offer: Offer, interval: Estimate) -> str:
    """Which words say what becomes of touch-ups that are free."""
    if offer.free_count is None or offer.free_months is None:
        half = "free_count_unsaid" if offer.free_count is None else "free_months_unsaid"
        return "free_unsaid" if offer.free_count is offer.free_months else half
    return "free_too_soon" if offer.free_months < interval.low else "free_taken_off"


def _touch_up(sold: _Sold) -> Span:
    """What one touch-up costs: what they ask, with tax, or what clinics ask, as it stands."""
    said = sold.offer.touch_up
    return span_of(_touch_up_asked(sold)) if said is None else sure(rounded(sold.with_tax(said), CENTS))


def _touch_up_asked(sold: _Sold) -> Estimate:
    """What clinics ask for a touch-up; a clinic's own price is nothing that another one said."""
    prices = sold.rules.prices.regions[sold.rules.region]
    return Estimate(*span_of(prices.touch_up.read()), prices.currency)


def _to_pay(sold: _Sold) -> Span:
    """How many of the checks of five years are paid for; a check may come after any whole number of months.

    Touch-ups are free where it was said how many and for how many months.
    """
    offer, interval = sold.offer, sold.plan.touch_ups.interval_months
    held = FREE_TOUCH_UPS in offer.holds
    free, months = (offer.free_count or 0, offer.free_months or 0) if held else (0, 0)

    def paid(gap: int) -> int:
        checks = checks_within(FIVE, gap)
        return checks - min(checks, free, months // gap)

    every = [paid(gap) for gap in range(int(interval.low), int(interval.high) + 1)]
    return Span(min(every), paid(int(interval.typical)), max(every))


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
