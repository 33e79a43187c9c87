"""What becomes of the person's events: which the dates clash with, how soon before one the look settles."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.intake import LifeEvent
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import sentence, spoken
from smp_planner.views import html
from smp_planner.views.whys import Whys


def event_notes(plan: TreatmentPlan, whys: Whys) -> Iterator[str]:
    """A notice for each event that the dates clash with, with what would fit; then for each other one."""
    why = whys.why("sessions.conflicts") if plan.sessions.conflicts else ""
    for conflict in plan.sessions.conflicts:
        yield html.notice(f"{conflict.say} {conflict.what_would_fit}", why)
    clashing = {(conflict.event, conflict.on) for conflict in plan.sessions.conflicts}
    for event in plan.intake.calendar.events:
        if (event.name, event.from_) not in clashing:
            yield html.notice(_in_time(event, plan))


def _in_time(event: LifeEvent, plan: TreatmentPlan) -> str:
    """How an event and the dates go together; that more visits than planned could change it."""
    count = plan.sessions.count
    enough = f", if {count.typical} visits are enough" if count.high > count.typical else ""
    if event.kind != "be_ready":
        return sentence(f"{event.name} ({spoken(event.from_)}) is kept clear of healing{enough}.")
    days = (event.from_ - plan.sessions.settled_on).days
    when = f"{days} days before" if days > 1 else "the day before" if days else "on the very day of"
    return f"Planned to be settled {when} {event.name} ({spoken(event.from_)}){enough}."
