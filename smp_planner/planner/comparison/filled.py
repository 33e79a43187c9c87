"""The words of a cell with its figure in them."""

from __future__ import annotations

from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.words import SIGNS
from smp_planner.rules.ruleset import RuleSet


def fill(say: str, figure: Estimate, rules: RuleSet, **beside: Number) -> str:
    """A template with {low}, {typical}, {high} and {range} filled in, and the numbers beside by their names.

    How a range is said stands in data/comparison.yaml; of one number it is left out.
    """
    sign, range_ = SIGNS.get(figure.unit[:3], ""), ""
    low = typical = high = f"{sign}{figure.typical:,}"
    if figure.low != figure.high:
        low, high = f"{sign}{figure.low:,}", f"{sign}{figure.high:,}"
        range_ = rules.comparison.words.range.format(low=low, high=high)
    numbers = {name: f"{number:,}" for name, number in beside.items()}
    return say.format(low=low, typical=typical, high=high, range=range_, **numbers)
