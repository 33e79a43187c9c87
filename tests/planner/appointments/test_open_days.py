"""Days on which a visit can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from smp_planner.domain.intake import Away, CalendarAnswer
from smp_planner.planner.appointments.open_days import Frame, open_days
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_hours import ClosedDays

MONDAY = date(2027, 1, 11)
FRIDAY = date(2027, 1, 15)


def dates(frame: Frame, calendar: CalendarAnswer, rules: RuleSet) -> list[date]:
    days = open_days(frame, calendar, rules)
    return [frame.day(number) for number in range(days.bit_length()) if days >> number & 1]


def test_the_first_day_of_a_frame_has_the_number_0_and_days_count_on_from_it() -> None:
    frame = Frame(first=MONDAY, length=30)
    assert frame.number(MONDAY) == 0
    assert frame.number(FRIDAY) == 4
    assert frame.number(FRIDAY, later=3) == 7
    assert frame.day(4) == FRIDAY


def test_days_outside_a_frame_are_just_before_or_just_after_it() -> None:
    frame = Frame(first=MONDAY, length=30)
    assert frame.number(date.min, later=-28) == -1
    assert frame.number(MONDAY - timedelta(1)) == -1
    assert frame.number(MONDAY + timedelta(29)) == 29
    assert frame.number(MONDAY + timedelta(30)) == 30
    assert frame.number(date.max, later=28) == 30


def test_only_the_weekdays_of_the_person_are_open_whatever_day_the_frame_begins_on(rules: RuleSet) -> None:
    calendar = CalendarAnswer(start=FRIDAY, weekdays=("mon", "sat"))
    found = dates(Frame(first=FRIDAY, length=12), calendar, rules)
    assert found == [date(2027, 1, 16), date(2027, 1, 18), date(2027, 1, 23), date(2027, 1, 25)]


def test_days_away_are_not_open_both_ends_included(rules: RuleSet) -> None:
    away = (
        Away(from_=date(2000, 1, 1), to=date(2027, 1, 11)),
        Away(from_=date(2027, 1, 13), to=date(2027, 1, 14)),
        Away(from_=date(2027, 1, 17), to=date(9999, 12, 31)),
    )
    calendar = CalendarAnswer(
        start=MONDAY, weekdays=("mon", "tue", "wed", "thu", "fri", "sat", "sun"), away=away
    )
    found = dates(Frame(first=MONDAY, length=30), calendar, rules)
    assert found == [date(2027, 1, 12), date(2027, 1, 15), date(2027, 1, 16)]


def test_weekdays_and_days_on_which_the_clinic_is_closed_are_not_open(rules: RuleSet) -> None:
    closed = ClosedDays(days=["mon", "wed"], dates=[date(2027, 1, 14), date(2027, 1, 16)])
    clinic = ClinicFile(name="Clinic", closed=closed)
    calendar = CalendarAnswer(start=MONDAY, weekdays=("mon", "wed", "thu", "fri", "sat"))
    found = dates(Frame(first=MONDAY, length=7), calendar, replace(rules, clinic=clinic))
    assert found == [date(2027, 1, 15)]


def test_a_clinic_that_is_closed_on_no_day_of_every_year_works_at_christmas(rules: RuleSet) -> None:
    """Its own file stands in place of the holidays, an empty list too."""
    friday = date(2026, 12, 25)
    frame, calendar = Frame(first=friday, length=1), CalendarAnswer(start=friday, weekdays=("fri",))
    assert dates(frame, calendar, rules) == []
    clinic = ClinicFile(name="Clinic", closed=ClosedDays(yearly=[]))
    assert dates(frame, calendar, replace(rules, clinic=clinic)) == [friday]


def test_a_frame_of_one_day_can_be_open(rules: RuleSet) -> None:
    calendar = CalendarAnswer(start=MONDAY)
    assert dates(Frame(first=MONDAY, length=1), calendar, rules) == [MONDAY]
