"""Which events the dates suit, and how soon before them the look has settled."""

from __future__ import annotations

from datetime import date

from smp_planner.domain.in_time import events_in_time
from smp_planner.domain.intake import CalendarAnswer, EventKind, LifeEvent
from smp_planner.rules.ruleset import RuleSet
from tests.people import START, adult, plan_of

SETTLED = date(2027, 3, 18)  # of three visits from 11 January, at the gaps that are planned


def suited(rules: RuleSet, *events: tuple[EventKind, date]) -> list[tuple[str, int | None]]:
    asked = tuple(
        LifeEvent(from_=day, to=day, name=f"event {number}", kind=kind)
        for number, (kind, day) in enumerate(events, start=1)
    )
    plan = plan_of(adult(calendar=CalendarAnswer(start=START, events=asked)), rules)
    assert plan.sessions.settled_on == SETTLED
    return [(found.event.name, found.settled_days_before) for found in events_in_time(plan)]


def test_an_event_after_the_look_has_settled_is_in_time_by_as_many_days(rules: RuleSet) -> None:
    assert suited(rules, ("be_ready", date(2027, 3, 28)), ("be_ready", SETTLED)) == [
        ("event 1", 10),
        ("event 2", 0),
    ]


def test_an_event_that_needs_no_settled_look_counts_no_days(rules: RuleSet) -> None:
    assert suited(rules, ("sun", date(2028, 1, 1))) == [("event 1", None)]


def test_an_event_that_a_date_clashes_with_is_left_out(rules: RuleSet) -> None:
    assert suited(rules, ("be_ready", date(2027, 1, 20)), ("sun", date(2028, 1, 1))) == [("event 2", None)]


def test_it_says_how_many_visits_have_to_be_enough_where_more_are_foreseen(rules: RuleSet) -> None:
    event = LifeEvent(from_=date(2028, 1, 1), to=date(2028, 1, 1), name="trip", kind="sun")
    plan = plan_of(adult(calendar=CalendarAnswer(start=START, events=(event,))), rules)
    [found] = events_in_time(plan)
    assert plan.sessions.count.high > plan.sessions.count.typical == found.if_visits
