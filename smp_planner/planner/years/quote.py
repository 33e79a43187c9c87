"""The quote of a plan by a clinic's price list: lines, tax, deposit, payments, and why each is what it is.

The deposit is one amount, a share of the planned total or as the clinic states it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from smp_planner.domain.calendar_math import add_months
from smp_planner.domain.intake import AreaAnswer
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import CENTS, rounded
from smp_planner.domain.quote import FreeTouchUps, Quote, QuoteDeposit, QuoteLine, QuoteTax
from smp_planner.domain.words import figure, fill, listed, spoken
from smp_planner.domain.years import Cost, TouchUps
from smp_planner.planner.coverage.cells import stages_of
from smp_planner.planner.one_at_a_time import Span, sure
from smp_planner.planner.years.asked import (
    FoundByArea,
    Line,
    Till,
    Work,
    found_by_area,
    if_needed,
    in_all,
    lines_of,
    tax_of,
    visit_of,
)
from smp_planner.planner.years.beside_others import Outside, beside_others
from smp_planner.planner.years.clinic_cost import Purse, behind
from smp_planner.planner.years.payments import PutDown, payments_of
from smp_planner.planner.years.taxed import HUNDRED
from smp_planner.rules.clinic_asks import ClinicAsks
from smp_planner.rules.ruleset import RuleSet


def make_quote(
    cost: Cost, work: Work, days: Sequence[date], touch_ups: TouchUps, asks: ClinicAsks, rules: RuleSet
) -> tuple[Quote, tuple[Step, ...]]:
    """The quote behind a cost by the clinic's prices; `days` are those of the visits."""
    till, purse = Till(asks, rules), Purse(rules)
    lines = lines_of(work, till)
    tax, total = asks.prices.tax, in_all(lines)
    of_tax = tax_of(lines, till)
    deposit, asked = _deposit(asks, total), asks.prices.deposit
    outside = tuple(beside_others(cost.course, work, till, rules))
    quote = Quote(
        clinic=asks.clinic,
        by=asks.model,
        wording=rules.prices.regions[rules.region].clinic.wording,
        lines=tuple(
            QuoteLine(id=line.id, what=_what(line, work, asks, rules), amount=purse.part(line.amount))
            for line in lines
        ),
        net=purse.part(Span(*(rounded(end - tax, CENTS) for end, tax in zip(total, of_tax, strict=True)))),
        tax=QuoteTax(name=tax.name, percent=tax.percent, amount=purse.part(of_tax)) if tax else None,
        total=purse.estimate(total),
        deposit=QuoteDeposit(amount=purse.part(sure(deposit.amount)), refund=asked.refund)
        if asked and deposit
        else None,
        payments=tuple(payments_of(lines, work, deposit, days, till)),
        touch_up=cost.touch_up,
        free_touch_ups=_free_touch_ups(asks, days[-1], touch_ups, rules),
        valid_days=cost.valid_days,
        beside_others=tuple(each.say for each in outside),
    )
    return quote, tuple(_steps(quote, lines, outside, asks, rules))


def _what(line: Line, work: Work, asks: ClinicAsks, rules: RuleSet) -> str:
    """A line in words."""
    words = rules.prices.clinic.words
    if number := visit_of(line):
        return fill(words["visit_if_needed" if if_needed(line, work) else "visit"], number=number)
    if line.id == "hour":
        price = Till(asks, rules).price("hour")
        return fill(words["hour"], price=figure(price, Purse(rules).currency))
    if line.id == "stage" and (found := found_by_area(work, Till(asks, rules))):
        return _by_area(found, work, rules)
    return words[line.id]


def _by_area(found: FoundByArea, work: Work, rules: RuleSet) -> str:
    """The course at the price of a stage that nobody told: which, and why."""
    words, answer = rules.prices.clinic.words, work.answer
    _stage, kind, stage = found.key.split(".")
    told = stages_of(answer, rules)
    why = fill(words[f"by_area_{found.why}"], told=listed([name for name, _row in told]))
    area = figure(work.coverage.area.bare_cm2.typical, "cm2")
    fits = fill(words["by_area_covers" if found.covers else "by_area_largest"], area=area)
    alone = AreaAnswer(norwood=stage) if kind == "norwood" else AreaAnswer(ludwig=stage)
    ((name, _row),) = stages_of(alone, rules)
    return fill(words["stage_by_area"], stage=name, why=why, fits=fits)


def _deposit(asks: ClinicAsks, total: Span) -> PutDown | None:
    """What is paid to book: one amount, never more than the least total."""
    asked = asks.prices.deposit
    if asked is None:
        return None
    usual = asked.amount
    if asked.percent is not None:
        usual = rounded(Decimal(total.typical) * asked.percent / HUNDRED, CENTS)
    assert usual is not None, "a deposit has a share or an amount"
    return PutDown(min(usual, total.low), usual)


def _free_touch_ups(
    asks: ClinicAsks, last_on: date, touch_ups: TouchUps, rules: RuleSet
) -> FreeTouchUps | None:
    """The touch-ups that cost nothing; where the first check is planned for later, that is said."""
    free, words = asks.prices.free_touch_ups, rules.prices.clinic.words
    if free is None:
        return None
    until, first = add_months(last_on, free.within_months), touch_ups.items[0].typical
    say = fill(
        words["free_touch_ups"],
        touch_ups=figure(free.visits, "touch-ups"),
        months=figure(free.within_months, "months"),
        until=spoken(until),
    )
    if until < first:
        say = f"{say} {fill(words['free_too_soon'], first=spoken(first))}"
    return FreeTouchUps(visits=free.visits, within_months=free.within_months, until=until, say=say)


def _steps(
    quote: Quote, lines: Sequence[Line], outside: Sequence[Outside], asks: ClinicAsks, rules: RuleSet
) -> Iterator[Step]:
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
            uses=("sessions.last_on", "touch_ups.items.1"),
        )
    if outside:
        yield Step(
            field="cost.quote.beside_others",
            value=None,
            because=why["beside_others"],
            rules=tuple({reading.id: reading for each in outside for reading in each.rules}.values()),
            uses=("cost.course", "cost.touch_up", "area.cm2"),
        )
