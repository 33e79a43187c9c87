"""What is paid when: the deposit, then each visit, half, or all, with the days of the visits.

The deposit is taken off what is paid first. Where the course has one price, `by_visit` shares it out alike;
the last visit takes what is left of a coin. An end of the total that is higher adds to each share, so no
payment is lower at a higher end. By the hour each visit is paid by its hours. What is only needed perhaps is
paid when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import reduce
from itertools import accumulate, pairwise
from typing import NamedTuple

from smp_planner.domain.quantities import CENTS, Number, rounded
from smp_planner.domain.quote import Payment
from smp_planner.domain.words import figure, fill
from smp_planner.planner.one_at_a_time import Span, sure
from smp_planner.planner.sessions.visit_course import CourseVisit
from smp_planner.planner.years.asked import PATCH_TEST, Line, Till, Work, if_needed, in_all, visit_of
from smp_planner.planner.years.clinic_cost import Purse

COINS = 100  # in one of the currency; a coin is the smallest amount


class PutDown(NamedTuple):
    """The deposit: its amount, and what it usually is where that is more than this plan may cost."""

    amount: Number
    usual: Number


class Due(NamedTuple):
    """A payment before the deposit is taken off: at which visit, called what, how much."""

    visit: int
    what: str
    amount: Span


def payments_of(
    lines: Sequence[Line], work: Work, deposit: PutDown | None, days: Sequence[date], till: Till
) -> Iterator[Payment]:
    """The deposit, then what is due less the deposit, while any of it is left; `days` are the visits'."""
    purse, number = Purse(till.rules), 0
    if deposit and deposit.amount:
        number = 1
        what = _deposit_told(deposit, till, purse.currency)
        yield Payment(number=1, what=what, visit=None, on=None, amount=purse.part(sure(deposit.amount)))
    less = till.rules.prices.clinic.words["pay_less_deposit"]
    for due, amount in _less(tuple(_dues(lines, work, till)), deposit.amount if deposit else 0):
        if amount.high:
            number += 1
            on = days[due.visit - 1] if due.visit <= len(days) else None
            what = due.what if amount == due.amount else fill(less, what=due.what)
            yield Payment(number=number, what=what, visit=due.visit, on=on, amount=purse.part(amount))


def _deposit_told(deposit: PutDown, till: Till, currency: str) -> str:
    words = till.rules.prices.clinic.words
    if deposit.amount == deposit.usual:
        return words["pay_deposit"]
    return fill(words["pay_deposit_cut"], usual=figure(deposit.usual, currency))


def _dues(lines: Sequence[Line], work: Work, till: Till) -> Iterator[Due]:
    """What is planned, as the clinic is paid for it; then each visit that may be needed, at that visit."""
    planned = [line for line in lines if not if_needed(line, work)]
    yield from _DUES[till.asks.prices.paid](planned, work, till)
    say = till.rules.prices.clinic.words["pay_visit_if_needed"]
    for line in lines:
        if if_needed(line, work) and (number := visit_of(line)):
            yield Due(number, fill(say, number=number), line.amount)


def _at_each_visit(lines: Sequence[Line], work: Work, till: Till) -> Iterator[Due]:
    """Each visit's own price, its hours, or a like share of the course; a patch test is paid at the first."""
    words = till.rules.prices.clinic.words
    course = [line for line in lines if line.id != PATCH_TEST]
    first, *more, rest = _by_visit(course, work, till)
    beside = [line.amount for line in lines if line.id == PATCH_TEST and line.amount.high]
    yield Due(
        1,
        fill(words["pay_visit_and_test" if beside else "pay_visit"], number=1),
        reduce(Span.plus, beside, first),
    )
    for number, amount in enumerate(more, start=2):
        yield Due(number, fill(words["pay_visit"], number=number), amount)
    yield Due(work.visits.count + 1, words["pay_further"], rest)


def _by_visit(course: Sequence[Line], work: Work, till: Till) -> Iterator[Span]:
    """What each planned visit is paid with, and at the last what the course may take beyond them."""
    rest = sure(0)
    match till.asks.model:
        case "visit":
            yield from (line.amount for line in course)
        case "hour":
            *of_each, rest = by_hours(in_all(course), work.visits.in_full.visits, till)
            yield from of_each
        case _:
            yield from shared_out(in_all(course), work.visits.count)
    yield rest


def _before_the_first(lines: Sequence[Line], _work: Work, till: Till) -> Iterator[Due]:
    yield Due(1, till.rules.prices.clinic.words["pay_before"], in_all(lines))


def _half_and_half(lines: Sequence[Line], work: Work, till: Till) -> Iterator[Due]:
    words = till.rules.prices.clinic.words
    first, last = shared_out(in_all(lines), 2)
    yield Due(1, words["pay_half"], first)
    yield Due(work.visits.count, words["pay_rest"], last)


_DUES: Mapping[str, Callable[[Sequence[Line], Work, Till], Iterator[Due]]] = {
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


def by_hours(course: Span, visits: Sequence[CourseVisit], till: Till) -> tuple[Span, ...]:
    """What the hours of each visit come to, and at the last what the course may take beyond them.

    The hours of a whole course are no sums of those of its visits. So a low end cuts the last visits first,
    or lengthens the first ones up to their plan; a high end lengthens the first ones up to their most.
    """
    price = till.asks.number("hour")
    ends = [[till.paid(price * end) for end in visit.hours[:3]] for visit in visits]
    planned = [typical for _low, typical, _high in ends]
    planned[-1] = course.typical - sum(planned[:-1])  # what is left of a coin
    least = [min(low, typical) for (low, _typical, _high), typical in zip(ends, planned, strict=True)]
    most = [max(high, typical) for (_low, _typical, high), typical in zip(ends, planned, strict=True)]
    lows = _filled(course.low, least, planned)
    highs = _filled(course.high, planned, most)
    rest = Span(0, 0, course.high - sum(highs))
    return (*map(Span, lows, planned, highs), rest)


def _filled(amount: Number, *levels: Sequence[Number]) -> tuple[Number, ...]:
    """An amount put into parts from the first on, up to one level of all parts after the other."""
    parts: list[Number] = [0] * len(levels[0])
    for level in levels:
        for place, upto in enumerate(level):
            more = min(upto - parts[place], amount)
            parts[place] += more
            amount -= more
    return tuple(parts)


def _less(dues: Sequence[Due], deposit: Number) -> Iterator[tuple[Due, Span]]:
    """What is due with the deposit taken off the first of it."""
    sums = accumulate((due.amount for due in dues), Span.plus, initial=sure(0))
    for due, (_before, after) in zip(dues, pairwise(sums), strict=True):
        left = [min(end, max(upto - deposit, 0)) for end, upto in zip(due.amount, after, strict=True)]
        yield due, Span(*left)
