"""Loss that moves on: the same person one stage on, or with a larger area, and what that takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from smp_planner.domain.course import STEP_CM2
from smp_planner.domain.intake import WHOLE_SCALP, AreaAnswer, Intake, Measured
from smp_planner.domain.plan import Change
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Estimate, rounded
from smp_planner.domain.words import SCALES, fill, listed, per_cent, planned, planned_area, stage_told
from smp_planner.planner.course import lay_ground
from smp_planner.planner.course_parts import Course, Ground
from smp_planner.planner.coverage.answers import covers_scars_alone, usual_scar_alone, zones_named
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.coverage.cells import zone_reading
from smp_planner.planner.sessions.plan import PlannedVisits, plan_visits
from smp_planner.rules.ruleset import RuleSet
from smp_planner.rules.shapes.claims import WhatIfRule

WORK = ("area", "dots", "visits", "hours")


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
    bare = assess_coverage(intake, rules)[0].area.bare_cm2
    larger = min(bare.typical * (1 + growth.number), zone_reading(WHOLE_SCALP, rules).number)
    if larger <= bare.typical:
        return None
    return _measuring(intake, Measured(cm2=larger, by=area.measured.by if area.measured else None))


def _measuring(intake: Intake, measured: Measured) -> Intake:
    told = replace(measured, cm2=rounded(measured.cm2 or 0, STEP_CM2))
    return replace(intake, area=replace(intake.area, measured=told))


def ends_of_growth(intake: Intake, moved: Intake, rules: RuleSet) -> tuple[Intake, ...]:
    """The same person with the smallest and the largest area that an area without a stage may grow to."""
    if moved.area.measured is None:
        return ()
    growth, whole = rules.coverage.next_stage.growth.read(), zone_reading(WHOLE_SCALP, rules).number
    bare = assess_coverage(intake, rules)[0].area.bare_cm2
    ends = (bare.low * (1 + growth.low), bare.high * (1 + growth.high))
    return tuple(_measuring(moved, Measured(cm2=min(end, whole))) for end in ends)


def question_of(intake: Intake, moved: Intake, words: WhatIfRule, rules: RuleSet) -> str:
    """The question, with the stage that is counted; with how much the area grows where there is no stage."""
    stages = [
        stage_told(scale, later)
        for scale in SCALES
        if (later := getattr(moved.area, scale)) and later != getattr(intake.area, scale)
    ]
    if stages:
        return fill(words.to_stage or words.say, stage=listed(stages))
    growth = rules.coverage.next_stage.growth.read().number
    return fill(words.to_larger or words.say, growth=per_cent(growth))


def work_compared(now: Course, later: Course, ends: Sequence[Intake], rules: RuleSet) -> Mapping[str, Change]:
    """The work now and then, each figure with its range, by name: area, dots, visits, hours.

    `ends` are the smallest and the largest area then, where the loss goes on to no stage.
    """
    names, before = rules.what_if.names, _work(now.ground, now.visits.planned)
    then = _work(later.ground, later.visits.planned)
    grounds = [lay_ground(end, rules) for end in ends]
    for ground in grounds:
        other = _work(ground, plan_visits(ground.coverage, ground.dots, ground.drivers, rules))
        then = tuple(map(_wider, then, other))
    if grounds:
        then = tuple(map(_never_less, before, then))
    both = zip(WORK, before, then, strict=True)
    return {name: Change(names[name], _told(name, mine), _told(name, theirs)) for name, mine, theirs in both}


def _work(ground: Ground, visits: PlannedVisits) -> tuple[Estimate, ...]:
    in_full = visits.in_full
    return ground.coverage.area.cm2, ground.dots.total, in_full.count, in_full.chair_hours


def _wider(one: Estimate, other: Estimate) -> Estimate:
    """The same figure with ends that hold both."""
    return one._replace(low=min(one.low, other.low), high=max(one.high, other.high))


def _never_less(now: Estimate, then: Estimate) -> Estimate:
    """The figure with ends of which none is below that of now: more area never takes less."""
    return then._replace(low=min(max(now.low, then.low), then.typical), high=max(now.high, then.high))


def _told(name: str, figure: Estimate) -> str:
    return planned_area(figure) if name == "area" else planned(figure)
