"""How dense the dots are: a look, a number of the person's own, or the planned look with its ends."""

from __future__ import annotations

from decimal import Decimal

from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import spread
from smp_planner.domain.words import fill
from smp_planner.planner.coverage.extents import Extent, exactly
from smp_planner.rules.ruleset import RuleSet


def choose_density(intake: Intake, rules: RuleSet) -> tuple[Extent, str, tuple[Reading, ...]]:
    """Dots per cm2, the sentence that says why, and the rules behind it.

    A choice has no spread; where nobody said, the other looks are the ends.
    """
    looks, notes = rules.density.looks.rows, rules.density.notes
    names = rules.intake.in_a_line["density"]
    if intake.density is None:
        planned = rules.density.unsure_look
        readings = tuple(row.read() for row in looks.values())
        typical = Decimal(looks[planned].read().number)
        low, high = spread(typical, (reading.number for reading in readings))
        say = fill(notes["look_unsure"].say, look=names[planned])
        return Extent(Decimal(low), typical, Decimal(high)), say, readings
    if isinstance(intake.density, str):
        look = looks[intake.density].read()
        say = fill(notes["chosen_look"].say, look=names[intake.density], low=look.low, high=look.high)
        return exactly(look.number), say, (look,)
    say = fill(notes["chosen_number"].say, number=intake.density)
    return exactly(intake.density), say, (rules.intake.accepted.dots_per_cm2.read(),)
