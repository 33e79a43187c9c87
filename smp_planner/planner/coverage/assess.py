"""How large the treated area is: the bare union, a soft edge around it, and scars.

Treated = bare + factor x square root of bare, up to a most (data/coverage.yaml); the whole scalp
has no edge to blend, a scar has its margin instead. All areas in cm2.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from smp_planner.domain.course import BLEND_BAND, STEP_CM2, USUAL_SCAR, Area, AreaPart
from smp_planner.domain.intake import WHOLE_SCALP, Intake
from smp_planner.domain.provenance import Reading, Step, Telling, told_once
from smp_planner.domain.quantities import Number, rounded
from smp_planner.domain.words import fill, in_both_units, listed, planned_area
from smp_planner.planner.coverage.answers import dot_scars_alone
from smp_planner.planner.coverage.bare import Bare, find_bare
from smp_planner.planner.coverage.cells import Cell, refitted, zone_reading
from smp_planner.planner.coverage.extents import (
    FINE,
    NOTHING,
    Extent,
    estimate,
    exactly,
    extent_of,
    fitted,
    reported,
    total,
)
from smp_planner.planner.coverage.room import Taken, share_room
from smp_planner.planner.coverage.scars import ScarArea, find_scars
from smp_planner.planner.drivers import is_large_stage
from smp_planner.rules.ruleset import RuleSet


class Coverage(NamedTuple):
    """The treated area as reported (`area`), and its exact parts for the steps that follow, in cm2.

    `treated_cm2` is the bare union, its blend band and what scars add beside them. `wanted` are the
    cells and `wanted_band_cm2` the band before all is held to the size of a scalp, `most_cm2`; a measured
    area has no such most.
    """

    area: Area
    cells: tuple[Cell, ...]
    band_cm2: Extent
    scars: tuple[ScarArea, ...]
    added_scars_cm2: Extent
    held_cm2: Extent
    large_stage: bool
    bare_cm2: Extent
    treated_cm2: Extent
    wanted: tuple[Cell, ...]
    wanted_band_cm2: Extent
    most_cm2: Extent | None
    dots_alone: bool
    left_out_cm2: Number

    @property
    def scar_cm2(self) -> Number:
        """The typical area of all scars with their margins, wherever they lie, as reported."""
        return rounded(total(scar.cm2 for scar in self.scars).typical, STEP_CM2)

    @property
    def scars_inside(self) -> bool:
        """Whether scars lie in a zone that is covered; `held_cm2` is the size of that zone."""
        return self.held_cm2 != NOTHING

    @property
    def only_scars(self) -> bool:
        """Whether nothing but scars is covered; dots of an earlier FUE, which don't count, are scars too."""
        return (bool(self.scars) or self.dots_alone) and not self.scars_inside and not self.bare_cm2.typical

    @property
    def lost_in(self) -> frozenset[str]:
        """The zones of the area of loss; none where scars are all there is."""
        return frozenset() if self.only_scars else frozenset(cell.zone for cell in self.cells)

    @property
    def whole_scalp(self) -> bool:
        """Whether the whole scalp is covered."""
        return any(cell.zone == WHOLE_SCALP for cell in self.cells)


def assess_coverage(intake: Intake, rules: RuleSet) -> tuple[Coverage, Telling]:
    """The area to treat in cm2, low, typical and high, with its parts and why they count."""
    bare, scars = find_bare(intake, rules), find_scars(intake, rules)
    most = None if intake.area.measured else extent_of(zone_reading(WHOLE_SCALP, rules))
    held = total(cell.cm2 for cell in bare.cells if cell.zone in rules.coverage.scar.inside)
    band = NOTHING if bare.whole_scalp else _band(bare.cm2, rules)
    beside = _beside(scars, held)
    taken = _taken(bare.cm2, band, beside, most, rules)
    cells = refitted(bare.cells, taken.bare)
    parts = tuple(_parts(cells, taken, scars, rules, inside=held != NOTHING))
    bare_cm2 = total(cell.cm2 for cell in cells)
    coverage = Coverage(
        area=_area(parts, bare_cm2, bare.why_wide),
        cells=cells,
        band_cm2=taken.edge,
        scars=scars,
        added_scars_cm2=taken.scars,
        held_cm2=held,
        large_stage=is_large_stage(intake.area, rules),
        bare_cm2=bare_cm2,
        treated_cm2=total(part.cm2 for part in parts),
        wanted=bare.cells,
        wanted_band_cm2=taken.edge if most is None else band,
        most_cm2=most,
        dots_alone=dot_scars_alone(intake, rules),
        left_out_cm2=rounded(beside.typical - taken.scars.typical, STEP_CM2),
    )
    return coverage, told_once(partial(_steps, coverage, parts, bare, rules))


def scars_left_out(coverage: Coverage, rules: RuleSet) -> tuple[str, ...]:
    """That a part of the scars is left out, as all would be more than a whole scalp; else nothing."""
    most = coverage.most_cm2
    if most is None or not coverage.left_out_cm2:
        return ()
    whole = rounded(Decimal(coverage.area.cm2.typical) + coverage.left_out_cm2, STEP_CM2)
    sizes = {"all": whole, "most": rounded(most.typical, STEP_CM2), "cut": coverage.left_out_cm2}
    told = {name: in_both_units(cm2) for name, cm2 in sizes.items()}
    return (fill(rules.coverage.notes["scars_left_out"].say, **told),)


