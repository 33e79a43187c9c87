"""The time of a visit, also on the days on which the clocks change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from smp_planner.domain.course import Visit
from smp_planner.domain.intake import CalendarAnswer
from smp_planner.exports.visit_times import begins, starts_at
from smp_planner.language.choose import speech_of
from smp_planner.language.speech import speaking
from smp_planner.rules.ruleset import RuleSet
from tests.people import START, adult, plan_of

FORWARD, BACK = date(2027, 3, 28), date(2027, 10, 31)  # in London at 01:00 UTC


def visit_on(rules: RuleSet, day: date) -> Visit:
    return replace(plan_of(adult(), rules).sessions.items[0], date=day)


def at(time: str, zone: str | None = "Europe/London") -> CalendarAnswer:
    return CalendarAnswer(start=START, visit_times={1: time}, timezone=zone)


@pytest.mark.parametrize(
    ("day", "time", "utc", "words"),
    [
        (FORWARD, "00:30", "2027-03-28 00:30", "00:30, time of London"),
        (
            FORWARD,
            "01:30",
            "2027-03-28 01:30",
            "01:30, time of London (the clocks go forward then, so 02:30)",
        ),
        (FORWARD, "09:30", "2027-03-28 08:30", "09:30, time of London"),
        (BACK, "01:30", "2027-10-31 00:30", "01:30, time of London"),
        (BACK, "09:30", "2027-10-31 09:30", "09:30, time of London"),
    ],
)
def test_a_time_that_the_clocks_jump_over_says_what_it_becomes(
    rules: RuleSet, day: date, time: str, utc: str, words: str
) -> None:
    visit = visit_on(rules, day)
    assert starts_at(visit, at(time)) == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert begins(visit, at(time)) == words
    assert begins(visit, at(time), end=".") == f"{words}."


@pytest.mark.parametrize(
    ("day", "time", "utc"),
    [
        ("2027-03-14", "01:30", "2027-03-14 08:30"),  # Denver goes from UTC-7 to UTC-6 at 02:00
        ("2027-03-14", "09:00", "2027-03-14 15:00"),
        ("2027-03-28", "09:00", "2027-03-28 15:00"),
        ("2027-10-31", "09:00", "2027-10-31 15:00"),
        ("2027-11-08", "09:00", "2027-11-08 16:00"),
    ],
)
def test_a_studio_in_the_us_has_its_own_changes(rules: RuleSet, day: str, time: str, utc: str) -> None:
    visit = visit_on(rules, date.fromisoformat(day))
    answers = at(time, zone="America/Denver")
    assert starts_at(visit, answers) == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert begins(visit, answers) == f"{time}, time of Denver"


def test_without_a_time_or_a_zone_there_is_no_moment(rules: RuleSet) -> None:
    visit = visit_on(rules, FORWARD)
    assert begins(visit, CalendarAnswer(start=START)) == ""
    assert starts_at(visit, at("09:30", zone=None)) is None
    assert begins(visit, at("09:30", zone=None)) == "09:30, time zone not given"


def test_a_time_is_written_as_the_persons_country_writes_it(rules: RuleSet) -> None:
    with speaking(speech_of("en-US")):
        words = begins(visit_on(rules, BACK), at("14:30"))
    assert words.startswith("2:30")
    assert words.endswith("PM, time of London")
