"""A scar whose age was told gets no visit before it counts as settled, and the plan says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from smp_planner.domain.calendar_math import add_months
from smp_planner.domain.intake import AreaAnswer, Intake, LifeEvent, Scar, TreatedBefore
from smp_planner.exports.event_words import missed_told
from smp_planner.exports.steps import Steps
from smp_planner.exports.text import to_text
from smp_planner.planner.suitability.young_scars import first_day_to_plan, scar_wait
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, START, adult, plan_of

OLD = Scar(length_cm=20, width_cm=0.2, age_months=30, raised=False, red=False)


def scarred(*ages: int | None, red: bool | None = False) -> Intake:
    scars = tuple(replace(OLD, age_months=age, red=red) for age in ages)
    return adult(goals=("scar_camouflage",), area=AreaAnswer(scars=scars), kept_hair=None)


def test_a_scar_of_4_months_gets_its_first_visit_8_months_later(rules: RuleSet) -> None:
    plan = plan_of(scarred(4), rules)
    assert date(2027, 1, 11) == START
    assert plan.sessions.not_before == date(2027, 9, 11)
    assert plan.sessions.items[0].date == plan.sessions.items[0].earliest == date(2027, 9, 11)
    assert plan.suitability.provisional, "a doctor still says whether it has settled"
    assert plan.intake.calendar.start == START, "the answers stay as they were given"


def test_the_first_visit_says_why_and_names_the_day(rules: RuleSet) -> None:
    plan = plan_of(scarred(4), rules)
    assert plan.sessions.items[0].notes[0] == (
        "A scar of yours counts as 4 months old on 11 January 2027, the first day you can start. We let a "
        "scar settle for 12 months, so no visit is planned before 11 September 2027. Ask the doctor who "
        "treated it first."
    )
    assert "no visit is planned before 11 September 2027" in " ".join(to_text(plan).split())
    steps = Steps.of(plan.trace)
    step = steps.at("sessions.not_before")
    assert (step.value, [rule.id for rule in step.rules]) == (
        date(2027, 9, 11),
        ["suitability.settled_scar_months"],
    )
    assert "sessions.not_before" in steps.at("sessions.items.1.date").uses


@pytest.mark.parametrize(
    ("who", "first"),
    [
        (scarred(12), START),
        (scarred(30, None), START),
        (scarred(None), START),
        (scarred(None, red=True), START),
        (ADULT, START),
        (scarred(30, 11), date(2027, 2, 11)),
        (scarred(0, 11), date(2028, 1, 11)),
    ],
    ids=["settled", "one untold", "untold", "red, age untold", "none", "the youngest counts", "fresh"],
)
def test_only_a_scar_that_is_known_to_be_young_moves_the_first_day(
    rules: RuleSet, who: Intake, first: date
) -> None:
    assert first_day_to_plan(who, rules) == first
    plan = plan_of(who, rules)
    assert plan.sessions.items[0].date >= first
    assert (plan.sessions.not_before is None) is (scar_wait(who, rules) is None) is (first == START)


def test_a_transplant_whose_wait_is_over_once_a_scar_has_settled_delays_nothing(rules: RuleSet) -> None:
    """A transplant and its scar, both of eight months: by the day it settles, all waits are over."""
    who = replace(
        scarred(8),
        treated_before=TreatedBefore(transplant_on=add_months(START, -8)),
    )
    plan = plan_of(who, rules)
    first = first_day_to_plan(who, rules)
    assert plan.sessions.items[0].date >= first > START
    assert not plan.suitability.wait
    known = {one.id for one in plan.suitability.know}
    assert "late_transplant_wait" not in known
    assert "transplant_before" in known


def test_a_scar_beside_other_area_holds_the_whole_course_back(rules: RuleSet) -> None:
    both = replace(ADULT, area=replace(ADULT.area, scars=(replace(OLD, age_months=6),)))
    assert plan_of(both, rules).sessions.items[0].date >= date(2027, 7, 11)


def test_a_what_if_waits_as_long(rules: RuleSet) -> None:
    plan = plan_of(scarred(4), rules)
    name = rules.what_if.names["settled"]
    settled = [change.after for what in plan.what_if for change in what.changes if change.what == name]
    assert settled
    assert all(day.endswith(("November 2027", "December 2027", "January 2028")) for day in settled)


def test_an_event_while_the_scar_waits_is_before_any_dots(rules: RuleSet) -> None:
    wedding = LifeEvent(name="wedding", kind="be_ready", from_=date(2027, 5, 1), to=date(2027, 5, 1))
    who = scarred(4)
    plan = plan_of(replace(who, calendar=replace(who.calendar, events=(wedding,))), rules)
    assert all("before any dots" in told and "settled" not in told for told in missed_told(plan))


def told_on(day: date, *ages: int, start: date = START) -> Intake:
    """Scars whose age was told on a day, with a first day on offer."""
    who = scarred(*ages)
    scars = tuple(replace(scar, age_told_on=day) for scar in who.area.scars)
    calendar = replace(who.calendar, start=start)
    return replace(who, area=replace(who.area, scars=scars), calendar=calendar)


@pytest.mark.parametrize(
    ("start", "first"),
    [
        (date(2027, 1, 11), date(2027, 9, 11)),
        (date(2027, 4, 12), date(2027, 9, 11)),
        (date(2027, 9, 11), date(2027, 9, 11)),
        (date(2027, 10, 4), date(2027, 10, 4)),
    ],
    ids=["at once", "three months later", "on the very day", "when it has settled"],
)
def test_a_later_start_does_not_move_the_day_on_which_a_scar_has_settled(
    rules: RuleSet, start: date, first: date
) -> None:
    who = told_on(date(2027, 1, 11), 4, start=start)
    assert first_day_to_plan(who, rules) == first
    plan = plan_of(who, rules)
    assert plan.sessions.items[0].date == first
    assert plan.sessions.not_before == (first if first > start else None)


def test_the_first_visit_says_on_which_day_the_age_was_told(rules: RuleSet) -> None:
    plan = plan_of(told_on(date(2026, 12, 11), 4), rules)
    assert plan.sessions.items[0].notes[0] == (
        "A scar of yours was 4 months old on 11 December 2026, when you told us its age. We let a scar "
        "settle for 12 months, so no visit is planned before 11 August 2027. Ask the doctor who treated it "
        "first."
    )
    because = Steps.of(plan.trace).at("sessions.not_before").because
    assert because.startswith("A scar of yours counts as 4 months old on 11 December 2026")


def test_of_several_scars_the_one_that_settles_last_counts(rules: RuleSet) -> None:
    who = scarred(2, 6)
    first, second = who.area.scars
    scars = (replace(first, age_told_on=date(2026, 6, 11)), replace(second, age_told_on=START))
    who = replace(who, area=replace(who.area, scars=scars))
    assert first_day_to_plan(who, rules) == date(2027, 7, 11), "the younger one was told long before"
