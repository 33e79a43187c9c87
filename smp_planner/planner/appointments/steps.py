"""Why each date of a course is what it is, for the trace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smp_planner.domain.intake import CalendarAnswer
from smp_planner.domain.provenance import Step
from smp_planner.domain.words import figure, fill, spoken, spoken_span
from smp_planner.planner.appointments.course_dates import Appointments, DateRules
from smp_planner.planner.patch_test import least_days, on_offer
from smp_planner.planner.suitability.young_scars import ScarWait

ITEMS = "sessions.items"
Words = Mapping[str, str]


def trace_appointments(
    found: Appointments,
    asked: DateRules,
    calendar: CalendarAnswer,
    words: Words,
    waits: ScarWait | None = None,
    *,
    weekdays: str,
) -> tuple[Step, ...]:
    """One step for each date and gap of a course, and one for the choice of all its dates.

    `weekdays` are those on which a visit can be, in words.
    """
    told = {"start": spoken(calendar.start), "weekdays": weekdays}
    return (
        _choice(found, asked, words),
        *_patch_test(found, asked, calendar, words),
        *_scar_wait(found, waits, words),
        *_visits(found, asked, words, told),
        *_ends(found, asked, words, told),
        *_starts(found, asked, calendar, words),
        *_clashes(found, asked, words),
    )


def _choice(found: Appointments, asked: DateRules, words: Words) -> Step:
    return Step(
        field=ITEMS,
        value=", ".join(day.isoformat() for day in found.dates),
        because=words["because_choice"],
        rules=(*asked.rows, asked.settled_after, asked.accepted_within, *asked.healing, *asked.holidays),
    )


def _patch_test(
    found: Appointments, asked: DateRules, calendar: CalendarAnswer, words: Words
) -> Iterator[Step]:
    """The last day for the patch test, where the clinic is open on one; a better one, where there is one."""
    if found.patch_test_by is not None:
        offered = on_offer(found.patch_test_by, calendar)
        say = words["because_patch_test" if offered else "because_patch_test_asked"]
        first, days = found.dates[0], (found.dates[0] - found.patch_test_by).days
        because = fill(say, least=least_days(asked.patch_test), days=days)
        if (better := found.better_for_test) is not None:
            sooner = fill(words["because_patch_test_sooner"], on=spoken(better), days=(first - better).days)
            because = f"{because} {sooner}"
        yield Step(
            field="sessions.patch_test_by",
            value=found.patch_test_by,
            because=because,
            rules=(asked.patch_test,),
            uses=(f"{ITEMS}.1.date",),
        )


def _scar_wait(found: Appointments, waits: ScarWait | None, words: Words) -> Iterator[Step]:
    """The day before which no visit is, where a scar is too young until then."""
    if waits is not None:
        because = fill(
            words["because_not_before"],
            age=figure(waits.age_months, "months"),
            start=spoken(waits.since),
            months=figure(waits.settled.number, "months"),
        )
        yield Step(
            field="sessions.not_before", value=found.not_before, because=because, rules=(waits.settled,)
        )


def _visits(found: Appointments, asked: DateRules, words: Words, told: Mapping[str, str]) -> Iterator[Step]:
    limits = (*asked.rows, asked.start_within, *asked.healing)
    for number, day in enumerate(found.dates, start=1):
        item = f"{ITEMS}.{number}"
        if number == 1:
            waited = ("sessions.not_before",) if found.not_before else ()
            uses = (ITEMS, *waited)
            because = " ".join((fill(words["because_first"], **told), *found.notes[0]))
            yield Step(field=f"{item}.date", value=day, because=because, uses=uses)
        else:
            yield from _gap(number, found, asked, words)
        spots = (
            ("earliest", found.earliest, words["because_earliest"]),
            ("latest", found.latest, words["because_latest"]),
        )
        for name, days, because in spots:
            yield Step(
                field=f"{item}.{name}",
                value=days[number - 1],
                because=fill(because, number=number, within=asked.may_move),
                rules=limits,
                uses=(ITEMS,),
            )


def _gap(number: int, found: Appointments, asked: DateRules, words: Words) -> Iterator[Step]:
    """The day of a visit after the first, and the gap before it."""
    gap, row, before = found.gaps[number - 2], asked.rows[number - 2], number - 1
    yield Step(
        field=f"{ITEMS}.{number}.date",
        value=found.dates[before],
        because=fill(words["because_next"], gap=gap, before=before),
        rules=(row,),
        uses=(ITEMS,),
    )
    yield Step(
        field=f"{ITEMS}.{number}.gap_days",
        value=gap,
        because=fill(words["because_gap"], before=before, number=number, planned=row.number),
        rules=(row,),
        uses=(f"{ITEMS}.{before}.date", f"{ITEMS}.{number}.date"),
    )


def _ends(found: Appointments, asked: DateRules, words: Words, told: Mapping[str, str]) -> Iterator[Step]:
    number = len(found.dates)
    because = fill(words["because_only"], **told)
    if found.gaps:
        gap, before = found.gaps[-1], number - 1
        because = fill(words["because_last"], number=number, gap=gap, before=before, **told)
    last = f"{ITEMS}.{number}.date"
    yield Step(field="sessions.last_on", value=found.dates[-1], because=because, uses=(last,))
    yield Step(
        field="sessions.settled_on",
        value=found.settled_on,
        because=fill(words["because_settled"], days=asked.settled_days),
        rules=(asked.settled_after,),
        uses=("sessions.last_on",),
    )


def _clashes(found: Appointments, asked: DateRules, words: Words) -> Iterator[Step]:
    if found.conflicts:
        yield Step(
            field="sessions.conflicts",
            value=len(found.conflicts),
            because=words["because_clash"],
            rules=(asked.settled_after, *asked.rows, *asked.healing),
        )


def _starts(found: Appointments, asked: DateRules, calendar: CalendarAnswer, words: Words) -> Iterator[Step]:
    events = (event for event in calendar.events if event.kind == "be_ready")
    both = zip(events, found.latest_start, found.latest_alike, strict=True)
    for number, (event, start, alike) in enumerate(both, start=1):
        because = fill(
            words["because_latest_start"],
            event=event.name,
            day=spoken_span(event.from_, event.to),
            days=asked.settled_days,
        )
        told = start.on is not None and start.on > found.latest[0]  # where this plan's own moves end sooner
        if told and alike not in (None, start.on):
            because = f"{because} {fill(words['because_latest_alike'], on=spoken(alike))}"
        yield Step(
            field=f"sessions.latest_start.{number}",
            value=start.on,
            because=because,
            rules=(asked.settled_after, *asked.rows),
        )
