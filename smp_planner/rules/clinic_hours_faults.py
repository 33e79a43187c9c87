"""What can't be in the hours of a clinic's file, or in the holidays of the rules, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import cast

from smp_planner.domain.intake import WEEKDAYS
from smp_planner.domain.opening import OpenSpan
from smp_planner.errors import Problem
from smp_planner.rules.clinic_days import days_of, open_span, yearly_day
from smp_planner.rules.files import ReadFile
from smp_planner.rules.shapes.clinic import MOST_CHAIRS, ClinicFile
from smp_planner.rules.shapes.clinic_hours import (
    FARTHEST_FROM_EASTER,
    LONGEST_CLOSED,
    ClosedSpan,
    EasterHoliday,
    HolidayRule,
    Holidays,
    Yearly,
)
from smp_planner.rules.shapes.course import SessionRules
from smp_planner.rules.source_map import Path

SESSIONS = "sessions"
AS_SPAN = 'write hours as "09:00-17:30", on the clinic\'s own clock'


def hours_faults(clinic: ClinicFile, file: ReadFile) -> Iterator[Problem]:
    """Faults of opening hours, closed days and chairs."""
    yield from _opening(clinic, file)
    yield from _closed(clinic, file)
    if not days_of(clinic).weekdays:
        at = ("closed", "days") if set(clinic.closed.days) >= set(WEEKDAYS) else ("opening",)
        yield file.problem(at, "leaves no day of the week open", "R505")
    if not 1 <= clinic.chairs <= MOST_CHAIRS:
        text = f"should be a number of chairs from 1 to {MOST_CHAIRS}; found {clinic.chairs}"
        yield file.problem(("chairs",), text, "R536")


def _opening(clinic: ClinicFile, file: ReadFile) -> Iterator[Problem]:
    for day, texts in (clinic.opening or {}).items():
        at: Path = ("opening", day)
        if day in clinic.closed.days:
            yield file.problem(at, f"opens on {day}, which closed.days closes", "R533", "keep one of the two")
        if not texts:
            hint = "leave the day out where the clinic is closed"
            yield file.problem(at, "names no hours", "R530", hint)
        yield from _spans(texts, at, file)


def _spans(texts: list[str], at: Path, file: ReadFile) -> Iterator[Problem]:
    found: list[tuple[int, OpenSpan]] = []
    for place, text in enumerate(texts):
        span = open_span(text)
        if span is None:
            yield file.problem((*at, place), f"is no span of hours: '{text}'", "R530", AS_SPAN)
        elif span.minutes <= 0:
            hint = "a night that goes past midnight is two spans, each on its own day"
            yield file.problem((*at, place), f"should end after it begins; found '{text}'", "R531", hint)
        else:
            found.append((place, span))
    for (_, before), (place, span) in pairwise(found):
        if span.opens < before.closes:
            text = f"begins before the span above it ends: '{texts[place]}'"
            yield file.problem(
                (*at, place), text, "R532", "write the spans of a day in order, none in another"
            )


def _closed(clinic: ClinicFile, file: ReadFile) -> Iterator[Problem]:
    for place, day in enumerate(clinic.closed.dates):
        if isinstance(day, ClosedSpan) and day.to < day.from_:
            text = f"runs backwards: {day.from_} to {day.to}"
            yield file.problem(("closed", "dates", place), text, "R535")
        elif isinstance(day, ClosedSpan) and (day.to - day.from_).days >= LONGEST_CLOSED:
            text = f"should be {LONGEST_CLOSED} days at most; found {day.from_} to {day.to}"
            yield file.problem(
                ("closed", "dates", place), text, "R538", "nobody can be planned while a clinic is closed"
            )
    yield from _yearly(clinic.closed.yearly or (), ("closed", "yearly"), file)


def check_holidays(files: Mapping[str, ReadFile]) -> Iterator[Problem]:
    """Holidays of the base rules that are no day of the year."""
    if SESSIONS not in files:
        return
    file = files[SESSIONS]
    book = cast(SessionRules, file.model).holidays
    everywhere = ((("everywhere",), book.everywhere), (("around_christmas",), book.around_christmas))
    for key, rule in (*everywhere, *_by_region(book)):
        yield from _yearly(rule.yearly, ("holidays", *key, "yearly"), file)


def _by_region(book: Holidays) -> Iterator[tuple[Path, HolidayRule]]:
    both = (("in_region", book.in_region), ("perhaps", book.perhaps))
    return (((key, region), rule) for key, rules in both for region, rule in rules.items())


def _yearly(yearly: Sequence[Yearly], under: Path, file: ReadFile) -> Iterator[Problem]:
    for place, one in enumerate(yearly):
        at: Path = (*under, place)
        if yearly_day(one) is None:
            hint = 'write a day of every year as "MM-DD", like "12-25"'
            yield file.problem(at, f"is no day of the year: '{one}'", "R534", hint)
        if isinstance(one, EasterHoliday) and abs(one.days_after_easter) > FARTHEST_FROM_EASTER:
            most = FARTHEST_FROM_EASTER
            text = f"should be -{most} to {most} days after Easter; found {one.days_after_easter}"
            yield file.problem((*at, "days_after_easter"), text, "R537")
