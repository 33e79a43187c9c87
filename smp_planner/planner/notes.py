"""What a plan says about itself: where most clinics differ, and which documents it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.provenance import Source
from smp_planner.rules.ruleset import RuleSet


def differing_notes(rules: RuleSet) -> tuple[str, ...]:
    """One sentence for each main rule from which most clinics differ."""
    instructions = rules.aftercare.instructions
    sentences = (
        rules.sessions.count.differs,
        instructions["direct_sun"].differs,
        instructions["heavy_exercise"].differs,
        rules.touch_ups.interval_months.differs,
    )
    return tuple(sentence for sentence in sentences if sentence)


def sources_used(plan: TreatmentPlan | Referral, rules: RuleSet) -> tuple[Source, ...]:
    """Every document that the plan cites, in the order of first use."""
    return tuple(rules.sources[id_] for id_ in dict.fromkeys(_cited(plan)))


def _cited(plan: TreatmentPlan | Referral) -> Iterator[str]:
    suitability = plan.suitability
    for findings in (suitability.stop, suitability.wait, suitability.ask_doctor, suitability.know):
        for finding in findings:
            yield from finding.sources
    for step in plan.trace:
        for reading in step.rules:
            yield from reading.sources
    if isinstance(plan, TreatmentPlan):
        yield from plan.method.sources
        yield from plan.shade.sources
        for sign in plan.aftercare.call_if:
            yield from sign.sources
        for risk in plan.risks:
            yield from risk.sources
        for row in plan.comparison.rows:
            for cell in row.cells.values():
                yield from cell.sources
        for edit in plan.rules.clinic_edits:
            yield from edit.sources
