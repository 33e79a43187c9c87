"""The latest day on which a course can start and still be settled by an event.

The rules in numbers stand in courses.py.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smp_planner.domain.course import LatestStart
from smp_planner.domain.intake import WEEKDAYS, Away, EventKind, LifeEvent, Weekday
from smp_planner.rules.ruleset import RuleSet
from tests.packaged_rules import packaged_rules
from tests.people import START
from tests.planner.appointments.courses import away, day, event, planned, steps_and_dates


def test_the_latest_start_counts_back_with_the_shortest_gaps(rules: RuleSet) -> None:
    # 20 June less 28 is 23 May; less 28, 14 and 7 days: 4 April
    found = planned(rules, 4, event("be_ready", "2027-06-20", name="ball"))
    assert found.latest_start == (
        LatestStart(
            event="ball",
            on=day("2027-04-04"),
            say=(
                "Planned to be settled by 20 June 2027, if healing is usual and the first visit is by"
                " 4 April 2027. A start on that day needs the shortest gaps your days allow."
            ),
        ),
    )


def test_a_latest_start_later_than_the_first_visit_may_move_says_to_plan_anew(rules: RuleSet) -> None:
    # 10 July less 28, 28, 14 and 7 days is 24 April; the first visit moves up to 11 April.
    # With the gaps of the plan, 28, 28 and 10 days, it is 7 April
    found = planned(rules, 4, event("be_ready", "2027-07-10", name="ball"))
    assert (found.latest[0], found.latest_start[0].on) == (day("2027-04-11"), day("2027-04-24"))
    assert found.latest_start[0].say == (
        "Planned to be settled by 10 July 2027, if healing is usual and the first visit is by 7 April 2027,"
        " with the days between visits as planned here. The very last day to start is 24 April 2027: that"
        " takes a new plan, with the shortest gaps your days allow."
    )
    assert found.latest_alike == (day("2027-04-07"),)
    # to the day: one last day, and no other
    found = planned(rules, 4, event("be_ready", "2027-06-27", name="ball"))
    assert found.latest[0] == found.latest_start[0].on == day("2027-04-11")
    assert found.latest_start[0].say.endswith("needs the shortest gaps your days allow.")
    assert found.latest_start[0].say.count("2027") == 2  # the day of the event, and the last day to start


FRIDAYS: dict[str, Any] = {"weekdays": ("fri",), "away": (away("2027-03-02", "2027-03-16"),)}
WEDDING = event("be_ready", "2027-06-05", name="wedding")


def test_the_last_day_to_start_this_plan_is_not_the_one_to_which_its_first_visit_may_move(
    rules: RuleSet,
) -> None:
    # Fridays from 13 December on, away for the first half of March: 8 and 15 January, 12 February.
    # 4 June less 28, 28 and 7 days is 2 April; the first visit moves 90 days, to 26 February
    found = planned(rules, 3, WEDDING, start=day("2026-12-13"), **FRIDAYS)
    assert (found.gaps, found.latest[0]) == ((7, 28), day("2027-02-26"))
    assert found.latest_start[0].on == day("2027-04-16")
    assert found.latest_start[0].say == (
        "Planned to be settled by 5 June 2027, if healing is usual and the first visit is by 2 April 2027,"
        " with the days between visits as planned here. The very last day to start is 16 April 2027: that"
        " takes a new plan, with the shortest gaps your days allow."
    )
    assert "26 February" not in found.latest_start[0].say


@pytest.mark.parametrize(
    ("start", "first", "gaps"),
    [
        ("2027-03-17", "2027-03-19", (7, 28)),
        ("2027-03-27", "2027-04-02", (7, 28)),  # the last with these gaps
        ("2027-04-03", "2027-04-09", (7, 21)),
        ("2027-04-10", "2027-04-16", (7, 14)),  # the very last
    ],
)
def test_who_starts_on_a_later_friday_is_in_time_up_to_the_days_that_were_named(
    rules: RuleSet, start: str, first: str, gaps: tuple[int, int]
) -> None:
    found = planned(rules, 3, WEDDING, start=day(start), **FRIDAYS)
    assert (found.dates[0], found.gaps, found.conflicts) == (day(first), gaps, ())
    assert planned(rules, 3, WEDDING, start=day("2027-04-17"), **FRIDAYS).conflicts


def test_the_last_day_to_start_this_plan_keeps_clear_of_another_event(rules: RuleSet) -> None:
    # 2 April, 9 April and 7 May would be in time; but from 16 April on there is a week in the sun, and the
    # 28 days before it are closed: 22 and 29 January, 26 February, as March has no Friday before the 19th
    found = planned(
        rules,
        3,
        WEDDING,
        event("sun", "2027-04-16", "2027-04-22", name="beach"),
        start=day("2026-12-13"),
        **FRIDAYS,
    )
    assert found.conflicts == ()
    assert found.latest_alike == (day("2027-01-22"),)
    assert found.latest_start[0].on == day("2027-02-19")  # then 26 February and 19 March


def test_the_very_last_day_to_start_keeps_clear_of_a_holiday_before_the_wedding(rules: RuleSet) -> None:
    # 10 April less 28, 14 and 7 days is 20 February; the last day before the closed ones is 22 January less 7
    beach = event("sun", "2027-02-20", "2027-03-01", name="beach")
    wedding = event("be_ready", "2027-04-10", name="wedding")
    days: dict[str, Any] = {"weekdays": WEEKDAYS[:6], "start": day("2026-12-13")}
    alone, both = planned(rules, 3, wedding, **days), planned(rules, 3, wedding, beach, **days)
    assert both.conflicts == ()
    assert alone.latest_start[0].on == day("2027-02-20")
    assert both.latest_start[0].on == day("2027-01-15")
    in_time = planned(rules, 3, wedding, beach, **{**days, "start": day("2027-01-15")})
    too_late = planned(rules, 3, wedding, beach, **{**days, "start": day("2027-01-16")})
    assert in_time.conflicts == ()
    assert too_late.conflicts


@settings(max_examples=40)
@given(
    weekdays=st.lists(st.sampled_from(WEEKDAYS), unique=True, min_size=1).map(tuple),
    gone=st.tuples(st.integers(0, 120), st.integers(0, 30)),
    on=st.integers(70, 300),
    count=st.integers(2, 4),
    later=st.integers(1, 300),
)
def test_no_later_day_to_start_gives_the_same_plan_in_time(
    weekdays: tuple[Weekday, ...], gone: tuple[int, int], on: int, count: int, later: int
) -> None:
    rules, first = packaged_rules(), START + timedelta(gone[0])
    ball = LifeEvent(from_=START + timedelta(on), to=START + timedelta(on), name="ball", kind="be_ready")
    answers: dict[str, Any] = {
        "weekdays": weekdays,
        "away": (Away(from_=first, to=first + timedelta(gone[1])),),
    }
    found = planned(rules, count, ball, **answers)
    assume(not found.conflicts)
    (start,), (alike,) = found.latest_start, found.latest_alike
    assert start.on is not None
    assert alike is not None
    assert found.dates[0] <= alike <= start.on
    another = planned(rules, count, ball, start=START + timedelta(later), **answers)
    if not another.conflicts:
        assert another.dates[0] <= start.on
        assert another.dates[0] <= alike or another.gaps != found.gaps


def test_why_names_the_last_day_with_the_gaps_of_the_plan(rules: RuleSet) -> None:
    _, steps = steps_and_dates(rules, 3, WEDDING, start=day("2026-12-13"), **FRIDAYS)
    (why,) = (step.because for step in steps if step.field == "sessions.latest_start.1")
    assert why == (
        "Counted back from wedding (5 June 2027): 28 days to settle, then the shortest gaps your days allow."
        " With the days between visits as planned here it is 2 April 2027."
    )
    # to the day: nothing to add where the plan itself has the shortest gaps
    _, steps = steps_and_dates(rules, 4, event("be_ready", "2027-03-29"))
    (why,) = (step.because for step in steps if step.field == "sessions.latest_start.1")
    assert why.endswith("the shortest gaps your days allow.")


def test_the_latest_start_falls_on_open_days_only(rules: RuleSet) -> None:
    # Saturdays: 22 May, then 28 days back 24 April, 14 back 10 April, 7 back 3 April
    found = planned(rules, 4, event("be_ready", "2027-06-20"), weekdays=("sat",))
    assert found.latest_start[0].on == day("2027-04-03")


def test_a_latest_start_before_the_first_day_on_offer_is_too_late(rules: RuleSet) -> None:
    found = planned(rules, 4, event("be_ready", "2027-03-20", name="wedding"))
    assert found.latest_start == (
        LatestStart(
            event="wedding",
            on=day("2027-01-02"),
            say=(
                "Too late to be settled by 20 March 2027: the first visit would have to be by"
                " 2 January 2027, before the day you can start."
            ),
        ),
    )


def test_an_event_that_is_over_before_the_first_day_on_offer_changes_nothing(rules: RuleSet) -> None:
    found = planned(rules, 4, event("be_ready", "2026-09-12", name="gala"))
    told = (
        "Gala (12 September 2026) comes before the first day you can start, and so before any dots. "
        "It changes nothing here."
    )
    assert found.latest_start[0].say == told
    assert found.conflicts[0].what_would_fit == told


def test_a_latest_start_on_the_first_day_on_offer_is_not_too_late(rules: RuleSet) -> None:
    # 11 January and 7, 14, 28 and 28 days: 29 March
    found = planned(rules, 4, event("be_ready", "2027-03-29"))
    assert found.dates == (START, day("2027-01-18"), day("2027-02-01"), day("2027-03-01"))
    assert found.latest_start[0].on == START
    assert found.latest_start[0].say.startswith("Planned to be settled by 29 March 2027,")


def test_a_latest_start_is_looked_for_in_the_365_days_before_an_event(rules: RuleSet) -> None:
    # one visit; the only open day is 365, then 366 days before the event
    calendar = (away("2026-01-01", "2027-01-10"), away("2027-01-12", "2029-01-01"))
    found = planned(rules, 1, event("be_ready", "2028-01-11"), away=calendar)
    assert found.latest_start[0].on == START
    found = planned(rules, 1, event("be_ready", "2028-01-12"), away=calendar)
    assert found.latest_start[0].on is None
    assert found.conflicts == ()


def test_only_events_to_be_ready_for_have_a_latest_start_in_the_order_given(rules: RuleSet) -> None:
    found = planned(
        rules,
        3,
        event("be_ready", "2028-03-01", name="second"),
        event("sun", "2028-02-01", name="sun"),
        event("be_ready", "2027-09-01", name="first"),
    )
    assert [start.event for start in found.latest_start] == ["second", "first"]


@pytest.mark.parametrize("far", ["0001-01-01", "0001-01-20", "9999-12-31"])
@pytest.mark.parametrize("kind", ["be_ready", "sun"])
def test_events_at_the_ends_of_the_calendar_are_dealt_with(rules: RuleSet, far: str, kind: EventKind) -> None:
    found = planned(rules, 3, event(kind, far))
    assert found.dates[0] == START
    assert bool(found.conflicts) == (kind == "be_ready" and far != "9999-12-31")
