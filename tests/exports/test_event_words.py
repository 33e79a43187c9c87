"""What becomes of a person's events, in the same words on page, paper, text and for screen readers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from smp_planner.domain.intake import CalendarAnswer, EventKind, LifeEvent, Skin
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.exports.paper.summary import summary
from smp_planner.exports.paper.visits import visits
from smp_planner.exports.text import to_text
from smp_planner.exports.visit_words import about_visits, visit_rows
from smp_planner.exports.what_if_words import what_ifs_to_confirm, what_ifs_told
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sections import told
from tests.people import START, adult, plan_of

NAME = "Ana's wedding"
# three visits from 11 January end on 18 February and settle on 18 March; fair skin keeps out of direct sun
# until 25 March
FAIR = Skin(tone="II")
LAST, SETTLED = date(2027, 2, 18), date(2027, 3, 18)


def with_event(rules: RuleSet, day: date, kind: EventKind = "be_ready", **more: object) -> TreatmentPlan:
    event = LifeEvent(from_=day, to=day, name=NAME, kind=kind)
    return plan_of(adult(calendar=CalendarAnswer(start=START, events=(event,)), **more), rules)


def in_a_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("day", [SETTLED + timedelta(20), LAST])
def test_an_event_has_its_own_name_in_text_and_on_the_page_of_visits(rules: RuleSet, day: date) -> None:
    """Where the dates suit it and where they miss it."""
    plan = with_event(rules, day)
    for text in (to_text(plan), told(visits(plan))):
        assert NAME in in_a_line(text)


def test_a_missed_event_says_once_when_the_look_has_settled_and_by_how_many_days_it_misses(
    rules: RuleSet,
) -> None:
    plan = with_event(rules, date(2027, 2, 26))
    [clash, *_others] = about_visits(plan)
    assert clash == (
        "Ana's wedding (26 February 2027) comes 20 days before your look has settled on 18 March 2027. "
        "Even with the shortest gaps your days allow, your look would be settled on 1 March 2027, still 3"
        " days too late. For 26 February 2027, the first visit would have to be by 8 January 2027, 3 days"
        " before the day you can start. To have that day without the dots, start after 26 February 2027."
    )
    assert in_a_line(to_text(plan)).count("settled on 18 March 2027") == 1
    assert clash in told(summary(plan))


def test_a_last_visit_the_day_after_a_wedding_is_told_as_such(rules: RuleSet) -> None:
    plan = with_event(rules, LAST)
    gap = plan.sessions.last_on - LAST
    assert gap == timedelta(1)
    assert "Your last visit would be 1 day after it." in next(iter(about_visits(plan)))


def test_no_line_says_that_visits_keep_clear_of_an_event_that_they_miss(rules: RuleSet) -> None:
    plan = with_event(rules, LAST)
    assert plan.sessions.conflicts
    said = " ".join(about_visits(plan))
    assert "keep clear of" not in said
    assert "so that none falls on Ana's wedding or so shortly before that it shows" in said


def test_limits_that_still_hold_on_an_event_are_named_with_the_good_news(rules: RuleSet) -> None:
    soon, later = (with_event(rules, SETTLED + timedelta(days), skin=FAIR) for days in (3, 60))
    held = f"Limits that still hold on {spoken(SETTLED + timedelta(3))}: no direct sun."
    after = spoken(SETTLED + timedelta(4))
    gaps = f"Days left for it: from {after} on. No such day is left before {NAME}."
    assert any(held in line and line.endswith(gaps) and NAME in line for line in about_visits(soon))
    assert held not in " ".join(about_visits(later))
    assert held in in_a_line(to_text(soon))
    race = next(iter(about_visits(with_event(rules, date(2027, 2, 12), "sport"))))
    assert race.startswith("Ana's wedding (12 February 2027): no limit on hard exercise holds then")
    assert "Limits that still hold on 12 February 2027:" in race


def test_a_visit_that_is_sooner_for_an_event_is_told_in_text_and_on_the_first_page(rules: RuleSet) -> None:
    plan = with_event(rules, SETTLED - timedelta(1))
    said = f"Visit 2 is 9 days after visit 1, sooner than the 10 we plan, to be ready for {NAME}."
    assert in_a_line(to_text(plan)).count(said) == 1
    assert in_a_line(told(summary(plan))).count(said) == 1
    assert "sooner than" not in to_text(with_event(rules, SETTLED))


def test_two_events_of_one_name_each_have_their_own_limits(rules: RuleSet) -> None:
    days = (SETTLED + timedelta(3), SETTLED + timedelta(60))
    events = tuple(LifeEvent(from_=day, to=day, name=NAME, kind="be_ready") for day in days)
    plan = plan_of(adult(skin=FAIR, calendar=CalendarAnswer(start=START, events=events)), rules)
    lines = [line for line in about_visits(plan) if line.startswith(NAME)]
    assert ["still hold" in line for line in lines] == [True, False]


def test_without_an_event_a_visit_is_told_by_its_first_day_and_why_no_last_one(rules: RuleSet) -> None:
    plan = plan_of(adult(calendar=CalendarAnswer(start=START)), rules)
    assert [row[-1] for row in visit_rows(plan)] == [
        "11 Jan 2027 or later", "18 Jan 2027 or later", "1 Feb 2027 or later",
    ]  # fmt: skip
    assert "No event sets a last day: a visit may be up to 90 days after the one before." in told(
        visits(plan)
    )
    assert "or later" not in " ".join(row[-1] for row in visit_rows(with_event(rules, SETTLED)))


def test_weekdays_that_a_clinic_closes_stand_with_the_visits() -> None:
    rules = load_rules(clinic="data/clinics/example-clinic.yaml")
    plan = plan_of(adult(calendar=CalendarAnswer(start=START)), rules)
    said = "Our clinic is closed on Monday and Sunday, so no visit is then."
    for text in (to_text(plan), told(visits(plan))):
        assert in_a_line(text).count(said) == 1


def test_one_more_session_tells_in_its_line_what_it_does_to_the_dates(rules: RuleSet) -> None:
    """The gaps, the day on which the look has settled, and the wedding that is then missed."""
    plan = with_event(rules, SETTLED + timedelta(6))
    one_more = next(iter(what_ifs_told(plan.what_if)))
    assert (
        "Number of visits: 4. Days apart: 10, 28 and 35. Settled by: 22 April 2027. "
        "Clashes with: Ana's wedding. Cost over ten years:"
    ) in one_more


def test_what_two_cases_do_alike_to_the_dates_is_said_once(rules: RuleSet) -> None:
    plan = with_event(rules, SETTLED + timedelta(6))
    one_more, *others = plan.what_if
    twice = (one_more, replace(one_more, id="again", why=None), *others)
    assert sum("Days apart:" in line for line in what_ifs_told(twice)) == 1


def test_only_what_tells_days_is_to_be_confirmed_while_a_doctor_has_to_answer(rules: RuleSet) -> None:
    plan = plan_of(adult(health=("blood_thinner",)), rules)
    told = dict(zip((case.id for case in plan.what_if), what_ifs_to_confirm(plan), strict=True))
    assert {id_ for id_, said in told.items() if said.endswith("(to be confirmed)")} == {
        "one_more_session", "fades_fast",
    }  # fmt: skip
