"""The words of a cell with its figure in them."""

from __future__ import annotations

from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.words import currency_in, number
from smp_planner.language.speech import spoken_now
from smp_planner.rules.ruleset import RuleSet


def fill_cell(say: str, figure: Estimate, rules: RuleSet, **beside: Number) -> str:
    """A template with {low}, {typical}, {high} and {range} filled in, and the numbers beside by their names.

    How a range is said stands in data/comparison.yaml; of one number it is left out.
    """
    if "{" not in say:
        return say
    low, typical, high = _told(figure)
    range_ = "" if low == high else rules.comparison.words.range.format(low=low, high=high)
    numbers = {name: number(value) for name, value in beside.items()}
    return say.format(low=low, typical=typical, high=high, range=range_, **numbers)


def _told(figure: Estimate) -> tuple[str, str, str]:
    """Low, typical and high in words, as amounts where they are money."""
    figures, currency = spoken_now().figures, currency_in(figure.unit)
    ends = (figure.low, figure.typical, figure.high)
    if currency:
        low, typical, high = (figures.money(end, currency) for end in ends)
    else:
        low, typical, high = map(figures.number, ends)
    return low, typical, high
