"""The questions of suitability, in words: each with the figures of its rule filled in."""

from __future__ import annotations

from smp_planner.domain.words import fill
from smp_planner.planner.suitability.waits import speaks_of_wait, waiting_for
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.suitability import Criterion, SuitabilityRules


def questions(rules: RuleSet) -> dict[str, str]:
    """What is asked of a person, by the id of the criterion; without those that nobody is asked."""
    return rules.kept(_questions)


def _questions(rules: RuleSet) -> dict[str, str]:
    book = rules.suitability
    return {id_: _filled(c.ask, c, book) for id_, c in book.criteria.items() if c.ask is not None}


def _filled(ask: str, criterion: Criterion, book: SuitabilityRules) -> str:
    figure = waiting_for(criterion, book).wait if speaks_of_wait(criterion) else None
    return fill(
        ask,
        years=book.adult_from_years.read().number,
        months=book.settled_scar_months.read().number,
        longest=figure.read().high if figure is not None else "",
    )
