"""The calendar file, read back by the library that wrote it and by two others."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import icalendar
import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream

from smp_planner.domain.course import Visit
from smp_planner.domain.intake import AreaAnswer, CalendarAnswer, Skin
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Estimate
from smp_planner.exports.ical import to_ics
from smp_planner.exports.ical_entries import MOST_EVENTS
from smp_planner.rules.ruleset import RuleSet
from tests.exports.sample_plan import DAYS, PLAN, PROVISIONAL, REFERRAL, windows
from tests.people import ADULT, START, adult, plan_of

TELLING = ("scalp", "smp", "hair", "micropig", "clinic")


def events(plan: TreatmentPlan, *, full_titles: bool = False) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(to_ics(plan, full_titles=full_titles)).events


def event(plan: TreatmentPlan, title: str, *, full_titles: bool = False) -> icalendar.Event:
    found = [one for one in events(plan, full_titles=full_titles) if one["summary"] == title]
    assert found, title
    return found[0]


def titles(plan: TreatmentPlan, *, full_titles: bool = False) -> list[str]:
    return [str(one["summary"]) for one in events(plan, full_titles=full_titles)]


def timed(plan: TreatmentPlan, times: dict[int, str], zone: str | None) -> TreatmentPlan:
    calendar = replace(plan.intake.calendar, visit_times=times, timezone=zone)
    return replace(plan, intake=replace(plan.intake, calendar=calendar))


def moved(plan: TreatmentPlan, days: tuple[date, ...]) -> TreatmentPlan:
    """The same plan on other days, as a new start would give it."""
    items = tuple(replace(visit, date=day) for visit, day in zip(plan.sessions.items, days, strict=True))
    calendar = replace(plan.intake.calendar, start=days[0])
    return replace(
        plan,
        intake=replace(plan.intake, calendar=calendar),
        sessions=replace(plan.sessions, items=items),
        aftercare=replace(plan.aftercare, windows=windows(days)),
    )


def visits_on(*days: date) -> TreatmentPlan:
    """A plan with as many visits as days."""
    first: Visit = PLAN.sessions.items[0]
    items = tuple(replace(first, number=number, date=day) for number, day in enumerate(days, start=1))
    care = replace(PLAN.aftercare, windows=windows(days))
    return replace(PLAN, sessions=replace(PLAN.sessions, items=items), aftercare=care)


def uids(plan: TreatmentPlan) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in events(plan):
        found.setdefault(str(one["summary"]), []).append(str(one["uid"]))
    return found


# --- what is in it ------------------------------------------------------------------------


def test_visits_main_limits_and_the_first_check_are_events() -> None:
    assert sorted(set(titles(PLAN))) == [
        "Appointment 1",
        "Appointment 2",
        "Appointment 3",
        "Check-up",
        "Keep dry, don't touch",
        "No direct sun",
        "No heavy exercise",
        "No swimming, no sauna or steam",
    ]


def test_both_the_check_of_the_look_and_that_for_a_touch_up_are_in_a_real_calendar(rules: RuleSet) -> None:
    """The file had a check-up years later alone; the one soon after the last visit was in none."""
    plan = plan_of(ADULT, rules)
    soon, later = event(plan, "First check-up, on one of these days"), event(plan, "Check-up")
    [window] = [one for one in plan.aftercare.windows if one.rule == "check_the_look"]
    assert (soon["dtstart"].dt, soon["dtend"].dt) == (window.from_, window.to + timedelta(days=1))
    assert later["dtstart"].dt == plan.touch_ups.items[0].typical
    told = event(plan, "SMP first check of the look, on one of these days", full_titles=True)
    assert told["description"] == window.say
    moved_on = plan_of(adult(calendar=CalendarAnswer(start=START + timedelta(days=28))), rules)
    assert uids(moved_on)["First check-up, on one of these days"] == [str(soon["uid"])]
    assert len(events(plan)) <= MOST_EVENTS


def test_a_limit_that_begins_anew_after_each_visit_has_one_event_a_visit() -> None:
    days = [one["dtstart"].dt for one in events(PLAN) if one["summary"] == "No heavy exercise"]
    assert days == list(DAYS)


def test_limits_of_one_group_with_other_days_are_events_of_their_own() -> None:
    later = tuple(
        w._replace(to=w.to + timedelta(days=1)) if w.rule == "sauna_steam" else w for w in windows()
    )
    plan = replace(PLAN, aftercare=replace(PLAN.aftercare, windows=later))
    assert {"No swimming", "No sauna or steam"} <= set(titles(plan))


def test_events_stand_in_the_order_of_their_days() -> None:
    starts = [one["dtstart"].dt for one in events(PLAN)]
    assert starts == sorted(starts)


def test_six_visits_with_every_limit_apart_stay_within_25_events() -> None:
    """Sun, exercise and water six times each, six visits and a check make 25; touching finds no room."""
    days = tuple(date(2027, 1, 4) + timedelta(days=60 * n) for n in range(6))
    plan = visits_on(*days)
    run = []
    for number, day in enumerate(days, start=1):
        for rule in ("direct_sun", "heavy_exercise", "swimming", "sauna_steam", "touching"):
            one = windows()[0]._replace(rule=rule, from_=day, to=day + timedelta(days=9), sessions=(number,))
            run.append(one)
    plan = replace(plan, aftercare=replace(plan.aftercare, windows=tuple(run)))
    assert len(events(plan)) == MOST_EVENTS == 25
    assert "Keep dry, don't touch" not in titles(plan)


def test_a_plan_without_visits_or_checks_still_makes_a_calendar_of_its_limits() -> None:
    """No visit at all: what is left are the limits."""
    plan = replace(
        PLAN, sessions=replace(PLAN.sessions, items=()), touch_ups=replace(PLAN.touch_ups, items=())
    )
    assert "No direct sun" in titles(plan)
    assert "Check-up" not in titles(plan)


@pytest.mark.parametrize(
    ("full_titles", "title"), [(False, "Reminder: ask again"), (True, "Ask again about SMP")]
)
def test_a_referral_with_a_day_is_one_whole_day_for_both_readers(full_titles: bool, title: str) -> None:
    data = to_ics(REFERRAL, full_titles=full_titles)
    (one,) = icalendar.Calendar.from_ical(data).events
    (other,) = vobject.readOne(data.decode()).vevent_list
    days = (date(2027, 7, 11), date(2027, 7, 12))
    assert (str(one["summary"]), one["dtstart"].dt, one["dtend"].dt) == (title, *days)
    assert (other.summary.value, other.dtstart.value, other.dtend.value) == (title, *days)
    assert (one["class"], one["transp"], "status" in one) == ("PRIVATE", "TRANSPARENT", False)
    assert ("description" in one) is full_titles


def test_a_discreet_reminder_holds_no_telling_word() -> None:
    text = to_ics(REFERRAL).decode().lower()
    assert [word for word in TELLING if word in text] == []


@pytest.mark.parametrize(
    ("full_titles", "title"), [(False, "Reminder: ask again"), (True, "Ask again about SMP")]
)
def test_a_referral_without_a_day_is_a_task_as_no_calendar_may_be_empty(
    full_titles: bool, title: str
) -> None:
    data = to_ics(replace(REFERRAL, ask_again_on=None), full_titles=full_titles)
    calendar = icalendar.Calendar.from_ical(data)
    (one,) = calendar.todos
    (other,) = vobject.readOne(data.decode()).vtodo_list
    (third,) = IcsCalendarStream.calendar_from_ics(data.decode()).todos
    assert calendar.events == []
    assert str(one["summary"]) == other.summary.value == third.summary == title
    assert one["uid"] == other.uid.value
    assert [name in one for name in ("dtstart", "due", "dtend")] == [False, False, False]
    assert ("description" in one) is full_titles


# --- days and times -----------------------------------------------------------------------


def test_a_visit_without_a_time_is_the_whole_day_with_an_exclusive_end() -> None:
    first = event(PLAN, "Appointment 1")
    assert (first["dtstart"].dt, first["dtend"].dt) == (date(2027, 1, 11), date(2027, 1, 12))
    assert b"DTSTART;VALUE=DATE:20270111\r\nDTEND;VALUE=DATE:20270112" in to_ics(PLAN)


def test_a_limit_ends_the_day_after_its_last_day() -> None:
    """28 days after the visit of 18 February are held, 18 March included."""
    assert event(PLAN, "No direct sun")["dtend"].dt == date(2027, 3, 19)


def test_the_check_is_on_the_day_planned_with() -> None:
    check = event(PLAN, "Check-up")
    assert (check["dtstart"].dt, check["dtend"].dt) == (date(2029, 2, 18), date(2029, 2, 19))


def test_a_chosen_time_becomes_utc_and_lasts_the_typical_hours() -> None:
    """Denver is 7 hours behind UTC in January; the visit takes 2.5 hours."""
    first = event(timed(PLAN, {1: "09:30"}, "America/Denver"), "Appointment 1")
    assert first["dtstart"].dt == datetime(2027, 1, 11, 16, 30, tzinfo=UTC)
    assert first["dtend"].dt == datetime(2027, 1, 11, 19, 0, tzinfo=UTC)


def test_a_time_holds_for_its_own_visit_alone() -> None:
    assert event(timed(PLAN, {1: "09:30"}, "America/Denver"), "Appointment 2")["dtstart"].dt == DAYS[1]


def test_a_time_without_a_zone_leaves_the_whole_day() -> None:
    assert event(timed(PLAN, {1: "09:30"}, None), "Appointment 1")["dtstart"].dt == DAYS[0]


def test_a_time_without_a_zone_is_told_where_titles_are_full() -> None:
    plan = timed(PLAN, {1: "09:30"}, None)
    title = "SMP visit 1 of 3, 09:30, time zone not given"
    found = event(plan, title, full_titles=True)
    assert found["dtstart"].dt == DAYS[0]
    assert str(found["description"]).startswith("At 09:30, time zone not given. Plan for 2.5 hours")
    assert titles(plan, full_titles=True).count("SMP visit 2 of 3") == 1
    assert uids(plan)["Appointment 1"] == uids(PLAN)["Appointment 1"]


def test_the_same_time_of_day_is_an_hour_earlier_in_utc_once_clocks_have_changed() -> None:
    """The United States change their clocks on 14 March 2027: UTC-7 before, UTC-6 after."""
    plan = timed(visits_on(date(2027, 3, 13), date(2027, 3, 14)), {1: "09:30", 2: "09:30"}, "America/Denver")
    assert event(plan, "Appointment 1")["dtstart"].dt.hour == 16
    assert event(plan, "Appointment 2")["dtstart"].dt.hour == 15


def test_a_visit_across_a_change_of_clocks_keeps_its_length() -> None:
    """Four hours from half past midnight on the night that London puts its clocks on."""
    plan = visits_on(date(2027, 3, 28))
    items = (replace(plan.sessions.items[0], hours=Estimate(4, 4, 4, "hours")),)
    plan = timed(replace(plan, sessions=replace(plan.sessions, items=items)), {1: "00:30"}, "Europe/London")
    found = event(plan, "Appointment 1")
    assert found["dtend"].dt - found["dtstart"].dt == timedelta(hours=4)


def test_a_leap_day_is_a_day_like_any_other() -> None:
    first = event(visits_on(date(2028, 2, 28), date(2028, 2, 29)), "Appointment 2")
    assert (first["dtstart"].dt, first["dtend"].dt) == (date(2028, 2, 29), date(2028, 3, 1))


# --- form ---------------------------------------------------------------------------------


def test_two_readers_see_the_same_events() -> None:
    plan = timed(PLAN, {1: "09:30", 3: "14:00"}, "Europe/London")
    data = to_ics(plan, full_titles=True)
    keys = ("uid", "summary", "description", "class", "transp", "sequence")
    first = [
        (*(str(one[key]) for key in keys), one["dtstart"].dt, one["dtend"].dt)
        for one in icalendar.Calendar.from_ical(data).events
    ]
    second = [
        (
            *(getattr(one, "class" if key == "class" else key).value for key in keys),
            one.dtstart.value,
            one.dtend.value,
        )
        for one in vobject.readOne(data.decode()).vevent_list
    ]
    assert first == second


@pytest.mark.parametrize("full_titles", [True, False])
def test_two_readers_that_did_not_write_it_see_what_was_written(full_titles: bool) -> None:
    """Each event with its name, advice, days or moments, in both kinds of titles and with odd typed words."""
    named = replace(PLAN.sessions.items[1], focus='Ask; "why", \\n or\nnot?  Zoë, 张伟, 👩‍🦲.')
    items = (PLAN.sessions.items[0], named, *PLAN.sessions.items[2:])
    plan = timed(replace(PLAN, sessions=replace(PLAN.sessions, items=items)), {1: "09:30"}, "Europe/London")
    data = to_ics(plan, full_titles=full_titles)
    written = {
        (
            str(one["uid"]),
            str(one["summary"]),
            str(one.get("description", "")),
            one["dtstart"].dt,
            one["dtend"].dt,
        )
        for one in events(plan, full_titles=full_titles)
    }
    first = {
        (
            one.uid.value, one.summary.value, one.description.value if "description" in one.contents else "",
            one.dtstart.value, one.dtend.value,
        )
        for one in vobject.readOne(data.decode()).vevent_list
    }  # fmt: skip
    second = {
        (one.uid, one.summary, one.description or "", one.dtstart, one.dtend)
        for one in IcsCalendarStream.calendar_from_ics(data.decode()).events
    }
    assert len(written) == len(events(plan)) <= MOST_EVENTS
    assert first == second == written


def test_every_line_ends_in_crlf_and_has_at_most_75_octets() -> None:
    long = replace(PLAN.sessions.items[0], focus="Wähle den Farbton. " * 20)
    plan = replace(PLAN, sessions=replace(PLAN.sessions, items=(long, *PLAN.sessions.items[1:])))
    data = to_ics(plan, full_titles=True)
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    text = str(event(plan, "SMP visit 1 of 3", full_titles=True)["description"])
    assert "Wähle den Farbton. " * 20 in text


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert to_ics(PLAN) == to_ics(replace(PLAN))


def test_nothing_asks_answers_or_rings() -> None:
    data = to_ics(timed(PLAN, {1: "09:30"}, "Europe/London"), full_titles=True)
    for word in (b"METHOD", b"ORGANIZER", b"ATTENDEE", b"VALARM", b"RRULE", b"VTIMEZONE", b"TZID"):
        assert word not in data


def test_every_event_is_stamped_with_the_edition_of_the_rules_and_private() -> None:
    for one in events(PLAN):
        assert one["dtstamp"].dt == datetime(2026, 11, 23, tzinfo=UTC)
        assert (one["class"], one["sequence"]) == ("PRIVATE", 0)


def test_visits_alone_take_up_time() -> None:
    busy = {str(one["summary"]) for one in events(PLAN) if one["transp"] == "OPAQUE"}
    free = {str(one["transp"]) for one in events(PLAN) if str(one["summary"]) not in busy}
    assert busy == {"Appointment 1", "Appointment 2", "Appointment 3"}
    assert free == {"TRANSPARENT"}


# --- identity -----------------------------------------------------------------------------


def test_no_two_events_share_a_uid() -> None:
    all_ = [str(one["uid"]) for one in events(PLAN)]
    assert len(set(all_)) == len(all_)


def test_uids_stay_when_dates_move() -> None:
    later = moved(PLAN, tuple(day + timedelta(days=9) for day in DAYS))
    assert uids(later) == uids(PLAN)


def test_uids_do_not_depend_on_the_person_or_the_health_answers() -> None:
    other = replace(PLAN.intake, person=replace(PLAN.intake.person, name="Bo", age=50), health=("diabetes",))
    assert uids(replace(PLAN, intake=other)) == uids(PLAN)


def test_a_plan_for_another_area_has_other_uids() -> None:
    other = replace(PLAN, intake=replace(PLAN.intake, area=AreaAnswer(norwood="VI")))
    mine = {uid for many in uids(PLAN).values() for uid in many}
    assert mine.isdisjoint(uid for many in uids(other).values() for uid in many)


def test_nobody_can_find_out_the_answers_by_trying_them() -> None:
    """Of some 3,000 plans many share each UID: it tells one of 256 numbers and no more."""
    stages, tones = ("II", "III", "IV", "V", "VI", "VII"), ("I", "II", "III", "IV", "V", "VI")
    people = [
        replace(
            PLAN.intake, area=AreaAnswer(norwood=stage), skin=Skin(tone=tone), density=density, kept_hair=kept
        )
        for stage in stages
        for tone in tones
        for density in range(60, 200, 10)
        for kept in (0, Decimal("0.2"), Decimal("0.5"), None, {"crown": 1}, {"front": 1})
    ]
    found = Counter(uids(replace(PLAN, intake=person))["Appointment 1"][0] for person in people[::7])
    assert len(found) <= 256
    assert len(found) > 100


def test_uids_do_not_depend_on_the_order_in_which_kept_hair_is_given() -> None:
    one = replace(PLAN, intake=replace(PLAN.intake, kept_hair={"crown": 1, "front": 0}))
    two = replace(PLAN, intake=replace(PLAN.intake, kept_hair={"front": 0, "crown": 1}))
    assert uids(one) == uids(two)
    assert uids(one) != uids(PLAN)


def test_a_uid_stays_the_same_over_versions_of_the_planner() -> None:
    """Written down once: a changed recipe would double every event in people's calendars."""
    assert uids(PLAN)["Appointment 1"] == ["b10c3bec-0e77-50a3-be48-029dd666aa51"]


