"""Which months stand open, which are folded to a line, and that none is lost."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given

from smp_planner.domain.care import CareDay
from smp_planner.domain.edition import RulesEdition
from smp_planner.domain.intake import Away, Intake, LifeEvent
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import sentence
from smp_planner.exports.course_lines import limit_lines
from smp_planner.exports.month_sheets import MOST_OPEN, in_short, month_sheets, words_meant
from smp_planner.exports.short_words import clinics_limits, main_limits
from smp_planner.language.choose import speech_of
from smp_planner.language.speech import speaking
from smp_planner.rules.load import DATA, load_rules
from tests.drawn_people import patients, planned_course
from tests.exports.sample_plan import PLAN, START
from tests.packaged_rules import rules_of
from tests.people import ADULT, plan_of


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
    plan = limited(100, ("direct_sun",))
    sheets = month_sheets(plan)
    assert [month.first.month for month in sheets.open] == [1, 2, 3]
    assert [in_short(month, plan.aftercare) for month in sheets.folded] == ["No sun (1 to 20)"]


def test_no_more_months_stand_open_than_make_no_wall() -> None:
    plan = limited(170)
    sheets = month_sheets(plan)
    assert len(sheets.open) == MOST_OPEN
    assert [month.first.month for month in sheets.folded] == [4, 5, 6]
    assert in_short(sheets.folded[0], plan.aftercare) == "No swim (1 to 30), No sun (1 to 30)"


def test_a_month_in_short_tells_its_visits_and_own_days_as_they_were_typed() -> None:
    event = LifeEvent(from_=date(2027, 3, 30), to=date(2027, 4, 2), name="Ride", kind="sport")
    plan = limited(170, events=(event,))
    sheets = month_sheets(plan)
    assert in_short(sheets.folded[0], plan.aftercare).startswith("Ride (1 to 2), No swim")
    assert in_short(sheets.open[0], plan.aftercare).startswith(
        "Visit 1 (11), Visit 2 (21), Prepare (9 to 10)"
    )


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


# --- every day's limits in words --------------------------------------------------------------

Held = Mapping[str, set[date]]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
CLINIC = DATA / "clinics" / "example-clinic.yaml"


def days_from(first: date, last: date) -> set[date]:
    return {first + timedelta(n) for n in range((last - first).days + 1)}


def in_month_words(plan: TreatmentPlan) -> Held:
    """The days on which the words of the months say that each limit holds, by its word."""
    sheets, told = month_sheets(plan), defaultdict[str, set[date]](set)
    for month in (*sheets.open, *sheets.folded):
        for word, days in re.findall(r"(?:^|, )([^(]+) \(([^)]+)\)", in_short(month, plan.aftercare)):
            for span in days.split(", "):
                first, last = (month.first.replace(day=int(end)) for end in (span.split(" to ") * 2)[:2])
                told[word] |= days_from(first, last)
    return told


def in_text(plan: TreatmentPlan) -> Held:
    """The days on which the text says that each main limit holds, by its short words."""
    told, at = defaultdict[str, set[date]](set), r"(\d+)(?: (\w{3})\w*)?(?: (\d{4}))?"
    lines = "\n".join(limit_lines(plan)).replace("\n  ", " ").splitlines()
    for days, limits in (line.split(": ", 1) for line in lines if re.match(r"\d+ .*\d{4}: ", line)):
        year, month = 0, 0
        for span in reversed(re.split(r"[;,] ", days)):  # the month and the year are told last
            ends = list[date]()
            for number, name, of_year in reversed(re.findall(at, span)):
                year, month = int(of_year or year), MONTHS.index(name) + 1 if name else month
                ends.append(date(year, month, int(number)))
            for limit in re.split(r", (?=no |keep )", limits):
                told[limit] |= days_from(ends[-1], ends[0])
    return told


def held(plan: TreatmentPlan, names: Mapping[str, str]) -> Held:
    """The days on which each limit holds by the plan, by what it is called."""
    days = plan.aftercare.days
    found = {name: {day.date for day in days if rule in day.avoid} for rule, name in names.items()}
    return {name: on for name, on in found.items() if on}


def on_sheets(plan: TreatmentPlan) -> dict[str, str]:
    """What each limit is called on the sheet of a month."""
    care = plan.aftercare
    own = {rule: sentence(words) for rule, words in clinics_limits(care).items()}
    return {name.rule: name.calendar.word for name in care.names if name.calendar} | own


def test_a_limit_that_a_stricter_one_hides_on_the_sheet_keeps_its_days_in_words() -> None:
    """Visit 2 is on 10 December: no sport until the 14th, and no sauna on any day of the month."""
    calendar = replace(ADULT.calendar, start=date(2026, 11, 26))
    plan = plan_of(replace(ADULT, calendar=calendar), rules_of(clinic=CLINIC))
    sheets = month_sheets(plan)
    told = in_short(sheets.open[1], plan.aftercare)
    assert "No gym (10 to 14), No heat (1 to 31)" in told
    assert "Keep dry (10 to 13), No wash (10 to 14)" in told


@pytest.mark.parametrize("clinic", [None, CLINIC, DATA / "clinics" / "example-studio.yaml"])
@pytest.mark.parametrize("start", [date(2026, 11, 26), date(2027, 1, 11), date(2027, 6, 1)])
def test_the_words_of_a_month_and_the_text_tell_every_limit_on_each_of_its_days(
    start: date, clinic: Path | None
) -> None:
    calendar = replace(ADULT.calendar, start=start)
    plan = plan_of(replace(ADULT, calendar=calendar), load_rules(clinic=clinic))
    months, text = in_month_words(plan), in_text(plan)
    for word, days in held(plan, on_sheets(plan)).items():
        assert months[word] == days, word
    assert dict(text) == held(plan, main_limits(plan.aftercare))


@given(patients)
def test_the_words_of_each_month_tell_every_limit_on_each_of_its_days(intake: Intake) -> None:
    plan = planned_course(intake)
    free = replace(intake, calendar=replace(intake.calendar, events=(), away=()))  # no typed names
    months = in_month_words(replace(plan, intake=free))
    for word, days in held(plan, on_sheets(plan)).items():
        assert months[word] == days, word