def _beside(scars: tuple[ScarArea, ...], held: Extent) -> Extent:
    """What scars add beside the zone that holds them, which may be too small for all.

    Where the zone may be small its low end makes room for them; its high end stays as it is.
    """
    beside = total(scar.cm2 for scar in scars).minus(held).at_least(NOTHING)
    return beside._replace(high=max(beside.typical, beside.high))


# --- the blend band, and the room for it ---------------------------------------------------


def _band(bare: Extent, rules: RuleSet) -> Extent:
    roots = Extent(bare.low.sqrt(), bare.typical.sqrt(), bare.high.sqrt())
    return roots.times(Decimal(rules.coverage.blend_band.factor.read().number))


def _taken(bare: Extent, band: Extent, scars: Extent, most: Extent | None, rules: RuleSet) -> Taken:
    """What there is room for: bare area and band up to the rule's most, all up to the size of a scalp.

    A larger measured area keeps its size.
    """
    band_most = exactly(rules.coverage.blend_band.treated_most_cm2.read().number)
    if most is None:
        with_band = bare.plus(band).at_most(band_most).at_least(bare)
        return share_room(bare, with_band, with_band.plus(scars))
    bare = bare.at_most(most)
    with_band = bare.plus(band).at_most(band_most.at_most(most))
    return share_room(bare, with_band, with_band.plus(scars).at_most(most))


# --- what is reported ---------------------------------------------------------------------


class _Part(NamedTuple):
    """A part of the treated area before it is rounded."""

    id: str
    cm2: Extent
    why: str
    rules: tuple[Reading, ...]


def _parts(
    cells: tuple[Cell, ...], taken: Taken, scars: tuple[ScarArea, ...], rules: RuleSet, *, inside: bool
) -> Iterator[_Part]:
    for cell in cells:
        yield _Part(cell.zone, cell.cm2, cell.why, cell.rules)
    if taken.edge.high > FINE:
        yield _Part(BLEND_BAND, taken.edge, rules.coverage.notes["part_band"].say, _band_rules(rules))
    added = fitted([scar.cm2 for scar in scars], taken.scars)
    for number, (scar, cm2) in enumerate(zip(scars, added, strict=True), start=1):
        yield _scar_part(f"scar_{number}", number, scar, cm2, rules, inside=inside)


def _scar_part(id_: str, number: int, scar: ScarArea, cm2: Extent, rules: RuleSet, *, inside: bool) -> _Part:
    """One scar with what it adds: all of it, nothing inside the area named, or what there is room for."""
    notes = rules.coverage.notes
    if cm2 == scar.cm2:
        return _Part(id_, cm2, scar.why, scar.rules)
    if inside and not cm2.typical:
        note = notes["part_scar_inside"]
        return _Part(id_, cm2, fill(note.say, number=number), (note.read(),))
    note = notes["part_scar_partly"]
    return _Part(id_, cm2, f"{scar.why} {note.say}", (*scar.rules, note.read()))


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


def _steps(coverage: Coverage, parts: tuple[_Part, ...], bare: Bare, rules: RuleSet) -> Iterator[Step]:
    area = coverage.area
    fields = tuple(f"area.parts.{part.id}" for part in parts)
    for field, part, shown in zip(fields, parts, area.parts, strict=True):
        yield Step(field=field, value=shown.cm2, because=part.why, rules=part.rules)
    yield Step(
        field="area.bare_cm2",
        value=area.bare_cm2,
        because=" ".join(str(reading.value) for reading in bare.because),
        rules=(*bare.because, *bare.low_end),
        uses=fields[: len(bare.cells)],
    )
    supposed = any(USUAL_SCAR in (reading.id for reading in part.rules) for part in parts)
    because, rests = _made_up(area, bare, rules, supposed=supposed)
    cut = scars_left_out(coverage, rules)
    yield Step(
        field="area.cm2",
        value=area.cm2,
        because=" ".join((because, *cut)),
        rules=(*rests, *((rules.coverage.notes["scars_left_out"].read(),) if cut else ())),
        uses=("area.bare_cm2", *fields),
    )


def _made_up(area: Area, bare: Bare, rules: RuleSet, *, supposed: bool) -> tuple[str, tuple[Reading, ...]]:
    """The treated area in words, its parts added up as they are planned, and the rules of its parts.

    `supposed`: a scar is of the usual size, as nobody told its own.
    """
    notes, margin = rules.coverage.notes, rules.coverage.scar.margin_cm.read()
    sums = area.by_kind
    scars = (margin,) if "scars" in sums else ()
    if not bare.cells:
        note = notes["because_treated_scars"]
        return note.say, (note.read(), *scars)
    names = {"scars": "usual_scar"} if supposed else {}
    told = [
        fill(notes[f"sum_{names.get(kind, kind)}"].say, area=in_both_units(cm2), margin=margin.number)
        for kind, cm2 in sums.items()
    ]
    whole = planned_area(area.cm2._replace(low=area.cm2.typical, high=area.cm2.typical))
    note = notes["because_treated"]
    edge = _band_rules(rules) if "edge" in sums else ()
    return fill(note.say, parts=listed(told), all=whole), (note.read(), *edge, *scars)
