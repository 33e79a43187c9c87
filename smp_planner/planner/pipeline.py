"""From one person's answers to a finished plan: every decision in its order, once."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cached_property

from smp_planner.domain.findings import Suitability
from smp_planner.domain.in_hair import is_in_hair
from smp_planner.domain.intake import Intake, but_density
from smp_planner.domain.plan import Outline, Referral, SmpPlan, TreatmentPlan, WhatIf
from smp_planner.domain.provenance import Step, Trace
from smp_planner.domain.years import Cost
from smp_planner.errors import IntakeError
from smp_planner.language.speech import speaking
from smp_planner.planner.about import build_about
from smp_planner.planner.aftercare.build import build_aftercare
from smp_planner.planner.all_faults import all_faults
from smp_planner.planner.answer_checks import check_answers, check_area
from smp_planner.planner.comparison.compare import compare_treatments
from smp_planner.planner.comparison.planned import Planned
from smp_planner.planner.comparison.risks import harms_of, list_risks
from smp_planner.planner.comparison.whom import whom_of
from smp_planner.planner.course import lay_ground, open_diary, plan_course
from smp_planner.planner.course_parts import Assumptions, Course
from smp_planner.planner.coverage.answers import nothing_to_cover
from smp_planner.planner.coverage.scars_alone import scars_alone
from smp_planner.planner.decided import Decided
from smp_planner.planner.decision import build_decision
from smp_planner.planner.matters import line_up
from smp_planner.planner.notes import differing_notes, sources_used
from smp_planner.planner.referral import BegunReferral, begin_referral
from smp_planner.planner.sessions.chosen_times import with_chosen_times
from smp_planner.planner.sessions.technique import choose_shade, suggest_method
from smp_planner.planner.suitability.assess import assess_suitability
from smp_planner.planner.talk import Known, build_talk
from smp_planner.planner.understood import understand
from smp_planner.planner.what_if import ask_one_more, ask_what_if
from smp_planner.planner.years.asked import Work
from smp_planner.planner.years.quote import make_quote
from smp_planner.rules.ruleset import RuleSet


def plan_treatment(intake: Intake, rules: RuleSet) -> TreatmentPlan | Referral:
    """A dated, sourced plan, or a referral with its reason, told in the speech of the rules.

    Pure: no clock, no files, no network; the same intake and rules give the same plan.
    Raises IntakeError with every answer that the rules can't accept: bounds, area and a calendar
    without a possible appointment together.
    """
    return begin_plan(intake, rules).whole


def begin_plan(intake: Intake, rules: RuleSet, decided: Decided | None = None) -> Begun | BegunReferral:
    """As `plan_treatment`; what no day and no price hangs on is worked out when it is asked for.

    `decided` is what was decided for the same person before: of that stands what no answer has moved.
    """
    with speaking(rules.speech):
        return _begin(intake, rules, decided or Decided())


def _begin(intake: Intake, rules: RuleSet, decided: Decided) -> Begun | BegunReferral:
    if check_answers(intake, rules):
        raise IntakeError(all_faults(intake, rules))
    assessment, steps = decided.take(assess_suitability, but_density(intake), rules)
    ground = lay_ground(intake, rules, decided)
    if not nothing_to_cover(intake, rules) and check_area(ground.coverage.area.cm2.typical, rules):
        raise IntakeError(all_faults(intake, rules))
    if assessment.refer:
        return begin_referral(intake, assessment, steps, ground, rules)
    diary = open_diary(intake, rules, decided)
    course = plan_course(intake, assessment.suitability, rules, Assumptions(), ground=ground, diary=diary)
    return Begun(intake, rules, assessment.suitability, course, steps, decided)


@dataclass(frozen=True)
class Begun:
    """A plan that is made as far as its visits, their days and the money; the rest when it is asked for."""

    intake: Intake
    rules: RuleSet
    suitability: Suitability
    course: Course
    steps: tuple[Step, ...]
    decided: Decided

    @cached_property
    def outline(self) -> Outline:
        """What is planned with SMP, in full."""
        with speaking(self.rules.speech):
            return self._outline()

    def _outline(self) -> Outline:
        intake, course, rules = self.intake, self.course, self.rules
        ground, visits = course.ground, course.visits
        in_hair = is_in_hair(intake, scars_alone=scars_alone(intake, rules))
        aftercare, care_steps = self.decided.take(
            build_aftercare, intake.calendar, in_hair, visits.days, ground.care, rules
        )
        method, method_steps = suggest_method(intake, ground.coverage, ground.drivers, rules)
        shade, shade_steps = choose_shade(intake, rules)
        risks, risk_steps = list_risks(whom_of(intake, ground.coverage, rules), rules)
        # By themselves: what tells them would hold this plan, which holds it, until Python looks for rings.
        steps = self.steps

        def tell() -> tuple[Step, ...]:
            with speaking(rules.speech):
                return steps + course.trace + care_steps + method_steps + shade_steps + risk_steps

        return Outline(
            rules=rules.edition,
            intake=intake,
            suitability=self.suitability,
            notes=differing_notes(visits.sessions.count, rules),
            area=ground.coverage.area,
            dots=course.dots,
            method=method,
            shade=shade,
            sessions=with_chosen_times(visits.sessions, intake.calendar, rules),
            aftercare=aftercare,
            touch_ups=course.checks.touch_ups,
            risks=risks,
            harms=harms_of(risks, rules),
            cost=course.money.cost,
            trace=Trace(tell),
        )

    @cached_property
    def quoted(self) -> tuple[Cost | None, tuple[Step, ...]]:
        """The cost with how it is made up, where it comes from a clinic's own price list."""
        cost, course, rules = self.outline.cost, self.course, self.rules
        if cost is None or rules.asks is None:
            return cost, ()
        work = Work(self.outline.intake.area, course.ground.coverage, course.visits.planned)
        with speaking(rules.speech):
            quote, steps = make_quote(
                cost, work, course.visits.days, course.checks.touch_ups, rules.asks, rules
            )
        return replace(cost, quote=quote), steps

    @cached_property
    def one_more(self) -> WhatIf:
        """What one more visit would change."""
        with speaking(self.rules.speech):
            outline = self.outline
            return ask_one_more(outline.intake, outline.suitability, self.course, self.rules)

    @cached_property
    def whole(self) -> TreatmentPlan:
        """It beside the other options, under other assumptions, with what is to be talked over."""
        with speaking(self.rules.speech):
            return self._whole()

    def _whole(self) -> TreatmentPlan:
        outline, course, rules = self.outline, self.course, self.rules
        intake, suitability = outline.intake, outline.suitability
        cost, quote_steps = self.quoted
        coverage = course.ground.coverage
        planned = Planned(
            coverage=coverage,
            density=outline.dots.over_area,
            on_bare_skin=outline.dots.per_cm2,
            sessions=outline.sessions,
            aftercare=outline.aftercare,
            touch_ups=outline.touch_ups,
            cost=cost,
        )
        comparison, comparison_steps = compare_treatments(intake, suitability, planned, rules)
        matters, matters_steps = line_up(intake, comparison, rules)
        what_if, what_if_steps = ask_what_if(intake, suitability, course, rules)
        first, before = course.visits.days[0], outline.aftercare.before
        gaps = next((note.say for note in outline.aftercare.gaps), None)
        known = Known(coverage, first, before, course.ground.care, suitability.provisional, gaps)
        talk, talk_steps = build_talk(intake, known, rules)
        decision, decision_steps = build_decision(whom_of(intake, coverage, rules).kind, rules)
        about, about_steps = build_about(rules)
        plan = TreatmentPlan(
            **{one.name: getattr(outline, one.name) for one in fields(SmpPlan) if one.name != "cost"},
            cost=cost,
            comparison=comparison,
            matters=matters,
            what_if=what_if,
            talk=talk,
            decision=decision,
            understood=understand(intake, rules),
            about=about,
            trace=(
                *outline.trace,
                *quote_steps,
                *comparison_steps,
                *matters_steps,
                *what_if_steps,
                *talk_steps,
                *decision_steps,
                *about_steps,
            ),
            sources=(),
        )
        return replace(plan, sources=sources_used(plan, rules))
