"""What a clinic's file says of its hours, as days and minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smp_planner.domain.opening import OpenSpan
from smp_planner.rules.clinic_days import (
    clinic_days,
    days_of,
    holiday_rules,
    is_around_christmas,
    is_perhaps_closed,
    open_span,
    yearly_day,
)
from smp_planner.rules.closed_words import as_word, from_word
from smp_planner.rules.load import DATA, load_rules, try_load
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.saved import rules_as_saved, saved_rules
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_hours import EasterHoliday, MovingHoliday

UK = DATA / "clinics" / "example-clinic.yaml"
AUGUST = MovingHoliday.model_validate({"the": "last", "weekday": "mon", "of": "aug"})


def test_the_clinic_in_the_uk_is_closed_at_easter_at_christmas_and_in_its_break() -> None:
    days = clinic_days(load_rules(clinic=UK))
    assert days.weekdays == ("tue", "wed", "thu", "fri", "sat")
    assert days.spans_on(date(2027, 3, 19)) == (OpenSpan(540, 780), OpenSpan(840, 1050))
    for shut in ("2027-03-26", "2027-08-02", "2027-08-14", "2027-12-25", "2030-04-19", "2027-01-11"):
        assert days.spans_on(date.fromisoformat(shut)) == (), shut
    assert days.spans_on(date(2027, 8, 17)) == (OpenSpan(540, 1050),)


def test_the_last_monday_of_august_and_the_days_of_easter_move_with_the_year() -> None:
    days = days_of(ClinicFile.model_validate({"name": "C", "closed": {"yearly": ["02-29", AUGUST]}}))
    closed = days.closed_between(date(2027, 6, 1), date(2028, 12, 31))
    assert [str(day) for day in closed] == ["2027-08-30", "2028-02-29", "2028-08-28", "2029-08-27"]


def test_29_february_is_a_day_of_leap_years_alone() -> None:
    day = yearly_day("02-29")
    assert day is not None
    assert (day.on(2028), day.on(2027)) == (date(2028, 2, 29), None)


def test_the_last_years_of_the_calendar_have_no_day_too_many() -> None:
    days = days_of(ClinicFile.model_validate({"name": "C", "closed": {"yearly": ["12-25"]}}))
    assert days.closed_between(date(9998, 12, 1), date.max)[-1] == date(9998, 12, 25)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("09:00-17:30", OpenSpan(540, 1050)),
        ("00:00-24:00", OpenSpan(0, 1440)),
        ("9:00-17:30", None),
        ("09:00-17:60", None),
        ("09:00 to 17:30", None),
    ],
)
def test_hours_are_written_one_way(text: str, span: OpenSpan | None) -> None:
    assert open_span(text) == span


@pytest.mark.parametrize(
    "one", ["12-25", AUGUST, EasterHoliday(days_after_easter=-2), EasterHoliday(days_after_easter=39)]
)
def test_a_closed_day_of_every_year_is_kept_as_one_word(one: str | MovingHoliday | EasterHoliday) -> None:
    word = as_word(one)
    assert from_word(word) == one
    assert len(word) <= 12


@pytest.mark.parametrize("word", ["", "12-32", "easter", "last-sunday-aug", "last-mon-aug-x", "2027-08-02"])
def test_a_word_that_names_no_day_is_none(word: str) -> None:
    assert from_word(word) is None


def test_a_clinic_without_hours_is_open_on_every_weekday_at_any_hour(rules: RuleSet) -> None:
    days = clinic_days(replace(rules, clinic=ClinicFile(name="C")))
    assert (len(days.weekdays), days.opening, days.spans_on(date(2027, 1, 11))) == (7, None, ())


def test_the_longest_visit_is_an_edit_of_the_clinic_with_its_reason(tmp_path: Path) -> None:
    rules = load_rules(clinic=UK)
    read = rules.sessions.visit_hours.read()
    assert (read.number, read.limits) == (4, (2, 6))
    assert read.set_by == "Example clinic: Our practitioners rest after four hours, to keep a steady hand."
    line = UK.read_text(encoding="utf-8").split("longest_visit")[0].count("\n") + 1
    assert f"example-clinic.yaml:{line}:" in read.place
    edit = next(one for one in rules.edition.clinic_edits if one.parameter == "sessions.visit_hours")
    assert (edit.from_, edit.to, edit.outside_range) == (5, 4, False)


def test_one_fault_of_another_kind_hides_none_of_the_hours(tmp_path: Path) -> None:
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text('name: C\nnam: D\ntimezone: Mars/Base\nopening: {mon: ["10:00-09:00"]}\nchairs: 0\n')
    _rules, problems = try_load(clinic=clinic)
    assert {problem.code for problem in problems} == {"R202", "R522", "R531", "R536"}


CHRISTMAS, BOXING_DAY, NEW_YEAR = date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1)
FOURTH_OF_JULY, THANKSGIVING = date(2027, 7, 4), date(2026, 11, 26)
COMMON = {CHRISTMAS, NEW_YEAR}


@pytest.mark.parametrize(
    ("region", "shut"),
    [
        (None, COMMON),
        ("UK", COMMON | {BOXING_DAY}),
        ("US", COMMON | {FOURTH_OF_JULY, THANKSGIVING}),
    ],
)
def test_where_no_clinic_names_its_days_those_on_which_hardly_any_clinic_works_are_closed(
    region: str | None, shut: set[date]
) -> None:
    days = clinic_days(load_rules(region=region))
    asked = {CHRISTMAS, BOXING_DAY, NEW_YEAR, FOURTH_OF_JULY, THANKSGIVING, date(2026, 12, 24)}
    assert {day for day in asked if not days.is_open(day)} == shut
    assert days.holidays


def test_a_clinic_in_the_uk_that_names_no_days_of_every_year_keeps_those_of_the_uk(tmp_path: Path) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text("name: C\nregion: UK\nclosed: {days: [sun]}\n", encoding="utf-8")
    days = clinic_days(load_rules(clinic=path))
    assert not days.is_open(BOXING_DAY)
    assert days.is_open(THANKSGIVING)


@pytest.mark.parametrize("yearly", ["[]", '["12-24"]'])
def test_what_a_clinic_names_of_every_year_stands_in_place_of_all_holidays(
    tmp_path: Path, yearly: str
) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text(f"name: C\nregion: UK\nclosed: {{yearly: {yearly}}}\n", encoding="utf-8")
    rules = load_rules(clinic=path)
    days = clinic_days(rules)
    assert all(map(days.is_open, (CHRISTMAS, BOXING_DAY, NEW_YEAR)))
    assert days.is_open(date(2026, 12, 24)) == (yearly == "[]")
    assert holiday_rules(rules) == ()
    assert not days.holidays


def test_the_rules_say_the_holidays_that_they_name(rules: RuleSet) -> None:
    """In a text of their own: the days are read by programs, the words by people."""
    book = rules.sessions.holidays
    named = {
        "12-25": "Christmas Day",
        "01-01": "New Year's Day",
        "12-26": "Boxing Day",
        "07-04": "Independence Day",
        "fourth-thu-nov": "Thanksgiving Day",
    }
    for rule in (book.everywhere, *book.in_region.values()):
        words = {named[as_word(one)] for one in rule.yearly}
        assert {name for name in named.values() if name in rule.say} == words


MLK_DAY, EASTER_MONDAY = date(2027, 1, 18), date(2027, 3, 29)


@pytest.mark.parametrize(
    ("region", "perhaps"), [(None, set[date]()), ("UK", {EASTER_MONDAY}), ("US", {MLK_DAY})]
)
def test_on_public_holidays_of_a_region_some_clinics_are_closed_and_most_may_be_open(
    region: str | None, perhaps: set[date]
) -> None:
    rules = load_rules(region=region)
    asked = {MLK_DAY, EASTER_MONDAY, date(2027, 1, 19)}
    assert {day for day in asked if is_perhaps_closed(day, rules)} == perhaps
    assert all(map(clinic_days(rules).is_open, asked))


@pytest.mark.parametrize(("region", "open_on_26"), [(None, True), ("UK", False), ("US", True)])
def test_around_christmas_some_clinics_are_closed_in_any_region(region: str | None, open_on_26: bool) -> None:
    rules = load_rules(region=region)
    asked = [date(2026, 12, day) for day in range(23, 32)] + [date(2027, 1, 2)]
    assert [day.day for day in asked if is_around_christmas(day, rules)] == [24, *range(26, 32)]
    assert clinic_days(rules).is_open(date(2026, 12, 26)) == open_on_26


@pytest.mark.parametrize(("closed", "perhaps"), [("{days: [sun]}", True), ("{yearly: []}", False)])
def test_a_clinic_that_names_its_days_of_every_year_knows_whether_it_is_open(
    tmp_path: Path, closed: str, perhaps: bool
) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text(f"name: C\nregion: UK\nclosed: {closed}\n", encoding="utf-8")
    rules = load_rules(clinic=path)
    assert is_perhaps_closed(EASTER_MONDAY, rules) == perhaps
    assert is_around_christmas(date(2026, 12, 24), rules) == perhaps


def test_saved_answers_keep_the_holidays_that_they_were_planned_with() -> None:
    rules = load_rules(region="UK")
    assert saved_rules(rules).closed_yearly == ("12-25", "01-01", "12-26")
    then = rules_as_saved(replace(saved_rules(rules), closed_yearly=()), rules)
    assert then is not None
    assert clinic_days(then).is_open(CHRISTMAS)
