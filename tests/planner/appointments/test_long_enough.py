"""A visit is on a day that is open long enough for it, where there is one; else its card says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given

from smp_planner.domain.course import Visit
from smp_planner.domain.intake import WEEKDAYS, AreaAnswer, CalendarAnswer, Intake
from smp_planner.domain.opening import longest_in_a_row
from smp_planner.planner.appointments.long_enough import minutes_of
from smp_planner.rules.clinic_days import clinic_days
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile
from tests.drawn_people import closed_clinics, patients, planned_course
from tests.packaged_rules import packaged_rules
from tests.people import START, adult, plan_of

LARGE = adult(area=AreaAnswer(norwood="VII"))  # visits of 4.75, 4.5, 4 and 3.25 hours


def opened(rules: RuleSet, **hours: list[str]) -> RuleSet:
    """The rules of a clinic that is open at these hours."""
    return replace(rules, clinic=ClinicFile.model_validate({"name": "Clinic", "opening": hours}))


def visits(rules: RuleSet, intake: Intake = LARGE) -> tuple[Visit, ...]:
    return plan_of(intake, rules).sessions.items


def test_minutes_are_whole_and_never_too_few() -> None:
    assert minutes_of((4, Decimal("4.75"), Decimal("0.334"))) == (240, 285, 21)


def test_a_long_visit_waits_for_a_long_day_and_a_short_one_takes_any(rules: RuleSet) -> None:
    clinic = opened(rules, mon=["09:00-13:00"], thu=["09:00-14:00"], sat=["08:00-11:00", "11:00-14:30"])
    found = visits(clinic)
    assert [visit.hours.typical for visit in found] == [Decimal("4.75"), Decimal("4.5"), 4, Decimal("3.25")]
    assert [visit.weekday for visit in found[:2]] == ["thu", "thu"]
    assert {visit.weekday for visit in found[2:]} <= {"mon", "thu", "sat"}
    assert found[2].weekday != "sat"
    assert found[0].notes == ("The first open day that is long enough for this visit is 14 January 2027.",)
    for visit in found[:2]:
        assert visit.earliest.weekday() == visit.latest.weekday() == 3


def test_two_short_days_and_a_long_visit_are_planned_and_told_never_refused(rules: RuleSet) -> None:
    clinic = opened(rules, tue=["09:00-11:00"], thu=["09:00-12:00", "13:00-16:00"])
    for visit in visits(clinic):
        assert visit.weekday in ("tue", "thu")
        assert visit.notes[-1] == (
            f"The clinic is not open for {visit.hours.typical} hours in a row on this day,"
            " so ask how this visit can be held. No day of the clinic's week is open for so long."
        )


def test_a_person_who_can_come_on_the_short_day_alone_is_told_of_the_long_one(rules: RuleSet) -> None:
    clinic = opened(rules, tue=["09:00-12:00"], thu=["09:00-17:00"])
    on_tuesdays = replace(LARGE, calendar=CalendarAnswer(start=START, weekdays=("tue",)))
    for visit in visits(clinic, on_tuesdays):
        assert visit.weekday == "tue"
        assert visit.notes[-1].endswith("It is on these days, but none of them works here: Thursday.")


def test_where_no_long_day_is_left_in_time_the_short_ones_are_taken_and_told(rules: RuleSet) -> None:
    hours = {"tue": ["09:00-12:00"], "thu": ["09:00-17:00"]}
    no_thursdays = {"dates": thursdays()}
    file = ClinicFile.model_validate({"name": "Clinic", "opening": hours, "closed": no_thursdays})
    found = visits(replace(rules, clinic=file))
    assert {visit.weekday for visit in found} == {"tue"}
    assert all("ask how this visit can be held" in visit.notes[-1] for visit in found)


def thursdays() -> list[date]:
    first = date(2027, 1, 14).toordinal()
    return [date.fromordinal(first + 7 * week) for week in range(180)]


def test_hours_that_hold_every_visit_change_nothing(rules: RuleSet) -> None:
    every = {day: ["08:00-20:00"] for day in WEEKDAYS}
    assert visits(opened(rules, **every)) == visits(rules)


@given(patients, closed_clinics())
def test_no_visit_is_on_a_closed_day_and_a_short_day_is_told(intake: Intake, clinic: ClinicFile) -> None:
    rules = replace(packaged_rules(), clinic=clinic)
    plan = planned_course(intake, rules)
    days = clinic_days(rules)
    if days.opening is None:
        return
    for visit in plan.sessions.items:
        for day in (visit.date, visit.earliest, visit.latest):
            assert days.spans_on(day), day
        held = longest_in_a_row(days.spans_on(visit.date)) >= visit.hours.typical * 60
        told = any("ask how this visit can be held" in note for note in visit.notes)
        assert told == (not held)
