"""Sizes as somebody's tape has them: in cm and cm2, or in inches and square inches.

Answers, rules and plans hold cm and cm2. Only a page asks and tells in inches. Like what is spoken, the
tape is set once where a person comes in, and read wherever a size that they gave is told to them.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from smp_planner.domain.quantities import CM2_PER_IN2, CM_PER_INCH, Number, rounded

Tape = Literal["cm", "in"]
CM: Tape = "cm"
INCHES: Tape = "in"
TOLD_AS = {"cm": "inches", "cm2": "in2"}
"""By a unit of the rules, how the same is told on a tape in inches."""
HALF_INCH = "0.5"  # as round as a length to begin with is told
FINE = "0.01"  # sizes are asked and kept to a hundredth of their unit
OF_AN_INCH = ("0.0625", FINE)  # a tape has sixteenths
_PER_INCH: Mapping[str, Decimal] = {"cm": CM_PER_INCH, "cm2": CM2_PER_IN2}
_TAPE: ContextVar[Tape] = ContextVar("tape", default=CM)

tape_now = _TAPE.get


@contextmanager
def measuring(tape: Tape) -> Generator[None]:
    """Tell sizes by this tape inside the block."""
    before = _TAPE.set(tape)
    try:
        yield
    finally:
        _TAPE.reset(before)


def from_inches(size: Number, unit: str) -> Number:
    """Inches as cm, or square inches as cm2, to a hundredth."""
    return rounded(size * _PER_INCH[unit], FINE)


def round_on(tape: Tape, cm: Number) -> Number:
    """A length in cm to begin with, such that the tape reads it as a round number; of inches, in halves."""
    return cm if tape == CM else from_inches(rounded(Decimal(cm) / CM_PER_INCH, HALF_INCH), "cm")


def in_inches(size: Number, unit: str) -> Number:
    """Cm as inches, or cm2 as square inches: in sixteenths where they come to the same, else in hundredths.

    So what was read from a tape in inches is found again.
    """
    exact, kept = Decimal(size) / _PER_INCH[unit], rounded(Decimal(size), FINE)
    told = [rounded(exact, step) for step in OF_AN_INCH]
    return next((inches for inches in told if from_inches(inches, unit) == kept), told[-1])


def on_tape(size: Number, unit: str) -> Number:
    """A size in cm or cm2 as the tape has it; any other figure as it is."""
    return in_inches(size, unit) if unit in TOLD_AS and tape_now() == INCHES else size


def limits_on_tape(low: Number, high: Number, unit: str) -> tuple[Number, Number, str]:
    """What is accepted, with its unit, as the tape has it; to a hundredth that is itself accepted."""
    if unit not in TOLD_AS or tape_now() != INCHES:
        return low, high, unit
    least = (Decimal(low) / _PER_INCH[unit]).quantize(Decimal(FINE), ROUND_CEILING)
    most = (Decimal(high) / _PER_INCH[unit]).quantize(Decimal(FINE), ROUND_FLOOR)
    return rounded(least, FINE), rounded(most, FINE), TOLD_AS[unit]