# --- privacy ------------------------------------------------------------------------------


@pytest.mark.parametrize("plan", [PLAN, PROVISIONAL])
def test_a_discreet_file_holds_no_telling_word_and_no_advice(plan: TreatmentPlan) -> None:
    text = to_ics(timed(plan, {1: "09:30"}, "America/Denver")).decode().lower().replace("\r\n ", "")
    assert [word for word in TELLING if word in text] == []
    assert "description" not in text
    assert "denver" not in text


@pytest.mark.parametrize("full_titles", [True, False])
def test_the_name_is_in_no_calendar(full_titles: bool) -> None:
    assert b"Ada" not in to_ics(PLAN, full_titles=full_titles)


def test_full_titles_bring_the_advice() -> None:
    plan = timed(PLAN, {1: "09:30"}, "America/Denver")
    visit = event(plan, "SMP visit 1 of 3", full_titles=True)
    assert visit["description"] == (
        "At 09:30, time of Denver. Plan for 2.5 hours (2 to 4). Lay a light layer. "
        "It may move between 11 January 2027 and 15 January 2027."
    )
    sun = event(plan, "SMP aftercare: no direct sun", full_titles=True)
    assert sun["description"] == "Mind direct_sun."
    check = event(plan, "SMP check for a touch-up", full_titles=True)
    assert check["description"] == "Any day from 18 February 2028 to 18 February 2029 will do."


def test_a_visit_without_a_time_says_that_it_is_to_be_agreed() -> None:
    visit = event(PLAN, "SMP visit 2 of 3", full_titles=True)
    assert str(visit["description"]).startswith("The time is to be agreed. Plan for")


def test_a_provisional_plan_says_so_in_every_title() -> None:
    assert all(title.endswith(" (to be confirmed)") for title in titles(PROVISIONAL))
    assert {str(one["status"]) for one in events(PROVISIONAL)} == {"TENTATIVE"}


def test_a_settled_plan_has_no_status() -> None:
    assert all("status" not in one for one in events(PLAN))


def test_while_health_questions_are_open_every_entry_is_to_be_confirmed() -> None:
    unchecked = replace(PLAN, suitability=replace(PLAN.suitability, checked=False))
    assert titles(unchecked)
    assert all(title.endswith("(to be confirmed)") for title in titles(unchecked))
    assert {str(one["status"]) for one in events(unchecked)} == {"TENTATIVE"}
    assert not [title for title in titles(PLAN) if "confirmed" in title]
