"""The visits of a healthy adult with some answers changed, for tests of their number and their hours."""

from __future__ import annotations

from decimal import Decimal

from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Scar
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.dots.count import count_dots
from smp_planner.planner.drivers import find_drivers
from smp_planner.planner.sessions.plan import VisitCourse, plan_visits
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult

D = Decimal

LINE_SCAR = Scar(length_cm=20, width_cm=D("0.2"))
NONE: frozenset[str] = frozenset()

Ends = tuple[Number, Number, Number]


def course(rules: RuleSet, intake: Intake, extra: int = 0) -> tuple[VisitCourse, dict[str, Step]]:
    coverage, _ = assess_coverage(intake, rules)
    dots, _ = count_dots(intake, coverage, rules)
    drivers = find_drivers(
        intake, rules, treated_cm2=coverage.area.cm2.typical, dots_per_cm2=dots.per_cm2.typical
    )
    more = {"extra_sessions": extra} if extra else {}
    found = plan_visits(coverage, dots, drivers, rules, **more)
    return found.in_full, {step.field: step for step in found.tell()}


def planned(rules: RuleSet, extra: int = 0, **answers: object) -> VisitCourse:
    return course(rules, adult(**answers), extra)[0]


def measured(cm2: int) -> AreaAnswer:
    return AreaAnswer(measured=Measured(cm2=cm2))


def ends(figure: Estimate) -> Ends:
    return figure.low, figure.typical, figure.high
