"""What any set of answers has to obey, whatever the rules say: spans, repeats, one way to measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from smp_planner.domain.intake import Intake, Measured
from smp_planner.domain.words import spoken
from smp_planner.errors import Place, Problem
from smp_planner.language.texts import _

ANSWERS = Place("answers", 1, 1)
UNPRINTABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})  # kinds of characters that no line of print holds
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]\Z")


def fault(key: str, message: str, code: str, hint: str = "") -> Problem:
    """A problem with one answer, whose place in a file isn't known here."""
    return Problem(place=ANSWERS, key=key, message=message, code=code, hint=hint)


def form_faults(intake: Intake) -> list[Problem]:
    """Every answer that contradicts itself; none needs the rules to be seen."""
    return [*_repeats(intake), *_measured(intake.area.measured), *_calendar(intake)]


def _repeats(intake: Intake) -> Iterator[Problem]:
    lists: tuple[tuple[str, Sequence[str]], ...] = (
        ("goals", intake.goals),
        ("area.zones", intake.area.zones),
        ("skin.traits", intake.skin.traits or ()),
        ("health", intake.health),
        ("unsure_about", intake.unsure_about),
        ("unsure_health", intake.unsure_health),
        ("medication_now", intake.medication_now or ()),
        ("calendar.weekdays", intake.calendar.weekdays),
    )
    for key, items in lists:
        seen: set[str] = set()
        for index, item in enumerate(items):
            if item in seen:
                message = _("'{item}' is given twice", item=item)
                yield fault(f"{key}.{index}", message, "I302", _("leave one of them out"))
            seen.add(item)


def _measured(measured: Measured | None) -> Iterator[Problem]:
    if measured is None:
        return
    lengths = (measured.length_cm, measured.width_cm)
    if measured.cm2 is not None and lengths != (None, None):
        hint = _("give cm2 alone, or length_cm and width_cm")
        yield fault("area.measured", _("gives both cm2 and lengths"), "I304", hint)
    elif measured.cm2 is None and None in lengths:
        yield fault("area.measured", _("should hold length_cm and width_cm, or cm2 alone"), "I304")


def _calendar(intake: Intake) -> Iterator[Problem]:
    calendar = intake.calendar
    if not calendar.weekdays:
        yield fault("calendar.weekdays", _("should hold at least one day of the week"), "I301")
    for index, away in enumerate(calendar.away):
        yield from _span(f"calendar.away.{index}.to", away.from_, away.to)
    for index, event in enumerate(calendar.events):
        yield from _span(f"calendar.events.{index}.to", event.from_, event.to)
    for number, time in calendar.visit_times.items():
        if not TIME.match(time):
            message = _("should be a time like \"09:30\"; found '{time}'", time=time)
            yield fault(f"calendar.visit_times.{number}", message, "I306")


def _span(key: str, first: date, last: date) -> Iterator[Problem]:
    if last < first:
        yield fault(
            key, _("{last} is before the first day, {first}", last=spoken(last), first=spoken(first)), "I303"
        )
