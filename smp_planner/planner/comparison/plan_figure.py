"""One figure that a cell of the comparison is filled with, or the reason why there is none."""

from __future__ import annotations

from typing import NamedTuple

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate
from smp_planner.planner.coverage.extents import is_wide
from smp_planner.planner.one_at_a_time import ONES, Span, rounded_span
from smp_planner.rules.figures import Saying

TENS = "10"
HALVES = "0.5"


class PlanFigure(NamedTuple):
    """An estimate, or why there is none; the sentence, rules and steps that it rests on.

    `words` stand in a cell in place of its usual ones, and lean to no side.
    """

    estimate: Estimate | None
    because: str
    rules: tuple[Reading, ...] = ()
    uses: tuple[str, ...] = ()
    not_known: str | None = None
    words: Saying | None = None


def unknown_figure(reason: Saying) -> PlanFigure:
    """No figure, and why."""
    return PlanFigure(estimate=None, because=reason.say, rules=(reason.read(),), not_known=reason.say)


def with_words(figure: PlanFigure, words: Saying) -> PlanFigure:
    """The figure with words of its own, which it then rests on too; what isn't known stays so."""
    if figure.estimate is None:
        return figure
    return figure._replace(words=words, rules=(*figure.rules, words.read()))


def estimate(
    span: Span, unit: str, step: str = ONES, note: Saying | None = None, why_wide: Saying | None = None
) -> Estimate:
    """A span rounded to a step, with a note; where it is wide, also with why."""
    low, typical, high = rounded_span(span, step)
    notes = (note, why_wide if is_wide(low, high) else None)
    said = " ".join(saying.say for saying in notes if saying)
    return Estimate(low, typical, high, unit, said or None)
