"""How dense the dots are: a look, a number of the person's own, or the planned look with its ends."""

from __future__ import annotations

from decimal import Decimal

from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import spread
from smp_planner.domain.words import fill
from smp_planner.planner.coverage.extents import Extent, exactly
from smp_planner.rules.ruleset import RuleSet


def choose_density(intake: Intake, rules: RuleSet) -> tuple[Extent, tuple[Reading, ...]]:
    """Dots per cm2, and the rules behind them.

    A choice has no spread; where nobody said, the other looks are the ends.
    """
    looks = rules.density.looks.rows
    if intake.density is None:
        readings = tuple(row.read() for row in looks.values())
        typical = Decimal(looks[rules.density.unsure_look].read().number)
        low, high = spread(typical, (reading.number for reading in readings))
        return Extent(Decimal(low), typical, Decimal(high)), readings
    if isinstance(intake.density, str):
        look = looks[intake.density].read()
        return exactly(look.number), (look,)
    return exactly(intake.density), (rules.intake.accepted.dots_per_cm2.read(),)


def why_density(intake: Intake, rules: RuleSet) -> str:
    """The sentence that says why it is this density."""
    notes, names = rules.density.notes, rules.intake.in_a_line["density"]
    if intake.density is None:
        return fill(notes["look_unsure"].say, look=names[rules.density.unsure_look])
    if isinstance(intake.density, str):
        look = rules.density.looks.rows[intake.density].read()
        return fill(notes["chosen_look"].say, look=names[intake.density], low=look.low, high=look.high)
    return fill(notes["chosen_number"].say, number=intake.density)
