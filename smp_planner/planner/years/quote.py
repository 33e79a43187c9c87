"""The quote of a plan by a clinic's price list: lines, tax, deposit, and payments on the days of the visits.

The deposit is one amount, a share of the planned total or as the clinic states it, and is taken off what is
paid first. Where the course has one price, `by_visit` shares it out alike; the last visit takes what is left
of a coin. An end of the total that is higher adds to each share, so no payment is lower at a higher end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import NamedTuple

from smp_planner.domain.calendar_math import add_months
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.quote import FreeTouchUps, Payment, Quote, QuoteDeposit, QuoteLine, QuoteTax
from smp_planner.domain.words import figure, fill, spoken
from smp_planner.domain.years import Cost
from smp_planner.planner.one_at_a_time import Span, sure
from smp_planner.planner.years.asked import CENTS, HUNDRED, Line, Till, Work, in_all, lines_of, visits_seen
from smp_planner.planner.years.clinic_cost import Purse, behind, tax_in
from smp_planner.rules.clinic_asks import ClinicAsks
from smp_planner.rules.ruleset import RuleSet

COINS = 100  # in one of the currency; a coin is the smallest amount


class Due(NamedTuple):
    """A payment before the deposit is taken off: at which visit, called what, how much."""

    visit: int
    what: str
    amount: Span


def make_quote(
    cost: Cost, work: Work, days: Sequence[date], asks: ClinicAsks, rules: RuleSet
) -> tuple[Quote, tuple[Step, ...]]:
    """The quote behind a cost by the clinic's prices; `days` are those of the visits."""
    lines, purse = lines_of(work, Till(asks, rules)), Purse(rules)
    tax, total = asks.prices.tax, in_all(lines)
    of_tax = Span(*(tax_in(end, tax.percent) for end in total)) if tax else sure(0)
    deposit = _deposit(asks, total)
    dues = _DUES[asks.prices.paid](lines, work, rules)
    quote = Quote(
        clinic=asks.clinic,
        by=asks.model,
        wording=rules.prices.regions[rules.region].clinic.wording,
        lines=tuple(
            QuoteLine(id=line.id, what=_what(line, work, asks, rules), amount=purse.part(line.amount))
            for line in lines
        ),
        net=purse.part(Span(*(end - part for end, part in zip(total, of_tax, strict=True)))),
        tax=QuoteTax(name=tax.name, percent=tax.percent, amount=purse.part(of_tax)) if tax else None,
        total=purse.estimate(total),
        deposit=QuoteDeposit(amount=purse.part(sure(deposit)), refund=asks.prices.deposit.refund)
        if asks.prices.deposit
        else None,
        payments=tuple(_payments(dues, deposit, days, purse, rules)),
        touch_up=cost.touch_up,
        free_touch_ups=_free_touch_ups(asks, days[-1], rules),
        valid_days=cost.valid_days,
    )
    return quote, tuple(_steps(quote, lines, asks, rules))


def _what(line: Line, work: Work, asks: ClinicAsks, rules: RuleSet) -> str:
    """A line in words."""
    words = rules.prices.clinic.words
    if line.id.startswith("visit_"):
        number = int(line.id.removeprefix("visit_"))
        certain = number <= visits_seen(work).typical
        return fill(words["visit" if certain else "visit_if_needed"], number=number)
    if line.id == "hour":
        price = Till(asks, rules).price("hour")
        return fill(words["hour"], price=figure(price, Purse(rules).currency))
    return words[line.id]


def _deposit(asks: ClinicAsks, total: Span) -> Number:
    """What is paid to book: one amount, never more than the least total."""
    asked = asks.prices.deposit
    if asked is None:
        return 0
    amount = asked.amount
    if asked.percent is not None:
        amount = rounded(Decimal(total.typical) * asked.percent / HUNDRED, CENTS)
    assert amount is not None, "a deposit has a share or an amount"
    return min(amount, total.low)


def _free_touch_ups(asks: ClinicAsks, last_on: date, rules: RuleSet) -> FreeTouchUps | None:
    free = asks.prices.free_touch_ups
    if free is None:
        return None
    until = add_months(last_on, free.within_months)
    say = fill(
        rules.prices.clinic.words["free_touch_ups"],
        touch_ups=figure(free.visits, "touch-ups"),
        months=figure(free.within_months, "months"),
        until=spoken(until),
    )
    return FreeTouchUps(visits=free.visits, within_months=free.within_months, until=until, say=say)


# --- what is paid when --------------------------------------------------------------------


def _at_each_visit(lines: Sequence[Line], work: Work, rules: RuleSet) -> Iterator[Due]:
    """Each visit's own price, or a like share of the course; what has no visit is paid at the first."""
    words, planned = rules.prices.clinic.words, work.visits.count
    own = {line.id: line.amount for line in lines if line.id.startswith("visit_")}
    first, *more = own.values() if own else shared_out(in_all(lines), planned)
    beside = [line for line in lines if own and line.id not in own]
    amounts = [in_all([Line("", first, ()), *beside]), *more]
    for number, amount in enumerate(amounts, start=1):
        say = words["pay_visit" if number <= planned else "pay_visit_if_needed"]
        yield Due(number, fill(say, number=number), amount)


