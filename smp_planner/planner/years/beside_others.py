"""Where a clinic's prices lie outside what most clinics publish: course, touch-up, visit beyond the plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.words import figure, fill
from smp_planner.planner.one_at_a_time import Span, span_of
from smp_planner.planner.years.asked import Till, Work
from smp_planner.planner.years.price_list import ScarWork
from smp_planner.planner.years.prices import price_course
from smp_planner.rules.ruleset import RuleSet


class Outside(NamedTuple):
    """One price outside what most clinics publish, in words, and the rules that it was held against."""

    say: str
    rules: tuple[Reading, ...]


def beside_others(course: Estimate, work: Work, till: Till, rules: RuleSet) -> Iterator[Outside]:
    """What is to be said of prices, as they are paid, that most clinics don't ask.

    By the hour a visit beyond the plan has no price that could be held against theirs.
    """
    coverage, prices = work.coverage, rules.prices.regions[rules.region]
    scars = ScarWork(coverage.scar_cm2, coverage.added_scars_cm2, alone=coverage.only_scars)
    others, behind = price_course(coverage.area.cm2, scars, rules)
    yield from _beside("", course.typical, span_of(others), behind, rules)
    alone = {
        "touch_up_": (prices.touch_up, "touch_up"),
        "extra_visit_": (prices.extra_visit, till.asks.further_for(only_scars=coverage.only_scars)),
    }
    for name, (published, key) in alone.items():
        if key != "hour":
            reading = published.read()
            yield from _beside(name, till.price(key), span_of(reading), (reading,), rules)


def _beside(
    name: str, price: Number, others: Span, behind: tuple[Reading, ...], rules: RuleSet
) -> Iterator[Outside]:
    if others.low <= price <= others.high:
        return
    saying = rules.prices.clinic.beside_others[f"{name}above" if price > others.high else f"{name}below"]
    currency = rules.currency
    amount, low, high = (figure(each, currency) for each in (price, others.low, others.high))
    yield Outside(fill(saying.say, price=amount, low=low, high=high), (saying.read(), *behind))
