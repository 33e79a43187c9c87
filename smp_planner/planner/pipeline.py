"""From one person's answers to a finished plan: every decision in its order, once."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.provenance import Step
from smp_planner.errors import IntakeError
from smp_planner.language.speech import speaking
from smp_planner.planner.aftercare.build import build_aftercare
from smp_planner.planner.all_faults import all_faults
from smp_planner.planner.answer_checks import check_answers, check_area
from smp_planner.planner.comparison.compare import compare_treatments
from smp_planner.planner.comparison.planned import Planned
from smp_planner.planner.comparison.risks import list_risks
from smp_planner.planner.comparison.whom import whom_of
from smp_planner.planner.course import lay_ground, plan_course
from smp_planner.planner.course_parts import Assumptions, Course
from smp_planner.planner.coverage.answers import nothing_to_cover
from smp_planner.planner.notes import differing_notes, sources_used
from smp_planner.planner.sessions.technique import choose_shade, suggest_method
from smp_planner.planner.suitability.assess import Assessment, assess_suitability
from smp_planner.planner.talk import Known, build_talk
from smp_planner.planner.what_if import ask_what_if
from smp_planner.rules.ruleset import RuleSet


def plan_treatment(intake: Intake, rules: RuleSet) -> TreatmentPlan | Referral:
    """A dated, sourced plan, or a referral with its reason, told in the speech of the rules.

    Pure: no clock, no files, no network; the same intake and rules give the same plan.
    Raises IntakeError with every answer that the rules can't accept: bounds, area and a calendar
    without a possible appointment together.
    """
    with speaking(rules.speech):
        return _planned(intake, rules)


def _planned(intake: Intake, rules: RuleSet) -> TreatmentPlan | Referral:
    if check_answers(intake, rules):
        raise IntakeError(all_faults(intake, rules))
    assessment, steps = assess_suitability(intake, rules)
    if nothing_to_cover(intake, rules):
        return _referral(intake, assessment, steps, rules)
    ground = lay_ground(intake, rules)
    if check_area(ground.coverage.area.cm2.typical, rules):
        raise IntakeError(all_faults(intake, rules))
    if assessment.refer:
        return _referral(intake, assessment, steps, rules)
    course = plan_course(intake, assessment.suitability, rules, Assumptions(), ground=ground)
    return _Assembly(intake, rules, assessment, course).plan(steps)


def _referral(intake: Intake, assessment: Assessment, steps: tuple[Step, ...], rules: RuleSet) -> Referral:
    referral = Referral(
        rules=rules.edition,
        intake=intake,
        suitability=assessment.suitability,
        ask_again_on=assessment.ask_again_on,
        say=assessment.say,
        trace=steps,
        sources=(),
    )
    return replace(referral, sources=sources_used(referral, rules))


class _Assembly(NamedTuple):
    """Everything decided so far, put together into one plan."""

    intake: Intake
    rules: RuleSet
    assessment: Assessment
    course: Course

    def plan(self, steps: tuple[Step, ...]) -> TreatmentPlan:
        intake, rules, course = self.intake, self.rules, self.course
        ground, visits, cost = course.ground, course.visits, course.money.cost
        touch_ups = course.checks.touch_ups
        aftercare, care_steps = build_aftercare(intake, visits.days, ground.care, rules)
        method, method_steps = suggest_method(intake, ground.coverage, ground.drivers, rules)
        shade, shade_steps = choose_shade(intake, rules)
        risks, risk_steps = list_risks(whom_of(intake, ground.coverage), rules)
        planned = Planned(
            coverage=ground.coverage,
            density=course.dots.per_cm2,
            sessions=visits.sessions,
            aftercare=aftercare,
            touch_ups=touch_ups,
            cost=cost,
        )
        comparison, comparison_steps = compare_treatments(intake, self.assessment.suitability, planned, rules)
        what_if, what_if_steps = ask_what_if(intake, self.assessment.suitability, course, rules)
        provisional = self.assessment.suitability.provisional
        known = Known(visits.days[0], aftercare.before, ground.care, provisional)
        talk, talk_steps = build_talk(intake, known, rules)
        plan = TreatmentPlan(
            rules=rules.edition,
            intake=intake,
            suitability=self.assessment.suitability,
            notes=differing_notes(visits.sessions.count, rules),
            area=ground.coverage.area,
            dots=course.dots,
            method=method,
            shade=shade,
            sessions=visits.sessions,
            aftercare=aftercare,
            touch_ups=touch_ups,
            risks=risks,
            cost=cost,
            comparison=comparison,
            what_if=what_if,
            talk=talk,
            trace=steps
            + course.trace
            + care_steps
            + method_steps
            + shade_steps
            + risk_steps
            + comparison_steps
            + what_if_steps
            + talk_steps,
            sources=(),
        )
        return replace(plan, sources=sources_used(plan, rules))
