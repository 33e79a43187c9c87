"""How large the treated area is: the bare union, a soft edge around it, and scars.

Treated = bare + factor x square root of bare, up to a most (data/coverage.yaml); the whole scalp
has no edge to blend, a scar has its margin instead. All areas in cm2.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from smp_planner.domain.course import Area, AreaPart
from smp_planner.domain.intake import WHOLE_SCALP, Intake
from smp_planner.domain.provenance import Reading, Step, Telling
from smp_planner.domain.quantities import Number, rounded
from smp_planner.planner.coverage.answers import scar_left_out
from smp_planner.planner.coverage.bare import Bare, find_bare
from smp_planner.planner.coverage.cells import Cell, refitted, zone_reading
from smp_planner.planner.coverage.extents import (
    FINE,
    NOTHING,
    Extent,
    estimate,
    exactly,
    extent_of,
    reported,
    total,
)
from smp_planner.planner.coverage.scars import ScarArea, find_scars
from smp_planner.planner.drivers import is_large_stage
from smp_planner.rules.ruleset import RuleSet

STEP_CM2 = "0.1"  # areas are reported to a tenth of a cm2
BAND = "blend_band"


class Coverage(NamedTuple):
    """The treated area as reported (`area`), and its exact parts for the steps that follow, in cm2.

    `treated_cm2` is the bare union, its blend band and the scars; scars inside add nothing.
    """

    area: Area
    cells: tuple[Cell, ...]
    band_cm2: Extent
    scars: tuple[ScarArea, ...]
    scars_inside: bool
    large_stage: bool
    bare_cm2: Extent
    treated_cm2: Extent

    @property
    def added_scars_cm2(self) -> Extent:
        """Scars with their margins, exact; nothing where they lie inside the area."""
        return NOTHING if self.scars_inside else total(scar.cm2 for scar in self.scars)

    @property
    def scar_cm2(self) -> Number:
        """The typical area that scars with their margins add, as reported."""
        return rounded(self.added_scars_cm2.typical, STEP_CM2)

    @property
    def only_scars(self) -> bool:
        """Whether nothing but scars is covered."""
        return bool(self.scars) and not self.scars_inside and not self.bare_cm2.typical

    @property
    def whole_scalp(self) -> bool:
        """Whether the whole scalp is covered."""
        return any(cell.zone == WHOLE_SCALP for cell in self.cells)


def assess_coverage(intake: Intake, rules: RuleSet) -> tuple[Coverage, Telling]:
    """The area to treat in cm2, low, typical and high, with its parts and why they count."""
    bare, scars = find_bare(intake, rules), find_scars(intake, rules)
    cells, band = _with_band(bare, rules, measured=intake.area.measured is not None)
    inside = any(zone in rules.coverage.scar.inside for zone in bare.zones)
    parts = tuple(_parts(cells, band, scars, rules, inside=inside))
    if scar_left_out(intake, rules) and not inside:
        parts += (_scar_left_out(rules),)
    bare_cm2 = total(cell.cm2 for cell in cells)
    coverage = Coverage(
        area=_area(parts, bare_cm2, bare.why_wide),
        cells=cells,
        band_cm2=band,
        scars=scars,
        scars_inside=inside,
        large_stage=is_large_stage(intake.area, rules),
        bare_cm2=bare_cm2,
        treated_cm2=total(part.cm2 for part in parts),
    )
    return coverage, partial(_steps, coverage.area, parts, bare, rules)


# --- the blend band -----------------------------------------------------------------------


def _with_band(bare: Bare, rules: RuleSet, *, measured: bool) -> tuple[tuple[Cell, ...], Extent]:
    """The cells and the band around them.

    Near the whole scalp there is less and less room for a band. There the ends of the cells give
    way to it, so that cells, band and sum all run from less to more.
    """
    cm2 = bare.cm2
    if bare.whole_scalp:
        return bare.cells, NOTHING
    room = _blended(cm2, _most(rules, measured=measured), rules).minus(cm2)
    band = Extent(min(room.low, room.typical), room.typical, max(room.high, room.typical))
    return refitted(bare.cells, cm2.plus(room.minus(band))), band


def _most(rules: RuleSet, *, measured: bool) -> Extent:
    """The most that bare area and band come to: measured the rule's, else no more than a whole scalp."""
    most = exactly(rules.coverage.blend_band.treated_most_cm2.read().number)
    return most if measured else most.at_most(extent_of(zone_reading(WHOLE_SCALP, rules)))


def _blended(bare: Extent, most: Extent, rules: RuleSet) -> Extent:
    factor = Decimal(rules.coverage.blend_band.factor.read().number)
    roots = Extent(bare.low.sqrt(), bare.typical.sqrt(), bare.high.sqrt())
    return bare.plus(roots.times(factor)).at_most(most).at_least(bare)


# --- what is reported ---------------------------------------------------------------------


class _Part(NamedTuple):
    """A part of the treated area before it is rounded."""

    id: str
    cm2: Extent
    why: str
    rules: tuple[Reading, ...]


def _parts(
    cells: tuple[Cell, ...], band: Extent, scars: tuple[ScarArea, ...], rules: RuleSet, *, inside: bool
) -> Iterator[_Part]:
    for cell in cells:
        yield _Part(cell.zone, cell.cm2, cell.why, cell.rules)
    if band.high > FINE:
        yield _Part(BAND, band, rules.coverage.notes["part_band"].say, _band_rules(rules))
    for number, scar in enumerate(scars, start=1):
        if inside:
            note = rules.coverage.notes["part_scar_inside"]
            yield _Part(f"scar_{number}", NOTHING, note.say.format(number=number), (note.read(),))
        else:
            yield _Part(f"scar_{number}", scar.cm2, scar.why, scar.rules)


def _scar_left_out(rules: RuleSet) -> _Part:
    """A scar without a size: it takes no area of this plan, and the plan says so."""
    note = rules.coverage.notes["part_scar_left_out"]
    return _Part("scar_1", NOTHING, note.say, (note.read(),))


def _band_rules(rules: RuleSet) -> tuple[Reading, ...]:
    band = rules.coverage.blend_band
    return band.factor.read(), band.treated_most_cm2.read()


def _area(parts: tuple[_Part, ...], bare: Extent, why_wide: str) -> Area:
    extents = reported([part.cm2 for part in parts], STEP_CM2)
    return Area(
        cm2=estimate(total(extents), "cm2", STEP_CM2, why_wide),
        bare_cm2=estimate(bare, "cm2", STEP_CM2, why_wide),
        parts=tuple(
            AreaPart(id=part.id, cm2=estimate(extent, "cm2", STEP_CM2, why_wide), why=part.why)
            for part, extent in zip(parts, extents, strict=True)
        ),
    )


def _steps(area: Area, parts: tuple[_Part, ...], bare: Bare, rules: RuleSet) -> Iterator[Step]:
    fields = tuple(f"area.parts.{part.id}" for part in parts)
    for field, part, shown in zip(fields, parts, area.parts, strict=True):
        yield Step(field=field, value=shown.cm2, because=part.why, rules=part.rules)
    note = rules.coverage.notes["because_treated"]
    yield Step(
        field="area.bare_cm2",
        value=area.bare_cm2,
        because=str(bare.because.value),
        rules=(bare.because,),
        uses=fields[: len(bare.cells)],
    )
    yield Step(
        field="area.cm2",
        value=area.cm2,
        because=note.say,
        rules=(note.read(), *_band_rules(rules)),
        uses=("area.bare_cm2", *fields),
    )
