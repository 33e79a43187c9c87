"""The figures behind a difference since answers were saved: those of the rules, and a clinic's prices."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.saved_rules import Figures, SavedRules
from smp_planner.domain.words import planned, sentence
from smp_planner.language.texts import _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved import course_figures, figures_of, fits_today


class MovedRule(NamedTuple):
    """A figure that has moved: its name, what it was and is in words, and who set what it is, and why."""

    name: str
    before: str
    after: str
    set_by: str


def moved_figures(saved: SavedRules, rules: RuleSet) -> Iterator[tuple[str, Figures]]:
    """The figures of then that are others now, by the id of their rule; none that are not planned with."""
    for id_, reading in course_figures(rules).items():
        then = saved.figures.get(id_)
        if then is not None and then != figures_of(reading) and fits_today(id_, then, rules):
            yield id_, then


def moved_rule(id_: str, before: Figures, rules: RuleSet) -> MovedRule:
    """A figure of then that is another now, in words."""
    reading = course_figures(rules)[id_]
    return MovedRule(
        name=reading.label or id_,
        before=_in_words(before, reading),
        after=_figure_told(reading),
        set_by=sentence(_(reading.set_by)),
    )


def moved_prices(then: RuleSet, rules: RuleSet, part: Collection[str]) -> Iterator[MovedRule]:
    """The figures of a clinic's price list that are others now, by the name that they have in both."""
    if then.asks is None or rules.asks is None:
        return
    before = {one.label: _figure_told(one) for one in then.asks.readings.values()}
    for one in rules.asks.readings.values():
        after = _figure_told(one)
        told = before.get(one.label, after)
        if told != after and one.id in part:
            yield MovedRule(one.label or one.id, told, after, sentence(_(one.set_by)))


def _figure_told(reading: Reading) -> str:
    return _in_words(figures_of(reading), reading)


def _in_words(figures: Figures, reading: Reading) -> str:
    value, low, high = figures
    return planned(Estimate(low, value, high, reading.unit))
