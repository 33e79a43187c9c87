"""From the shape of an intake file to the answers it means."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from unicodedata import category
from zoneinfo import ZoneInfo, available_timezones

from smp_planner.answering.shape import AreaShape, CalendarShape, EventShape, IntakeShape
from smp_planner.domain.answer_form import UNPRINTABLE, fault
from smp_planner.domain.intake import (
    AreaAnswer,
    Away,
    CalendarAnswer,
    Habits,
    Hair,
    Intake,
    LifeEvent,
    Measured,
    OwnConcern,
    Person,
    Scar,
    Skin,
    TreatedBefore,
    UndatedEvent,
)
from smp_planner.errors import Problem, did_you_mean
from smp_planner.language.texts import N_, _

BOTH = N_("gives both 'on' and 'from' or 'to'")
BOTH_HINT = N_("give 'on' for one day, 'from' and 'to' for more")
NEITHER = N_("should hold 'on', or 'from' and 'to'")
NO_VISIT = N_("should be the number of a visit; found '{found}'")
NO_ZONE = N_("should be a time zone; found '{found}'")
NO_ZONE_HINT = N_("a name like America/Denver or Europe/London")
NO_LINE = N_("holds a character that can't be printed")
NO_LINE_HINT = N_("write it on one line")
VISIT_NUMBER = re.compile(r"[1-9][0-9]?\Z")
NO_PLACES = re.compile(r"(localtime|posixrules|Factory|(posix|right)/.*)\Z", re.DOTALL)


def meaning_faults(shape: IntakeShape) -> list[Problem]:
    """What has the right shape and still can't be turned into answers."""
    calendar = shape.calendar
    return [
        *(p for i, event in enumerate(calendar.events) for p in _event_faults(f"calendar.events.{i}", event)),
        *_visit_number_faults(calendar),
        *_timezone_faults(calendar),
        *_name_faults(shape),
    ]


def _event_faults(key: str, event: EventShape) -> Iterator[Problem]:
    ends = (event.from_, event.to)
    if event.on is not None and ends != (None, None):
        yield fault(key, _(BOTH), "I305", _(BOTH_HINT))
    elif event.on is None and None in ends:
        yield fault(key, _(NEITHER), "I305")


def _visit_number_faults(calendar: CalendarShape) -> Iterator[Problem]:
    for key in calendar.visit_times:
        if not VISIT_NUMBER.match(key):
            yield fault(f"calendar.visit_times.{key}", _(NO_VISIT, found=key), "I307")


def _timezone_faults(calendar: CalendarShape) -> Iterator[Problem]:
    name = calendar.timezone
    if name is not None and not _is_place(name):
        places = [zone for zone in available_timezones() if not NO_PLACES.match(zone)]
        hint = did_you_mean(name, places) or _(NO_ZONE_HINT)
        yield fault("calendar.timezone", _(NO_ZONE, found=name), "I308", hint)


def _is_place(name: str) -> bool:
    """Whether a time zone is one of the world, the same on every computer, and not a file beside them."""
    if NO_PLACES.match(name):
        return False
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return False
    return True


def _name_faults(shape: IntakeShape) -> Iterator[Problem]:
    names = [("person.name", shape.person.name)]
    names += [(f"calendar.away.{i}.name", away.name) for i, away in enumerate(shape.calendar.away)]
    names += [(f"calendar.events.{i}.name", event.name) for i, event in enumerate(shape.calendar.events)]
    names += [(f"calendar.undated.{i}.name", event.name) for i, event in enumerate(shape.calendar.undated)]
    names += [(f"own_matters.{i}.name", own.name) for i, own in enumerate(shape.own_matters)]
    names += [(f"agreed.{point}", words) for point, words in shape.agreed.items()]
    for key, name in names:
        if any(category(character) in UNPRINTABLE for character in name):
            yield fault(key, _(NO_LINE), "I309", _(NO_LINE_HINT))


def intake_of(shape: IntakeShape, unsure_about: Collection[str] = ()) -> Intake:
    """The answers; the shape must be free of faults of meaning.

    `unsure_about`: safety questions that were answered with "not sure". Where that is the whole of the
    health answer, nothing counts as asked.
    """
    asked = shape.health_asked
    if "health" in unsure_about and shape.health is None:
        asked = False
    elif asked is None:
        asked = shape.health is not None or shape.person.age is not None
    unsure = [question for question in unsure_about if asked and question not in shape.unsure_about]
    if shape.unsure_health and "health" not in (*shape.unsure_about, *unsure):
        unsure.append("health")  # who isn't sure of one health question has not answered all of them
    traits, medication = shape.skin.traits, shape.medication_now
    return Intake(
        goals=tuple(shape.goals),
        area=_area(shape.area),
        density=shape.density,
        kept_hair=shape.kept_hair if shape.kept_hair != {} else None,
        skin=Skin(tone=shape.skin.tone, traits=None if traits is None else tuple(traits)),
        hair=Hair(**dict(shape.hair)),
        habits=Habits(**dict(shape.habits)),
        person=Person(**dict(shape.person)),
        health_asked=asked,
        health=tuple(shape.health or ()),
        unsure_about=(*shape.unsure_about, *unsure),
        unsure_health=tuple(shape.unsure_health),
        doctor_agreed=shape.doctor_agreed,
        medication_now=None if medication is None else tuple(medication),
        loss_moving_on=shape.loss_moving_on,
        treated_before=TreatedBefore(**dict(shape.treated_before)),
        calendar=_calendar(shape.calendar),
        matters=shape.matters,
        own_matters=tuple(OwnConcern(**dict(own)) for own in shape.own_matters if own.name),
        wants_touch_ups=shape.wants_touch_ups,
        agreed=shape.agreed,
        goals_by=shape.goals_by,
        area_by=shape.area_by,
    )


def _area(shape: AreaShape) -> AreaAnswer:
    return AreaAnswer(
        norwood=shape.norwood,
        ludwig=shape.ludwig,
        zones=tuple(shape.zones),
        measured=None if shape.measured is None else Measured(**dict(shape.measured)),
        scars=tuple(Scar(**dict(scar)) for scar in shape.scars),
        crown_of_norwood=shape.crown_of_norwood,
        crown_of_ludwig=shape.crown_of_ludwig,
        dot_scars=shape.dot_scars,
    )


def _calendar(shape: CalendarShape) -> CalendarAnswer:
    usual = CalendarAnswer(start=shape.start).weekdays
    return CalendarAnswer(
        start=shape.start,
        weekdays=usual if shape.weekdays is None else tuple(shape.weekdays),
        away=tuple(Away(from_=away.from_, to=away.to, name=away.name) for away in shape.away),
        events=tuple(_event(number, event) for number, event in enumerate(shape.events, start=1)),
        undated=tuple(UndatedEvent(**dict(event)) for event in shape.undated if event.name),
        visit_times={int(number): time for number, time in shape.visit_times.items() if time is not None},
        timezone=shape.timezone,
    )


def _event(number: int, shape: EventShape) -> LifeEvent:
    first, last = shape.on or shape.from_, shape.on or shape.to
    assert first is not None
    assert last is not None
    name = shape.name or _("event {number}", number=number)
    return LifeEvent(from_=first, to=last, name=name, kind=shape.kind)
