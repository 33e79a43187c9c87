"""Numbers and dates of the answers against what the rules accept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from smp_planner.domain.answer_form import fault
from smp_planner.domain.intake import TREATED_ON, Intake, Measured
from smp_planner.domain.quantities import Number
from smp_planner.domain.tape import limits_on_tape, on_tape
from smp_planner.domain.words import between, spoken
from smp_planner.domain.words import number as told
from smp_planner.errors import Problem
from smp_planner.language.texts import N_, NN_, _, n_
from smp_planner.rules.figures import Figure
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.answers import Accepted

TOO_LARGE = "I501"
WITHOUT_UNIT = ("share", "points")
OUTSIDE = N_("should be {limits}; found {found}")
IN_ALL = N_("should be {limits}; it comes to {found}")
TOO_WIDE = N_(
    "should be {limits}; found {found}. Many small dots from an earlier FUE are no scar of this kind: tick "
    "that you have them (in a file: dot_scars: true), and leave this scar out"
)
NEGATIVE = N_("should be 0 or more; found {found}")
NOTHING = N_("should be over 0; found {found}")
OUTSIDE_DAYS = N_("should be from {first} to {last}; found {found}")
TOO_LATE = N_("should be {last} at the latest; found {found}")
TOO_MANY = NN_(
    "should hold at most {most} event, holds {count}", "should hold at most {most} events, holds {count}"
)
TOO_MANY_AWAY = NN_(
    "should hold at most {most} time away, holds {count}",
    "should hold at most {most} times away, holds {count}",
)
TOO_MANY_SCARS = NN_(
    "should hold at most {most} scar, holds {count}", "should hold at most {most} scars, holds {count}"
)
TOO_MANY_OWN = NN_(
    "should hold at most {most} concern of your own, holds {count}",
    "should hold at most {most} concerns of your own, holds {count}",
)
NO_VISIT = N_("should be the number of a visit, at most {most}; found {found}")


def answers_out_of_bounds(intake: Intake, rules: RuleSet) -> Iterator[Problem]:
    """A problem for each number or date that lies outside its accepted range."""
    accepted = rules.intake.accepted
    yield from _numbers(intake, accepted)
    yield from _sizes(intake, accepted)
    yield from _days(intake, accepted)
    yield from _counts(intake, rules)


def bounded(
    key: str, number: Number, figure: Figure, *, code: str = "I402", says: str = OUTSIDE
) -> Iterator[Problem]:
    """A problem if a number lies outside the limits of a figure; `says` is told here, sizes by the tape."""
    reading = figure.read()
    low, high = reading.limits
    if not low <= number <= high:
        low, high, unit = limits_on_tape(low, high, reading.unit)
        limits = between(low, high, "" if unit in WITHOUT_UNIT else unit)
        yield fault(key, _(says, limits=limits, found=told(on_tape(number, reading.unit))), code)


def _numbers(intake: Intake, accepted: Accepted) -> Iterator[Problem]:
    if intake.person.age is not None:
        yield from bounded("person.age", intake.person.age, accepted.age)
    if isinstance(intake.density, (int, Decimal)):
        yield from bounded("density", intake.density, accepted.dots_per_cm2)
    for concern, weight in intake.matters.items():
        if weight is not None:
            yield from bounded(f"matters.{concern}", weight, accepted.concern_weight)
    for index, own in enumerate(intake.own_matters):
        if own.weight is not None:
            yield from bounded(f"own_matters.{index}.weight", own.weight, accepted.concern_weight)
    kept = intake.kept_hair
    if isinstance(kept, Mapping):
        for zone, share in kept.items():
            if share is not None:
                yield from bounded(f"kept_hair.{zone}", share, accepted.kept_hair)
    elif kept is not None:
        yield from bounded("kept_hair", kept, accepted.kept_hair)


def _sizes(intake: Intake, accepted: Accepted) -> Iterator[Problem]:
    for index, scar in enumerate(intake.area.scars):
        key = f"area.scars.{index}"
        yield from bounded(f"{key}.length_cm", scar.length_cm, accepted.scar_length_cm)
        yield from scar_width_out_of_bounds(f"{key}.width_cm", scar.width_cm, accepted)
        if scar.age_months is not None and scar.age_months < 0:
            yield fault(f"{key}.age_months", _(NEGATIVE, found=told(scar.age_months)), "I402")
    if intake.area.measured is not None:
        yield from measured_out_of_bounds(intake.area.measured, accepted)


def scar_width_out_of_bounds(key: str, width_cm: Number, accepted: Accepted) -> Iterator[Problem]:
    """A problem if a scar is too narrow or too wide; what is too wide may be the dots of an earlier FUE."""
    wide = width_cm > accepted.scar_width_cm.read().limits[1]
    says = TOO_WIDE if wide else OUTSIDE
    yield from bounded(key, width_cm, accepted.scar_width_cm, says=says)


def measured_out_of_bounds(measured: Measured, accepted: Accepted) -> Iterator[Problem]:
    """A measurement that is nothing, or too large by itself: told before anything is reckoned with it."""
    for name, unit in (("length_cm", "cm"), ("width_cm", "cm"), ("cm2", "cm2")):
        size = getattr(measured, name)
        if size is not None and size <= 0:
            yield fault(f"area.measured.{name}", _(NOTHING, found=told(on_tape(size, unit))), "I402")
    sides = (measured.length_cm, measured.width_cm)
    cm2 = measured.cm2 if measured.cm2 is not None else Decimal(sides[0] or 0) * Decimal(sides[1] or 0)
    if cm2 > accepted.area_cm2.read().limits[1]:
        yield from bounded("area", cm2, accepted.area_cm2, code=TOO_LARGE, says=IN_ALL)


def _days(intake: Intake, accepted: Accepted) -> Iterator[Problem]:
    """Days so far off that no course could touch them are slips of the pen."""
    calendar, before = intake.calendar, intake.treated_before
    yield from within("calendar.start", calendar.start, *accepted.start)
    first, last = own_days(accepted)
    for index, away in enumerate(calendar.away):
        yield from within(f"calendar.away.{index}.from", away.from_, first, last)
        yield from within(f"calendar.away.{index}.to", away.to, first, last)
    for index, event in enumerate(calendar.events):
        yield from within(f"calendar.events.{index}", event.from_, first, last)
        if event.to != event.from_:
            yield from within(f"calendar.events.{index}.to", event.to, first, last)
    for index, scar in enumerate(intake.area.scars):
        if scar.age_told_on is not None:
            yield from within(f"area.scars.{index}.age_told_on", scar.age_told_on, date.min, last)
    for name in TREATED_ON:
        day = getattr(before, name)
        if day is not None:
            yield from within(f"treated_before.{name}", day, date.min, last)


def own_days(accepted: Accepted) -> tuple[date, date]:
    """The first and the last day that an event, time away or an earlier treatment may have."""
    first, last = accepted.start
    return first, last + timedelta(days=int(accepted.appointment_within_days.read().limits[1]))


def within(key: str, day: date, first: date, last: date) -> Iterator[Problem]:
    """A problem if a day lies before the first or after the last that is accepted."""
    if day > last or day < first:
        says = OUTSIDE_DAYS if first > date.min else TOO_LATE
        yield fault(key, _(says, first=spoken(first), last=spoken(last), found=spoken(day)), "I402")


def _counts(intake: Intake, rules: RuleSet) -> Iterator[Problem]:
    calendar, accepted = intake.calendar, rules.intake.accepted
    for key, count, figure, words in (
        ("calendar.events", len(calendar.events) + len(calendar.undated), accepted.events, TOO_MANY),
        ("calendar.away", len(calendar.away), accepted.away, TOO_MANY_AWAY),
        ("area.scars", len(intake.area.scars), accepted.scars, TOO_MANY_SCARS),
        ("own_matters", len(intake.own_matters), accepted.own_concerns, TOO_MANY_OWN),
    ):
        most = most_of(figure)
        if count > most:
            yield fault(key, n_(*words, most, most=told(most), count=told(count)), "I402")
    visits = rules.sessions.count.read().limits[1]
    for number in calendar.visit_times:
        if number > visits:
            text = _(NO_VISIT, most=told(visits), found=told(number))
            yield fault(f"calendar.visit_times.{number}", text, "I402")


def most_of(figure: Figure) -> int:
    """How many there may be of what a figure counts."""
    return int(figure.read().limits[1])
