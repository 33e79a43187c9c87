"""Events that no course keeps clear of: which one gives way, what is said, and what would fit.

The rules in numbers stand in courses.py.
"""

from __future__ import annotations

import pytest

from smp_planner.domain.course import EventConflict, LatestStart
from smp_planner.domain.intake import CalendarAnswer, EventKind
from smp_planner.planner.appointments.plan import plan_appointments
from smp_planner.rules.ruleset import RuleSet
from tests.people import START
from tests.planner.appointments.courses import EVERY_DAY, LENGTHS, ONLY_THREE_DAYS, away, day, event, planned

# --- events to be ready for -----------------------------------------------------------------


def test_an_event_too_soon_to_be_settled_by_is_named_with_what_would_fit(rules: RuleSet) -> None:
    # 4 visits from 11 January end on 18 March, two days before the wedding: three days later the last
    # one is past it. 20 March less 28, 28, 14 and 7 days is 2 January
    found = planned(rules, 4, event("be_ready", "2027-03-20", name="wedding"))
    assert found.dates == (day("2027-01-14"), day("2027-01-24"), day("2027-02-21"), day("2027-03-21"))
    assert found.conflicts == (
        EventConflict(
            event="wedding",
            on=day("2027-03-20"),
            say="Wedding (20 March 2027) comes 29 days before your look has settled on 18 April 2027.",
            what_would_fit=(
                # 11 January, 7, 14 and 28 days later 1 March, and 28 days to settle
                "Your last visit would be 1 day after it. Even with the shortest gaps your days allow, your"
                " look would be settled on 29 March 2027, still 9 days too late."
                " For 20 March 2027, the first visit would have to be by 2 January 2027, 9 days before the"
                " day you can start. To have that day without the dots, start after 20 March 2027."
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
    assert found.notes[0] == (
        "The first open day is 11 January 2027. This visit is later, so that none falls on festival or so"
        " shortly before that it shows.",
    )
    # the whole course is after it: that is nothing to offer any more
    assert "You can have that day without the dots." in found.conflicts[0].what_would_fit
    assert found.conflicts[0].what_would_fit.endswith("before the day you can start.")


def test_visits_that_can_only_be_on_an_event_or_just_before_it_are_told(rules: RuleSet) -> None:
    # 11 and 21 January and 18 February are all the days there are
    ready = event("be_ready", "2027-01-21", "2027-01-22", name="wedding")
    found = planned(rules, 3, ready, away=ONLY_THREE_DAYS)
    assert found.conflicts == (
        EventConflict(
            event="wedding",
            on=day("2027-01-21"),
            say=(
                "Wedding (21 January 2027 to 22 January 2027) comes 56 days before your look has settled"
                " on 18 March 2027. It falls on visit 2 (21 January 2027)."
            ),
            what_would_fit=(
                "Your last visit would be 27 days after it. The gaps are already as short as your days allow."
                " For 21 January 2027, the first visit would have to be by 3 December 2026, 39 days before"
                " the day you can start."
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
        "Your last visit would be 1 day after it. Even with the shortest gaps your days allow, your look"
        " would be settled on 15 March 2027, still 5 days too late."
        " To have that day without the dots, start after 10 March 2027."
    )
    assert found.latest_start == (
        LatestStart(event="show", on=None, say="No course of visits fits in the year before 10 March 2027."),
    )


def test_an_event_that_gives_way_to_another_says_so(rules: RuleSet) -> None:
    # settled by 20 March means a first visit by 30 January; then the beach, the race or both clash.
    # no visit is at the beach, so that it is by 23 January: visits on the 30th and on 20 February.
    # Without the wedding the course starts 8 days after the beach: 21 February, 3 and 31 March: 28 April
    ready = event("be_ready", "2027-03-20", name="wedding")
    sun = event("sun", "2027-01-31", "2027-02-13", name="beach")
    both = planned(rules, 3, ready, sun)
    assert [clash.event for clash in both.conflicts] == ["beach"]
    late = planned(rules, 3, ready, sun, event("sport", "2027-01-11", "2027-01-30", name="race"))
    assert [clash.event for clash in late.conflicts] == ["wedding"]
    assert late.conflicts[0].what_would_fit == (
        # 21 and 28 February; 14 March is too shortly before the wedding, so the 21st, and 28 days to settle
        "Your last visit would be 11 days after it. Even with the shortest gaps your days allow, your look"
        " would be settled on 18 April 2027, still 29 days too late."
        " With a first visit by 23 January 2027 it would fit too, but then another of your events clashes."
        " To have that day without the dots, start after 20 March 2027."
    )
    assert late.latest_start[0].say == (
        "Could be settled by 20 March 2027, if healing is usual and the first visit is by 23 January 2027,"
        " but not with the dates planned here."
    )


def test_an_event_after_the_last_visit_says_by_how_much_the_shortest_gaps_miss_it(rules: RuleSet) -> None:
    # 11 and 18 January and 1 February settle on 1 March; 28 February less 28, 14 and 7 days is 10 January
    [clash] = planned(rules, 3, event("be_ready", "2027-02-28", name="ball")).conflicts
    assert clash.say == "Ball (28 February 2027) comes 18 days before your look has settled on 18 March 2027."
    assert clash.what_would_fit == (
        "Even with the shortest gaps your days allow, your look would be settled on 1 March 2027, still 1 day"
        " too late. For 28 February 2027, the first visit would have to be by 10 January 2027, 1 day before"
        " the day you can start. To have that day without the dots, start after 28 February 2027."
    )


def test_a_single_visit_has_no_gap_to_shorten_for_an_event(rules: RuleSet) -> None:
    [clash] = planned(rules, 1, event("be_ready", "2027-01-30", name="wedding")).conflicts
    assert "gaps" not in clash.what_would_fit
    assert "by 2 January 2027, 9 days before the day you can start." in clash.what_would_fit


def test_an_event_that_would_fit_from_the_first_day_on_offer_is_not_called_too_late(rules: RuleSet) -> None:
    # only 11 January with the shortest gaps is settled by 29 March, and that day clashes with the race
    found = planned(rules, 4, event("be_ready", "2027-03-29"), event("sport", "2027-01-12", name="race"))
    assert found.dates[0] == day("2027-01-13")
    assert "With a first visit by 11 January 2027 it would fit too" in found.conflicts[0].what_would_fit
    assert found.latest_start[0].say.startswith("Could be settled by 29 March 2027,")


# --- events in the days of healing ----------------------------------------------------------


def test_a_clash_with_healing_names_the_days_that_meet_the_event(rules: RuleSet) -> None:
    # 28 days after each visit: 11 January to 8 February, to 18 February, to 18 March without a break
    found = planned(rules, 3, event("sun", "2027-02-10", "2029-12-31", name="tour"), away=ONLY_THREE_DAYS)
    assert found.conflicts == (
        EventConflict(
            event="tour",
            on=day("2027-02-10"),
            say=(
                "Tour (10 February 2027 to 31 December 2029) falls in your days out of direct sun,"
                " 11 January 2027 to 18 March 2027. Planned within tour: visit 3 (18 February 2027)."
                " Are you there then?"
            ),
            what_would_fit="Tour fits if it starts after 18 March 2027, or is over before 4 January 2027.",
        ),
    )


def test_a_clash_with_sun_and_swimming_names_the_days_of_both(rules: RuleSet) -> None:
    tour = event("sun_and_swimming", "2027-02-10", "2029-12-31", name="tour")
    found = planned(rules, 3, tour, away=ONLY_THREE_DAYS)
    assert found.conflicts[0].say == (
        "Tour (10 February 2027 to 31 December 2029) falls in your days out of direct sun, 11 January 2027 to"
        " 18 March 2027. Tour (10 February 2027 to 31 December 2029) falls in your days without swimming,"
        " 11 January 2027 to 11 February 2027. Planned within tour: visit 3 (18 February 2027). Are you there"
        " then?"
    )
    assert found.conflicts[0].what_would_fit.startswith("Tour fits if it starts after 18 March 2027,")
    over = planned(rules, 3, event("sun_and_swimming", "2027-02-12", name="trip"), away=ONLY_THREE_DAYS)
    assert "swimming" not in over.conflicts[0].say, "only the days out of the sun hold on 12 February"


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
        " Planned within camp: visit 3 (18 February 2027). Are you there then?"
    )


def test_only_the_window_before_decides_whether_a_window_begins_anew(rules: RuleSet) -> None:
    # 21 days: 11 January to 1 February; 10 February to 3 March, the day of the third visit, to 24 March
    spans = (
        away("2027-01-12", "2027-02-09"),
        away("2027-02-11", "2027-03-02"),
        away("2027-03-04", "2030-12-31"),
    )
    found = planned(rules, 3, event("swimming", "2027-02-10", "2029-12-31", name="camp"), away=spans)
    assert found.conflicts[0].say.endswith(
        "10 February 2027 to 24 March 2027."
        " Planned within camp: visit 2 (10 February 2027) and visit 3 (3 March 2027). Are you there then?"
    )


# --- days on which a person is away ----------------------------------------------------------


@pytest.mark.parametrize("kind", ["sun", "swimming"])
def test_no_visit_is_in_a_holiday_that_healing_can_not_be_kept_clear_of(
    rules: RuleSet, kind: EventKind
) -> None:
    # settled by the wedding, the third visit is by 25 February: as planned it is on the 18th, in Spain
    wedding = event("be_ready", "2027-03-25", name="wedding")
    assert planned(rules, 3, wedding).dates[-1] == day("2027-02-18")
    spain = event(kind, "2027-02-05", "2027-02-20", name="Spain")
    found = planned(rules, 3, wedding, spain)
    assert [clash.event for clash in found.conflicts] == ["Spain"]
    assert found.dates == (day("2027-01-14"), day("2027-01-24"), day("2027-02-21"))
    assert "Are you there" not in found.conflicts[0].say


def test_a_wedding_is_given_up_rather_than_a_visit_put_in_a_holiday(rules: RuleSet) -> None:
    # only 11 and 21 January and 18 or 26 February are left: the 18th is in Spain, the 26th too late by a day
    left = (*ONLY_THREE_DAYS[:2], away("2027-02-19", "2027-02-25"), away("2027-02-27", "2030-12-31"))
    wedding = event("be_ready", "2027-03-25", name="wedding")
    assert planned(rules, 3, wedding, away=left).dates[-1] == day("2027-02-18")
    found = planned(rules, 3, wedding, event("sun", "2027-02-14", "2027-02-20", name="Spain"), away=left)
    assert found.dates[-1] == day("2027-02-26")
    assert [clash.event for clash in found.conflicts] == ["wedding", "Spain"]


def test_a_training_of_several_days_may_be_at_home(rules: RuleSet) -> None:
    tour = event("sport", "2027-01-11", "2029-12-31", name="season")
    found = planned(rules, 3, tour)
    assert found.dates == (day("2027-01-11"), day("2027-01-21"), day("2027-02-18"))
    assert "Are you there" not in found.conflicts[0].say


@pytest.mark.parametrize("kind", ["sun", "swimming", "sport", "be_ready"])
def test_no_visit_is_on_the_day_of_an_event_that_is_given_up(rules: RuleSet, kind: EventKind) -> None:
    tour = event("sport", "2027-01-11", "2029-12-31", name="tour")
    found = planned(rules, 3, tour, event(kind, "2027-01-11", name="match"))
    assert START not in found.dates


def test_a_holiday_in_which_a_visit_has_to_be_is_asked_about(rules: RuleSet) -> None:
    holiday = event("sun", "2027-01-20", "2027-01-24", name="Spain")
    found = planned(rules, 3, holiday, away=ONLY_THREE_DAYS)
    assert found.conflicts[0].say.endswith(
        "Planned within Spain: visit 2 (21 January 2027). Are you there then?"
    )
    assert found.notes[1][-1] == (
        "This day falls within Spain (20 January 2027 to 24 January 2027): are you there?"
        " No other day was found."
    )
    assert not [note for notes in (found.notes[0], found.notes[2]) for note in notes if "Spain" in note]


def test_the_first_visit_says_that_it_waits_for_the_end_of_a_holiday(rules: RuleSet) -> None:
    # by 10 February the third visit has to be: too soon for a week without a tan before the first
    ready = [event("be_ready", "2027-03-10", name=name) for name in ("wedding", "ball")]
    found = planned(rules, 3, *ready, event("sun", "2027-01-11", "2027-01-13", name="Spain"))
    assert found.dates[0] == day("2027-01-14")
    assert found.notes[0] == (
        "The first open day is 11 January 2027. This visit is later, so that none falls on Spain.",
    )


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
    found, _ = plan_appointments(calendar, 3, lengths, rules)
    assert found.conflicts[0].say.endswith("11 January 2027 to 30 January 2027.")
    found, _ = plan_appointments(calendar, 3, {**LENGTHS, "heavy_exercise": 8}, rules)
    assert found.conflicts[0].say.endswith("11 January 2027 to 19 January 2027.")
