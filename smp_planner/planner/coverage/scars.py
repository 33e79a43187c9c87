"""Scars: the scar itself and its margin of pigment, in cm2."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.intake import BEGUN_SIZE, Intake, Scar, ScarPlace
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number, rounded, spread
from smp_planner.domain.words import fill
from smp_planner.planner.coverage.answers import takes_usual_scar
from smp_planner.planner.coverage.extents import Extent, exactly, extent_of
from smp_planner.rules.ruleset import RuleSet

HUNDREDTHS = "0.01"  # of a cm: as exactly as a scar is told


class ScarArea(NamedTuple):
    """One scar: itself and the margin around it in cm2, why it counts, its rules, and where it was told."""

    own_cm2: Extent
    margin_cm2: Extent
    why: str
    rules: tuple[Reading, ...]
    place: ScarPlace | None = None

    @property
    def cm2(self) -> Extent:
        """Scar and margin together."""
        return self.own_cm2.plus(self.margin_cm2)


def find_scars(intake: Intake, rules: RuleSet) -> tuple[ScarArea, ...]:
    """The scars named; one of the usual size where a scar is to be hidden that was not measured."""
    if takes_usual_scar(intake):
        return (_usual(rules),)
    return tuple(_scar(scar, number, rules) for number, scar in enumerate(intake.area.scars, start=1))


def _scar(scar: Scar, number: int, rules: RuleSet) -> ScarArea:
    if scar.by == BEGUN_SIZE:
        return _usual(rules)._replace(place=scar.place)
    margin = rules.coverage.scar.margin_cm.read()
    treated = exactly(_treated(scar.length_cm, scar.width_cm, margin.number))
    own = exactly(_treated(scar.length_cm, scar.width_cm, 0))
    why = fill(
        rules.coverage.notes["part_scar"].say,
        number=number,
        length=rounded(scar.length_cm, HUNDREDTHS),
        width=rounded(scar.width_cm, HUNDREDTHS),
        margin=margin.number,
    )
    return ScarArea(own, treated.minus(own), why=why, rules=(margin,), place=scar.place)


def _treated(length: Number, width: Number, margin: Number) -> Decimal:
    """Length and width in cm, each with the margin at both ends: cm2."""
    return Decimal(length + 2 * margin) * Decimal(width + 2 * margin)


def _usual(rules: RuleSet) -> ScarArea:
    scar, note = rules.coverage.scar, rules.coverage.notes["part_scar_unsure"]
    length, width, margin = scar.length_cm.read(), scar.width_cm.read(), scar.margin_cm.read()
    own = _usual_extent(length, width, 0)
    why = fill(note.say, length=length.number, width=width.number, margin=margin.number)
    treated = _usual_extent(length, width, margin.number)
    rests = (length, width, margin, note.read())
    return ScarArea(own_cm2=own, margin_cm2=treated.minus(own), why=why, rules=rests)


def _usual_extent(length: Reading, width: Reading, margin: Number) -> Extent:
    """The usual scar in cm2; its length and its width move one at a time."""
    long, wide = extent_of(length), extent_of(width)
    typical = _treated(long.typical, wide.typical, margin)
    by_length = [_treated(end, wide.typical, margin) for end in (long.low, long.high)]
    by_width = [_treated(long.typical, end, margin) for end in (wide.low, wide.high)]
    low, high = spread(typical, by_length + by_width)
    return Extent(Decimal(low), typical, Decimal(high))
