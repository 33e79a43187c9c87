"""Not now, or not here: the reason and the next step, then options and steps to a decision as for all."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cached_property

from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import NotNow, Referral, ReferralOutline
from smp_planner.domain.provenance import Step
from smp_planner.language.speech import speaking
from smp_planner.planner.about import build_about
from smp_planner.planner.comparison.compare import compare_treatments
from smp_planner.planner.comparison.planned import NotPlanned
from smp_planner.planner.comparison.risks import harms_of, list_risks
from smp_planner.planner.comparison.whom import whom_of
from smp_planner.planner.course_parts import Ground
from smp_planner.planner.decision import build_decision_without_plan
from smp_planner.planner.matters import line_up
from smp_planner.planner.notes import sources_used
from smp_planner.planner.suitability.assess import Assessment
from smp_planner.planner.talk import build_talk_without_plan
from smp_planner.planner.understood import understand
from smp_planner.rules.ruleset import RuleSet


def begin_referral(
    intake: Intake, assessment: Assessment, steps: tuple[Step, ...], ground: Ground, rules: RuleSet
) -> BegunReferral:
    """The reason and the next step; the options are set side by side when they are asked for."""
    outline = ReferralOutline(
        rules=rules.edition,
        intake=intake,
        suitability=assessment.suitability,
        ask_again_on=assessment.ask_again_on,
        say=assessment.say,
        trace=steps,
    )
    return BegunReferral(rules, ground, outline)


@dataclass(frozen=True)
class BegunReferral:
    """A referral that is made as far as its reason and its next step."""

    rules: RuleSet
    ground: Ground
    outline: ReferralOutline

    @cached_property
    def whole(self) -> Referral:
        """It with the five options and the steps to a decision, which are there whether or not SMP is."""
        with speaking(self.rules.speech):
            return self._whole()

    def _whole(self) -> Referral:
        outline, rules, coverage = self.outline, self.rules, self.ground.coverage
        intake, tell_area = outline.intake, self.ground.told[0]
        whom = whom_of(intake, coverage, rules)
        risks, risk_steps = list_risks(whom, rules)
        comparison, comparison_steps = compare_treatments(
            intake, outline.suitability, NotPlanned(coverage), rules
        )
        matters, matters_steps = line_up(intake, comparison, rules)
        talk, talk_steps = build_talk_without_plan(rules, scars_alone=coverage.only_scars)
        decision, decision_steps = build_decision_without_plan(outline.suitability, whom.kind, rules)
        about, about_steps = build_about(rules)
        referral = Referral(
            **{field.name: getattr(outline, field.name) for field in fields(NotNow)},
            area=coverage.area,
            risks=risks,
            harms=harms_of(risks, rules),
            comparison=comparison,
            matters=matters,
            talk=talk,
            decision=decision,
            understood=understand(intake, rules),
            about=about,
            trace=(
                outline.trace
                + tuple(tell_area())
                + risk_steps
                + comparison_steps
                + matters_steps
                + talk_steps
                + decision_steps
                + about_steps
            ),
            sources=(),
        )
        return replace(referral, sources=sources_used(referral, rules))
