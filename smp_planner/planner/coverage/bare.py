"""The bare area of one person, in cells: by stage and zone, as measured, or not known.

A measurement beats a stage; with zones the larger of the two counts; the whole scalp holds all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from smp_planner.domain.intake import AreaAnswer, Intake, Measured
from smp_planner.domain.provenance import Reading
from smp_planner.planner.coverage.cells import (
    MEASURED,
    WHOLE_SCALP,
    Cell,
    refitted,
    say_of,
    stages_of,
    union_of,
    zone_reading,
)
from smp_planner.planner.coverage.extents import ZERO, Extent, exactly, extent_of, total
from smp_planner.rules.ruleset import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """The bare area in cells, the zones it was asked for by, and the sentence behind it."""

    cells: tuple[Cell, ...]
    zones: tuple[str, ...]
    because: Reading
    why_wide: str

    @property
    def cm2(self) -> Extent:
        """The bare union in cm2."""
        return total(cell.cm2 for cell in self.cells)

    @property
    def whole_scalp(self) -> bool:
        """Whether it is the whole scalp."""
        return any(cell.zone == WHOLE_SCALP for cell in self.cells)


def area_unknown(area: AreaAnswer) -> bool:
    """Whether the person named no stage, zone, measurement or scar at all."""
    return not (area.norwood or area.ludwig or area.zones or area.measured or area.scars)


def find_bare(intake: Intake, rules: RuleSet) -> Bare:
    """The bare area of the answers, in cells that don't overlap."""
    area, notes = intake.area, rules.coverage.notes
    if area_unknown(area):
        return _unsure(intake, rules)
    whole = WHOLE_SCALP in area.zones
    if area.measured is not None and not whole:
        return _measured(area, area.measured, rules)
    stages = () if whole else stages_of(area, rules)
    cells = union_of(area.zones, stages, rules)
    named = "because_whole" if whole else "because_named"
    because = notes[named if cells else "because_scars"].read()
    why_wide = notes["wide_stage" if stages else "wide"].say
    return Bare(cells=cells, zones=area.zones, because=because, why_wide=why_wide)


def measured_cm2(measured: Measured) -> Decimal:
    """A measurement in cm2: given as such, or length times width in cm."""
    if measured.cm2 is not None:
        return Decimal(measured.cm2)
    assert measured.length_cm is not None, "a measurement is cm2, or length and width"
    assert measured.width_cm is not None, "a measurement is cm2, or length and width"
    return Decimal(measured.length_cm) * Decimal(measured.width_cm)


def _measured(area: AreaAnswer, measured: Measured, rules: RuleSet) -> Bare:
    notes, size = rules.coverage.notes, exactly(measured_cm2(measured))
    stage = " and ".join(label for label, _ in stages_of(area, rules))
    aside = " " + notes["measurement_beats_stage"].say.format(stage=stage) if stage else ""
    rests = (rules.intake.accepted.area_cm2.read(), notes["measurement_beats_stage"].read())
    usual = union_of(area.zones, (), rules)
    if usual:
        because, cells = "because_zones_and_measured", _in_zones(usual, size, rules)
    else:
        cell = Cell(zone=MEASURED, cm2=size, why=notes["part_measured"].say, rules=())
        because, cells = "because_measured", (cell,)
    return Bare(
        cells=tuple(replace(c, why=c.why + aside, rules=(*c.rules, *rests)) for c in cells),
        zones=area.zones,
        because=notes[because].read(),
        why_wide=notes["wide"].say,
    )


def _in_zones(usual: tuple[Cell, ...], size: Extent, rules: RuleSet) -> tuple[Cell, ...]:
    """The zones named, grown to the measured size where that is the larger."""
    union = total(cell.cm2 for cell in usual)
    note = "part_measured_zone" if size.typical >= union.typical else "measured_smaller"
    grown = refitted(usual, union.at_least(size))
    return tuple(replace(cell, why=say_of(cell.zone, note, rules)) for cell in grown)


def _unsure(intake: Intake, rules: RuleSet) -> Bare:
    """The zones of the person's goals; the low end is the smallest of these zones alone."""
    wanted, notes = rules.coverage.when_unsure, rules.coverage.notes
    zones = tuple(dict.fromkeys(zone for goal in intake.goals for zone in wanted[goal]))
    usual = union_of(zones, (), rules)
    smallest = min((extent_of(zone_reading(zone, rules)).low for zone in zones), default=ZERO)
    note = notes["part_unsure"].read()
    cells = tuple(
        replace(cell, why=say_of(cell.zone, "part_unsure", rules), rules=(*cell.rules, note))
        for cell in refitted(usual, replace(total(cell.cm2 for cell in usual), low=smallest))
    )
    because = notes["wide_unsure" if cells else "because_scars"].read()
    return Bare(cells=cells, zones=zones, because=because, why_wide=notes["wide_unsure"].say)
