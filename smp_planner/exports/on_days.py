"""What is on: the visits, the day by which the look has settled, the person's own events and absence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from smp_planner.domain.plan import SmpPlan
from smp_planner.domain.words import number
from smp_planner.language.texts import N_, _

VISIT, SETTLED, EVENT, AWAY = "visit", "settled", "event", "away"
OWN = (EVENT, AWAY)
SETTLED_WORD, SETTLED_NAME = N_("Settled"), N_("Planned to be settled by this day")


class OnDays(NamedTuple):
    """Days in a row, both ends included, of one kind; its name, and the word for it on a calendar."""

    first: date
    last: date
    kind: str
    name: str
    word: str


def on_days(plan: SmpPlan) -> Iterator[OnDays]:
    """Everything that is on, kind by kind."""
    visits, settled, calendar = plan.sessions.items, plan.sessions.settled_on, plan.intake.calendar
    for visit in visits:
        own = number(visit.number)
        name = _("Visit {number} of {count}", number=own, count=number(len(visits)))
        yield OnDays(visit.date, visit.date, VISIT, name, _("Visit {number}", number=own))
    yield OnDays(settled, settled, SETTLED, _(SETTLED_NAME), _(SETTLED_WORD))
    for event in calendar.events:
        yield OnDays(event.from_, event.to, EVENT, event.name, event.name)
    for away in calendar.away:
        name = _("Away: {name}", name=away.name) if away.name else _("Away")
        yield OnDays(away.from_, away.to, AWAY, name, away.name or _("Away"))
