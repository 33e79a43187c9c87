"""The money of a course where a clinic gives a price list of its own, with tax in every amount."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.provenance import Reading, Step, Telling
from smp_planner.domain.quantities import Estimate, Number, spread
from smp_planner.domain.words import figure, fill, money, number
from smp_planner.domain.years import Cost, TouchUps
from smp_planner.planner.coverage.extents import is_wide
from smp_planner.planner.one_at_a_time import ONES, Span, one_at_a_time, rounded_span, span_of
from smp_planner.planner.years.asked import (
    Line,
    Till,
    Work,
    if_needed,
    in_all,
    lines_of,
    tax_of,
)
from smp_planner.planner.years.prices import removal_step, removal_told, touch_ups_told
from smp_planner.planner.years.touch_ups import INTERVAL, checks_within
from smp_planner.rules.clinic_asks import FOR_SCARS, ClinicAsks
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic_prices import FreeTouchUps

BESIDE = ("touch_up", "free_touch_ups.visits", "free_touch_ups.within_months")


def clinic_cost(
    work: Work, asks: ClinicAsks, *, touch_ups: TouchUps, rules: RuleSet, price_rise: Reading | None = None
) -> tuple[Cost, Telling]:
    """The money of one course by the clinic's prices, in its currency, with its steps.

    `price_rise`, a share, raises every price before tax.
    """
    till = Till(asks, rules, price_rise)
    lines = lines_of(work, till)
    purse = Purse(rules)
    course = purse.estimate(in_all(lines))
    touch_up = till.price("touch_up")
    further = asks.further_for(only_scars=work.coverage.only_scars)
    notes = [*_notes(course, work, asks, rules)]
    cost = Cost(
        currency=purse.currency,
        tax=_about_tax(lines, till, rules),
        as_of=rules.prices_as_of,
        valid_days=int(asks.number("valid_days")),
        course=course,
        goes_by=getattr(rules.prices.goes_by, asks.model),
        covers=_covers(work, till, further),
        per_session=purse.estimate(_per_session(work, asks, lines)),
        touch_up=purse.estimate(Span(touch_up, touch_up, touch_up)),
        totals={
            f"{years}y": purse.estimate(_total(years, course, touch_up, touch_ups.interval_months, asks))
            for years in rules.prices.horizons_years
        },
        removal=rules.kept(removal_told),
        included=(*rules.prices.clinic.included, rules.prices.clinic.in_totals, *asks.prices.included),
        not_included=tuple(_not_included(work, till, further, rules)),
        notes=tuple(say for say, _saying in notes),
        of_clinic=True,
    )
    told = _Told(further, touch_ups.interval_months, [saying for _say, saying in notes])
    return cost, lambda: _steps(cost, lines, till, told)


class _Told(NamedTuple):
    """What the steps are told with: the price of a further visit, how far apart checks are, the notes."""

    further: str
    interval: Estimate
    sayings: Collection[Saying]


class Purse(NamedTuple):
    """Amounts in the currency of the region, told as wide where they are."""

    rules: RuleSet

    @property
    def currency(self) -> str:
        """The currency of every amount."""
        return self.rules.currency

    def estimate(self, span: Span) -> Estimate:
        """An amount with its ends, which are exact already."""
        wide = self.rules.prices.clinic.words["wide"] if is_wide(span.low, span.high) else None
        return Estimate(*span, self.currency, wide)

    def part(self, span: Span) -> Estimate:
        """One amount among others, which tell why together they are wide."""
        return Estimate(*span, self.currency)


def behind(lines: Sequence[Line]) -> tuple[Reading, ...]:
    """The rules behind lines, each once."""
    return tuple({reading.id: reading for line in lines for reading in line.rules}.values())


def _about_tax(lines: Sequence[Line], till: Till, rules: RuleSet) -> str:
    """What tax is in the course, or that the clinic's file states none; and what the price is not."""
    words, tax = rules.prices.clinic.words, till.asks.prices.tax
    told = words["tax_not_stated"]
    if tax is not None:
        amount = money(Purse(rules).part(tax_of(lines, till)))
        told = fill(words["tax_in"], name=tax.name, percent=tax.percent, tax=amount)
    return f"{told} {rules.prices.regions[rules.region].clinic.wording}"


def _per_session(work: Work, asks: ClinicAsks, lines: Sequence[Line]) -> Span:
    """The course shared out over its visits: those planned, or by visit as many as there are at each end."""
    planned, counts = work.visits.count, work.visits.in_full.count
    shares, held = (counts.low, planned, counts.high), in_all(lines)
    if asks.model != "visit":
        shares = (planned, planned, planned)
        held = in_all([line for line in lines if not if_needed(line, work)])
    low, typical, high = (Decimal(end) / count for end, count in zip(held, shares, strict=True))
    least, most = spread(typical, (low, high))
    return rounded_span(Span(least, typical, most), ONES)  # a share, and no amount that anybody pays


