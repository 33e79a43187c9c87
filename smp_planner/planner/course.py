"""One course of SMP from area to money: what a plan holds, and what a what-if plans anew."""

from __future__ import annotations

from dataclasses import dataclass

from smp_planner.domain.intake import Intake
from smp_planner.domain.plan import Aftercare, Cost, Dots, Sessions, Suitability, TouchUps, Visit
from smp_planner.domain.provenance import Reading, Step
from smp_planner.domain.words import weekday_of
from smp_planner.planner.aftercare import build_aftercare, care_lengths
from smp_planner.planner.appointments import Appointments, plan_appointments
from smp_planner.planner.coverage import Coverage, assess_coverage
from smp_planner.planner.dots import count_dots
from smp_planner.planner.drivers import Drivers, find_drivers
from smp_planner.planner.prices import estimate_price
from smp_planner.planner.sessions import VisitCourse, plan_visits
from smp_planner.planner.technique import visit_focus, visit_steps
from smp_planner.planner.touch_ups import schedule_touch_ups
from smp_planner.rules.ruleset import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What a what-if changes; as it stands, nothing."""

    extra_sessions: int = 0
    fades_fast: bool = False
    price_rise: Reading | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A whole course under some assumptions."""

    coverage: Coverage
    dots: Dots
    drivers: Drivers
    sessions: Sessions
    aftercare: Aftercare
    touch_ups: TouchUps
    cost: Cost | None
    trace: tuple[Step, ...]


def plan_course(intake: Intake, suitability: Suitability, rules: RuleSet, assumptions: Assumptions) -> Course:
    """Plan area, dots, visits, dates, aftercare, touch-ups and money, in this order.

    Raises IntakeError when no appointment is possible. Without answered health questions
    there is no money in it.
    """
    coverage, area_steps = assess_coverage(intake, rules)
    dots, dot_steps = count_dots(intake, coverage, rules)
    drivers = find_drivers(
        intake, rules, treated_cm2=coverage.area.cm2.typical, dots_per_cm2=dots.per_cm2.typical
    )
    visits, visit_steps_ = plan_visits(coverage, dots, drivers, rules, extra_sessions=assumptions.extra_sessions)
    lengths = care_lengths(drivers, rules)
    count = int(visits.count.typical)
    dates, date_steps = plan_appointments(intake, count, lengths, rules)
    aftercare, care_steps = build_aftercare(intake, dates.dates, drivers, rules, lengths=lengths)
    touch_ups, touch_up_steps = schedule_touch_ups(
        dates.dates[-1], drivers, rules, fades_fast=assumptions.fades_fast
    )
    cost, cost_steps = None, ()
    if suitability.checked:
        cost, cost_steps = estimate_price(
            coverage.area,
            only_scars=coverage.only_scars,
            scar_cm2=coverage.scar_cm2,
            session_count=count,
            touch_ups=touch_ups,
            rules=rules,
            extra_visits=assumptions.extra_sessions,
            price_rise=assumptions.price_rise,
        )
    return Course(
        coverage=coverage,
        dots=Dots(per_cm2=dots.per_cm2, total=dots.total, per_session=tuple(v.dots for v in visits.visits)),
        drivers=drivers,
        sessions=_sessions(visits, dates, rules),
        aftercare=aftercare,
        touch_ups=touch_ups,
        cost=cost,
        trace=(
            area_steps + dot_steps + visit_steps_ + date_steps + care_steps + touch_up_steps + cost_steps
        ),
    )


def _sessions(visits: VisitCourse, dates: Appointments, rules: RuleSet) -> Sessions:
    count = len(visits.visits)
    items = tuple(
        Visit(
            number=number,
            date=day,
            weekday=weekday_of(day),
            earliest=dates.earliest[number - 1],
            latest=dates.latest[number - 1],
            gap_days=dates.gaps[number - 2] if number > 1 else None,
            hours=visit.hours,
            dots=visit.dots,
            share_after=visit.share_after,
            focus=visit_focus(number, count, rules),
            steps=visit_steps(number, count, rules),
            notes=dates.notes[number - 1],
        )
        for number, (day, visit) in enumerate(zip(dates.dates, visits.visits, strict=True), start=1)
    )
    return Sessions(
        count=visits.count,
        chair_hours=visits.chair_hours,
        items=items,
        last_on=dates.dates[-1],
        settled_on=dates.settled_on,
        conflicts=dates.conflicts,
        latest_start=dates.latest_start,
        notes=visits.notes,
    )
