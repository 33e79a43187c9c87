"""The area of a healthy adult under the packaged rules, for tests of what is treated.

Treated = bare + 2.5 x square root of bare. Typical zones in cm2: hairline 20, front with it 100,
midscalp 60, crown 40, sides 110, donor 200, whole scalp 500 (450 to 600).
"""

from __future__ import annotations

from decimal import Decimal

from smp_planner.domain.course import AreaPart
from smp_planner.domain.intake import AreaAnswer, Scar
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.planner.coverage.assess import Coverage, assess_coverage
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult

D = Decimal
LINE_SCAR = Scar(length_cm=20, width_cm=D("0.2"))  # with 2 cm on each side: 24 x 4.2 = 100.8 cm2

Ends = tuple[Number, Number, Number]


def covered(rules: RuleSet, *, goals: tuple[str, ...] = ("shaved_look",), **area: object) -> Coverage:
    return assess_coverage(adult(goals=goals, area=AreaAnswer(**area)), rules)[0]  # pyright: ignore[reportArgumentType]


def steps_of(rules: RuleSet, area: AreaAnswer) -> dict[str, Step]:
    return {step.field: step for step in assess_coverage(adult(area=area), rules)[1]()}


def ends(figure: Estimate) -> Ends:
    return figure.low, figure.typical, figure.high


def parts(coverage: Coverage) -> dict[str, AreaPart]:
    return {part.id: part for part in coverage.area.parts}


def sizes(coverage: Coverage) -> dict[str, Number]:
    return {part.id: part.cm2.typical for part in coverage.area.parts}
