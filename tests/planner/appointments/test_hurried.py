"""A visit that an event brings closer to the one before than planned says so, and names the event.

The rules in numbers stand in courses.py.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from smp_planner.domain.course import Hurried
from smp_planner.rules.ruleset import RuleSet
from tests.own_clinic import own_clinic
from tests.planner.appointments.courses import ONLY_THREE_DAYS, away, event, planned

TWO_WEEKS = """
  sessions.gaps.first_to_second: {value: 14, reason: We book two weeks., sources: [ours]}
"""


def test_a_course_with_its_gaps_as_planned_hurries_no_visit(rules: RuleSet) -> None:
    assert planned(rules, 3, event("be_ready", "2027-03-18", name="wedding")).hurried == ()


def test_a_visit_that_is_sooner_to_be_settled_in_time_names_the_wedding(rules: RuleSet) -> None:
    # 11 and 21 January and 18 February settle on 18 March: five days are saved at the second gap
    found = planned(rules, 3, event("be_ready", "2027-03-13", name="wedding"))
    assert found.gaps == (7, 26)
    assert [one.visit for one in found.hurried] == [2, 3]
    assert found.hurried[0].say == (
        "Visit 2 is 7 days after visit 1, sooner than the 10 we plan, to be ready for wedding."
    )


def test_a_clinic_s_own_gap_is_named_as_its_own(tmp_path: Path) -> None:
    rules = own_clinic(tmp_path, overrides=TWO_WEEKS)
    # 11 and 25 January and 22 February settle on 22 March
    found = planned(rules, 3, event("be_ready", "2027-03-20", name="wedding"))
    assert found.gaps == (12, 28)
    assert found.hurried == (
        Hurried(
            visit=2,
            say="Visit 2 is 12 days after visit 1, sooner than our clinic's usual 14,"
            " to be ready for wedding.",
        ),
    )


def test_a_visit_that_is_sooner_before_a_race_keeps_clear_of_it(rules: RuleSet) -> None:
    # from 12 to 20 January no visit is possible; the second is on the 18th, 11 days before the race
    found = planned(rules, 2, event("sport", "2027-01-29", "2027-04-20", name="race"))
    assert found.gaps == (7,)
    assert found.hurried[0].say.endswith("sooner than the 10 we plan, to keep clear of race.")


def test_two_events_that_press_alike_are_both_named(rules: RuleSet) -> None:
    both = [event("be_ready", "2027-03-16", name=name) for name in ("wedding", "ball")]
    found = planned(rules, 3, *both)
    assert found.hurried[0].say.endswith("to be ready for wedding and ball.")


def test_an_event_that_only_puts_the_start_off_is_not_what_a_visit_is_sooner_for(rules: RuleSet) -> None:
    # after Spain the first visit is on 8 February: the wedding presses, but would not without Spain
    spain = event("sun", "2027-01-11", "2027-01-31", name="Spain")
    found = planned(rules, 3, spain, event("be_ready", "2027-04-10", name="wedding"))
    assert found.dates[0].isoformat() == "2027-02-08"
    assert {one.say.rpartition(", ")[2] for one in found.hurried} == {"to be ready for wedding."}


def test_a_holiday_that_presses_beside_a_wedding_is_named_too(rules: RuleSet) -> None:
    # either alone leaves the gaps as planned: the course could end after the sea, or before the wedding
    sea = event("sun_and_swimming", "2027-03-06", "2027-03-15", name="sea")
    wedding = event("be_ready", "2027-04-17", name="wedding")
    both = planned(rules, 3, sea, wedding)
    assert not both.conflicts
    assert {one.say.rpartition("we plan, ")[2] for one in both.hurried} == {
        "to be ready for wedding, and to keep clear of sea."
    }
    assert planned(rules, 3, sea).hurried == planned(rules, 3, wedding).hurried == ()


def test_days_that_are_taken_hurry_a_visit_for_no_event(rules: RuleSet) -> None:
    taken = (away("2027-01-12", "2027-01-17"), away("2027-01-19", "2027-02-14"), ONLY_THREE_DAYS[-1])
    found = planned(rules, 3, event("sport", "2027-06-01", name="race"), away=taken)
    assert found.gaps[0] == 7
    assert found.hurried == ()


def test_the_plan_tells_it_beside_the_visit_s_own_note(rules: RuleSet) -> None:
    found = planned(rules, 3, event("be_ready", "2027-03-17", name="wedding"))
    assert found.notes[1] == (
        "This visit is 9 days after visit 1. We plan 10 where we can; 7 is the shortest allowed.",
    )
    assert replace(found.hurried[0], say="") == Hurried(visit=2, say="")
