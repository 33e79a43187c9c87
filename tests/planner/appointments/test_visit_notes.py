"""What is said at a visit: a gap that is not the usual one, and why the first visit has to wait.

The rules in numbers stand in courses.py.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smp_planner.domain.intake import Away, Weekday
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile
from smp_planner.rules.shapes.clinic_hours import ClosedDays
from tests.people import START
from tests.planner.appointments.courses import away, day, event, planned

# --- gaps that are said ---------------------------------------------------------------------


def test_a_gap_shorter_than_planned_is_said(rules: RuleSet) -> None:
    # on Saturdays alone the nearest to 10 days is 7
    found = planned(rules, 3, weekdays=("sat",))
    assert found.gaps == (7, 28)
    assert found.notes == (
        ("The first day that is open and free is 16 January 2027.",),
        ("This visit is 7 days after visit 1. We plan 10 where we can; 7 is the shortest allowed.",),
        (),
    )


def test_a_gap_longer_than_usual_is_said(rules: RuleSet) -> None:
    # the only open days: 11 and 26 January, 26 February
    free = (START, day("2027-01-26"), day("2027-02-26"))
    spans = tuple(
        Away(from_=first + timedelta(1), to=last - timedelta(1))
        for first, last in zip(free, (*free[1:], day("2030-01-01")), strict=True)
    )
    found = planned(rules, 3, away=spans)
    assert found.dates == free
    assert found.notes == (
        (),
        ("This visit is 15 days after visit 1. 7 to 14 days are usual; up to 90 are allowed.",),
        ("This visit is 31 days after visit 2. 14 to 30 days are usual; up to 90 are allowed.",),
    )


def test_a_gap_longer_than_planned_but_usual_is_not_said(rules: RuleSet) -> None:
    # away from the 10th to the 13th day after 11 January, and on every later start
    found = planned(rules, 2, away=(away("2027-01-12", "2027-01-24"), away("2027-01-26", "2030-01-01")))
    assert found.gaps == (14,)
    assert found.notes == ((), ())


BETTER_GAPS = (
    "The first open day is 11 January 2027. This visit is later, so that the days between your visits "
    "fit better."
)

# --- the first visit ------------------------------------------------------------------------


def test_a_first_visit_that_keeps_clear_of_an_event_says_which(rules: RuleSet) -> None:
    # 28 days out of the sun after each visit and 7 without a tan before it: 25 January + 8
    found = planned(rules, 3, event("sun", "2027-01-15", "2027-01-25", name="beach"))
    assert found.dates[0] == day("2027-02-02")
    assert found.notes[0] == (
        "The first open day is 11 January 2027. This visit is later, to keep clear of beach.",
    )


def test_a_first_visit_names_every_event_that_it_keeps_clear_of_and_no_other(rules: RuleSet) -> None:
    found = planned(
        rules,
        3,
        event("sun", "2027-01-15", "2027-01-25", name="beach"),
        event("swimming", "2027-01-20", "2027-01-28", name="camp"),
        event("sport", "2027-01-20", name="run"),
        event("sport", "2028-01-20", name="race"),
        event("be_ready", "2027-06-01", name="wedding"),
    )
    assert found.dates[0] == day("2027-02-02")
    assert found.notes[0] == (
        "The first open day is 11 January 2027. This visit is later, to keep clear of beach, camp and run.",
    )


def test_a_first_visit_is_not_said_to_keep_clear_of_an_event_that_is_missed(rules: RuleSet) -> None:
    # the wedding on 18 March is missed, and no visit is on it or in the week before
    missed = event("be_ready", "2027-03-18", name="wedding")
    found = planned(rules, 4, missed)
    assert [clash.event for clash in found.conflicts] == ["wedding"]
    assert found.notes[0] == (
        "The first open day is 11 January 2027. This visit is later, so that none falls on wedding or so"
        " shortly before that it shows.",
    )
    # the race is kept clear of: it alone is named so
    both = planned(rules, 4, missed, event("sport", "2027-01-11", name="race"))
    assert both.notes[0] == (
        "The first open day is 11 January 2027. This visit is later, to keep clear of race.",
    )


def test_an_event_that_is_given_up_did_not_move_the_first_visit(rules: RuleSet) -> None:
    # the tour lasts for years and can't be kept; the beach can
    found = planned(
        rules,
        3,
        event("sport", "2027-01-11", "2029-12-31", name="tour"),
        event("sun", "2027-01-15", "2027-01-25", name="beach"),
    )
    assert [clash.event for clash in found.conflicts] == ["tour"]
    assert found.notes[0] == (
        "The first open day is 11 January 2027. This visit is later, to keep clear of beach.",
    )


def test_an_event_to_be_ready_for_is_not_what_puts_a_first_visit_off(rules: RuleSet) -> None:
    # without events 12 January isn't used, and 21 January and 18 February settle after the ball;
    # the race alone closes 11 January
    found = planned(
        rules,
        3,
        event("sport", "2027-01-11", name="race"),
        event("be_ready", "2027-03-15", name="ball"),
    )
    assert found.dates[0] == day("2027-01-12")
    assert found.notes[0] == (
        "The first open day is 11 January 2027. This visit is later, to keep clear of race.",
    )


def test_a_first_visit_that_waits_for_better_gaps_says_so(rules: RuleSet) -> None:
    # 11 January leaves 14 days to the next open day, 15 January leaves 10
    spans = (
        away("2027-01-12", "2027-01-14"),
        away("2027-01-16", "2027-01-24"),
        away("2027-01-26", "2030-01-01"),
    )
    found = planned(rules, 2, away=spans)
    assert found.dates == (day("2027-01-15"), day("2027-01-25"))
    assert found.notes[0] == (BETTER_GAPS,)


def test_a_visit_after_the_first_open_day_names_that_day_and_not_the_start(rules: RuleSet) -> None:
    # away at the start, and as above from 18 January on: nobody asked for that day
    spans = (
        away("2027-01-09", "2027-01-17"),
        away("2027-01-19", "2027-01-21"),
        away("2027-01-23", "2027-01-31"),
        away("2027-02-02", "2030-01-01"),
    )
    found = planned(rules, 2, away=spans)
    assert found.dates == (day("2027-01-22"), day("2027-02-01"))
    [note] = found.notes[0]
    assert note.startswith("The first open day is 18 January 2027. This visit is later")


def test_no_note_says_that_a_visit_was_moved_as_nobody_may_have_chosen_its_day(rules: RuleSet) -> None:
    assert [note.say for note in rules.sessions.notes.values() if "moved" in note.say.lower()] == []


def test_an_event_that_moved_only_later_visits_is_not_named_at_the_first(rules: RuleSet) -> None:
    # as above, and a race that clashes with nothing
    spans = (
        away("2027-01-12", "2027-01-14"),
        away("2027-01-16", "2027-01-24"),
        away("2027-01-26", "2030-01-01"),
    )
    found = planned(rules, 2, event("sport", "2028-01-01", name="race"), away=spans)
    assert found.notes[0] == (BETTER_GAPS,)


def test_a_first_visit_is_not_said_to_wait_for_gaps_where_no_sooner_course_is_possible(
    rules: RuleSet,
) -> None:
    # from 11 January no day lies 7 to 90 days ahead
    spans = (away("2027-01-12", "2027-04-30"),)
    found = planned(rules, 3, away=spans)
    assert found.dates[0] == day("2027-05-01")
    assert found.notes[0] == (
        "The first open day is 11 January 2027, but from then on a later visit would find no open and free"
        " day in time.",
    )


def test_an_absence_at_the_start_is_named_with_its_last_day(rules: RuleSet) -> None:
    found = planned(rules, 3, away=(away("2027-01-09", "2027-01-15"), away("2027-01-16", "2027-01-20")))
    assert found.dates[0] == day("2027-01-21")
    assert found.notes[0] == ("You are away until 20 January 2027.",)


def test_days_without_an_opening_at_the_start_are_named_by_the_first_that_is(rules: RuleSet) -> None:
    # back on Saturday 16 January, and the clinic sees people on weekdays only
    weekdays: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri")
    found = planned(rules, 3, weekdays=weekdays, away=(away("2027-01-09", "2027-01-15"),))
    assert found.notes[0] == ("The first day that is open and free is 18 January 2027.",)


# --- holidays -----------------------------------------------------------------------------------

CHRISTMAS = "This visit would be on 25 December 2026, but hardly any clinic works then."
AROUND_IT = (
    "Some clinics close for some days around Christmas and New Year. Ask whether yours is open on the day of"
    " this visit."
)


@pytest.mark.parametrize("region", [None, "UK", "US"])
def test_a_visit_around_christmas_says_that_the_clinic_may_be_closed(region: str | None) -> None:
    """A visit on 24 December, or between Christmas and New Year, said nothing."""
    rules = load_rules(region=region)
    for number in (24, 27, 28, 31):
        found = planned(rules, 1, start=day(f"2026-12-{number}"))
        assert found.dates == (day(f"2026-12-{number}"),)
        assert found.notes[0][-1] == AROUND_IT
    for quiet in ("2026-12-23", "2027-01-02"):
        assert AROUND_IT not in planned(rules, 1, start=day(quiet)).notes[0]


def test_a_clinic_that_names_its_days_of_every_year_knows_when_it_is_open_at_christmas(
    tmp_path: Path,
) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text('name: C\nclosed: {yearly: ["12-25"]}\n', encoding="utf-8")
    found = planned(load_rules(clinic=path), 1, start=day("2026-12-24"))
    assert (found.dates, found.notes[0]) == ((day("2026-12-24"),), ())


def test_a_first_visit_that_would_be_on_christmas_day_is_on_the_next_open_day_and_says_why() -> None:
    found = planned(load_rules(region="UK"), 1, start=day("2026-12-25"))
    assert found.dates == (day("2026-12-27"),)  # the 26th is Boxing Day
    assert found.notes[0] == (
        CHRISTMAS,
        "The first day that is open and free is 27 December 2026.",
        AROUND_IT,
    )


def test_a_later_visit_that_would_be_on_christmas_day_says_why_it_is_not(rules: RuleSet) -> None:
    found = planned(rules, 2, start=day("2026-12-15"))
    assert found.dates == (day("2026-12-16"), day("2026-12-26"))
    # 25 December is 10 days after the 15th, and the first visit is on the 16th
    assert found.notes[1] == (
        "Had visit 1 been on 15 December 2026, this visit would be on 25 December 2026, but hardly any clinic"
        " works then. So both are on other days.",
        AROUND_IT,
    )


def test_a_holiday_that_holds_for_another_start_is_not_said_of_the_days_planned(rules: RuleSet) -> None:
    # Fridays: 18 and 25 December, 22 January would be best; it is 8 and 15 January, 12 February
    found = planned(rules, 3, start=day("2026-12-13"), weekdays=("fri",))
    assert found.dates == (day("2027-01-08"), day("2027-01-15"), day("2027-02-12"))
    assert found.notes[1][0].startswith("Had visit 1 been on 18 December 2026, this visit would be on 25")
    assert not any("hardly any clinic" in note for note in (*found.notes[0], *found.notes[2]))


def test_a_holiday_that_moves_one_visit_alone_is_said_of_its_day(rules: RuleSet) -> None:
    # free on the 15th, the 25th and the 28th alone
    only = (
        away("2026-12-16", "2026-12-24"),
        away("2026-12-26", "2026-12-27"),
        away("2026-12-29", "2028-12-31"),
    )
    found = planned(rules, 2, start=day("2026-12-15"), away=only)
    assert found.dates == (day("2026-12-15"), day("2026-12-28"))
    assert found.notes == ((), (CHRISTMAS, AROUND_IT))


def test_no_visit_is_on_thanksgiving_in_the_us_and_on_any_other_thursday_elsewhere() -> None:
    start, thanksgiving = day("2026-11-16"), day("2026-11-26")
    assert thanksgiving in planned(load_rules(region="UK"), 2, start=start).dates
    us = planned(load_rules(region="US"), 2, start=start)
    assert thanksgiving not in us.dates
    assert us.notes[1] == (
        "Had visit 1 been on 16 November 2026, this visit would be on 26 November 2026, but hardly any clinic"
        " works then. So both are on other days.",
    )


def test_a_holiday_on_which_nobody_can_come_anyway_is_not_named(rules: RuleSet) -> None:
    found = planned(rules, 1, start=day("2026-12-25"), weekdays=("mon",))
    assert found.notes[0] == ("The first day that is open and free is 28 December 2026.", AROUND_IT)
    gone = (away("2026-12-24", "2026-12-26"),)
    found = planned(rules, 1, start=day("2026-12-25"), away=gone)
    assert not any("hardly any clinic" in note for note in found.notes[0])


def test_a_clinic_that_names_its_own_days_of_every_year_may_be_asked_for_on_christmas_day(
    rules: RuleSet,
) -> None:
    own = replace(rules, clinic=ClinicFile(name="C", closed=ClosedDays(yearly=["12-24"])))
    found = planned(own, 1, start=day("2026-12-25"))
    assert found.dates == (day("2026-12-25"),)
    assert found.notes[0] == ()


def test_a_visit_on_a_public_holiday_says_that_some_clinics_are_closed() -> None:
    # 18 January 2027 is the third Monday of January
    free = planned(load_rules(region="US"), 1, start=day("2027-01-18"))
    assert free.dates == (day("2027-01-18"),)
    assert free.notes == (
        (
            "The day of this visit is a public holiday in many places, so some clinics are closed. Ask "
            "whether yours is open.",
        ),
    )
    assert planned(load_rules(region="UK"), 1, start=day("2027-01-18")).notes == ((),)
