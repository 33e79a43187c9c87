"""An event in the middle of a course: how much of the look stands by then is said, and only then."""

from __future__ import annotations

from datetime import date, timedelta

from smp_planner.domain.intake import Away, CalendarAnswer, EventKind, LifeEvent
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import per_cent
from smp_planner.rules.ruleset import RuleSet
from tests.people import START, adult, plan_of
from tests.planner.appointments.courses import ONLY_THREE_DAYS


def plan_with(
    rules: RuleSet, day: date, kind: EventKind = "be_ready", away: tuple[Away, ...] = ()
) -> TreatmentPlan:
    event = LifeEvent(from_=day, to=day, name="wedding", kind=kind)
    return plan_of(adult(calendar=CalendarAnswer(start=START, events=(event,), away=away)), rules)


def test_the_share_of_the_dots_that_are_set_by_an_event_in_mid_course_is_told(rules: RuleSet) -> None:
    day = plan_of(adult(), rules).sessions.items[-1].date - timedelta(1)
    plan = plan_with(rules, day)
    done = [visit for visit in plan.sessions.items if visit.date < day]
    assert 0 < len(done) < len(plan.sessions.items)
    [clash] = plan.sessions.conflicts
    share = per_cent(done[-1].share_after)
    assert clash.what_would_fit.startswith(
        f"On that day about {share} of the dots would be set. Your last visit would be 1 day after it."
    )
    assert "without the dots, start after" in clash.what_would_fit
    assert "You can have that day without the dots." not in clash.what_would_fit


def test_an_event_after_all_visits_and_before_the_look_has_settled_says_no_share(rules: RuleSet) -> None:
    plan = plan_with(rules, plan_of(adult(), rules).sessions.last_on + timedelta(10))
    [clash] = plan.sessions.conflicts
    assert plan.sessions.last_on < clash.on < plan.sessions.settled_on
    assert "of the dots would be set" not in clash.what_would_fit


def test_an_event_before_all_visits_can_be_had_without_the_dots(rules: RuleSet) -> None:
    plan = plan_with(rules, START)
    assert plan.sessions.items[0].date > START
    [clash] = plan.sessions.conflicts
    assert "You can have that day without the dots." in clash.what_would_fit
    assert "of the dots would be set" not in clash.what_would_fit


def test_no_share_is_told_of_an_event_that_needs_no_look(rules: RuleSet) -> None:
    race = date(2027, 1, 25)  # 11 and 21 January and 18 February are all the days there are
    [clash] = plan_with(rules, race, "sport", away=ONLY_THREE_DAYS).sessions.conflicts
    assert clash.on == race
    assert "of the dots would be set" not in clash.what_would_fit
    [told] = plan_with(rules, race, away=ONLY_THREE_DAYS).sessions.conflicts
    assert told.what_would_fit.startswith("On that day about ")
