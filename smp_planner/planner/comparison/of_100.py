"""A count of people told both ways: of 100, how many had it and how many had not."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from smp_planner.domain.quantities import Estimate, Number, rounded
from smp_planner.domain.words import number
from smp_planner.language.texts import N_, _
from smp_planner.planner.comparison.filled import one_number
from smp_planner.planner.comparison.whole_people import ALL_COUNTED, FEW, MANY, is_few, whole_people
from smp_planner.rules.ruleset import RuleSet

ABOUT = N_("about {count}")
TENTHS, HUNDREDTHS = "0.1", "0.01"


def both_ways(say: str, figure: Estimate, rules: RuleSet, beside: Mapping[str, str] | None = None) -> str:
    """The words with {count}, {rest} and {range} filled in, and what stands beside by its name.

    People come whole, and count and rest make a hundred. A figure of one study has no range, and says so.
    """
    count = rounded(figure.typical)
    range_, others = _range(figure, rules), beside or {}
    if is_few(figure.typical):
        return say.format(count=_(FEW), rest=_(MANY), range=range_, **others)
    if is_few(ALL_COUNTED - figure.typical):
        return say.format(count=_(MANY), rest=_(FEW), range=range_, **others)
    told, rest = map(_about, (count, ALL_COUNTED - count))
    return say.format(count=told, rest=rest, range=range_, **others)


def people(figure: Estimate, rules: RuleSet) -> str:
    """So many of 100 with their range, as the count itself is told: whole people, or fewer than one."""
    count = figure.typical
    told = _(FEW) if is_few(count) else _about(rounded(count))
    return f"{told}{_range(figure, rules)}"


def _range(figure: Estimate, rules: RuleSet) -> str:
    """The range in whole people; in parts of one where both ends are the same whole."""
    if figure.low == figure.high:
        return one_number(figure, rules)
    low, high = whole_people(figure.low), whole_people(figure.high)
    if low == high:
        step = TENTHS if figure.low >= Decimal(TENTHS) else HUNDREDTHS
        low, high = (number(rounded(end, step)) for end in (figure.low, figure.high))
    return rules.comparison.words.range.format(low=low, high=high)


def _about(count: Number) -> str:
    """So many whole people; none and all are no estimate of what was seen."""
    return number(count) if count in (0, ALL_COUNTED) else _(ABOUT, count=number(count))
