"""The dates of a course under the packaged rules, and what is said of them.

The rules: 7 to 90 days (10 planned, 7 to 14 usual) from the first visit to the second, 14 to
90 (28, 14 to 30) to the third, 28 to 90 (28, 28 to 30) from then on; settled 28 days after
the last visit; the first visit may move 90 days. 11 January 2027 is a Monday.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from smp_planner.domain.course import EventConflict, LatestStart
from smp_planner.domain.intake import Away, CalendarAnswer, EventKind, LifeEvent, Weekday
from smp_planner.domain.provenance import Step
from smp_planner.errors import IntakeError
from smp_planner.planner.appointments.course_dates import Appointments, read_date_rules
from smp_planner.planner.appointments.nearest_days import Gap
from smp_planner.planner.appointments.plan import plan_appointments
from smp_planner.rules.figures import Cited
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.clinic import ClinicFile, ClinicHours
from tests.edited_rules import edited_rules
from tests.people import adult
from tests.reading_grade import reading_grade

START = date(2027, 1, 11)
LENGTHS = {"direct_sun": 28, "heavy_exercise": 10, "swimming": 21, "scabs": 7}
EVERY_DAY: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def day(text: str) -> date:
    return date.fromisoformat(text)


def event(kind: EventKind, from_: str, to: str | None = None, name: str = "party") -> LifeEvent:
    return LifeEvent(from_=day(from_), to=day(to or from_), name=name, kind=kind)


def away(from_: str, to: str) -> Away:
    return Away(from_=day(from_), to=day(to))


ONLY_THREE_DAYS = (  # 11 and 21 January, 18 February
    away("2027-01-12", "2027-01-20"),
    away("2027-01-22", "2027-02-17"),
    away("2027-02-19", "2030-12-31"),
)


def steps_and_dates(
    rules: RuleSet,
    count: int = 3,
    *events: LifeEvent,
    weekdays: tuple[Weekday, ...] = EVERY_DAY,
    away: tuple[Away, ...] = (),
) -> tuple[Appointments, tuple[Step, ...]]:
    calendar = CalendarAnswer(start=START, weekdays=weekdays, away=away, events=events)
    found, tell = plan_appointments(adult(calendar=calendar), count, LENGTHS, rules)
    return found, tuple(tell())


def planned(
    rules: RuleSet,
    count: int = 3,
    *events: LifeEvent,
    weekdays: tuple[Weekday, ...] = EVERY_DAY,
    away: tuple[Away, ...] = (),
) -> Appointments:
    return steps_and_dates(rules, count, *events, weekdays=weekdays, away=away)[0]


# --- the dates ------------------------------------------------------------------------------


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
    # away for the year: from 1 January 2028, 90 days lead to 31 March
    found = planned(rules, 3, away=(away("2027-01-11", "2027-12-31"),))
    assert found.dates[0] == found.earliest[0] == day("2028-01-01")
    assert found.latest[0] == day("2028-03-31")


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
    closed = ClinicHours(days=["mon"], dates=[day("2027-01-12")])
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


# --- the first visit ------------------------------------------------------------------------


def test_a_first_visit_that_keeps_clear_of_an_event_says_which(rules: RuleSet) -> None:
    # 28 days out of the sun after each visit and 7 without a tan before it: 25 January + 8
    found = planned(rules, 3, event("sun", "2027-01-15", "2027-01-25", name="beach"))
    assert found.dates[0] == day("2027-02-02")
    assert found.notes[0] == ("Moved from 11 January 2027 to keep clear of beach.",)


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
    assert found.notes[0] == ("Moved from 11 January 2027 to keep clear of beach, camp and run.",)


def test_an_event_that_is_given_up_did_not_move_the_first_visit(rules: RuleSet) -> None:
    # the tour lasts for years and can't be kept; the beach can
    found = planned(
        rules,
        3,
        event("swimming", "2027-01-11", "2029-12-31", name="tour"),
        event("sun", "2027-01-15", "2027-01-25", name="beach"),
    )
    assert [clash.event for clash in found.conflicts] == ["tour"]
    assert found.notes[0] == ("Moved from 11 January 2027 to keep clear of beach.",)


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
    assert found.notes[0] == ("Moved from 11 January 2027 to keep clear of race.",)


def test_a_first_visit_that_waits_for_better_gaps_says_so(rules: RuleSet) -> None:
    # 11 January leaves 14 days to the next open day, 15 January leaves 10
    spans = (
        away("2027-01-12", "2027-01-14"),
        away("2027-01-16", "2027-01-24"),
        away("2027-01-26", "2030-01-01"),
    )
    found = planned(rules, 2, away=spans)
    assert found.dates == (day("2027-01-15"), day("2027-01-25"))
    assert found.notes[0] == ("Moved from 11 January 2027, so that the days between your visits fit better.",)


def test_an_event_that_moved_only_later_visits_is_not_named_at_the_first(rules: RuleSet) -> None:
    # as above, and a race that clashes with nothing
    spans = (
        away("2027-01-12", "2027-01-14"),
        away("2027-01-16", "2027-01-24"),
        away("2027-01-26", "2030-01-01"),
    )
    found = planned(rules, 2, event("sport", "2028-01-01", name="race"), away=spans)
    assert found.notes[0] == ("Moved from 11 January 2027, so that the days between your visits fit better.",)


def test_a_first_visit_is_not_said_to_wait_for_gaps_where_no_sooner_course_is_possible(
    rules: RuleSet,
) -> None:
    # from 11 January no day lies 7 to 90 days ahead
    spans = (away("2027-01-12", "2027-04-30"),)
    found = planned(rules, 3, away=spans)
    assert found.dates[0] == day("2027-05-01")
    assert found.notes[0] == (
        "Moved from 11 January 2027: from that day on, a later visit would find no open and free day"
        " in time.",
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


# --- events that healing keeps clear of -----------------------------------------------------


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
    [("sun", "2027-02-13"), ("sport", "2027-02-06"), ("swimming", "2027-02-06")],
)
def test_the_first_visit_waits_until_an_event_is_over(rules: RuleSet, kind: EventKind, first: str) -> None:
    # no window lets a visit fit between 11 January and the event with its gaps as planned
    found = planned(rules, 3, event(kind, "2027-01-12", "2027-02-05"))
    assert found.dates[0] == day(first)
    assert found.conflicts == ()


@pytest.mark.parametrize(("kind", "window"), [("sun", 28), ("sport", 10), ("swimming", 21)])
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
    assert found.notes[0] == ("Moved from 11 January 2027 to keep clear of beach.",)
    # a day before these seven it is no clash
    assert planned(rules, 3, event("sun", "2027-01-01", "2027-01-03")).dates[0] == START


def test_sun_before_a_visit_that_can_not_move_is_said(rules: RuleSet) -> None:
    found = planned(rules, 3, event("sun", "2027-01-04", "2027-01-10", name="beach"), away=ONLY_THREE_DAYS)
    assert found.dates[0] == START
    assert found.conflicts == (
        EventConflict(
            event="beach",
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


# --- clashes --------------------------------------------------------------------------------


def test_an_event_too_soon_to_be_settled_by_is_named_with_what_would_fit(rules: RuleSet) -> None:
    # 4 visits from 11 January end on 18 March, two days before the wedding: three days later the last
    # one is past it. 20 March less 28, 28, 14 and 7 days is 2 January
    found = planned(rules, 4, event("be_ready", "2027-03-20", name="wedding"))
    assert found.dates == (day("2027-01-14"), day("2027-01-24"), day("2027-02-21"), day("2027-03-21"))
    assert found.conflicts == (
        EventConflict(
            event="wedding",
            say="Wedding (20 March 2027) comes before your look has settled on 18 April 2027.",
            what_would_fit=(
                "Wedding fits on 18 April 2027 or later. For 20 March 2027, the first visit would have to be"
                " by 2 January 2027, before the day you can start. Or start after 20 March 2027."
            ),
        ),
    )


@pytest.mark.parametrize(
    ("on", "dates"),
    [
        ("2027-01-21", ("2027-01-12", "2027-01-22", "2027-02-19")),  # not on 14 to 21 January
        ("2027-02-18", ("2027-01-12", "2027-01-22", "2027-02-19")),  # not on 11 to 18 February
        ("2027-02-25", ("2027-01-19", "2027-01-29", "2027-02-26")),  # 18 February is 7 days before it
        ("2027-02-26", ("2027-01-11", "2027-01-21", "2027-02-18")),  # 18 February is 8 days before it
        ("2027-01-12", ("2027-01-13", "2027-01-23", "2027-02-20")),  # not on 5 to 12 January
    ],
)
def test_no_visit_is_on_an_event_that_comes_too_soon_or_so_shortly_before_it_that_it_shows(
    rules: RuleSet, on: str, dates: tuple[str, ...]
) -> None:
    found = planned(rules, 3, event("be_ready", on, name="wedding"), weekdays=EVERY_DAY)
    assert [clash.event for clash in found.conflicts] == ["wedding"]
    assert found.dates == tuple(day(text) for text in dates)
    assert "It falls on" not in found.conflicts[0].say
    assert "comes soon after" not in found.conflicts[0].say


def test_all_days_of_an_event_that_comes_too_soon_are_left_free(rules: RuleSet) -> None:
    found = planned(rules, 3, event("be_ready", "2027-01-18", "2027-01-24", name="festival"))
    # 7 days before its first day is 11 January; the day after its last is 25 January
    assert found.dates == (day("2027-01-25"), day("2027-02-04"), day("2027-03-04"))
    assert found.notes[0] == ("Moved from 11 January 2027 to keep clear of festival.",)
    # the whole course is after it: that is nothing to offer any more
    assert found.conflicts[0].what_would_fit.endswith("before the day you can start.")


def test_visits_that_can_only_be_on_an_event_or_just_before_it_are_told(rules: RuleSet) -> None:
    # 11 and 21 January and 18 February are all the days there are
    ready = event("be_ready", "2027-01-21", "2027-01-22", name="wedding")
    found = planned(rules, 3, ready, away=ONLY_THREE_DAYS)
    assert found.conflicts == (
        EventConflict(
            event="wedding",
            say=(
                "Wedding (21 January 2027 to 22 January 2027) comes before your look has settled on"
                " 18 March 2027. It falls on visit 2 (21 January 2027)."
            ),
            what_would_fit=(
                "Wedding fits on 18 March 2027 or later. For 21 January 2027, the first visit would have"
                " to be by 3 December 2026, before the day you can start."
            ),
        ),
    )
    found = planned(rules, 3, event("be_ready", "2027-01-28", name="wedding"), away=ONLY_THREE_DAYS)
    assert found.conflicts[0].say.endswith(
        "on 18 March 2027. It comes soon after visit 2 (21 January 2027): redness or scabs may still show."
    )
    assert found.dates[1] == day("2027-01-21")
    found = planned(rules, 3, event("be_ready", "2027-01-29", name="wedding"), away=ONLY_THREE_DAYS)
    assert found.conflicts[0].say.endswith("has settled on 18 March 2027.")
    found = planned(rules, 3, event("be_ready", "2027-01-12", "2027-02-28"), away=ONLY_THREE_DAYS)
    assert found.conflicts[0].say.endswith(
        "It falls on visit 2 (21 January 2027) and visit 3 (18 February 2027)."
        " It comes soon after visit 1 (11 January 2027): redness or scabs may still show."
    )


def test_an_event_without_any_course_in_the_year_before_it_says_only_where_it_fits(rules: RuleSet) -> None:
    # 11 January and 1 February (21 days), then 15 February (14): settled on 15 March at the soonest
    found = planned(
        rules,
        3,
        event("be_ready", "2027-03-10", name="show"),
        away=(away("2026-01-01", "2027-01-10"), away("2027-01-12", "2027-01-31")),
    )
    assert found.conflicts[0].what_would_fit == (
        "Show fits on 8 April 2027 or later. Or start after 10 March 2027."
    )
    assert found.latest_start == (
        LatestStart(event="show", on=None, say="No course of visits fits in the year before 10 March 2027."),
    )


def test_an_event_that_gives_way_to_another_says_so(rules: RuleSet) -> None:
    # settled by 20 March means a first visit by 30 January; then the beach, the race or both clash.
    # Without the wedding the course starts 8 days after the beach: 21 February, 3 and 31 March: 28 April
    ready = event("be_ready", "2027-03-20", name="wedding")
    sun = event("sun", "2027-01-31", "2027-02-13", name="beach")
    both = planned(rules, 3, ready, sun)
    assert [clash.event for clash in both.conflicts] == ["beach"]
    late = planned(rules, 3, ready, sun, event("sport", "2027-01-11", "2027-01-30", name="race"))
    assert [clash.event for clash in late.conflicts] == ["wedding"]
    assert late.conflicts[0].what_would_fit == (
        "Wedding fits on 28 April 2027 or later."
        " With a first visit by 30 January 2027 it would fit too, but then another of your events clashes."
        " Or start after 20 March 2027."
    )
    assert late.latest_start[0].say == (
        "Could be settled by 20 March 2027, if healing is usual and the first visit is by 30 January 2027,"
        " but not with the dates planned here."
    )


def test_an_event_that_would_fit_from_the_first_day_on_offer_is_not_called_too_late(rules: RuleSet) -> None:
    # only 11 January with the shortest gaps is settled by 29 March, and that day clashes with the race
    found = planned(rules, 4, event("be_ready", "2027-03-29"), event("sport", "2027-01-11", name="race"))
    assert found.dates[0] == day("2027-01-12")
    assert "With a first visit by 11 January 2027 it would fit too" in found.conflicts[0].what_would_fit
    assert found.latest_start[0].say.startswith("Could be settled by 29 March 2027,")


def test_a_clash_with_healing_names_the_days_that_meet_the_event(rules: RuleSet) -> None:
    # 28 days after each visit: 11 January to 8 February, to 18 February, to 18 March without a break
    found = planned(rules, 3, event("sun", "2027-02-10", "2029-12-31", name="tour"), away=ONLY_THREE_DAYS)
    assert found.conflicts == (
        EventConflict(
            event="tour",
            say=(
                "Tour (10 February 2027 to 31 December 2029) falls in your days out of direct sun,"
                " 11 January 2027 to 18 March 2027."
            ),
            what_would_fit="Tour fits if it starts after 18 March 2027, or is over before 4 January 2027.",
        ),
    )


def test_a_clash_with_a_later_window_names_that_window(rules: RuleSet) -> None:
    # 10 days: 11 to 31 January, then 18 to 28 February
    found = planned(rules, 3, event("sport", "2027-02-01", "2029-12-31", name="race"), away=ONLY_THREE_DAYS)
    assert found.conflicts[0].say.endswith("18 February 2027 to 28 February 2027.")
    found = planned(rules, 3, event("sport", "2027-01-31", "2029-12-31", name="race"), away=ONLY_THREE_DAYS)
    assert found.conflicts[0].say.endswith("11 January 2027 to 31 January 2027.")
    assert found.conflicts[0].what_would_fit.startswith("Race fits if it starts after 28 February 2027,")


def test_a_clash_with_healing_stops_at_the_first_break_between_windows(rules: RuleSet) -> None:
    # swimming, 21 days: 11 January to 1 February, on to 11 February; 18 February begins anew
    found = planned(
        rules, 3, event("swimming", "2027-01-31", "2029-12-31", name="camp"), away=ONLY_THREE_DAYS
    )
    assert found.conflicts[0].say == (
        "Camp (31 January 2027 to 31 December 2029) falls in your days without swimming,"
        " 11 January 2027 to 11 February 2027."
    )


def test_only_the_window_before_decides_whether_a_window_begins_anew(rules: RuleSet) -> None:
    # 21 days: 11 January to 1 February; 10 February to 3 March, the day of the third visit, to 24 March
    spans = (
        away("2027-01-12", "2027-02-09"),
        away("2027-02-11", "2027-03-02"),
        away("2027-03-04", "2030-12-31"),
    )
    found = planned(rules, 3, event("swimming", "2027-02-10", "2029-12-31", name="camp"), away=spans)
    assert found.conflicts[0].say.endswith("10 February 2027 to 24 March 2027.")


def test_windows_that_touch_without_a_break_are_one(rules: RuleSet) -> None:
    # the second visit is 10 days after the first: a window of 10 or 9 days touches it, one of 8 doesn't
    found = planned(rules, 3, event("sport", "2027-01-11", "2029-12-31", name="run"), away=ONLY_THREE_DAYS)
    assert found.conflicts[0].say.endswith("11 January 2027 to 31 January 2027.")
    lengths = {**LENGTHS, "heavy_exercise": 9}
    calendar = CalendarAnswer(
        start=START,
        weekdays=EVERY_DAY,
        away=ONLY_THREE_DAYS,
        events=(event("sport", "2027-01-11", "2029-12-31", name="run"),),
    )
    found, _ = plan_appointments(adult(calendar=calendar), 3, lengths, rules)
    assert found.conflicts[0].say.endswith("11 January 2027 to 30 January 2027.")
    found, _ = plan_appointments(adult(calendar=calendar), 3, {**LENGTHS, "heavy_exercise": 8}, rules)
    assert found.conflicts[0].say.endswith("11 January 2027 to 19 January 2027.")


# --- the latest start -----------------------------------------------------------------------


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
    assert found.latest_start[0].say.endswith(
        "allow. To start after 11 April 2027, ask for a new plan from a later first day."
    )
    # to the day: no such words
    found = planned(rules, 4, event("be_ready", "2027-06-27", name="ball"))
    assert found.latest[0] == found.latest_start[0].on == day("2027-04-11")
    assert found.latest_start[0].say.endswith("needs the shortest gaps your days allow.")


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


# --- the trace ------------------------------------------------------------------------------


def trace(rules: RuleSet, *events: LifeEvent, count: int = 3) -> dict[str, Step]:
    _, steps = steps_and_dates(rules, count, *events)
    assert len({step.field for step in steps}) == len(steps)
    return {step.field: step for step in steps}


def test_every_date_and_gap_has_a_step_with_its_value(rules: RuleSet) -> None:
    values = {
        field: step.value
        for field, step in trace(rules, event("be_ready", "2027-03-20", name="ball")).items()
    }
    assert values == {
        "sessions.items": "2027-01-11, 2027-01-21, 2027-02-18",
        "sessions.items.1.date": START,
        "sessions.items.1.earliest": START,
        "sessions.items.1.latest": day("2027-01-30"),
        "sessions.items.2.date": day("2027-01-21"),
        "sessions.items.2.gap_days": 10,
        "sessions.items.2.earliest": day("2027-01-18"),
        "sessions.items.2.latest": day("2027-02-06"),
        "sessions.items.3.date": day("2027-02-18"),
        "sessions.items.3.gap_days": 28,
        "sessions.items.3.earliest": day("2027-02-01"),
        "sessions.items.3.latest": day("2027-02-20"),
        "sessions.last_on": day("2027-02-18"),
        "sessions.settled_on": day("2027-03-18"),
        "sessions.latest_start.1": day("2027-01-30"),
    }


def test_every_step_names_a_rule_or_leads_to_one_that_does(rules: RuleSet) -> None:
    steps = trace(rules, event("be_ready", "2027-03-20"), count=6)
    for step in steps.values():
        assert step.rules or any(steps[used].rules or steps[used].uses for used in step.uses), step.field
        assert all(used in steps for used in step.uses), step.field


def test_steps_name_the_rules_they_rest_on(rules: RuleSet) -> None:
    found = trace(rules, event("sun", "2028-01-01"), event("be_ready", "2027-03-20", name="ball"), count=5)
    ids = {field: [reading.id for reading in step.rules] for field, step in found.items()}
    gaps = ["sessions.gaps.first_to_second", "sessions.gaps.second_to_third", *["sessions.gaps.later"] * 2]
    assert ids["sessions.items"] == [
        *gaps,
        "sessions.settled_after_days",
        "intake.accepted.appointment_within_days",
        "aftercare.instructions.direct_sun.to_day",
        "aftercare.before.tan_or_sunburn.days",
        "aftercare.instructions.scabs.to_day",
    ]
    assert ids["sessions.items.3.date"] == ids["sessions.items.3.gap_days"] == [gaps[1]]
    assert ids["sessions.items.5.gap_days"] == ["sessions.gaps.later"]
    assert ids["sessions.items.1.latest"] == [
        *gaps,
        "sessions.start_within_days",
        "aftercare.instructions.direct_sun.to_day",
        "aftercare.before.tan_or_sunburn.days",
        "aftercare.instructions.scabs.to_day",
    ]
    assert ids["sessions.settled_on"] == ["sessions.settled_after_days"]
    assert ids["sessions.latest_start.1"] == ["sessions.settled_after_days", *gaps]


def test_steps_say_why_in_one_sentence(rules: RuleSet) -> None:
    because = {
        field: step.because
        for field, step in trace(rules, event("be_ready", "2027-03-20", name="ball")).items()
    }
    assert because["sessions.items.3.date"] == "28 days after visit 2, chosen together with the other days."
    assert because["sessions.items.3.gap_days"] == (
        "Days from visit 2 to visit 3; we plan 28 where that is possible."
    )
    assert because["sessions.items.2.latest"] == (
        "Visit 2 can be this late if the others move too: all gaps stay allowed, no new event clashes,"
        " and the first visit moves at most 90 days from its earliest day, unless it is planned later."
    )
    assert because["sessions.items.2.earliest"] == (
        "Visit 2 can be this early if the others move too: all gaps stay allowed, no new event clashes."
    )
    assert because["sessions.items"] == (
        "These days clash with the fewest events, keep off an event that comes too soon, keep gaps nearest to"
        " those we plan, and then finish soonest."
    )
    assert because["sessions.items.1.date"] == "The first of the days chosen for the whole course."
    assert because["sessions.last_on"] == "The day of the last visit."
    assert because["sessions.settled_on"] == (
        "Skin and colour need 28 days after the last visit before the look can be judged."
    )
    assert because["sessions.latest_start.1"] == (
        "Counted back from ball on 20 March 2027: 28 days to settle, then the shortest gaps your days allow."
    )


# --- parts of days --------------------------------------------------------------------------


def changed(rule: Cited, **changes: object) -> Cited:
    """A copy of a rule that reads otherwise."""
    copy = rule.model_copy()
    copy._reading = replace(rule.read(), **changes)
    return copy


def test_parts_of_days_become_whole_days_inside_the_limits(rules: RuleSet) -> None:
    sessions = rules.sessions
    first = changed(
        sessions.gaps.rows["first_to_second"],
        value=Decimal("11.5"),
        limits=(Decimal("7.1"), Decimal("89.9")),
    )
    gaps = sessions.gaps.model_copy(update={"rows": {**sessions.gaps.rows, "first_to_second": first}})
    settled = changed(sessions.settled_after_days, value=Decimal("20.1"))
    other = replace(rules, sessions=sessions.model_copy(update={"gaps": gaps, "settled_after_days": settled}))
    asked = read_date_rules(2, CalendarAnswer(start=START), other)
    assert asked.gaps == (Gap(shortest=8, recommended=12, longest=89),)
    assert asked.settled_days == 21


def test_a_rule_that_ends_with_another_one_has_no_figure_of_its_own_to_name(tmp_path: Path) -> None:
    rules = edited_rules(tmp_path, "aftercare.yaml", "swimming: swimming}", "swimming: rinse}")
    camp = CalendarAnswer(start=START, events=(event("swimming", "2027-02-01"),))
    assert read_date_rules(3, camp, rules).healing == ()


def test_what_is_said_of_dates_stays_under_grade_8(rules: RuleSet) -> None:
    said = [*rules.sessions.words.values(), *rules.aftercare.event_words.values()]
    assert reading_grade(" ".join(text.replace("{", "").replace("}", "") for text in said)) < 8
