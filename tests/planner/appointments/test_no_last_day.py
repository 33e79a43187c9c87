"""A visit has a last day only where an event sets one; else the plan says how far it can move."""

from __future__ import annotations

from smp_planner.rules.ruleset import RuleSet
from tests.planner.appointments.courses import event, planned

LATER = "No event sets a last day: a visit may be up to 90 days after the one before."


def test_without_an_event_visits_can_be_later_by_the_longest_gap_that_is_allowed(rules: RuleSet) -> None:
    assert planned(rules, 3).no_last_day == LATER


def test_a_single_visit_can_be_later_with_no_gap_to_keep(rules: RuleSet) -> None:
    assert planned(rules, 1).no_last_day == "No event sets a last day: the visit may also be later."


def test_an_event_after_the_course_that_the_dates_suit_sets_a_last_day(rules: RuleSet) -> None:
    assert planned(rules, 3, event("be_ready", "2027-05-20")).no_last_day is None


def test_an_event_that_is_missed_or_over_before_the_visits_sets_none(rules: RuleSet) -> None:
    assert planned(rules, 3, event("be_ready", "2027-02-20")).no_last_day == LATER
    assert planned(rules, 3, event("swimming", "2027-01-03")).no_last_day == LATER
