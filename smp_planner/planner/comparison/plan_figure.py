"""One figure that a cell of the comparison is filled with, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate
from smp_planner.planner.comparison.filled import fill_cell
from smp_planner.planner.coverage.extents import is_wide
from smp_planner.planner.one_at_a_time import ONES, Span, rounded_span, span_of
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.rule_file import Leans

TENS = "10"
HUNDREDS = "100"
HALVES = "0.5"
NONE_BESIDE: Mapping[str, Estimate] = MappingProxyType({})


class PlanFigure(NamedTuple):
    """An estimate, or in `because` why there is none; the sentence, rules and steps that it rests on.

    `not_needed` says why we plan with nothing, though the range may hold more.
    `withheld`: it can be known, and waits for what `because` says. `beside` are other figures of the plan
    that the words need, by name; `parts` are those of what can be had alone. `one_number` is said in place
    of a range where low and high are the same. `leans` is where the figure stands, if not where its words do.
    `own_hair` says how much of the own hair was told or reckoned, where it is counted in.
    """

    estimate: Estimate | None
    because: str
    rules: tuple[Reading, ...] = ()
    uses: tuple[str, ...] = ()
    not_needed: Saying | None = None
    withheld: bool | None = None
    beside: Mapping[str, Estimate] = NONE_BESIDE
    parts: Mapping[str, Estimate] = NONE_BESIDE
    one_number: str = ""
    leans: Leans | None = None
    own_hair: str = ""


def unknown_figure(reason: Saying) -> PlanFigure:
    """No figure, and why."""
    return PlanFigure(estimate=None, because=reason.say, rules=(reason.read(),))


def unknown_beside(reason: Saying, known: Estimate, rules: RuleSet) -> PlanFigure:
    """No figure, and why, in words that hold a known figure to set it against."""
    return PlanFigure(estimate=None, because=fill_cell(reason.say, known, rules), rules=(reason.read(),))


def withheld_figure(waits: Saying) -> PlanFigure:
    """No figure yet, and what it waits for."""
    return unknown_figure(waits)._replace(withheld=True)


def of_rule(figure: Reading, unit: str, rules: RuleSet) -> PlanFigure:
    """A figure of the rules, the same for all people of a kind."""
    because = rules.comparison.because.from_sources
    return PlanFigure(estimate=rounded_estimate(span_of(figure), unit), because=because, rules=(figure,))


def not_needed(reason: Saying) -> PlanFigure:
    """No figure, since nothing is needed, and why."""
    return unknown_figure(reason)._replace(not_needed=reason)


def perhaps_not_needed(figure: PlanFigure, reason: Saying | None) -> PlanFigure:
    """The figure with why we plan with nothing; what isn't known stays so."""
    if reason is None or figure.estimate is None:
        return figure
    return figure._replace(not_needed=reason, rules=(*figure.rules, reason.read()))


def noted(figure: PlanFigure, note: str, *rules: Reading) -> PlanFigure:
    """The figure with one note more, and the rules behind that."""
    estimate = figure.estimate
    if estimate is None:
        return figure
    said = " ".join(filter(None, (note, estimate.note)))
    return figure._replace(estimate=estimate._replace(note=said), rules=(*figure.rules, *rules))


def rounded_estimate(
    span: Span, unit: str, step: str = ONES, note: Saying | None = None, why_wide: Saying | None = None
) -> Estimate:
    """A span rounded to a step, with a note; where it is wide, also with why."""
    low, typical, high = rounded_span(span, step)
    notes = (note, why_wide if is_wide(low, high) else None)
    said = " ".join(saying.say for saying in notes if saying)
    return Estimate(low, typical, high, unit, said or None)
