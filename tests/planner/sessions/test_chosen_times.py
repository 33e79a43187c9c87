"""Times that were chosen for visits, where a clinic has a clock and hours of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import icalendar
import pytest

from smp_planner.domain.intake import CalendarAnswer
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.ical import to_ics
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.people import START, adult, plan_of

TIMES = {1: "10:00", 2: "10:00", 3: "10:00", 4: "10:00"}


@cache
def base() -> RuleSet:
    return load_rules()


def planned(hours: str, folder: Path, **calendar: object) -> TreatmentPlan:
    """The plan of an adult at a clinic that states these hours, as lines of YAML."""
    path = folder / "clinic.yaml"
    path.write_text(f"name: Own clinic\nregion: UK\n{hours}\n", encoding="utf-8")
    answers = CalendarAnswer(**{"start": START, "visit_times": TIMES, **calendar})  # pyright: ignore[reportArgumentType]
    return plan_of(adult(calendar=answers), load_rules(clinic=path))


def said_of_times(plan: TreatmentPlan) -> list[str]:
    return [note for visit in plan.sessions.items for note in visit.notes if "clinic" in note]


def test_the_calendar_file_has_the_visits_on_the_clinics_clock(tmp_path: Path) -> None:
    """In summer 10:00 in London is 09:00 in UTC; the answers stay without a zone."""
    plan = planned("timezone: Europe/London", tmp_path, start=date(2027, 6, 1))
    assert plan.intake.calendar.timezone is None
    starts = [
        one.start for one in icalendar.Calendar.from_ical(to_ics(plan)).events if one["transp"] == "OPAQUE"
    ]
    assert starts == [
        datetime(v.date.year, v.date.month, v.date.day, 9, tzinfo=UTC) for v in plan.sessions.items
    ]


@pytest.mark.parametrize("hours", ["chairs: 1", "timezone: Europe/London"])
def test_a_clinic_that_names_no_hours_is_closed_at_no_time(hours: str, tmp_path: Path) -> None:
    assert said_of_times(planned(hours, tmp_path)) == []


def test_where_no_time_of_the_day_fits_that_alone_is_told(tmp_path: Path) -> None:
    plan = planned('opening: {mon: ["09:00-11:00"]}', tmp_path)
    assert len(said_of_times(plan)) == len(plan.sessions.items)
    assert all("in a row on this day" in note for note in said_of_times(plan))


def test_without_a_time_zone_of_the_clinic_a_time_is_taken_to_be_its_own(tmp_path: Path) -> None:
    hours = 'opening: {mon: ["14:00-24:00"]}'
    ours, theirs = planned(hours, tmp_path), planned(hours, tmp_path, timezone="Asia/Tokyo")
    assert said_of_times(ours) == said_of_times(theirs)
    assert said_of_times(ours)[0] == (
        "At 10:00 the clinic is closed, so ask for another time. On this day it is open from 14:00 to 00:00."
    )


def test_on_a_day_that_is_closed_there_the_hours_of_no_day_are_told(tmp_path: Path) -> None:
    """Ten in the morning of a Tuesday in Tokyo is the evening before in New York."""
    hours = 'timezone: America/New_York\nopening: {tue: ["09:00-17:00"]}'
    told = said_of_times(planned(hours, tmp_path, timezone="Asia/Tokyo"))
    assert told[0] == "At 20:00 (time of New York) the clinic is closed, so ask for another time."


def test_times_without_a_clinic_are_left_as_they_are() -> None:
    answers = CalendarAnswer(start=START, visit_times=TIMES)
    timed, plain = (
        plan_of(adult(calendar=one), base()) for one in (answers, replace(answers, visit_times={}))
    )
    assert timed.sessions == plain.sessions
