"""Visits keep clear of events while skin heals, and are settled in time where they can be.

The rules in numbers stand in courses.py.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from smp_planner.domain.course import EventConflict
from smp_planner.domain.intake import EventKind
from smp_planner.rules.ruleset import RuleSet
from tests.people import START
from tests.planner.appointments.courses import ONLY_THREE_DAYS, day, event, planned


def test_an_event_on_the_day_the_look_settles_is_no_clash(rules: RuleSet) -> None:
    # 11 and 21 January, 18 February, settled on 18 March
    found = planned(rules, 3, event("be_ready", "2027-03-18"))
    assert (found.dates[-1], found.settled_on) == (day("2027-02-18"), day("2027-03-18"))
    assert found.conflicts == ()


def test_gaps_shrink_to_be_settled_by_an_event(rules: RuleSet) -> None:
    # a day sooner: one gap a day shorter, and the earlier second visit comes first
    found = planned(rules, 3, event("be_ready", "2027-03-17"))
    assert found.dates == (START, day("2027-01-20"), day("2027-02-17"))
    assert found.conflicts == ()


def test_only_the_first_day_of_an_event_counts_for_being_ready(rules: RuleSet) -> None:
    found = planned(rules, 3, event("be_ready", "2027-03-18", "2027-03-25"))
    assert found.conflicts == ()


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("sun", "2027-02-13"),
        ("sport", "2027-02-06"),
        ("swimming", "2027-02-06"),
        ("sun_and_swimming", "2027-02-13"),
    ],
)
def test_the_first_visit_waits_until_an_event_is_over(rules: RuleSet, kind: EventKind, first: str) -> None:
    # no window lets a visit fit between 11 January and the event with its gaps as planned
    found = planned(rules, 3, event(kind, "2027-01-12", "2027-02-05"))
    assert found.dates[0] == day(first)
    assert found.conflicts == ()


@pytest.mark.parametrize(
    ("kind", "window"), [("sun", 28), ("sport", 10), ("swimming", 21), ("sun_and_swimming", 28)]
)
def test_the_days_of_a_window_are_held_to_the_last(rules: RuleSet, kind: EventKind, window: int) -> None:
    # the event begins the day after the window of a last visit on 18 February: no clash
    free = day("2027-02-18") + timedelta(window + 1)
    assert planned(rules, 3, event(kind, free.isoformat())).dates[-1] == day("2027-02-18")
    # a day sooner it would clash, so the gaps give way
    found = planned(rules, 3, event(kind, (free - timedelta(1)).isoformat()))
    assert found.dates[-1] != day("2027-02-18")
    assert found.conflicts == ()


def test_a_visit_on_the_day_after_an_event_is_no_clash_and_on_its_last_day_is(rules: RuleSet) -> None:
    found = planned(rules, 3, event("sport", "2027-01-11"))
    assert found.dates[0] == day("2027-01-12")


def test_a_visit_keeps_a_week_without_sun_before_it(rules: RuleSet) -> None:
    # a beach from 4 to 10 January: with 7 days without a tan before it the first visit is on the 18th
    found = planned(rules, 3, event("sun", "2027-01-04", "2027-01-10", name="beach"))
    assert found.dates[0] == day("2027-01-18")
    assert found.notes[0] == (
        "The first open day is 11 January 2027. This visit is later, to keep clear of beach.",
    )
    # a day before these seven it is no clash
    assert planned(rules, 3, event("sun", "2027-01-01", "2027-01-03")).dates[0] == START


def test_sun_before_a_visit_that_can_not_move_is_said(rules: RuleSet) -> None:
    found = planned(rules, 3, event("sun", "2027-01-04", "2027-01-10", name="beach"), away=ONLY_THREE_DAYS)
    assert found.dates[0] == START
    assert found.conflicts == (
        EventConflict(
            event="beach",
            on=day("2027-01-04"),
            say=(
                "Beach (4 January 2027 to 10 January 2027) falls in the days without a tan before a visit,"
                " 4 January 2027 to 11 January 2027."
            ),
            what_would_fit="Beach fits if it starts after 18 March 2027, or is over before 4 January 2027.",
        ),
    )


def test_room_to_move_ends_where_an_event_would_be_clashed_with(rules: RuleSet) -> None:
    # last visit by 20 February; before it 14 and 7 days at least
    found = planned(rules, 3, event("be_ready", "2027-03-20"))
    assert found.latest == (day("2027-01-30"), day("2027-02-06"), day("2027-02-20"))
