"""A plan as a calendar file (RFC 5545): patch test, visits, main limits, both checks; or when to ask again.

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

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar, cast
from uuid import UUID, uuid5

from icalendar import Calendar, Event, Todo

from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.xml_text import NO_XML
from smp_planner.exports.ical_entries import Entry, entries_of
from smp_planner.exports.ical_titles import ASK_AGAIN, ASK_AGAIN_FULL, as_told
from smp_planner.exports.standing import waits
from smp_planner.language.texts import _

AnyPart = TypeVar("AnyPart", Calendar, Event, Todo)

PRODUCER = "-//treatment planner//calendar//EN"
FAMILY = UUID("6f0c0f9e-5d0b-5c38-9d3c-3d6b0a0f6a51")
TOLD_SINCE = {"crown_of_norwood", "crown_of_ludwig", "age_told_on", "place", "dot_scars"}
"""Answers of later versions that move no visit: an entry keeps its name where one of them is told or not."""


def to_ics(plan: TreatmentPlan | Referral, *, full_titles: bool = False) -> bytes:
    """The calendar file of a plan, with at most 25 events; the same plan gives the same bytes.

    That of a referral holds the day from which to ask again; where there is none, a task without a day,
    as a calendar may not be empty (RFC 5545, 3.6).
    """
    calendar = _with_lines(Calendar(), {"prodid": PRODUCER, "version": "2.0"})
    if isinstance(plan, Referral) and plan.ask_again_on is None:
        calendar.add_component(_task(plan, full_titles))
    for entry in _ask_again(plan) if isinstance(plan, Referral) else entries_of(plan):
        calendar.add_component(_event(entry, plan, full_titles))
    return calendar.to_ical()


def _with_lines(part: AnyPart, lines: Mapping[str, object]) -> AnyPart:
    """A calendar or an event with its lines, without the characters that no such line may hold (3.3.11)."""
    for name, value in lines.items():
        held = NO_XML.sub("", value) if isinstance(value, str) else value
        part.add(name, held)  # pyright: ignore[reportUnknownMemberType] - its values have no type
    return part


def _ask_again(plan: Referral) -> Iterator[Entry]:
    day = plan.ask_again_on
    if day is not None:
        yield Entry(
            key="ask-again",
            discreet=_(ASK_AGAIN),
            full=_(ASK_AGAIN_FULL),
            start=day,
            end=day + timedelta(days=1),
            advice=plan.say,
        )


def _task(plan: Referral, full_titles: bool) -> Todo:
    """To ask again, on no day that is known."""
    lines: dict[str, object] = {
        **_identity("ask-again", plan),
        "summary": _(ASK_AGAIN),
        "class": "PRIVATE",
    }
    if full_titles:
        lines |= {"summary": _(ASK_AGAIN_FULL), "description": plan.say}
    return _with_lines(Todo(), lines)


def _identity(key: str, plan: TreatmentPlan | Referral) -> dict[str, object]:
    """What tells one part of a calendar from all others, and one edition of it from the next."""
    return {
        "uid": str(uuid5(uuid5(FAMILY, _treated(plan.intake)), key)),
        "dtstamp": datetime.combine(date.fromisoformat(plan.rules.edition), time(), UTC),
        "sequence": 0,
    }


def _event(entry: Entry, plan: TreatmentPlan | Referral, full_titles: bool) -> Event:
    title = entry.full if full_titles else entry.discreet
    lines: dict[str, object] = {
        **_identity(entry.key, plan),
        "dtstart": entry.start,
        "dtend": entry.end,
        "summary": as_told(plan, title),
        "class": "PRIVATE",
        "transp": "OPAQUE" if entry.is_visit else "TRANSPARENT",
    }
    if full_titles and entry.advice:
        lines["description"] = entry.advice
    if waits(plan):
        lines["status"] = "TENTATIVE"
    return _with_lines(Event(), lines)


def _treated(intake: Intake) -> str:
    """What is treated, as one of 256 numbers, which is the same for the same answers."""
    kept = sorted(intake.kept_hair.items()) if isinstance(intake.kept_hair, Mapping) else intake.kept_hair
    treated = _as_first_written((intake.goals, intake.area, intake.density, kept, intake.skin))
    return str(uuid5(FAMILY, treated).bytes[0])


def _as_first_written(value: object) -> str:
    """An answer as `repr` writes it, without what can be told since later versions: that changes no entry."""
    if is_dataclass(value) and not isinstance(value, type):
        told = [field.name for field in fields(value) if field.name not in TOLD_SINCE]
        inside = ", ".join(f"{name}={_as_first_written(getattr(value, name))}" for name in told)
        return f"{type(value).__name__}({inside})"
    if type(value) is tuple:
        parts = cast(tuple[object, ...], value)
        written = ", ".join(map(_as_first_written, parts))
        return f"({written},)" if len(parts) == 1 else f"({written})"
    return repr(value)
