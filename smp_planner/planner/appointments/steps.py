"""Why each date of a course is what it is, for the trace."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.intake import CalendarAnswer
from smp_planner.domain.provenance import Step
from smp_planner.domain.words import spoken
from smp_planner.planner.appointments.course_dates import Appointments, DateRules

ITEMS = "sessions.items"
CHOICE = (
    "These days clash with the fewest events, keep gaps nearest to those we plan, and then finish soonest."
)
FIRST = "The first of the days chosen for the whole course."
NEXT = "{gap} days after visit {before}, chosen together with the other days."
GAP = "Days from visit {before} to visit {number}; we plan {planned} where that is possible."
EARLIEST = (
    "Visit {number} can be this early if the others move too: all gaps stay allowed, no new event clashes."
)
LATEST = (
    "Visit {number} can be this late if the others move too: all gaps stay allowed, no new event clashes."
)
LAST = "The day of the last visit."
SETTLED = "Skin and colour need {days} days after the last visit before the look can be judged."
LATEST_START = (
    "Counted back from {event} on {day}: {days} days to settle, then the shortest gaps your days allow."
)


def trace_appointments(found: Appointments, asked: DateRules, calendar: CalendarAnswer) -> tuple[Step, ...]:
    """One step for each date and gap of a course, and one for the choice of all its dates."""
    return (
        _choice(found, asked),
        *_visits(found, asked),
        *_ends(found, asked),
        *_starts(found, asked, calendar),
    )


def _choice(found: Appointments, asked: DateRules) -> Step:
    return Step(
        field=ITEMS,
        value=", ".join(day.isoformat() for day in found.dates),
        because=CHOICE,
        rules=(*asked.rows, asked.settled_after, asked.accepted_within, *asked.healing),
    )


def _visits(found: Appointments, asked: DateRules) -> Iterator[Step]:
    limits = (*asked.rows, asked.start_within, *asked.healing)
    for number, day in enumerate(found.dates, start=1):
        item = f"{ITEMS}.{number}"
        if number == 1:
            yield Step(field=f"{item}.date", value=day, because=FIRST, uses=(ITEMS,))
        else:
            yield from _gap(number, found, asked)
        spots = (("earliest", found.earliest, EARLIEST), ("latest", found.latest, LATEST))
        for name, days, because in spots:
            yield Step(
                field=f"{item}.{name}",
                value=days[number - 1],
                because=because.format(number=number),
                rules=limits,
                uses=(ITEMS,),
            )


def _gap(number: int, found: Appointments, asked: DateRules) -> Iterator[Step]:
    """The day of a visit after the first, and the gap before it."""
    gap, row, before = found.gaps[number - 2], asked.rows[number - 2], number - 1
    yield Step(
        field=f"{ITEMS}.{number}.date",
        value=found.dates[before],
        because=NEXT.format(gap=gap, before=before),
        rules=(row,),
        uses=(ITEMS,),
    )
    yield Step(
        field=f"{ITEMS}.{number}.gap_days",
        value=gap,
        because=GAP.format(before=before, number=number, planned=row.number),
        rules=(row,),
        uses=(f"{ITEMS}.{before}.date", f"{ITEMS}.{number}.date"),
    )


def _ends(found: Appointments, asked: DateRules) -> Iterator[Step]:
    last = f"{ITEMS}.{len(found.dates)}.date"
    yield Step(field="sessions.last_on", value=found.dates[-1], because=LAST, uses=(last,))
    yield Step(
        field="sessions.settled_on",
        value=found.settled_on,
        because=SETTLED.format(days=asked.settled_days),
        rules=(asked.settled_after,),
        uses=("sessions.last_on",),
    )


def _starts(found: Appointments, asked: DateRules, calendar: CalendarAnswer) -> Iterator[Step]:
    events = (event for event in calendar.events if event.kind == "be_ready")
    for number, (event, start) in enumerate(zip(events, found.latest_start, strict=True), start=1):
        yield Step(
            field=f"sessions.latest_start.{number}",
            value=start.on,
            because=LATEST_START.format(event=event.name, day=spoken(event.from_), days=asked.settled_days),
            rules=(asked.settled_after, *asked.rows),
        )
