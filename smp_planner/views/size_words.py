"""A size in words, in cm or in inches as the tape of the page has it."""

from __future__ import annotations

from smp_planner.domain.quantities import Number
from smp_planner.domain.tape import INCHES, TOLD_AS, on_tape, tape_now
from smp_planner.domain.words import number, unit_word
from smp_planner.language.texts import _


def size_told(*sides: Number, unit: str = "cm") -> str:
    """A length, length by width, or an area (`unit` is then "cm2")."""
    told = unit_word(TOLD_AS[unit] if tape_now() == INCHES else unit)
    by = _(" by ").join(number(on_tape(side, unit)) for side in sides)
    return f"{by} {told}"
