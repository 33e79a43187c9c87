"""The cells of the comparison: words with their figures filled in, from the rules or the plan."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from smp_planner.domain.comparison import Cell
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.quantities import Estimate, Number, rounded
from smp_planner.domain.words import SIGNS
from smp_planner.planner.comparison.plan_figure import PlanFigure
from smp_planner.planner.coverage.extents import is_wide
from smp_planner.planner.one_at_a_time import span_of
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.comparison import Answer

MONEY = "money"
PER_100 = "per 100"

Filled = tuple[Cell, Step]


class Blank(NamedTuple):
    """A cell before it is filled: its rule as read, its path in the record, its row's unit."""

    rule: Answer
    reading: Reading
    field: str
    unit: str


def from_rules(blank: Blank, rules: RuleSet) -> Filled:
    """A cell that is the same for everybody."""
    rule, reading, because = blank.rule, blank.reading, rules.options.because
    if rule.value is None:
        cell = _cell(rule, rule.say, reading.sources, not_known=rule.not_known, note=rule.note)
        reason = rule.not_known or because.words_from_sources
        return cell, Step(field=blank.field, value=None, because=reason, rules=(reading,))
    low, typical, high = span_of(reading)
    unit = blank.unit.replace(MONEY, currency_of(rules))
    figure = Estimate(low, typical, high, unit, _note(low, high, rule.note, rules=rules))
    shown = _whole(figure) if rule.per_100 else figure
    cell = _cell(rule, fill(rule.say, shown), reading.sources, figure=figure)
    return cell, Step(field=blank.field, value=figure, because=because.from_sources, rules=(reading,))


def from_plan(blank: Blank, found: PlanFigure, rules: RuleSet) -> Filled:
    """A cell with a figure of this person's plan, or the reason why it isn't known."""
    rule, reading = blank.rule, blank.reading
    sources = tuple(dict.fromkeys(chain(reading.sources, *[rule.sources for rule in found.rules])))
    if found.estimate is None:
        why = found.not_known or found.because
        step = Step(field=blank.field, value=None, because=why, rules=(*found.rules, reading))
        return unknown(rule, why, sources), step
    figure = found.estimate
    note = _note(figure.low, figure.high, rule.note, figure.note, rules=rules)
    if note != figure.note:
        figure = Estimate(figure.low, figure.typical, figure.high, figure.unit, note)
    cell = _cell(rule, fill(rule.say, figure), sources, figure=figure)
    if found.words is not None:
        cell = replace(cell, say=fill(found.words.say, figure), leans="neither", not_needed=True)
    return cell, Step(
        field=blank.field, value=figure, because=found.because, rules=(*found.rules, reading), uses=found.uses
    )


def withheld(blank: Blank, rules: RuleSet) -> Filled:
    """A cell of money before the health questions are answered: it says that it waits for them."""
    waits, reading = rules.options.not_known.money_withheld, blank.reading
    step = Step(field=blank.field, value=None, because=waits.say, rules=(waits.read(), reading))
    return replace(unknown(blank.rule, waits.say, reading.sources), withheld=True), step


def not_counted(blank: Blank, reason: Saying) -> Filled:
    """A cell whose figure was counted in others than this person."""
    sources = tuple(dict.fromkeys((*blank.reading.sources, *reason.read().sources)))
    rules = (reason.read(), blank.reading)
    step = Step(field=blank.field, value=None, because=reason.say, rules=rules)
    return unknown(blank.rule, reason.say, sources), step


def unknown(rule: Answer, why: str, sources: tuple[str, ...]) -> Cell:
    """A cell without a figure: it says why, and leans to no side."""
    return Cell(say=why, leans="neither", not_known=why, sources=sources, strength=rule.strength)


def currency_of(rules: RuleSet) -> str:
    """The currency of the rules' region."""
    return rules.prices.regions[rules.region].currency


def fill(say: str, figure: Estimate) -> str:
    """A template with {low}, {typical} and {high} filled in; a range of one number is left out."""
    sign = SIGNS.get(figure.unit[:3], "")
    if figure.low == figure.high:
        say = say.replace(" ({low} to {high})", "").replace("{low} to {high}", "{typical}")
    low, typical, high = (f"{sign}{number:,}" for number in (figure.low, figure.typical, figure.high))
    return say.format(low=low, typical=typical, high=high)


def _whole(figure: Estimate) -> Estimate:
    """People come whole; the words count them so."""
    return Estimate(rounded(figure.low), rounded(figure.typical), rounded(figure.high), figure.unit)


def _note(low: Number, high: Number, *notes: str | None, rules: RuleSet) -> str | None:
    """The notes that are there; a wide range that has none says so."""
    found = " ".join(filter(None, notes))
    if not found and is_wide(low, high):
        return rules.options.notes.wide_range.say
    return found or None


def _cell(
    rule: Answer,
    say: str,
    sources: tuple[str, ...],
    *,
    figure: Estimate | None = None,
    not_known: str | None = None,
    note: str | None = None,
) -> Cell:
    if figure is None:
        return Cell(
            say=say, leans=rule.leans, not_known=not_known, sources=sources, strength=rule.strength, note=note
        )
    return Cell(
        say=say,
        leans=rule.leans,
        low=figure.low,
        typical=figure.typical,
        high=figure.high,
        per_100=Estimate(figure.low, figure.typical, figure.high, PER_100, figure.note)
        if rule.per_100
        else None,
        sources=sources,
        strength=rule.strength,
        note=figure.note,
    )