# --- the years ----------------------------------------------------------------------------


def _total(years: int, course: Estimate, touch_up: Number, interval: Estimate, asks: ClinicAsks) -> Span:
    """The course and the touch-ups of the years after the last visit, less those that cost nothing."""
    free = asks.prices.free_touch_ups

    def paid(price: Number, gap: Number) -> Number:
        checks = checks_within(years, gap)
        return price + (checks - _free(checks, gap, free)) * touch_up

    return one_at_a_time(paid, span_of(course), span_of(interval))


def _free(checks: int, gap: Number, free: FreeTouchUps | None) -> int:
    """How many of so many checks fall in the months in which touch-ups cost nothing."""
    if free is None:
        return 0
    return min(checks, free.visits, int(free.within_months // gap))


# --- words --------------------------------------------------------------------------------


def _covers(work: Work, till: Till, further: str) -> str:
    """How many visits the price is for, at its high end too, and what is paid for more than these."""
    book, asks, planned = till.rules.prices, till.asks, work.visits.count
    most = work.visits.in_full.count.high
    words = book.clinic.words["covers_more"] if most > planned else book.covers
    return fill(
        book.clinic.words["covers_hours"] if asks.model == "hour" else words,
        visits=figure(planned, "visits"),
        most=number(most),
        price=figure(till.price(further), Purse(till.rules).currency),
    )


def _not_included(work: Work, till: Till, further: str, rules: RuleSet) -> Iterator[str]:
    table, asks = rules.prices.clinic, till.asks
    beyond = table.words["beyond_by_hour" if asks.model == "hour" else "beyond"]
    yield fill(beyond, price=figure(till.price(further), Purse(rules).currency))
    yield from table.not_included
    if not work.coverage.only_scars:
        yield rules.prices.if_loss
    if asks.prices.patch_test is None:
        yield table.unless_priced
    yield from asks.prices.not_included or (table.unless_listed,)


def _notes(course: Estimate, work: Work, asks: ClinicAsks, rules: RuleSet) -> Iterator[tuple[str, Saying]]:
    """What is to be known of the prices, and whether the course lies beyond the limits of its region.

    That depends on the person, so no check of the clinic's file can see it.
    """
    table = rules.prices
    for saying in (table.notes | table.clinic.notes).values():
        yield saying.say, saying
    if work.coverage.scars and asks.model == "visit" and FOR_SCARS not in asks.readings:
        yield table.clinic.no_scar_price.say, table.clinic.no_scar_price
    if asks.model == "stage" and work.coverage.scars_inside:
        yield table.clinic.scars_inside.say, table.clinic.scars_inside
    least, most = table.regions[rules.region].course.limits
    if course.low < least or course.high > most:
        saying = table.clinic.beyond_limits["course"]
        low, high = (figure(end, course.unit) for end in (least, most))
        yield fill(saying.say, low=low, high=high), saying


def _steps(cost: Cost, lines: Sequence[Line], till: Till, told: _Told) -> tuple[Step, ...]:
    """Why each amount is what it is."""
    rules, asks = till.rules, till.asks
    why, own = rules.prices.because, rules.prices.clinic.because
    seen = rules.prices.regions[rules.region].visit_seen.read()
    low, high = (figure(end, cost.currency) for end in (seen.low, seen.high))
    rise = (till.rise,) if till.rise else ()
    return (
        Step(
            field="cost.course",
            value=cost.course,
            because=own[asks.model],
            rules=behind(lines),
            uses=tuple(dict.fromkeys(field for line in lines for field in line.uses)),
        ),
        Step(
            field="cost.covers",
            value=None,
            because=why["covers"],
            rules=till.behind(told.further),
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
            field="cost.touch_up", value=cost.touch_up, because=own["touch_up"], rules=till.behind("touch_up")
        ),
        *(
            Step(
                field=f"cost.totals.{years}y",
                value=cost.totals[f"{years}y"],
                because=fill(own["totals"], touch_ups=touch_ups_told(years, told.interval)),
                rules=till.behind(*BESIDE),
                uses=("cost.course", "cost.touch_up", INTERVAL),
            )
            for years in rules.prices.horizons_years
        ),
        rules.kept(removal_step),
        Step(
            field="cost.valid_days",
            value=cost.valid_days,
            because=own["valid_days"],
            rules=asks.read("valid_days"),
        ),
        Step(
            field="cost.as_of",
            value=cost.as_of,
            because=own["as_of"],
            rules=asks.read("valid_days"),
        ),
        Step(
            field="cost.notes",
            value=None,
            because=why["notes"],
            rules=tuple(saying.read() for saying in told.sayings),
        ),
    )
