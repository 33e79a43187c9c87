"""The finished plan: one frozen record, in the order a person reads it.

Field names are those of the plan record; a trailing underscore (`from_`) only keeps clear
of a Python keyword and is dropped when the record is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from smp_planner.domain.about import About
from smp_planner.domain.care import Aftercare
from smp_planner.domain.comparison import Comparison, Harm, Risk
from smp_planner.domain.course import Area, Dots, Method, Sessions, Shade
from smp_planner.domain.decision import Decision
from smp_planner.domain.edition import RulesEdition
from smp_planner.domain.findings import Suitability
from smp_planner.domain.intake import Intake
from smp_planner.domain.matters import Concern
from smp_planner.domain.provenance import Source, Step, Trace
from smp_planner.domain.talk import Talk
from smp_planner.domain.understood import Understood
from smp_planner.domain.years import Cost, TouchUps


class Change(NamedTuple):
    """One figure before and after: visits, a date, money."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """A plan under one changed assumption, compared with this one.

    `surgery` is what the same change would do to a plan of surgery: its grafts, and the donor hair left.
    `why` says what moves the price, where more visits come with the change. `dates` are those of the changes
    that are of days: the gaps, the settled day, the events that the dates clash with. `work` is what loss
    that moves on takes: area, dots, visits and hours with their ranges, as planned and then, the same or not.
    """

    id: str
    say: str
    effect: str
    changes: tuple[Change, ...] = ()
    surgery: tuple[Change, ...] = ()
    why: str | None = None
    dates: tuple[Change, ...] = ()
    work: tuple[Change, ...] = ()

    @property
    def rows(self) -> tuple[Change, ...]:
        """All that is told as planned and then, each once: the work, what changes, and surgery."""
        return tuple(dict.fromkeys((*self.work, *self.changes, *self.surgery)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SmpPlan:
    """What is planned with SMP for one person, before it is set beside anything else."""

    kind: Literal["plan"] = "plan"
    rules: RulesEdition
    intake: Intake
    suitability: Suitability
    notes: tuple[str, ...] = ()
    area: Area
    dots: Dots
    method: Method
    shade: Shade
    sessions: Sessions
    aftercare: Aftercare
    touch_ups: TouchUps
    risks: tuple[Risk, ...]
    harms: tuple[Harm, ...] = ()
    cost: Cost | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline(SmpPlan):
    """What is planned with SMP, and why: enough for most of what a person looks at first.

    Its cost has no quote: what a clinic's price is made up of is in the whole plan alone. Its trace is told
    when somebody asks for a step.
    """

    trace: Trace = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentPlan(SmpPlan):
    """One person's dated, sourced plan, beside the other options."""

    comparison: Comparison
    matters: tuple[Concern, ...] = ()
    what_if: tuple[WhatIf, ...]
    talk: Talk
    decision: Decision
    understood: tuple[Understood, ...] = ()
    about: About
    trace: tuple[Step, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotNow:
    """Not now, or not here: the reason, and from when to ask again."""

    kind: Literal["referral"] = "referral"
    rules: RulesEdition
    intake: Intake
    suitability: Suitability
    ask_again_on: date | None
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralOutline(NotNow):
    """The reason and the next step, and why: what a person reads first."""

    trace: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(NotNow):
    """Not now, or not here: the reason, the next step, and the five options all the same.

    The area is the one that the grafts of the comparison are counted for; nothing is dated or priced. The
    talk holds what needs no plan: what to ask before choosing, and how poor work is put right.
    """

    area: Area
    risks: tuple[Risk, ...]
    harms: tuple[Harm, ...] = ()
    comparison: Comparison
    matters: tuple[Concern, ...] = ()
    talk: Talk
    decision: Decision
    understood: tuple[Understood, ...] = ()
    about: About
    trace: tuple[Step, ...]
    sources: tuple[Source, ...]


Compared = TreatmentPlan | Referral
"""What sets the five options side by side."""


def brought(plan: Compared, harm: Harm, option: str) -> list[Risk]:
    """The risks of one kind of harm that an option brings; none where the harm says why."""
    return [risk for risk in plan.risks if (risk.kind, risk.option) == (harm.id, option)]
