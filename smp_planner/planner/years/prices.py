"""What the course, a visit, a touch-up and the years cost: a range each time, never one number.

The course holds every planned visit once. Low and high move one driver at a time: the area,
the price, the number of touch-ups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from smp_planner.domain.course import Area
from smp_planner.domain.provenance import Reading, Step, Telling
from smp_planner.domain.quantities import Estimate, Number, rounded, spread
from smp_planner.domain.words import figure, fill, planned
from smp_planner.domain.words import money as money_told
from smp_planner.domain.years import Cost, Removal, TouchUps
from smp_planner.planner.coverage.extents import is_wide
from smp_planner.planner.one_at_a_time import span_of
from smp_planner.planner.years.price_list import TENS, Price, PriceList, ScarWork
from smp_planner.planner.years.price_read import price_read
from smp_planner.planner.years.touch_ups import INTERVAL, count_checks
from smp_planner.rules.ruleset import RuleSet

ONES = "1"


def estimate_price(
    coverage_area: Area,
    *,
    scars: ScarWork,
    session_count: int,
    touch_ups: TouchUps,
    rules: RuleSet,
    extra_visits: int = 0,
    price_rise: Reading | None = None,
) -> tuple[Cost, Telling]:
    """The money of one course, in the currency of the rules' region, with its steps.

    `session_count` counts all visits; `extra_visits` are those of them that go beyond the plan and are paid
    on top. `price_rise`, a share, raises every price before the arithmetic.
    """
    table = rules.prices
    prices = table.regions[rules.region]
    asked = PriceList(prices=prices, scars=scars, rise=price_rise)
    money = _Money(prices.currency, table.wide_range.say)
    extra = asked.figure(prices.extra_visit).times(extra_visits)
    course = _course(coverage_area.cm2, asked, extra, money)
    each = asked.figure(prices.touch_up)
    touch_up = money.estimate(each.typical, (each.low, each.high))
    interval = touch_ups.interval_months
    cost = Cost(
        currency=prices.currency,
        tax=prices.tax,
        as_of=rules.prices_as_of,
        valid_days=int(table.valid_days.read().number),
        course=course,
        goes_by=table.goes_by.area,
        covers=fill(table.covers, visits=figure(session_count, "visits"), price=_one_more(asked, money)),
        per_session=_per_session(course, session_count, money),
        touch_up=touch_up,
        totals={f"{y}y": _total(y, course, touch_up, interval, money) for y in table.horizons_years},
        removal=rules.kept(removal_told),
        included=(*table.included, table.in_totals),
        not_included=(*table.not_included, *([] if scars.alone else [table.if_loss])),
        notes=tuple(note.say for note in table.notes.values()),
    )
    extras = (prices.extra_visit.read(),) if extra_visits else ()
    read = partial(price_read, coverage_area, asked, session_count - extra_visits, rules)
    return cost, lambda: (
        *_price_steps(cost, asked, extras, interval, read, rules),
        *rules.kept(_other_steps),
    )


def price_course(area: Estimate, scars: ScarWork, rules: RuleSet) -> tuple[Estimate, tuple[Reading, ...]]:
    """The price of a course over so many cm2, in the currency of the region, and the rules behind it."""
    prices = rules.prices.regions[rules.region]
    asked = PriceList(prices=prices, scars=scars)
    nothing_more = asked.figure(prices.extra_visit).times(0)
    money = _Money(prices.currency, rules.prices.wide_range.say)
    return _course(area, asked, nothing_more, money), asked.readings()


class _Money(NamedTuple):
    """How amounts are told: in which currency, and in which words when a range is wide."""

    currency: str
    wide: str

    def estimate(self, typical: Number, others: Iterable[Number], step: str = TENS) -> Estimate:
        """The amount with the ends of what else it may be, rounded at the last."""
        least, most = spread(typical, others)
        low, high = rounded(least, step), rounded(most, step)
        note = self.wide if is_wide(low, high) else None
        return Estimate(low, rounded(typical, step), high, self.currency, note)


def _course(area: Estimate, asked: PriceList, extra: Price, money: _Money) -> Estimate:
    """The typical area at every price, every area at the typical price; extra visits on top."""
    added = asked.scars.added_cm2
    here = asked.work(area.typical, added.typical)
    least, most = asked.work(area.low, added.low), asked.work(area.high, added.high)
    works = [here.low, here.high, least.typical, most.typical]
    others = [work + extra.typical for work in works]
    others += [here.typical + end for end in (extra.low, extra.high)]
    return money.estimate(here.typical + extra.typical, others)


def _one_more(asked: PriceList, money: _Money) -> str:
    """What a visit beyond the plan is paid with, from low to high."""
    price = asked.figure(asked.prices.extra_visit)
    return money_told(money.estimate(price.typical, (price.low, price.high)))


def _per_session(course: Estimate, session_count: int, money: _Money) -> Estimate:
    low, typical, high = (Decimal(end) / session_count for end in (course.low, course.typical, course.high))
    return money.estimate(typical, (low, high), ONES)


def _total(years: int, course: Estimate, touch_up: Estimate, interval: Estimate, money: _Money) -> Estimate:
    """The course and the touch-ups of the years after the last visit."""
    checks = count_checks(years, interval)
    count = checks.typical
    others = [price + count * touch_up.typical for price in (course.low, course.high)]
    others += [course.typical + count * price for price in (touch_up.low, touch_up.high)]
    others += [course.typical + count * touch_up.typical for count in (checks.low, checks.high)]
    return money.estimate(course.typical + checks.typical * touch_up.typical, others)


def touch_ups_told(years: int, interval: Estimate) -> str:
    """How many touch-ups the money of so many years holds: one for each check."""
    return planned(count_checks(years, interval)._replace(unit="touch-ups"))


def removal_told(rules: RuleSet) -> Removal:
    """How many laser visits take the pigment out again, and what is known of the price."""
    table = rules.prices
    laser, ink = table.removal_sessions.read(), span_of(table.removal_sessions_ink.read())
    sessions = Estimate(*span_of(laser), laser.unit)
    not_known = table.regions[rules.region].removal_price_not_known
    say = fill(table.removal_say.say, low=ink.low, typical=ink.typical, high=ink.high)
    return Removal(sessions=sessions, price=None, not_known=not_known, say=say)


def _price_steps(
    cost: Cost,
    asked: PriceList,
    extras: tuple[Reading, ...],
    interval: Estimate,
    read: Callable[[], str],
    rules: RuleSet,
) -> tuple[Step, ...]:
    """Why each price is what it is, with how the course's was `read`; a rise stands behind all of them."""
    prices, rise = asked.prices, (asked.rise,) if asked.rise else ()
    seen, touch_up = prices.visit_seen.read(), prices.touch_up.read()
    why = rules.prices.because
    low, high = (figure(end, prices.currency) for end in (seen.low, seen.high))
    parts = ("cost.course", "cost.touch_up", INTERVAL)
    return (
        Step(
            field="cost.course",
            value=cost.course,
            because=f"{why['course']} {read()}",
            rules=(*asked.readings(), *extras, *rise),
            uses=("area.cm2",),
        ),
        Step(
            field="cost.covers",
            value=None,
            because=why["covers"],
            rules=(prices.extra_visit.read(), *rise),
            uses=("sessions.count",),
        ),
        Step(
            field="cost.per_session",
            value=cost.per_session,
            because=fill(why["per_session"], low=low, high=high),
            rules=(seen, *rise),
            uses=("cost.course", "sessions.count"),
        ),
        Step(
            field="cost.touch_up",
            value=cost.touch_up,
            because=why["touch_up"],
            rules=(touch_up, *rise),
        ),
        *(
            Step(
                field=f"cost.totals.{years}y",
                value=cost.totals[f"{years}y"],
                because=fill(why["totals"], touch_ups=touch_ups_told(years, interval)),
                rules=(touch_up, *rise),
                uses=parts,
            )
            for years in rules.prices.horizons_years
        ),
    )


def removal_step(rules: RuleSet) -> Step:
    """Why it is so many laser visits."""
    table = rules.prices
    return Step(
        field="cost.removal",
        value=rules.kept(removal_told).sessions,
        because=table.because["removal"],
        rules=(
            table.removal_sessions.read(),
            table.removal_sessions_ink.read(),
            table.removal_say.read(),
        ),
    )


def _other_steps(rules: RuleSet) -> tuple[Step, ...]:
    """Why the figures are what they are that are the same for everybody."""
    table, why = rules.prices, rules.prices.because
    return (
        rules.kept(removal_step),
        Step(
            field="cost.valid_days",
            value=int(table.valid_days.read().number),
            because=why["valid_days"],
            rules=(table.valid_days.read(),),
        ),
        Step(
            field="cost.as_of",
            value=rules.prices_as_of,
            because=why["as_of"],
            rules=(table.valid_days.read(),),
        ),
        Step(
            field="cost.notes",
            value=None,
            because=why["notes"],
            rules=tuple(note.read() for note in table.notes.values()),
        ),
    )
