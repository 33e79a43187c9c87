"""The events of a person that the dates of a plan suit: how soon before each the look has settled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from smp_planner.domain.intake import LifeEvent
from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.quantities import Number


class InTime(NamedTuple):
    """An event that no date clashes with.

    `settled_days_before` is None where the event only has to be kept clear of healing; `if_visits` is the
    number of visits that have to be enough, None where no more are foreseen.
    """

    event: LifeEvent
    settled_days_before: int | None
    if_visits: Number | None


def is_over(event: LifeEvent, start: date) -> bool:
    """Whether an event at which to be ready is over before the first day on offer: no dates could suit it."""
    return event.kind == "be_ready" and event.to < start


def events_in_time(plan: SmpPlan) -> Iterator[InTime]:
    """The events that the dates suit, in the order of the answers.

    How many visits it takes is all one to an event before the first of them.
    """
    sessions = plan.sessions
    clashing = {(conflict.event, conflict.on) for conflict in sessions.conflicts}
    if_visits = sessions.count.typical if sessions.count.high > sessions.count.typical else None
    for event in plan.intake.calendar.events:
        if (event.name, event.from_) not in clashing:
            ready = event.kind == "be_ready"
            before = event.to < sessions.items[0].date
            days = (event.from_ - sessions.settled_on).days if ready else None
            yield InTime(event, days, None if before else if_visits)
