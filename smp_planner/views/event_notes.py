"""What becomes of the person's events: which the dates clash with, how soon before one the look settles."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import figure, sentence, spoken_span
from smp_planner.language.texts import N_, _
from smp_planner.planner.appointments.in_time import InTime, events_in_time
from smp_planner.views import html
from smp_planner.views.whys import Whys

# What is said of an event, and what where no more than some visits may be needed for that.
KEPT_CLEAR = (
    N_("{event} ({day}) is kept clear of healing."),
    N_("{event} ({day}) is kept clear of healing, if {visits} are enough."),
)
ON_THE_DAY = (
    N_("Planned to be settled on the very day of {event} ({day})."),
    N_("Planned to be settled on the very day of {event} ({day}), if {visits} are enough."),
)
THE_DAY_BEFORE = (
    N_("Planned to be settled the day before {event} ({day})."),
    N_("Planned to be settled the day before {event} ({day}), if {visits} are enough."),
)
DAYS_BEFORE = (
    N_("Planned to be settled {days} before {event} ({day})."),
    N_("Planned to be settled {days} before {event} ({day}), if {visits} are enough."),
)


def event_notes(plan: SmpPlan, whys: Whys) -> Iterator[str]:
    """A notice for each event that the dates clash with, with what would fit; then how the others fit."""
    why = whys.why("sessions.conflicts") if plan.sessions.conflicts else ""
    for conflict in plan.sessions.conflicts:
        yield html.notice(f"{conflict.say} {conflict.what_would_fit}", why)
    yield from (html.fact(_suits(found)) for found in events_in_time(plan))


def _suits(found: InTime) -> str:
    event, days = found.event, found.settled_days_before
    if days is None:
        always, if_enough = KEPT_CLEAR
    elif days > 1:
        always, if_enough = DAYS_BEFORE
    else:
        always, if_enough = THE_DAY_BEFORE if days else ON_THE_DAY
    return sentence(
        _(
            if_enough if found.if_visits else always,
            event=event.name,
            day=spoken_span(event.from_, event.to),
            days=figure(days or 0, "days"),
            visits=figure(found.if_visits or 0, "visits"),
        )
    )
