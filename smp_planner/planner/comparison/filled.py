"""The words of a cell with its figure in them."""

from __future__ import annotations

from smp_planner.domain.quantities import Estimate
from smp_planner.domain.words import SIGNS
from smp_planner.rules.ruleset import RuleSet


def fill(say: str, figure: Estimate, rules: RuleSet) -> str:
    """A template with {low}, {typical}, {high}, {span} and {range} filled in.

    How a span and a range are said stands in data/comparison.yaml; of one number, the span is that number
    and the range is left out.
    """
    sign, words = SIGNS.get(figure.unit[:3], ""), rules.comparison.words
    low, typical, high = f"{sign}{figure.low:,}", f"{sign}{figure.typical:,}", f"{sign}{figure.high:,}"
    span, range_ = typical, ""
    if figure.low != figure.high:
        span, range_ = words.span.format(low=low, high=high), words.range.format(low=low, high=high)
    return say.format(low=low, typical=typical, high=high, span=span, range=range_)
