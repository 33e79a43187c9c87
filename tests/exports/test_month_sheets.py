"""Which months stand open, which are folded to a line, and that none is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from smp_planner.domain.care import CareDay
from smp_planner.domain.intake import Away, Intake, LifeEvent
from smp_planner.domain.plan import RulesEdition, TreatmentPlan
from smp_planner.exports.month_sheets import MOST_OPEN, in_short, month_sheets, words_meant
from smp_planner.language.choose import speech_of
from smp_planner.language.speech import speaking
from tests.drawn_people import patients, planned_course
from tests.exports.sample_plan import PLAN, START


def limited(
    days: int, rules: tuple[str, ...] = ("direct_sun", "swimming"), **calendar: object
) -> TreatmentPlan:
    """The sample plan with these limits on so many days from its first visit on."""
    care = tuple(CareDay(START + timedelta(n), rules, (), ()) for n in range(days))
    answers = replace(PLAN.intake.calendar, **calendar)  # pyright: ignore[reportArgumentType]
    return replace(
        PLAN, aftercare=replace(PLAN.aftercare, days=care), intake=replace(PLAN.intake, calendar=answers)
    )


def test_months_with_visits_stand_open_and_a_later_one_with_a_single_limit_is_folded() -> None:
    sheets = month_sheets(limited(100, ("direct_sun",)))
    assert [month.first.month for month in sheets.open] == [1, 2, 3]
    assert [in_short(month) for month in sheets.folded] == ["No sun (1 to 20)"]


def test_no_more_months_stand_open_than_make_no_wall() -> None:
    sheets = month_sheets(limited(170))
    assert len(sheets.open) == MOST_OPEN
    assert [month.first.month for month in sheets.folded] == [4, 5, 6]
    assert in_short(sheets.folded[0]) == "No swim (1 to 30), No sun (1 to 30)"


def test_a_month_in_short_tells_its_visits_and_own_days_as_they_were_typed() -> None:
    event = LifeEvent(from_=date(2027, 3, 30), to=date(2027, 4, 2), name="Ride", kind="sport")
    sheets = month_sheets(limited(170, events=(event,)))
    assert in_short(sheets.folded[0]).startswith("Ride (1 to 2), No swim")
    assert in_short(sheets.open[0]).startswith("Visit 1 (11), Visit 2 (21), Prepare (9 to 10)")


def test_own_days_beyond_the_treatment_make_no_months_of_their_own() -> None:
    away = Away(from_=date(2027, 3, 10), to=date(2028, 9, 1), name="abroad")
    race = LifeEvent(from_=date(2028, 1, 1), to=date(2028, 1, 1), name="race", kind="sport")
    sheets = month_sheets(limited(10, away=(away,), events=(race,)))
    assert [month.first.month for month in (*sheets.open, *sheets.folded)] == [1, 2, 3]
    assert [run.word for run in sheets.beyond] == ["race"]


@pytest.mark.parametrize("region", ["US", "UK"])
@pytest.mark.parametrize(
    ("asked", "before_the_first"),
    [("en-US", 5), ("en-GB", 4), ("de-DE", 4), ("en-CA", 5), ("he-IL", 5), ("en", 4), ("", 4)],
)
def test_the_weeks_begin_as_the_person_s_calendars_do_wherever_the_prices_are_from(
    region: str, asked: str, before_the_first: int
) -> None:
    """1 January 2027 is a Friday."""
    plan = replace(PLAN, rules=RulesEdition(edition="", fingerprint="", region=region))
    with speaking(speech_of(asked)):
        january = month_sheets(plan).open[0]
    assert january.weeks[0].days.count(None) == before_the_first


def test_only_words_that_are_borne_are_explained() -> None:
    sheets = month_sheets(limited(10, ("touching",)))
    assert [mark.word for _, mark in words_meant(PLAN.aftercare, (*sheets.open, *sheets.folded))] == [
        "Settled",
        "Prepare",
        "Keep dry",
    ]


@given(patients)
def test_every_visit_and_every_day_with_a_limit_is_on_a_sheet(intake: Intake) -> None:
    plan = planned_course(intake)
    sheets = month_sheets(plan)
    shown = {
        day
        for month in (*sheets.open, *sheets.folded)
        for week in month.weeks
        for row in week.rows
        for piece in row
        for place, day in enumerate(week.days)
        if piece.covers(place)
    }
    assert {visit.date for visit in plan.sessions.items} <= shown
    assert {day.date for day in plan.aftercare.days if "direct_sun" in day.avoid} <= shown
    months = [month.first for month in (*sheets.open, *sheets.folded)]
    assert len(months) == len(set(months))