def _before_the_first(lines: Sequence[Line], _work: Work, rules: RuleSet) -> Iterator[Due]:
    yield Due(1, rules.prices.clinic.words["pay_before"], in_all(lines))


def _half_and_half(lines: Sequence[Line], work: Work, rules: RuleSet) -> Iterator[Due]:
    words = rules.prices.clinic.words
    first, last = shared_out(in_all(lines), 2)
    yield Due(1, words["pay_half"], first)
    yield Due(work.visits.count, words["pay_rest"], last)


_DUES: Mapping[str, Callable[[Sequence[Line], Work, RuleSet], Iterator[Due]]] = {
    "by_visit": _at_each_visit,
    "before_the_first": _before_the_first,
    "half_and_half": _half_and_half,
}


def shared_out(total: Span, parts: int) -> tuple[Span, ...]:
    """An amount in so many like parts of whole coins, the last with what is left; no end under another."""
    steps = (total.low, total.typical - total.low, total.high - total.typical)
    lows, to_typical, to_high = (_shares(step, parts) for step in steps)
    each = zip(lows, to_typical, to_high, strict=True)
    return tuple(Span(low, low + more, low + more + most) for low, more, most in each)


def _shares(amount: Number, parts: int) -> tuple[Number, ...]:
    share = rounded(Decimal(int(amount * COINS) // parts) / COINS, CENTS)
    return (*[share] * (parts - 1), amount - share * (parts - 1))


def _payments(
    dues: Iterator[Due], deposit: Number, days: Sequence[date], purse: Purse, rules: RuleSet
) -> Iterator[Payment]:
    """The deposit, then what is due less the deposit, as long as any of it is left."""
    number = 0
    if deposit:
        number = 1
        what = rules.prices.clinic.words["pay_deposit"]
        yield Payment(number=1, what=what, visit=None, on=None, amount=purse.part(sure(deposit)))
    for due, amount in _less(tuple(dues), deposit):
        if amount.high:
            number += 1
            on = days[due.visit - 1] if due.visit <= len(days) else None
            yield Payment(number=number, what=due.what, visit=due.visit, on=on, amount=purse.part(amount))


def _less(dues: Sequence[Due], deposit: Number) -> Iterator[tuple[Due, Span]]:
    """What is due with the deposit taken off the first of it."""
    sums = accumulate((due.amount for due in dues), _plus, initial=sure(0))
    for due, (_before, after) in zip(dues, pairwise(sums), strict=True):
        left = [min(end, max(upto - deposit, 0)) for end, upto in zip(due.amount, after, strict=True)]
        yield due, Span(*left)


def _plus(one: Span, other: Span) -> Span:
    return Span(one.low + other.low, one.typical + other.typical, one.high + other.high)


# --- the steps ----------------------------------------------------------------------------


def _steps(quote: Quote, lines: Sequence[Line], asks: ClinicAsks, rules: RuleSet) -> Iterator[Step]:
    why, every = rules.prices.clinic.because, behind(lines)
    fields = tuple(f"cost.quote.lines.{line.id}" for line in lines)
    for line, shown, field in zip(lines, quote.lines, fields, strict=True):
        yield Step(field=field, value=shown.amount, because=why["line"], rules=line.rules, uses=line.uses)
    yield Step(field="cost.quote.total", value=quote.total, because=why["total"], rules=every, uses=fields)
    of_total = ("cost.quote.total",)
    taxed = asks.read("tax.percent")
    yield Step(
        field="cost.quote.net", value=quote.net, because=why["net"], rules=taxed or every, uses=of_total
    )
    if quote.tax:
        yield Step(
            field="cost.quote.tax", value=quote.tax.amount, because=why["tax"], rules=taxed, uses=of_total
        )
    put_down = asks.read("deposit.percent", "deposit.amount")
    if quote.deposit:
        yield Step(
            field="cost.quote.deposit",
            value=quote.deposit.amount,
            because=why["deposit"],
            rules=put_down,
            uses=of_total,
        )
    for payment in quote.payments:
        dated = (f"sessions.items.{payment.visit}.date",) if payment.on else ()
        yield Step(
            field=f"cost.quote.payments.{payment.number}",
            value=payment.amount,
            because=why["payment"],
            rules=put_down or every,
            uses=(*of_total, *dated),
        )
    if quote.free_touch_ups:
        yield Step(
            field="cost.quote.free_touch_ups",
            value=quote.free_touch_ups.until,
            because=why["free_touch_ups"],
            rules=asks.read("free_touch_ups.visits", "free_touch_ups.within_months"),
            uses=("sessions.last_on",),
        )
