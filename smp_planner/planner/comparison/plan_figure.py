"""One figure that a cell of the comparison is filled with, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate
from smp_planner.planner.one_at_a_time import ONES, Span, rounded_span
from smp_planner.rules.figures import Saying

TENS = "10"
HALVES = "0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFigure:
    """An estimate, or why there is none; the sentence, rules and steps that it rests on."""

    estimate: Estimate | None
    because: str
    rules: tuple[Reading, ...] = ()
    uses: tuple[str, ...] = ()
    not_known: str | None = None


def unknown_figure(reason: Saying) -> PlanFigure:
    """No figure, and why."""
    return PlanFigure(estimate=None, because=reason.say, rules=(reason.read(),), not_known=reason.say)


def estimate(span: Span, unit: str, step: str = ONES, note: str | None = None) -> Estimate:
    """A span rounded to a step."""
    return Estimate(*rounded_span(span, step), unit, note)
