"""How large a measured area is, and how far it may be off where it was estimated at home."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.intake import AT_HOME, BEGUN_SIZE, Measured
from smp_planner.domain.provenance import Reading
from smp_planner.planner.coverage.extents import Extent, exactly
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet


class Size(NamedTuple):
    """A measured area in cm2, and the rule of how far it may be off; None where it counts as exact."""

    cm2: Extent
    may_be_off: Reading | None


def size_of(measured: Measured, rules: RuleSet) -> Size:
    """The area with its span: a share either way (data/coverage.yaml) where it was estimated at home.

    The high end is no more than a whole scalp, unless the estimate itself is.
    """
    cm2 = measured_cm2(measured)
    if measured.by not in AT_HOME:
        return Size(exactly(cm2), None)
    share = rules.coverage.at_home.may_be_off.rows[measured.by].read()
    off = cm2 * share.number
    most = Decimal(rules.coverage.blend_band.treated_most_cm2.read().number)
    return Size(Extent(cm2 - off, cm2, max(cm2, min(cm2 + off, most))), share)


def told_of_tape(measured: Measured, rules: RuleSet) -> tuple[Saying, ...]:
    """What is said of an area by tape measure, which has no band; an estimate at home has one instead."""
    notes = rules.coverage.notes
    if measured.by == BEGUN_SIZE:
        return (notes["by_nobody"],)
    if measured.by is not None:
        return ()
    return (notes["by_tape"],) if measured.cm2 is not None else (notes["by_tape"], notes["by_box"])


def measured_cm2(measured: Measured) -> Decimal:
    """A measurement in cm2: given as such, or length times width in cm."""
    if measured.cm2 is not None:
        return Decimal(measured.cm2)
    assert measured.length_cm is not None, "a measurement is cm2, or length and width"
    assert measured.width_cm is not None, "a measurement is cm2, or length and width"
    return Decimal(measured.length_cm) * Decimal(measured.width_cm)
