"""A first visit that waits for better gaps leaves the room for one more visit before an event.

The rules in numbers stand in courses.py.
"""

from __future__ import annotations

import pytest

from smp_planner.domain.course import Hurried
from smp_planner.domain.intake import Away, LifeEvent, Weekday
from smp_planner.planner.appointments.course_dates import Appointments
from smp_planner.rules.ruleset import RuleSet
from tests.planner.appointments.courses import away, day, event, planned

WED_AND_SAT: tuple[Weekday, ...] = ("wed", "sat")
IN_FEBRUARY = away("2027-02-01", "2027-02-20")
COURT = event("be_ready", "2027-05-14", name="court")
IN_DECEMBER = away("2026-12-13", "2026-12-22")
RACE = event("sport", "2027-05-14", name="race")
IN_JUNE = event("be_ready", "2027-06-30", name="wedding")


def course(
    rules: RuleSet,
    *events: LifeEvent,
    count: int = 5,
    weekdays: tuple[Weekday, ...] = WED_AND_SAT,
    absent: tuple[Away, ...] = (IN_FEBRUARY,),
) -> Appointments:
    """The five visits of the consultant's trial: from 12 December 2026, Wednesdays and Saturdays."""
    return planned(rules, count, *events, weekdays=weekdays, away=absent, start=day("2026-12-12"))


def test_a_court_date_in_may_has_the_first_visit_on_the_first_free_day(rules: RuleSet) -> None:
    """It was 23 December for the sake of the gaps: a sixth visit would have settled on 22 May, after it."""
    found = course(rules, COURT)
    assert found.dates == tuple(
        map(day, ("2026-12-12", "2026-12-19", "2027-01-02", "2027-01-30", "2027-02-27"))
    )
    assert found.settled_on == day("2027-03-27")
    assert found.conflicts == ()
    # a sixth visit on 27 March, 28 days later, settles on 24 April
    sixth = course(rules, COURT, count=6)
    assert sixth.dates[:5] == found.dates
    assert sixth.settled_on == day("2027-04-24")


def test_the_visits_that_come_sooner_for_it_say_that_they_leave_room(rules: RuleSet) -> None:
    why = "so that one more visit could still settle by court."
    assert course(rules, COURT).hurried == (
        Hurried(visit=2, say=f"Visit 2 is 7 days after visit 1, sooner than the 10 we plan, {why}"),
        Hurried(visit=3, say=f"Visit 3 is 14 days after visit 2, sooner than the 28 we plan, {why}"),
    )


@pytest.mark.parametrize(
    ("events", "absent"),
    [
        pytest.param((), (IN_FEBRUARY,), id="no event"),
        pytest.param((RACE,), (IN_FEBRUARY,), id="a race asks for nothing to be ready"),
        pytest.param((IN_JUNE,), (IN_FEBRUARY,), id="a sixth visit settles in time"),
        pytest.param(
            (COURT,), (IN_FEBRUARY, IN_DECEMBER), id="a sixth visit is too late from 12 December too"
        ),
    ],
)
def test_elsewhere_the_gaps_decide_the_first_visit(
    events: tuple[LifeEvent, ...], absent: tuple[Away, ...], rules: RuleSet
) -> None:
    assert course(rules, *events, absent=absent).dates[0] == day("2026-12-23")


def test_a_first_visit_on_the_first_day_stays_and_no_visit_is_hurried(rules: RuleSet) -> None:
    # 12 and 22 December, 19 January, 16 February, 16 March: a sixth visit on 13 April settles on 11 May
    every: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    found = course(rules, event("be_ready", "2027-05-01", name="court"), weekdays=every, absent=())
    assert found.dates[0] == day("2026-12-12")
    assert found.hurried == ()


def test_eight_visits_are_the_most_so_no_room_is_kept_for_a_ninth(rules: RuleSet) -> None:
    most = int(rules.sessions.count.limits[1])
    late = event("be_ready", "2028-12-01", name="wedding")
    assert course(rules, late, count=most).dates == course(rules, count=most).dates
