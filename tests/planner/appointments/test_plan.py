"""The dates of a course, how far they may move, and calendars in which there are none.

The rules in numbers stand in courses.py.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from smp_planner.domain.intake import Away
from smp_planner.errors import IntakeError
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_hours import ClosedDays
from tests.people import START
from tests.planner.appointments.courses import away, day, event, planned
from tests.reading_grade import reading_grade


def test_open_days_give_the_planned_gaps_from_the_first_day_on_offer(rules: RuleSet) -> None:
    found = planned(rules, 5)
    assert found.dates == (START, day("2027-01-21"), day("2027-02-18"), day("2027-03-18"), day("2027-04-15"))
    assert found.gaps == (10, 28, 28, 28)
    assert found.settled_on == day("2027-05-13")
    assert found.notes == ((), (), (), (), ())
    assert (found.conflicts, found.latest_start) == ((), ())


def test_a_course_of_one_visit_is_on_the_first_open_day(rules: RuleSet) -> None:
    found = planned(rules, 1, weekdays=("thu",))
    said = "The first day that is open and free is 14 January 2027."
    assert (found.dates, found.gaps, found.notes) == ((day("2027-01-14"),), (), ((said,),))


def test_each_visit_may_move_as_far_as_the_shortest_and_longest_gaps_allow(rules: RuleSet) -> None:
    # earliest: 11 January, then 7, 14 and 28 days on; latest: 90 days after the start, then 90 each
    found = planned(rules, 4)
    assert found.earliest == (START, day("2027-01-18"), day("2027-02-01"), day("2027-03-01"))
    assert found.latest == (day("2027-04-11"), day("2027-07-10"), day("2027-10-08"), day("2028-01-06"))


def test_the_first_visit_moves_by_90_days_from_the_first_day_on_which_it_could_be(rules: RuleSet) -> None:
    # away for the year: from 4 January 2028, 90 days lead to 3 April
    found = planned(rules, 3, away=(away("2027-01-11", "2028-01-03"),))
    assert found.dates[0] == found.earliest[0] == day("2028-01-04")
    assert found.latest[0] == day("2028-04-03")


def test_a_first_visit_that_waits_for_an_event_moves_by_90_days_from_there(rules: RuleSet) -> None:
    # 28 days out of the sun after a visit and 7 before it: 2 February is the first that could be
    found = planned(rules, 3, event("sun", "2027-01-15", "2027-01-25"))
    assert (found.earliest[0], found.latest[0]) == (day("2027-02-02"), day("2027-05-03"))


def test_a_first_visit_further_away_than_90_days_moves_up_to_that_day(rules: RuleSet) -> None:
    # the tour can't be kept; of the days left, only the last one keeps clear of the beach
    spans = (away("2027-01-12", "2027-06-30"), away("2027-07-02", "2030-01-01"))
    found = planned(rules, 1, event("sport", "2027-01-11", name="race"), away=spans)
    assert found.dates[0] == found.earliest[0] == found.latest[0] == day("2027-07-01")
    # the wedding can't be met, and 11 January falls on it; after it, only 1 July is open
    found = planned(rules, 1, event("be_ready", "2027-01-11"), away=spans)
    assert found.dates[0] == found.latest[0] == day("2027-07-01")


def test_no_moved_day_lies_beyond_the_two_years_in_which_a_course_starts(rules: RuleSet) -> None:
    found = planned(rules, 1, away=(away("2027-01-11", "2028-12-31"),))
    assert found.latest == (day("2029-01-10"),)


def test_a_start_is_near_where_it_is_within_90_days_of_the_first_that_could_be(rules: RuleSet) -> None:
    # free from 1 May: 1, 8 and 15 May are 7 days apart, 1 and 11 August ten; 90 days lead to 30 July
    spans = (
        away("2027-01-11", "2027-04-30"),
        away("2027-05-02", "2027-05-07"),
        away("2027-05-09", "2027-07-31"),
        away("2027-08-02", "2027-08-10"),
        away("2027-08-12", "2030-01-01"),
    )
    assert planned(rules, 2, away=spans).dates == (day("2027-05-01"), day("2027-05-08"))


def test_days_closed_at_the_clinic_are_left_out(rules: RuleSet) -> None:
    closed = ClosedDays(days=["mon"], dates=[day("2027-01-12")])
    clinic = replace(rules, clinic=ClinicFile(name="Clinic", closed=closed))
    # Wednesday 13 January, then Saturday 23rd and Saturday 20 February
    assert planned(clinic).dates == (day("2027-01-13"), day("2027-01-23"), day("2027-02-20"))


def test_a_course_may_start_two_years_after_the_start_and_no_later(rules: RuleSet) -> None:
    # 730 days after 11 January 2027 is 10 January 2029
    found = planned(rules, 3, away=(away("2027-01-11", "2029-01-09"),))
    assert found.dates[0] == day("2029-01-10")
    with pytest.raises(IntakeError):
        planned(rules, 3, away=(away("2027-01-11", "2029-01-10"),))


def test_a_course_that_starts_on_the_last_day_may_still_have_its_longest_gap(rules: RuleSet) -> None:
    # 90 days after 10 January 2029 is 10 April 2029
    found = planned(
        rules,
        2,
        away=(
            away("2027-01-11", "2029-01-09"),
            away("2029-01-11", "2029-04-09"),
            away("2029-04-11", "2030-01-01"),
        ),
    )
    assert found.dates == (day("2029-01-10"), day("2029-04-10"))


# --- no dates at all ------------------------------------------------------------------------


def problem(rules: RuleSet, count: int, *spans: Away) -> str:
    with pytest.raises(IntakeError) as caught:
        planned(rules, count, away=spans)
    assert [found.key for found in caught.value.problems] == ["calendar"]
    return str(caught.value.problems[0])


def test_a_calendar_without_an_open_day_is_refused(rules: RuleSet) -> None:
    assert problem(rules, 3, away("2027-01-01", "2029-01-10")) == (
        "answers:1:1: calendar: no course of 3 visits can start within 730 days of 11 January 2027: no such"
        " day is open at the clinic and free [I502]\n"
        "    hint: offer more weekdays, or shorten a time away"
    )


def test_a_calendar_that_breaks_off_is_refused_with_the_visit_that_can_not_be(rules: RuleSet) -> None:
    assert problem(rules, 3, away("2027-01-26", "2030-01-01")) == (
        "answers:1:1: calendar: no course of 3 visits can start within 730 days of 11 January 2027: visit 3"
        " must be 14 to 90 days after visit 2, and no such day is open at the clinic and free"
        " [I502]\n    hint: offer more weekdays, or shorten a time away"
    )


def test_a_single_open_day_is_refused_with_the_second_visit(rules: RuleSet) -> None:
    assert "visit 2 must be 7 to 90 days after visit 1" in problem(rules, 3, away("2027-01-12", "2030-01-01"))


# --- the words ------------------------------------------------------------------------------


def test_what_is_said_of_dates_stays_under_grade_8(rules: RuleSet) -> None:
    said = [*rules.sessions.words.values(), *rules.aftercare.event_words.values()]
    assert reading_grade(" ".join(text.replace("{", "").replace("}", "") for text in said)) < 8
