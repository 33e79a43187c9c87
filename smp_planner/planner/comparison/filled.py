"""The words of a cell with its figure in them."""

from __future__ import annotations

from smp_planner.domain import words
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.rules.ruleset import RuleSet


def fill(say: str, figure: Estimate, rules: RuleSet, **beside: Number) -> str:
    """A template with {low}, {typical}, {high} and {range} filled in, and the numbers beside by their names.

    How a range is said stands in data/comparison.yaml; of one number it is left out.
    """
    currency, range_ = figure.unit[:3], ""
    unit = currency if currency in words.CURRENCIES else ""
    low = typical = high = words.figure(figure.typical, unit)
    if figure.low != figure.high:
        low, high = words.figure(figure.low, unit), words.figure(figure.high, unit)
        range_ = rules.comparison.words.range.format(low=low, high=high)
    return words.fill(say, low=low, typical=typical, high=high, range=range_, **beside)
