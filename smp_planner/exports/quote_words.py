"""A quote in words: what is paid for, what is paid when, and until which day it is good."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smp_planner.domain.calendar_math import add_days
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.quote import Payment, Quote
from smp_planner.domain.words import day_and_weekday, figure, money, number, spoken
from smp_planner.exports.standing import to_confirm
from smp_planner.language.texts import N_, _

PAID_FOR, PAID_WHEN = N_("What it is made up of"), N_("What you pay, and when")
ENDS_BEFORE = N_("Your last visit is planned for {last}, which is later: ask if the price holds until then.")
NO_DAY, WHEN_BOOKED = N_("no day yet"), N_("when you book")


def amount_told(amount: Estimate) -> str:
    """An amount as planned; what may be asked for but is not planned has its most alone."""
    if not amount.high:
        return _("no charge")
    if not amount.typical:
        return _("up to {money}", money=figure(amount.high, amount.unit))
    return money(amount)


def made_up(quote: Quote) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Each line, what they come to, and the tax in it: the fields of the steps, the words, the amount."""
    for line in quote.lines:
        yield (f"cost.quote.lines.{line.id}",), line.what, amount_told(line.amount)
    yield ("cost.quote.total",), in_all(quote), money(quote.total)
    if quote.tax:
        yield ("cost.quote.tax", "cost.quote.net"), tax_named(quote), money(quote.tax.amount)


def in_all(quote: Quote) -> str:
    """What the total is called: with its tax, where the clinic states one."""
    return _("In all, with {tax}", tax=quote.tax.name) if quote.tax else _("In all")


def with_tax(quote: Quote) -> str:
    """The total in a line of its own: with its tax, or that one may come on top."""
    if quote.tax:
        return _("{money}, with {tax}", money=money(quote.total), tax=quote.tax.name)
    return _("{money}; tax may come on top: ask", money=money(quote.total))


def tax_named(quote: Quote) -> str:
    """The tax in the total, by name and rate."""
    assert quote.tax is not None, "a tax is stated"
    rate = number(quote.tax.percent)
    return _("{name} of {percent} per cent, in the total", name=quote.tax.name, percent=rate)


def paid_when(plan: SmpPlan, quote: Quote) -> Iterator[tuple[str, str, str, str]]:
    """Each payment: the field of its step, what it is, its day, the amount."""
    for payment in quote.payments:
        field = f"cost.quote.payments.{payment.number}"
        yield field, payment.what, day_told(plan, payment), amount_told(payment.amount)


def day_told(plan: SmpPlan, payment: Payment) -> str:
    """The day of a payment, to be confirmed where the visits are; or why it has none."""
    if payment.visit is None:
        return _(WHEN_BOOKED)
    return _(NO_DAY) if payment.on is None else to_confirm(plan, day_and_weekday(payment.on))


def beside_quote(quote: Quote) -> Iterator[tuple[str, str]]:
    """What belongs to it: the field of the step, the words.

    When the deposit is given back, which touch-ups cost nothing, which prices most clinics don't ask.
    """
    if quote.deposit:
        yield "cost.quote.deposit", _("Deposit: {refund}", refund=quote.deposit.refund)
    if quote.free_touch_ups:
        yield "cost.quote.free_touch_ups", quote.free_touch_ups.say
    if quote.beside_others:
        yield "cost.quote.beside_others", " ".join(quote.beside_others)


def validity(plan: SmpPlan, quote: Quote, made_on: date | None) -> str:
    """Until when the prices are good, and whether the last visit is planned for a later day."""
    return " ".join(until_when(plan, quote, made_on))


def until_when(plan: SmpPlan, quote: Quote, made_on: date | None) -> Iterator[str]:
    """The same in one sentence or two.

    Until which day, where it is known when the plan was made; else for how long.
    """
    if made_on is None:
        yield _("Good for {days} from the day you got this.", days=figure(quote.valid_days, "days"))
        return
    yield _("Valid until {day}.", day=spoken(add_days(made_on, quote.valid_days)))
    if later := ends_before_last(plan, quote.valid_days, made_on):
        yield later


def ends_before_last(plan: SmpPlan, valid_days: int, made_on: date | None) -> str:
    """That prices are good to a day before the last visit, whose price may be another one; else nothing."""
    last = plan.sessions.last_on
    if made_on is None or add_days(made_on, valid_days) >= last:
        return ""
    return _(ENDS_BEFORE, last=spoken(last))
