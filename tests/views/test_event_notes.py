"""What the page says of the person's events, above every part of the plan."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import Away, CalendarAnswer, EventKind, LifeEvent
from smp_planner.planner.pipeline import Begun, begin_plan
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.event_notes import event_notes, one_more_note
from smp_planner.views.focus import LEADS_TO
from smp_planner.views.plan_page import WHAT_IF
from smp_planner.views.whys import Whys
from tests.people import START, adult, plan_of
from tests.views.shown import markup, open_tab, press


def notes(rules: RuleSet, kind: EventKind, day: date) -> str:
    event = LifeEvent(from_=day, to=day, name="gala", kind=kind)
    plan = plan_of(adult(calendar=CalendarAnswer(start=START, events=(event,))), rules)
    return " ".join(event_notes(plan, Whys(plan, rules)))


@pytest.mark.parametrize(
    ("kind", "day", "said"),
    [
        # three visits from 11 January settle on 18 March at the gaps that are planned
        (
            "be_ready",
            date(2027, 3, 28),
            "settled 10 days before gala (28 March 2027), if 3 visits are enough",
        ),
        ("be_ready", date(2027, 3, 19), "settled the day before gala"),
        ("be_ready", date(2027, 3, 18), "settled on the very day of gala"),
        (
            "sun",
            date(2028, 1, 1),
            "Gala (1 January 2028): no limit on time in the sun holds then, if 3 visits are enough.",
        ),
        ("be_ready", date(2027, 1, 20), "Gala (20 January 2027) comes 57 days before your look has settled"),
        (
            "be_ready",
            date(2026, 9, 12),
            "Gala (12 September 2026) comes before the first day you can start, and",
        ),
        ("swimming", date(2027, 1, 3), "Gala (3 January 2027): no limit on swimming holds then.<"),
        (
            "sun_and_swimming",
            date(2028, 1, 1),
            "no limit on time in the sun or swimming holds then, if 3 visits are enough.",
        ),
    ],
)
def test_each_event_is_told_with_what_becomes_of_it(
    rules: RuleSet, kind: EventKind, day: date, said: str
) -> None:
    assert said in notes(rules, kind, day)


def test_a_clash_comes_with_what_would_fit_and_is_not_told_to_fit(rules: RuleSet) -> None:
    told = notes(rules, "be_ready", date(2027, 1, 20))
    assert "On that day about 30% of the dots would be set." in told
    assert "To have that day without the dots, start after 20 January 2027." in told
    assert "You can have that day without the dots." not in told
    assert "Planned to be settled" not in told


@pytest.mark.parametrize(
    ("kind", "first", "said"),
    [
        ("be_ready", date(2027, 3, 28), "10 days before gala (28 March 2027 to 2 April 2027), if 3 visits"),
        ("be_ready", date(2027, 3, 19), "the day before gala (19 March 2027 to 24 March 2027), if 3 visits"),
        (
            "sun",
            date(2028, 1, 1),
            "Gala (1 January 2028 to 6 January 2028): no limit on time in the sun holds then",
        ),
        ("be_ready", date(2027, 1, 20), "Gala (20 January 2027 to 25 January 2027) comes 72 days before"),
    ],
)
def test_an_event_over_days_is_told_with_both_ends_where_it_clashes_or_is_met(
    rules: RuleSet, kind: EventKind, first: date, said: str
) -> None:
    event = LifeEvent(from_=first, to=first + timedelta(5), name="gala", kind=kind)
    plan = plan_of(adult(calendar=CalendarAnswer(start=START, events=(event,))), rules)
    assert said in " ".join(event_notes(plan, Whys(plan, rules)))


def test_two_events_of_one_name_are_told_apart(rules: RuleSet) -> None:
    soon, later = (
        LifeEvent(from_=day, to=day, name="gala", kind="be_ready")
        for day in (date(2027, 1, 20), date(2027, 6, 1))
    )
    plan = plan_of(adult(calendar=CalendarAnswer(start=START, events=(soon, later))), rules)
    told = " ".join(event_notes(plan, Whys(plan, rules)))
    assert "Gala (20 January 2027) comes 57 days before" in told
    assert "gala (1 June 2027)" in told


def test_it_stands_above_every_part_of_the_plan_and_once(page: AppTest) -> None:
    page.button(key="event_add").click().run()
    page.text_input(key="event_1_name").set_value("gala")
    page.date_input(key="event_1_from").set_value(page.session_state["start"] + timedelta(20)).run()
    for part in ("In short", "Visits", "All options"):
        open_tab(page, part)
        assert markup(page).count("Gala (") == 1, part


def with_event(page: AppTest, day: date) -> AppTest:
    """The page with a wedding on a day, and a first day to start of which visits come before it."""
    page.date_input(key="start").set_value(day - timedelta(40)).run()
    page.button(key="event_add").click().run()
    page.text_input(key="event_1_name").set_value("my **wedding**").run()
    page.date_input(key="event_1_from").set_value(day).run()
    return page


def test_a_start_after_an_event_is_one_tap_away_and_its_name_holds_no_typed_word(page: AppTest) -> None:
    day = page.session_state["start"] + timedelta(60)
    with_event(page, day)
    assert "% of the dots would be set." in markup(page)
    [button] = [button for button in page.button if button.label.startswith("Plan a start after")]
    assert "wedding" not in button.label
    button.click().run()
    assert page.session_state["start"] == day + timedelta(1)
    assert "of the dots would be set." not in markup(page)
    assert "comes before the first day you can start, and so before any dots." in markup(page)
    assert not [button for button in page.button if str(button.key).startswith("start_on_")]


def test_a_start_soon_enough_for_an_event_is_one_tap_away_while_it_is_still_to_come(page: AppTest) -> None:
    """The page held the day that it began with against the event: "1 day before the day you can start"."""
    begun = page.session_state["start"]
    page.button(key="event_add").click().run()
    page.text_input(key="event_1_name").set_value("gala").run()
    page.date_input(key="event_1_from").set_value(begun + timedelta(44)).run()
    [sooner] = [button for button in page.button if button.label.startswith("Plan a start on")]
    sooner.click().run()
    assert page.session_state["start"] < begun
    assert "before the day you can start" not in markup(page)
    page.date_input(key="event_1_from").set_value(begun + timedelta(20)).run()
    assert not [button for button in page.button if button.label.startswith("Plan a start on")]


def test_an_event_on_the_very_day_of_settling_is_a_notice_with_the_limits_that_still_hold(
    rules: RuleSet,
) -> None:
    told = notes(rules, "be_ready", date(2027, 3, 18))
    assert '<div class="notice">Planned to be settled on the very day of gala' in told
    assert "Limits that still hold on 18 March 2027: no direct sun" in told
    assert "why?" in told
    later = notes(rules, "be_ready", date(2027, 3, 19))
    assert '<div class="fact">Planned to be settled the day before gala' in later.replace(
        'class="line fact"', 'class="fact"'
    )


def test_an_event_before_any_dots_is_a_quiet_fact_and_no_warning(rules: RuleSet) -> None:
    told = notes(rules, "be_ready", date(2026, 9, 12))
    assert 'class="fact"' in told
    assert 'class="notice"' not in told
    assert "before your look has settled" not in told


def test_a_missed_event_is_told_once_on_the_page_and_its_last_day_to_start_is_not_said_again(
    page: AppTest,
) -> None:
    with_event(page, page.session_state["start"] + timedelta(60))
    open_tab(page, "Visits")
    told = markup(page)
    assert told.count("before your look has settled") == 1
    assert "Too late to be settled by" not in told


def test_good_news_names_the_limits_that_still_hold_on_the_day(rules: RuleSet) -> None:
    """The dates suit a race between two visits, while sun and pool are still out."""
    told = notes(rules, "sport", date(2027, 2, 12))
    assert '<div class="fact">Gala (12 February 2027): no limit on hard exercise holds then' in told
    [limits] = re.findall(r"Limits that still hold on 12 February 2027: ([^.]*)\.", told)
    assert "no swimming" in limits
    assert "no direct sun" in limits
    assert "still hold" not in notes(rules, "be_ready", date(2027, 6, 28))


def begun(rules: RuleSet, kind: EventKind, day: date, **answers: object) -> Begun:
    event = LifeEvent(from_=day, to=day, name="gala", kind=kind)
    made = begin_plan(adult(calendar=CalendarAnswer(start=START, events=(event,)), **answers), rules)
    assert isinstance(made, Begun)
    return made


def test_good_news_that_hangs_on_the_number_of_visits_says_the_other_dates(rules: RuleSet) -> None:
    """Three visits, perhaps four; of a race between them the fourth moves nothing."""
    assert one_more_note(begun(rules, "be_ready", date(2027, 3, 28))) == (
        "If you need one more visit, these dates change. Days apart: 10, 28 and 28. "
        "Settled by: 15 April 2027. Clashes with: gala."
    )
    assert one_more_note(begun(rules, "sport", date(2027, 2, 12))) == ""


def test_while_a_doctor_has_to_answer_those_dates_are_to_be_confirmed(rules: RuleSet) -> None:
    told = one_more_note(begun(rules, "be_ready", date(2027, 3, 28), health=("blood_thinner",)))
    assert told.endswith("Clashes with: gala. (to be confirmed)")


def test_where_no_day_is_free_for_one_more_visit_that_is_said(rules: RuleSet) -> None:
    found = begun(rules, "be_ready", date(2027, 3, 28))
    away = (Away(from_=date(2027, 2, 19), to=START + timedelta(1200)),)
    calendar = replace(found.outline.intake.calendar, away=away)
    busy = begin_plan(adult(calendar=calendar), rules)
    assert isinstance(busy, Begun)
    assert one_more_note(busy).startswith("There are no free days for one more visit.")


def test_it_leads_to_all_that_one_more_visit_changes(page: AppTest) -> None:
    start = page.session_state["start"]
    with_event(page, start + timedelta(80))
    page.date_input(key="start").set_value(start).run()
    assert "If you need one more visit, these dates change. " in markup(page)
    press(page, "see_one_more")
    assert page.session_state["part"] == WHAT_IF
    assert '<h3 id="one-more-visit">What if you need one more visit?</h3>' in markup(page)
    assert LEADS_TO["see_one_more"] == "one-more-visit"


def test_a_visit_that_is_sooner_for_an_event_is_told_in_short_with_its_why(page: AppTest) -> None:
    start = page.session_state["start"]
    with_event(page, start + timedelta(62))
    page.date_input(key="start").set_value(start).run()
    in_short = markup(page).partition("Your plan in short")[2]
    told, _, after = in_short.partition(" we plan, to be ready for ")
    assert "Visit 2 is 7 days after visit 1, sooner than the 10" in told
    assert 'data-key="sessions.items.2.gap_days"' in after[:300]


def test_weekdays_that_somebody_switched_off_stand_with_the_visits(page: AppTest) -> None:
    open_tab(page, "Visits")
    assert "By your answers, no visit is on" not in markup(page)
    page.pills(key="weekdays").set_value(["tue", "wed", "thu"]).run()
    open_tab(page, "Visits")
    assert "By your answers, no visit is on Monday, Friday, Saturday and Sunday." in markup(page)
