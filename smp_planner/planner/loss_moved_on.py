"""Loss that moves on: the same person one stage on, or with a larger area, and what that takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from smp_planner.domain.course import STEP_CM2
from smp_planner.domain.intake import WHOLE_SCALP, AreaAnswer, Intake, Measured
from smp_planner.domain.plan import Change
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import rounded
from smp_planner.domain.words import fill, listed, per_cent, planned, planned_area, stage_name
from smp_planner.language.texts import N_, _
from smp_planner.planner.course_parts import Course
from smp_planner.planner.coverage.answers import covers_scars_alone, usual_scar_alone, zones_named
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.coverage.cells import zone_reading
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.claims import WhatIfRule

STAGES = (("norwood", N_("Norwood {stage}")), ("ludwig", N_("Ludwig {stage}")))


def loss_moved_on(intake: Intake, rules: RuleSet) -> tuple[Intake | None, tuple[Reading, ...]]:
    """The same person one stage on; a measured area or zones grow by the rule's share.

    None where there is no next stage, or nothing but scars and whole scalp to grow.
    """
    area, stages = intake.area, rules.coverage.next_stage
    growth = stages.growth.read()
    if usual_scar_alone(intake, rules) or covers_scars_alone(intake, rules):
        return None, (growth,)
    if area.measured is None and (area.norwood or area.ludwig):
        norwood = stages.norwood.get(area.norwood or "")
        ludwig = stages.ludwig.get(area.ludwig or "")
        if not (norwood or ludwig):
            return None, (growth,)
        moved = replace(area, norwood=norwood or area.norwood, ludwig=ludwig or area.ludwig)
        rows = [rules.coverage.norwood.rows[norwood].read()] if norwood else []
        rows += [rules.coverage.ludwig.rows[ludwig].read()] if ludwig else []
        return replace(intake, area=moved), tuple(rows)
    return _grown(intake, area, growth, rules), (growth,)


def _grown(intake: Intake, area: AreaAnswer, growth: Reading, rules: RuleSet) -> Intake | None:
    """The area larger by the rule's share; None where it is the whole scalp, or nothing is bare."""
    if WHOLE_SCALP in zones_named(area, rules):
        return None
    coverage, _ = assess_coverage(intake, rules)
    whole = zone_reading(WHOLE_SCALP, rules).number
    larger = min(coverage.area.bare_cm2.typical * (1 + growth.number), whole)
    if larger <= coverage.area.bare_cm2.typical:
        return None
    measured = Measured(cm2=rounded(larger, STEP_CM2), by=area.measured.by if area.measured else None)
    return replace(intake, area=replace(area, measured=measured))


def question_of(intake: Intake, moved: Intake, words: WhatIfRule, rules: RuleSet) -> str:
    """The question, with the stage that is counted; with how much the area grows where there is no stage."""
    stages = [
        _(name, stage=stage_name(later))
        for scale, name in STAGES
        if (later := getattr(moved.area, scale)) and later != getattr(intake.area, scale)
    ]
    if stages:
        return fill(words.to_stage or words.say, stage=listed(stages))
    growth = rules.coverage.next_stage.growth.read().number
    return fill(words.to_larger or words.say, growth=per_cent(growth))


def work_compared(now: Course, later: Course, rules: RuleSet) -> Mapping[str, Change]:
    """The work now and then, each figure with its range, by name: area, dots, visits, hours."""
    names = rules.what_if.names
    both = zip(_work(now), _work(later), strict=True)
    return {name: Change(names[name], before, after) for (name, before), (_same, after) in both}


def _work(course: Course) -> Iterator[tuple[str, str]]:
    in_full = course.visits.planned.in_full
    yield "area", planned_area(course.ground.coverage.area.cm2)
    yield "dots", planned(course.ground.dots.total)
    yield "visits", planned(in_full.count)
    yield "hours", planned(in_full.chair_hours)
