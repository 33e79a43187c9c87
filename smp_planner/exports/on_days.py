"""What is on: the visits, the day by which the look has settled, the person's own events and absence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from smp_planner.domain.plan import TreatmentPlan

VISIT, SETTLED, EVENT, AWAY = "visit", "settled", "event", "away"
OWN = (EVENT, AWAY)
SETTLED_WORD, SETTLED_NAME = "Settled", "Planned to be settled by this day"


class OnDays(NamedTuple):
    """Days in a row, both ends included, of one kind; its name, and the word for it on a calendar."""

    first: date
    last: date
    kind: str
    name: str
    word: str


def on_days(plan: TreatmentPlan) -> Iterator[OnDays]:
    """Everything that is on, kind by kind."""
    visits, settled, calendar = plan.sessions.items, plan.sessions.settled_on, plan.intake.calendar
    for visit in visits:
        word = f"Visit {visit.number}"
        yield OnDays(visit.date, visit.date, VISIT, f"{word} of {len(visits)}", word)
    yield OnDays(settled, settled, SETTLED, SETTLED_NAME, SETTLED_WORD)
    for event in calendar.events:
        yield OnDays(event.from_, event.to, EVENT, event.name, event.name)
    for away in calendar.away:
        name = f"Away: {away.name}" if away.name else "Away"
        yield OnDays(away.from_, away.to, AWAY, name, away.name or "Away")
