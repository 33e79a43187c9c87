"""From answers to a plan: which decision speaks first, and what is handed over whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from smp_planner.domain.intake import (
    AreaAnswer,
    Away,
    CalendarAnswer,
    Intake,
    Measured,
    Person,
    Scar,
    TreatedBefore,
)
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.errors import IntakeError
from smp_planner.planner.aftercare.build import build_aftercare
from smp_planner.planner.comparison.risks import list_risks
from smp_planner.planner.comparison.whom import whom_of
from smp_planner.planner.course import plan_course
from smp_planner.planner.course_parts import Assumptions
from smp_planner.planner.notes import differing_notes
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.planner.sessions.technique import choose_shade, suggest_method
from smp_planner.planner.suitability.assess import assess_suitability
from smp_planner.planner.understood import understand
from smp_planner.planner.what_if import ask_what_if
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, START, adult

HUGE = AreaAnswer(measured=Measured(cm2=800))


def planned(rules: RuleSet, intake: Intake = ADULT) -> TreatmentPlan:
    plan = plan_treatment(intake, rules)
    assert isinstance(plan, TreatmentPlan)
    return plan


def refused(rules: RuleSet, **answers: object) -> list[str]:
    with pytest.raises(IntakeError) as caught:
        plan_treatment(adult(**answers), rules)
    return [f"{problem.key} {problem.code}" for problem in caught.value.problems]


def referred(rules: RuleSet, **answers: object) -> Referral:
    referral = plan_treatment(adult(**answers), rules)
    assert isinstance(referral, Referral)
    return referral


# --- which decision speaks first ------------------------------------------------------------


@pytest.mark.parametrize("start", [date.min, date.max])
def test_the_first_and_the_last_of_all_days_are_told_like_any_other_fault(
    start: date, rules: RuleSet
) -> None:
    assert refused(rules, calendar=replace(ADULT.calendar, start=start)) == ["calendar.start I402"]


def test_every_answer_that_the_rules_refuse_is_named_before_anything_else(rules: RuleSet) -> None:
    wrong = {"goals": ("shaved",), "person": Person(age=130), "area": HUGE, "health": ("keloid",)}
    assert refused(rules, **wrong) == ["area I501", "goals.0 I401", "person.age I402"]


def test_an_area_too_large_is_refused_even_where_a_stop_would_refer(rules: RuleSet) -> None:
    assert refused(rules, area=HUGE, health=("keloid",)) == ["area I501"]


def test_nothing_to_cover_refers_before_an_area_is_asked_for(rules: RuleSet) -> None:
    referral = referred(rules, area=AreaAnswer(norwood="I"))
    assert [finding.id for finding in referral.suitability.stop] == ["nothing_to_cover"]


def test_a_stop_refers_before_dates_are_looked_for(rules: RuleSet) -> None:
    no_days = CalendarAnswer(start=START, weekdays=())
    assert refused(rules, calendar=no_days) == ["calendar.weekdays I301"]
    taken = replace(ADULT.calendar, away=(Away(from_=START, to=START.replace(year=START.year + 4)),))
    assert refused(rules, calendar=taken) == ["calendar I502"]
    assert referred(rules, calendar=taken, health=("keloid",)).suitability.stop


def test_a_wait_that_is_over_on_the_first_day_is_a_plan_and_a_day_sooner_is_not(rules: RuleSet) -> None:
    # 90 days after 13 October 2026 is 11 January 2027
    laser = TreatedBefore(laser_removal_on=START.replace(year=2026, month=10, day=13))
    assert isinstance(plan_treatment(adult(treated_before=laser), rules), TreatmentPlan)
    sooner = TreatedBefore(laser_removal_on=START.replace(year=2026, month=10, day=14))
    assert referred(rules, treated_before=sooner).ask_again_on == START.replace(day=12)


# --- a referral -----------------------------------------------------------------------------


def test_a_referral_holds_the_assessment_and_its_documents(rules: RuleSet) -> None:
    assessment, steps = assess_suitability(adult(health=("keloid",)), rules)
    referral = referred(rules, health=("keloid",))
    assert referral == Referral(
        rules=rules.edition,
        intake=adult(health=("keloid",)),
        suitability=assessment.suitability,
        ask_again_on=None,
        say=assessment.say,
        area=referral.area,
        risks=referral.risks,
        harms=referral.harms,
        comparison=referral.comparison,
        talk=referral.talk,
        decision=referral.decision,
        understood=understand(referral.intake, rules),
        about=referral.about,
        trace=referral.trace,
        sources=referral.sources,
    )
    assert referral.trace[: len(steps)] == steps
    assert referral.sources


# --- a plan ---------------------------------------------------------------------------------


def test_a_plan_holds_the_result_of_every_decision(rules: RuleSet) -> None:
    plan = planned(rules)
    suitability = assess_suitability(ADULT, rules)[0].suitability
    course = plan_course(ADULT, suitability, rules, Assumptions())
    ground, visits = course.ground, course.visits
    assert (plan.rules, plan.intake, plan.suitability) == (rules.edition, ADULT, suitability)
    assert (plan.area, plan.dots, plan.sessions) == (ground.coverage.area, course.dots, visits.sessions)
    assert (plan.touch_ups, plan.cost) == (course.checks.touch_ups, course.money.cost)
    assert plan.notes == differing_notes(visits.sessions.count, rules)
    assert plan.aftercare == build_aftercare(ADULT.calendar, False, visits.days, ground.care, rules)[0]
    assert plan.method == suggest_method(ADULT, ground.coverage, ground.drivers, rules)[0]
    assert plan.shade == choose_shade(ADULT, rules)[0]
    assert plan.risks == list_risks(whom_of(ADULT, ground.coverage, rules), rules)[0]
    assert plan.what_if == ask_what_if(ADULT, suitability, course, rules)[0]


def test_the_trace_follows_the_order_of_the_decisions(rules: RuleSet) -> None:
    sections = [step.field.split(".")[0] for step in planned(rules).trace]
    assert list(dict.fromkeys(sections)) == [
        "suitability", "area", "dots", "sessions", "touch_ups", "cost", "aftercare", "method", "shade",
        "risks", "comparison", "what_if", "talk", "decision", "about",
    ]  # fmt: skip


def test_without_health_answers_there_is_a_plan_and_no_cost(rules: RuleSet) -> None:
    plan = planned(rules, adult(health_asked=False))
    assert plan.cost is None
    assert not plan.suitability.checked
    assert [step for step in plan.trace if step.field.startswith("cost")] == []


WITH_SCARS = AreaAnswer(measured=Measured(cm2=690), scars=(Scar(length_cm=20, width_cm=1),))
NEVER = CalendarAnswer(start=START, away=(Away(from_=date(2027, 1, 1), to=date(2029, 12, 31)),))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"person": Person(age=200), "area": HUGE}, ["area I501", "person.age I402"]),
        ({"person": Person(age=200), "area": WITH_SCARS}, ["area I501", "person.age I402"]),
        ({"calendar": NEVER, "area": WITH_SCARS}, ["area I501", "calendar I502"]),
        ({"calendar": NEVER, "area": HUGE}, ["area I501", "calendar I502"]),
        ({"calendar": NEVER, "density": "thick"}, ["calendar I502", "density I401"]),
        (
            {"calendar": NEVER, "area": AreaAnswer(measured=Measured(cm2=10**30))},
            ["area I501", "calendar I502"],
        ),
        ({"calendar": NEVER, "area": AreaAnswer(norwood="IX")}, ["area.norwood I401"]),
        ({"calendar": NEVER, "goals": ("fame",)}, ["goals.0 I401"]),
        ({"calendar": NEVER, "area": HUGE, "health": ("keloid",)}, ["area I501"]),
        ({"density": "thick", "area": AreaAnswer(norwood="I")}, ["density I401"]),
        (
            {"density": "thick", "area": HUGE, "calendar": CalendarAnswer(start=date(2100, 1, 1))},
            ["area I501", "calendar.start I402", "density I401"],
        ),
        ({"area": AreaAnswer(measured=Measured(length_cm=30, width_cm=24))}, ["area I501"]),
        ({"area": AreaAnswer(measured=Measured(length_cm=30))}, ["area.measured I304"]),
    ],
)
def test_bounds_area_and_calendar_are_told_together(
    rules: RuleSet, changes: dict[str, Any], told: list[str]
) -> None:
    assert refused(rules, **changes) == told
