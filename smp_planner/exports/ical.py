"""A plan as a calendar file (RFC 5545): visits, the main limits, the first check; or when to ask again.

Kept plain so that every calendar reads it: no METHOD, organiser, guests, alarms or repeats; whole
days with an exclusive end; a time only where one was chosen, and then in UTC. Titles are discreet
unless full ones are asked for: calendars are shared, and show on locked screens.

UIDs stay the same when only dates move, so that an import of the new file can replace the old one:
they come from what an event is (visit 2, the first run of a limit), never from its day. Two plans
in one calendar keep apart by what is treated: goals, area, density, kept hair and skin. Neither the
person nor the health answers go into a UID. Of the rest only one of 256 numbers does, which very many
answers share, so that nobody can find out the answers by trying; in return, two plans in one calendar
have the same UIDs once in 256 times.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple, TypeVar
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Todo

from smp_planner.domain.care import Window
from smp_planner.domain.course import Visit
from smp_planner.domain.intake import CalendarAnswer, Intake
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.words import planned, spoken
from smp_planner.exports.wording import MAIN_LIMITS, begins, lower_first

AnyPart = TypeVar("AnyPart", Calendar, Event, Todo)

MOST_EVENTS = 25
ASK_AGAIN, ASK_AGAIN_FULL = "Reminder: ask again", "Ask again about SMP"
PRODUCER = "-//treatment planner//calendar//EN"
FAMILY = UUID("6f0c0f9e-5d0b-5c38-9d3c-3d6b0a0f6a51")

# The limits in the order in which they find room; those of a group that share their days are one event.
GROUPS = (("direct_sun",), ("heavy_exercise",), ("swimming", "sauna_steam"), ("touching",))


class Entry(NamedTuple):
    """One event: what it is, its discreet and its full title, its days (end exclusive), advice."""

    key: str
    discreet: str
    full: str
    start: date
    end: date
    advice: str
    is_visit: bool = False


def to_ics(plan: TreatmentPlan | Referral, *, full_titles: bool = False) -> bytes:
    """The calendar file of a plan, with at most 25 events; the same plan gives the same bytes.

    That of a referral holds the day from which to ask again; where there is none, a task without a day,
    as a calendar may not be empty (RFC 5545, 3.6).
    """
    calendar = _with_lines(Calendar(), {"prodid": PRODUCER, "version": "2.0"})
    if isinstance(plan, Referral) and plan.ask_again_on is None:
        calendar.add_component(_task(plan, full_titles))
    for entry in _ask_again(plan) if isinstance(plan, Referral) else _entries(plan):
        calendar.add_component(_event(entry, plan, full_titles))
    return calendar.to_ical()


def _with_lines(part: AnyPart, lines: Mapping[str, object]) -> AnyPart:
    """A calendar or an event with its lines."""
    for name, value in lines.items():
        part.add(name, value)  # pyright: ignore[reportUnknownMemberType] - its values have no type
    return part


def _entries(plan: TreatmentPlan) -> tuple[Entry, ...]:
    fixed = (*_visits(plan), *_first_check(plan))
    limits: tuple[Entry, ...] = ()
    for group in GROUPS:
        more = _limits(plan.aftercare.windows, group)
        if len(fixed) + len(limits) + len(more) <= MOST_EVENTS:
            limits += more
    return tuple(sorted((*fixed, *limits), key=lambda entry: (f"{entry.start:%Y-%m-%d}", entry.key)))


def _ask_again(plan: Referral) -> Iterator[Entry]:
    day = plan.ask_again_on
    if day is not None:
        yield Entry(
            key="ask-again",
            discreet=ASK_AGAIN,
            full=ASK_AGAIN_FULL,
            start=day,
            end=day + timedelta(days=1),
            advice=plan.say,
        )


def _task(plan: Referral, full_titles: bool) -> Todo:
    """To ask again, on no day that is known."""
    lines: dict[str, object] = {**_identity("ask-again", plan), "summary": ASK_AGAIN, "class": "PRIVATE"}
    if full_titles:
        lines |= {"summary": ASK_AGAIN_FULL, "description": plan.say}
    return _with_lines(Todo(), lines)


def _identity(key: str, plan: TreatmentPlan | Referral) -> dict[str, object]:
    """What tells one part of a calendar from all others, and one edition of it from the next."""
    return {
        "uid": str(uuid5(uuid5(FAMILY, _treated(plan.intake)), key)),
        "dtstamp": datetime.combine(date.fromisoformat(plan.rules.edition), time(), UTC),
        "sequence": 0,
    }


def _event(entry: Entry, plan: TreatmentPlan | Referral, full_titles: bool) -> Event:
    tentative = isinstance(plan, TreatmentPlan) and plan.suitability.provisional
    title = entry.full if full_titles else entry.discreet
    lines: dict[str, object] = {
        **_identity(entry.key, plan),
        "dtstart": entry.start,
        "dtend": entry.end,
        "summary": f"{title} (to be confirmed)" if tentative else title,
        "class": "PRIVATE",
        "transp": "OPAQUE" if entry.is_visit else "TRANSPARENT",
    }
    if full_titles:
        lines["description"] = entry.advice
    if tentative:
        lines["status"] = "TENTATIVE"
    return _with_lines(Event(), lines)


def _treated(intake: Intake) -> str:
    """What is treated, as one of 256 numbers, which is the same for the same answers."""
    kept = sorted(intake.kept_hair.items()) if isinstance(intake.kept_hair, Mapping) else intake.kept_hair
    treated = repr((intake.goals, intake.area, intake.density, kept, intake.skin))
    return str(uuid5(FAMILY, treated).bytes[0])


def _visits(plan: TreatmentPlan) -> Iterator[Entry]:
    for visit in plan.sessions.items:
        start, end, when = _span(visit, plan.intake.calendar)
        moves = f"It may move between {spoken(visit.earliest)} and {spoken(visit.latest)}."
        yield Entry(
            key=f"visit-{visit.number}",
            discreet=f"Appointment {visit.number}",
            full=f"SMP visit {visit.number} of {len(plan.sessions.items)}{_unplaced(visit, plan)}",
            start=start,
            end=end,
            advice=f"{when} Plan for {planned(visit.hours)}. {visit.focus} {moves}",
            is_visit=True,
        )


def _span(visit: Visit, answers: CalendarAnswer) -> tuple[date, date, str]:
    """Start, exclusive end, and the time in words; whole days where no time was chosen."""
    chosen = answers.visit_times.get(visit.number)
    if chosen is None or answers.timezone is None:
        when = begins(visit, answers) or "The time is to be agreed"
        return visit.date, visit.date + timedelta(days=1), f"{'At ' if chosen else ''}{when}."
    local = datetime.combine(visit.date, time.fromisoformat(chosen), ZoneInfo(answers.timezone))
    start = local.astimezone(UTC)
    end = start + timedelta(minutes=int(visit.hours.typical * 60))
    return start, end, f"At {begins(visit, answers)}."


def _unplaced(visit: Visit, plan: TreatmentPlan) -> str:
    """The chosen time for a title, where no zone was given to set the event to it."""
    answers = plan.intake.calendar
    unplaced = answers.timezone is None and visit.number in answers.visit_times
    return f", {begins(visit, answers)}" if unplaced else ""


def _limits(windows: Sequence[Window], group: Sequence[str]) -> tuple[Entry, ...]:
    """One event for each run of days; rules of the group with the same days share it."""
    runs: dict[tuple[date, date], list[Window]] = {}
    for window in windows:
        if window.rule in group:
            runs.setdefault((window.from_, window.to), []).append(window)
    seen: dict[str, int] = {}
    entries: list[Entry] = []
    for (first, last), shared in sorted(runs.items()):
        rules = "+".join(window.rule for window in shared)
        seen[rules] = seen.get(rules, 0) + 1
        entries.append(_limit(f"{rules}-{seen[rules]}", shared, first, last))
    return tuple(entries)


def _limit(key: str, shared: Sequence[Window], first: date, last: date) -> Entry:
    words = ", ".join(lower_first(MAIN_LIMITS[window.rule]) for window in shared)
    return Entry(
        key=key,
        discreet=words[0].upper() + words[1:],
        full=f"SMP aftercare: {words}",
        start=first,
        end=last + timedelta(days=1),
        advice=" ".join(window.say for window in shared),
    )


def _first_check(plan: TreatmentPlan) -> Iterator[Entry]:
    for check in plan.touch_ups.items[:1]:
        yield Entry(
            key=f"check-{check.number}",
            discreet="Check-up",
            full="SMP check for a touch-up",
            start=check.typical,
            end=check.typical + timedelta(days=1),
            advice=f"Any day from {spoken(check.from_)} to {spoken(check.to)} will do.",
        )
