"""How many of 100 people, told whole: some but not one of them is "fewer than 1", wherever it is told."""

from __future__ import annotations

from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.words import number
from smp_planner.language.texts import N_, _

ALL_COUNTED = 100
FEW, MANY = N_("fewer than 1"), N_("more than 99")


def whole_people(count: Number) -> str:
    """So many whole people; under one it is not one yet, and over 99 not all of them."""
    if is_few(count):
        return _(FEW)
    return _(MANY) if is_few(ALL_COUNTED - count) else number(rounded(count))


def is_few(count: Number) -> bool:
    """Whether it is some people, but not one in a hundred."""
    return 0 < count < 1
