"""Chair time: starts on each day, the weekday that finishes soonest, chair hours beside open hours."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

from hypothesis import given

from smp_planner.domain.chair_time import BookableDay, ChairTime, UnusualGap
from smp_planner.domain.intake import AreaAnswer, Away, CalendarAnswer, Intake, LifeEvent
from smp_planner.domain.provenance import Step
from smp_planner.domain.words import weekday_of
from smp_planner.exports.steps import Steps
from smp_planner.planner.appointments.course_dates import read_date_rules
from smp_planner.planner.chair_time import chair_time
from smp_planner.planner.chair_time_steps import chair_time_steps, finish_field, starts_field, week_field
from smp_planner.rules.clinic_days import clinic_days
from smp_planner.rules.clinic_hours import chairs, closed_days, minutes_apart, open_on
from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile
from tests.drawn_people import closed_clinics, patients, planned_course
from tests.packaged_rules import packaged_rules
from tests.people import ADULT, START, adult, plan_of

UK = DATA / "clinics" / "example-clinic.yaml"


def booked(rules: RuleSet, intake: Intake = ADULT) -> ChairTime:
    return chair_time(plan_of(intake, rules), rules)


def test_starts_lie_in_the_hours_of_the_planned_day_and_of_the_days_to_move_to() -> None:
    told = booked(load_rules(clinic=UK))
    first = told.visits[0]
    assert (first.planned.date, str(first.hours.typical), first.hours.high) == (date(2027, 1, 12), "3.25", 4)
    at = [start.at for start in first.planned.starts]
    assert (at[0], at[-1], len(at)) == (time(9), time(14), 11)
    assert [start.at for start in first.planned.starts if not start.fits_longest] == [time(14)]
    fridays = [day for day in first.others if day.date.weekday() == 4]
    assert [f"{start.at:%H:%M}" for start in fridays[0].starts] == ["09:00", "09:30", "14:00"]
    assert date(2027, 3, 26) not in [day.date for visit in told.visits for day in visit.others]
    assert (told.timezone, told.every_minutes, told.chairs) == ("Europe/London", 30, 2)


def test_each_weekday_is_planned_anew_and_the_soonest_comes_first() -> None:
    """11 January is a Monday. Fridays: 15 + 14 = 29 January, + 28 = 26 February, settled 28 days later."""
    told = booked(load_rules(clinic=UK))
    planned, *weekdays = told.finishes
    assert (planned.weekday, planned.settled_on) == (None, date(2027, 3, 23))
    assert [one.weekday for one in weekdays] == ["tue", "wed", "thu", "fri", "sat"]
    friday = weekdays[3]
    assert (friday.first_on, friday.last_on) == (date(2027, 1, 15), date(2027, 2, 26))
    assert (friday.settled_on, friday.gaps) == (date(2027, 3, 26), (14, 28))
    assert all(one.offered and one.held and not one.clashes for one in weekdays)


def test_beside_each_finish_stands_the_soonest_that_the_limits_of_gaps_allow() -> None:
    """Gaps of 7 and 14 days at least. Fridays: 15 + 7 = 22 January, + 14 = 5 February, settled 28 later."""
    planned, *weekdays = booked(load_rules(clinic=UK)).finishes
    friday = next(one for one in weekdays if one.weekday == "fri")
    assert friday.soonest_on == date(2027, 3, 5)
    assert planned.soonest_on == date(2027, 3, 2), "12 + 7 = 19 January, + 14 = 2 February, + 28"
    for one in (planned, *weekdays):
        assert one.soonest_on
        assert one.settled_on
        assert one.soonest_on <= one.settled_on


def test_a_weekday_that_was_not_offered_is_marked_and_a_clash_is_told(rules: RuleSet) -> None:
    race = LifeEvent(from_=date(2027, 1, 20), to=date(2027, 1, 26), name="race", kind="sport")
    calendar = CalendarAnswer(start=START, weekdays=("mon", "wed"), events=(race,))
    by_day = {one.weekday: one for one in booked(rules, adult(calendar=calendar)).finishes}
    assert {day for day, one in by_day.items() if day and one.offered} == {"mon", "wed"}
    always = LifeEvent(from_=START, to=date(2030, 1, 1), name="season", kind="sport")
    told = booked(rules, adult(calendar=replace(calendar, events=(always,))))
    assert all(one.clashes == ("season",) for one in told.finishes)


def test_a_weekday_with_no_course_comes_last_and_has_no_dates(rules: RuleSet) -> None:
    tuesdays = [date.fromordinal(date(2027, 1, 12).toordinal() + 7 * week) for week in range(160)]
    clinic = ClinicFile.model_validate({"name": "C", "closed": {"dates": tuesdays}})
    last = booked(replace(rules, clinic=clinic)).finishes[-1]
    assert (last.weekday, last.first_on, last.settled_on, last.gaps) == ("tue", None, None, ())
    assert last.soonest_on is None


def test_a_weekday_that_is_not_open_long_enough_comes_after_those_that_are(rules: RuleSet) -> None:
    hours = {"mon": ["09:00-12:00"], "thu": ["09:00-15:00"]}
    clinic = ClinicFile.model_validate({"name": "C", "opening": hours, "timezone": "Europe/London"})
    told = booked(replace(rules, clinic=clinic), adult(area=AreaAnswer(norwood="VII")))
    assert [(one.weekday, one.held) for one in told.finishes] == [
        (None, True),
        ("thu", True),
        ("mon", False),
    ]


def test_two_short_days_offer_no_start_for_a_visit_of_four_hours(rules: RuleSet) -> None:
    hours = {"tue": ["09:00-11:00"], "thu": ["09:00-12:00", "13:00-16:00"]}
    clinic = ClinicFile.model_validate({"name": "C", "opening": hours})
    told = booked(replace(rules, clinic=clinic), adult(area=AreaAnswer(norwood="VII")))
    assert [visit.hours.typical >= 3 for visit in told.visits] == [True] * 4
    assert all(not day.starts for visit in told.visits for day in (visit.planned, *visit.others))
    assert not any(one.held for one in told.finishes)


def test_chair_hours_stand_by_week_beside_the_hours_of_all_chairs() -> None:
    """Week of 11 January: 8.5 + 8.5 + 9 + 7.5 + 6 hours on two chairs are 79."""
    told = booked(load_rules(clinic=UK))
    assert [(week.monday, week.hours, week.at_most, week.open_hours) for week in told.weeks] == [
        (date(2027, 1, 11), Decimal("3.25"), 4, 79),
        (date(2027, 1, 25), Decimal("3.5"), 4, 79),
        (date(2027, 2, 22), Decimal("2.75"), 4, 79),
    ]
    easter = booked(load_rules(clinic=UK), adult(calendar=CalendarAnswer(start=date(2027, 3, 23))))
    assert easter.weeks[0].open_hours == 64, "without Good Friday"


def test_the_hours_of_a_week_follow_the_clock(tmp_path: Path) -> None:
    """Two chairs on Sunday from 00:30 to 05:30: four hours in spring, six in autumn, else five."""
    path = tmp_path / "night.yaml"
    path.write_text(
        'name: Night\ntimezone: America/Denver\nopening: {sun: ["00:30-05:30"]}\nchairs: 2\n',
        encoding="utf-8",
    )
    rules = load_rules(clinic=path)
    for start, hours in (("2027-03-14", 8), ("2027-03-07", 10), ("2027-11-07", 12)):
        asked = adult(calendar=CalendarAnswer(start=date.fromisoformat(start), weekdays=("sun",)))
        assert booked(rules, asked).weeks[0].open_hours == hours, start


def test_without_named_hours_weekdays_are_compared_and_nothing_is_invented(rules: RuleSet) -> None:
    told = booked(rules)
    assert not told.hours_named
    assert told.timezone is None
    assert len(told.finishes) == 8
    assert all(week.open_hours is None for week in told.weeks)
    assert all(day.starts == () for visit in told.visits for day in (visit.planned, *visit.others))


@given(patients, closed_clinics())
def test_every_offered_start_lies_in_an_open_span_that_holds_it(intake: Intake, clinic: ClinicFile) -> None:
    rules = replace(packaged_rules(), clinic=clinic)
    plan = planned_course(intake, rules)
    days = clinic_days(rules)
    told = chair_time(plan, rules)
    for visit in told.visits:
        for day in (visit.planned, *visit.others):
            assert_held(day, days.spans_on(day.date), float(visit.hours.typical) * 60)
    assert told.finishes[0].first_on == plan.sessions.items[0].date
    assert told.finishes[0].settled_on == plan.sessions.settled_on
    assert {one.weekday for one in told.finishes[1:]} == set(days.weekdays)


def assert_held(day: BookableDay, spans: tuple[tuple[int, int], ...], minutes: float) -> None:
    for start in day.starts:
        begins = start.at.hour * 60 + start.at.minute
        assert any(opens <= begins and begins + minutes <= closes for opens, closes in spans), day


def why(told: ChairTime, field: str) -> Step:
    return Steps.of(told.trace).at(field)


def test_each_finish_start_and_week_has_its_step_with_the_clinics_own_hours() -> None:
    rules = load_rules(clinic=UK)
    told = booked(rules)
    fields = {step.field for step in told.trace}
    assert {finish_field(one) for one in told.finishes} | {week_field(one) for one in told.weeks} <= fields
    for visit in told.visits:
        days = {weekday_of(day.date) for day in (visit.planned, *visit.others)}
        assert {starts_field(visit.number, day) for day in days} <= fields
    starts = why(told, "sessions.chair_time.starts.1.fri")
    assert starts.because.startswith("On Friday a start counts where all of the visit fits before")
    assert (
        "3.25 hours as planned, 4 hours if it takes longest. Starts are 30 minutes apart." in starts.because
    )
    hours, closed, apart = starts.rules
    assert (hours.label, hours.value) == ("Open on Friday", "09:00 to 13:00 and 14:00 to 17:30")
    assert (hours.set_by, hours.place) == ("Example clinic", "example-clinic.yaml:17:3")
    assert closed.value == "2 August 2027 to 14 August 2027 and 5 days of every year"
    assert (apart.value, apart.set_by, apart.place) == (30, "base rules", "")
    assert apart.note == "The clinic's file does not say, so this is what is counted with."


def test_a_week_names_its_visits_the_open_hours_and_the_chairs() -> None:
    told = booked(load_rules(clinic=UK))
    week = why(told, week_field(told.weeks[0]))
    assert week.because == (
        "The hours of this course in the week, planned and at the longest: visit 1. The clinic's hours are "
        "those of each open day in the week, times its chairs. Other hours, closed days or chairs in the "
        "clinic's file change them."
    )
    *_opening, chairs = week.rules
    assert (chairs.label, chairs.value, chairs.limits) == ("Chairs", 2, (1, 100))
    assert "sessions.items.1.hours" in week.uses


def test_a_finish_tells_the_shortest_gaps_and_that_other_hours_change_it() -> None:
    told = booked(load_rules(clinic=UK))
    friday = why(told, "sessions.chair_time.finishes.fri")
    assert friday.value == date(2027, 3, 26)
    assert friday.because.startswith(
        "The same visits, planned anew as if Friday were the only day offered. Of all days that fit, "
        "these clash with the fewest events"
    )
    assert "It settles 28 days after the last visit." in friday.because
    assert "each gap as short as its limit: 7 days and 14 days." in friday.because
    assert friday.because.endswith("Other hours or closed days in the clinic's file change it.")
    assert [rule.label for rule in friday.rules][-2:] == ["Open on Friday", "Closed days"]
    as_planned = why(told, "sessions.chair_time.finishes.as_planned")
    assert as_planned.because.startswith("These are the days of the plan as it stands.")


def test_without_a_clinics_file_the_steps_speak_of_no_hours(rules: RuleSet) -> None:
    told = booked(rules)
    assert not any(".starts." in step.field for step in told.trace)
    week = why(told, week_field(told.weeks[0]))
    assert week.because.endswith("visit 1.")
    assert week.rules == ()
    finish = why(told, "sessions.chair_time.finishes.mon")
    assert "clinic" not in finish.because
    assert not any(rule.id.startswith("clinic.") for rule in finish.rules)


def test_a_weekday_without_a_course_says_so(rules: RuleSet) -> None:
    tuesdays = [date.fromordinal(date(2027, 1, 12).toordinal() + 7 * week) for week in range(160)]
    clinic = ClinicFile.model_validate({"name": "C", "closed": {"dates": tuesdays}})
    told = booked(replace(rules, clinic=clinic))
    none = why(told, "sessions.chair_time.finishes.tue")
    assert none.value is None
    assert "No days for all visits were found. Other hours" in none.because
    assert [rule.id for rule in none.rules][-1] == "clinic.closed"


def test_hours_to_midnight_and_a_clinic_that_is_never_closed_are_read(rules: RuleSet) -> None:
    clinic = ClinicFile.model_validate({"name": "C", "opening": {"mon": ["18:00-24:00"]}})
    own = replace(rules, clinic=clinic)
    assert open_on("mon", own).value == "18:00 to 00:00"
    assert open_on("tue", own).value == "closed"
    assert closed_days(own).value == "none named"
    spans = {"dates": [{"from": "2027-08-02", "to": "2027-08-14"}]}
    away = ClinicFile.model_validate_json(json.dumps({"name": "C", "closed": spans}))
    assert closed_days(replace(rules, clinic=away)).value == "2 August 2027 to 14 August 2027"
    assert (chairs(rules).value, minutes_apart(rules).value) == (1, 30)


def test_a_course_of_one_visit_speaks_of_no_gap(rules: RuleSet) -> None:
    told, one = booked(rules), read_date_rules(1, ADULT.calendar, rules)
    steps = [*chair_time_steps(told, one, rules)]
    monday = Steps.of(steps).at("sessions.chair_time.finishes.mon")
    assert monday.because.endswith("It settles 28 days after the last visit.")


def test_gaps_shorter_than_planned_or_longer_than_usual_stand_beside_their_rule() -> None:
    """A wedding on 24 March leaves Thursdays 7 days after visit 1, where the clinic plans 14."""
    rules = load_rules(clinic=UK)
    wedding = LifeEvent(from_=date(2027, 3, 24), to=date(2027, 3, 24), name="wedding", kind="be_ready")
    calendar = CalendarAnswer(start=date(2027, 1, 9), events=(wedding,))
    by_day = {one.weekday: one for one in booked(rules, adult(calendar=calendar)).finishes}
    assert by_day["thu"].unusual == (UnusualGap(visit=2, days=7, planned=14, low=7, high=14, least=7),)
    assert by_day["thu"].has_short_gap
    assert by_day["sat"].gaps == (14, 28)
    assert by_day["sat"].unusual == ()
    assert not by_day["sat"].has_short_gap
    spans = ((date(2027, 1, 10), date(2027, 2, 19)), (date(2027, 2, 21), date(2027, 4, 10)))
    away = CalendarAnswer(
        start=date(2027, 1, 9), away=tuple(Away(from_=first, to=last, name="") for first, last in spans)
    )
    long = booked(rules, adult(calendar=away)).finishes[0].unusual
    assert long, "between two times away one Saturday is left"
    assert not any(gap.is_short for gap in long)
