"""What figures of offers are counted with: what was said, or what this plan has, and so said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.offers import OfferFigure
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.words import fill, span
from smp_planner.planner.one_at_a_time import Span, one_at_a_time, rounded_span, span_of, sure
from smp_planner.rules.ruleset import RuleSet

ONES = "1"


class Counted(NamedTuple):
    """A quantity to count with; the note says where it comes from, if the offer did not say it."""

    span: Span
    note: str = ""


ONE = Counted(sure(1))


class Own(NamedTuple):
    """What this plan has, to count with where an offer does not say it."""

    visits: Counted
    hours: Counted
    dots: Counted
    planned_hours: Counted

    @classmethod
    def of(cls, plan: TreatmentPlan, rules: RuleSet) -> Own:
        """The plan's own visits, hours and dots, with the words that say so."""
        words, sessions = rules.offers.words, plan.sessions
        hours, dots = sessions.chair_hours, plan.dots.total
        return cls(
            visits=Counted(
                span_of(sessions.count), fill(words["visits_unsaid"], visits=span(sessions.count))
            ),
            hours=Counted(span_of(hours), fill(words["hours_unsaid"], hours=span(hours))),
            dots=Counted(span_of(dots), fill(words["plan_dots"], dots=span(dots))),
            planned_hours=Counted(span_of(hours), fill(words["plan_hours"], hours=span(hours))),
        )


def own_grafts(plan: TreatmentPlan, option: str, rules: RuleSet) -> Counted | None:
    """The grafts that this plan counts for surgery of one kind, if it counts any."""
    cell = next(row for row in plan.comparison.rows if row.id == "grafts_needed").cells[option]
    if cell.low is None or cell.typical is None or cell.high is None:
        return None
    grafts = Estimate(cell.low, cell.typical, cell.high, "grafts")
    return Counted(span_of(grafts), fill(rules.offers.words["grafts_unsaid"], grafts=span(grafts)))


def said_or(said: Number | None, otherwise: Counted) -> Counted:
    """What an offer says, or what stands in for it."""
    return otherwise if said is None else Counted(sure(said))


class Money(NamedTuple):
    """How amounts are worked out: in which currency, and the words for what can't be shared out."""

    currency: str
    may_be_none: str

    def figure(
        self,
        formula: Callable[..., Number],
        *counted: Counted,
        step: str = ONES,
        notes: tuple[str, ...] = (),
    ) -> OfferFigure:
        """The amount that follows, with the notes of all it was counted with."""
        return self.told(
            one_at_a_time(formula, *(one.span for one in counted)), *counted, step=step, notes=notes
        )

    def told(
        self, amount: Span, *counted: Counted, step: str = ONES, notes: tuple[str, ...] = ()
    ) -> OfferFigure:
        """An amount that was worked out, with the notes of all it was counted with."""
        return OfferFigure(Estimate(*rounded_span(amount, step), self.currency), tuple(_once(counted, notes)))

    def shared_out(
        self,
        total: Callable[[Number], Number],
        by: Counted,
        of: Counted,
        *,
        step: str = ONES,
        notes: tuple[str, ...] = (),
    ) -> OfferFigure:
        """A total, which follows from `by`, for each one `of` what it is shared out over.

        Not known where there may be none of it.
        """
        if not of.span.low:
            return OfferFigure(None, (self.may_be_none,))

        def one(units: Number, each: Number) -> Number:
            return Decimal(total(units)) / each

        return self.figure(one, by, of, step=step, notes=notes)


def _once(counted: tuple[Counted, ...], notes: tuple[str, ...]) -> Iterator[str]:
    yield from dict.fromkeys(note for note in (*notes, *(one.note for one in counted)) if note)
