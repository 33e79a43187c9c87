"""What becomes of the person's events: which the dates clash with, how soon before one the look settles."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import sentence, spoken
from smp_planner.planner.appointments.in_time import InTime, events_in_time
from smp_planner.views import html
from smp_planner.views.whys import Whys


def event_notes(plan: TreatmentPlan, whys: Whys) -> Iterator[str]:
    """A notice for each event that the dates clash with, with what would fit; then for each other one."""
    why = whys.why("sessions.conflicts") if plan.sessions.conflicts else ""
    for conflict in plan.sessions.conflicts:
        yield html.notice(f"{conflict.say} {conflict.what_would_fit}", why)
    yield from (html.notice(_suits(found)) for found in events_in_time(plan))


def _suits(found: InTime) -> str:
    event, days = found.event, found.settled_days_before
    enough = f", if {found.if_visits} visits are enough" if found.if_visits else ""
    if days is None:
        return sentence(f"{event.name} ({spoken(event.from_)}) is kept clear of healing{enough}.")
    when = f"{days} days before" if days > 1 else "the day before" if days else "on the very day of"
    return f"Planned to be settled {when} {event.name} ({spoken(event.from_)}){enough}."
