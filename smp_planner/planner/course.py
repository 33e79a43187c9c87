"""One course of SMP from area to money, in four parts: the ground, the visits, the checks, the money.

A what-if plans anew only from the part on that its change touches; what comes before is the
same course and is not worked out twice.
"""

from __future__ import annotations

from smp_planner.domain.findings import Suitability
from smp_planner.domain.intake import AreaAnswer, Intake, but_density
from smp_planner.planner.aftercare.lengths import care_lengths, measure_lengths
from smp_planner.planner.aftercare.season import in_season
from smp_planner.planner.appointments.diary import Diary
from smp_planner.planner.appointments.long_enough import minutes_of
from smp_planner.planner.course_parts import Assumptions, Checks, Course, Ground, Money, Visits
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.decided import Decided
from smp_planner.planner.dots.count import count_dots
from smp_planner.planner.drivers import find_drivers
from smp_planner.planner.sessions.plan import PlannedVisits, plan_visits
from smp_planner.planner.suitability.young_scars import first_day_to_plan, scar_wait
from smp_planner.planner.years.asked import Work
from smp_planner.planner.years.clinic_cost import clinic_cost
from smp_planner.planner.years.price_list import ScarWork
from smp_planner.planner.years.prices import estimate_price
from smp_planner.planner.years.touch_ups import schedule_touch_ups
from smp_planner.rules.clinic_days import clinic_days
from smp_planner.rules.ruleset import RuleSet


def plan_course(
    intake: Intake,
    suitability: Suitability,
    rules: RuleSet,
    assumptions: Assumptions,
    *,
    ground: Ground | None = None,
    visits: Visits | None = None,
    checks: Checks | None = None,
    diary: Diary | None = None,
) -> Course:
    """Plan area, dots, visits, dates, touch-ups and money; parts that are given stay as they are.

    A diary that is given is one of the same calendar and the same wait.

    Raises IntakeError when no appointment is possible. Open health questions leave the money out.
    """
    ground = ground or lay_ground(intake, rules)
    diary = diary or open_diary(intake, rules)
    visits = visits or plan_dated_visits(ground, diary, rules, assumptions)

    def find_checks() -> Checks:
        return checks or plan_checks(ground, visits, rules, assumptions)

    def find_money(checks: Checks) -> Money:
        return plan_money(intake.area, suitability, ground, visits, checks, rules, assumptions)

    return Course(ground=ground, visits=visits, diary=diary, plan_checks=find_checks, plan_money=find_money)


def lay_ground(intake: Intake, rules: RuleSet, decided: Decided | None = None) -> Ground:
    """Coverage, dots and the drivers that follow from them and from the other answers."""
    decided = decided or Decided()
    coverage, tell_area = decided.take(assess_coverage, but_density(intake), rules)
    dots, tell_dots = count_dots(intake, coverage, rules)
    drivers = find_drivers(
        intake, rules, treated_cm2=coverage.area.cm2.typical, dots_per_cm2=dots.per_cm2.typical
    )
    in_their_season = in_season(drivers, first_day_to_plan(intake, rules), rules)
    care = decided.take(measure_lengths, in_their_season, rules)
    return Ground(coverage=coverage, dots=dots, drivers=drivers, care=care, told=(tell_area, tell_dots))


def open_diary(intake: Intake, rules: RuleSet, decided: Decided | None = None) -> Diary:
    """The days of somebody's courses, looked for in their calendar."""
    return (decided or Decided()).take(Diary, intake.calendar, scar_wait(intake, rules), rules)


def plan_dated_visits(ground: Ground, diary: Diary, rules: RuleSet, assumptions: Assumptions) -> Visits:
    """The visits of the course, each with its day."""
    planned = plan_visits(
        ground.coverage, ground.dots, ground.drivers, rules, extra_sessions=assumptions.extra_sessions
    )
    minutes = needed_minutes(planned, rules)
    dates, tell_dates = diary.days(planned.count, care_lengths(ground.care), minutes, assumptions.kept)
    return Visits(planned=planned, dates=dates, told=(planned.tell, tell_dates), rules=rules)


def needed_minutes(planned: PlannedVisits, rules: RuleSet) -> tuple[int, ...]:
    """The minutes in a row that each visit takes, where the clinic's file names its hours; else none."""
    return minutes_of(planned.hours) if clinic_days(rules).opening is not None else ()


def plan_checks(ground: Ground, visits: Visits, rules: RuleSet, assumptions: Assumptions) -> Checks:
    """Touch-ups after the last visit."""
    last_on = visits.dates.dates[-1]
    touch_ups, tell = schedule_touch_ups(
        last_on,
        ground.drivers,
        rules,
        only_scars=ground.coverage.only_scars,
        fades_fast=assumptions.fades_fast,
    )
    return Checks(touch_ups=touch_ups, told=(tell,))


def plan_money(
    answer: AreaAnswer,
    suitability: Suitability,
    ground: Ground,
    visits: Visits,
    checks: Checks,
    rules: RuleSet,
    assumptions: Assumptions,
) -> Money:
    """What the visits and the touch-ups cost."""
    if not suitability.checked:
        return Money(cost=None, told=())
    coverage = ground.coverage
    if rules.asks is not None:
        cost, tell = clinic_cost(
            Work(answer, coverage, visits.planned, assumptions.extra_sessions),
            rules.asks,
            touch_ups=checks.touch_ups,
            rules=rules,
            price_rise=assumptions.price_rise,
        )
        return Money(cost=cost, told=(tell,))
    cost, tell = estimate_price(
        coverage.area,
        scars=ScarWork(coverage.scar_cm2, coverage.added_scars_cm2, alone=coverage.only_scars),
        session_count=visits.planned.count,
        touch_ups=checks.touch_ups,
        rules=rules,
        extra_visits=assumptions.extra_sessions,
        price_rise=assumptions.price_rise,
    )
    return Money(cost=cost, told=(tell,))
