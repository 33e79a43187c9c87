"""The latest day on which a course can start and still be settled by an event.

The rules in numbers stand in courses.py.
"""

from __future__ import annotations

import pytest

from smp_planner.domain.course import LatestStart
from smp_planner.domain.intake import EventKind
from smp_planner.rules.ruleset import RuleSet
from tests.people import START
from tests.planner.appointments.courses import away, day, event, planned


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
    # 10 July less 28, 28, 14 and 7 days is 24 April; the first visit moves up to 11 April
    found = planned(rules, 4, event("be_ready", "2027-07-10", name="ball"))
    assert (found.latest[0], found.latest_start[0].on) == (day("2027-04-11"), day("2027-04-24"))
    assert found.latest_start[0].say == (
        "Planned to be settled by 10 July 2027, if healing is usual and this plan begins by 11 April 2027."
        " The very last day to start is 24 April 2027: that takes a new plan, with the shortest gaps your"
        " days allow."
    )
    # to the day: one last day, and no other
    found = planned(rules, 4, event("be_ready", "2027-06-27", name="ball"))
    assert found.latest[0] == found.latest_start[0].on == day("2027-04-11")
    assert found.latest_start[0].say.endswith("needs the shortest gaps your days allow.")
    assert found.latest_start[0].say.count("2027") == 2  # the day of the event, and the last day to start


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
