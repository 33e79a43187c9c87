"""A plan as it can be drawn: the same areas, densities and kept hair that its dots are counted with.

A measured area without a zone has no place on the head and is a patch of skin that stands for itself. A scar
is such a patch too, and is drawn on the head from behind as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from smp_planner.domain.drawing import (
    AROUND_SCAR,
    IN_SCAR,
    OF_AREA,
    SCAR,
    Drawing,
    Fill,
    Look,
    Patch,
    Zone,
)
from smp_planner.domain.in_hair import is_parted, is_shaved
from smp_planner.domain.intake import BEGUN_SIZE, WHOLE_SCALP, Intake, Scar, ScarPlace
from smp_planner.domain.quantities import Number
from smp_planner.planner.coverage.answers import takes_usual_scar
from smp_planner.planner.coverage.assess import Coverage, assess_coverage
from smp_planner.planner.coverage.cells import MEASURED, Cell, zone_cells
from smp_planner.planner.coverage.extents import ZERO
from smp_planner.planner.dots.density import choose_density
from smp_planner.planner.dots.kept_hair import (
    Kept,
    hair_around_scars,
    margin_share,
    said_around,
    settled,
    share_unsaid,
    shares_kept,
    shares_to_place,
)
from smp_planner.rules.cell_names import cell_name
from smp_planner.rules.ruleset import RuleSet


class _Ink:
    """Dots and hairs by cm2 of each place, for one person."""

    def __init__(self, intake: Intake, rules: RuleSet) -> None:
        self.intake, self.rules = intake, rules
        self.full = Fill(choose_density(intake, rules)[0].typical, 0)
        self.hairs = Decimal(rules.density.preview.natural_hair.read().number)
        unsaid = share_unsaid(intake.goals, intake.area, rules)
        self.kept: Kept = settled(intake.kept_hair, unsaid.number)

    def at(self, zone: str) -> Fill:
        """What a zone, the whole scalp or a measured area is filled with."""
        [placed] = shares_to_place([zone], self.kept, self.rules)
        [left] = shares_kept([zone], self.kept, self.rules)
        return Fill(self.full.dots * placed, self.hairs * left)

    def around_scar(self, place: ScarPlace | None, coverage: Coverage) -> Fill:
        """What the margin of a scar there is filled with."""
        said = said_around(self.intake.kept_hair, place, coverage.lost_in, self.rules)
        placed, left = margin_share(said, self.rules), hair_around_scars(said, self.rules)
        return Fill(self.full.dots * placed, self.hairs * left)


def drawing_of(intake: Intake, rules: RuleSet) -> Drawing:
    """The zones and patches of a plan, each with its dots and hairs by cm2 at the end of the course."""
    coverage, _ = assess_coverage(intake, rules)
    ink = _Ink(intake, rules)
    patches = (*_measured(coverage, ink), *_scars(coverage, ink))
    return Drawing(
        zones=dict(_zones(coverage, ink)),
        patches=patches,
        squares=dict(_squares(coverage, ink)),
        full_hair=ink.hairs,
        whole_scalp=coverage.whole_scalp,
        shaved=is_shaved(intake),
        long=is_parted(intake),
    )


def look_of(intake: Intake, rules: RuleSet) -> Look:
    """The drawing of a plan with the names of its zones, and how wide dots and hairs are."""
    drawing, preview = drawing_of(intake, rules), rules.density.preview
    return Look(
        drawing=drawing,
        places=tuple(cell_name(zone, rules) for zone in drawing.zones),
        dot_mm=preview.dot_mm.read().number,
        hair_mm=preview.hair_mm.read().number,
    )


def _zones(coverage: Coverage, ink: _Ink) -> Iterator[tuple[str, Zone]]:
    if coverage.whole_scalp:
        yield from ((zone, Zone(1, ink.at(zone))) for zone in ink.rules.coverage.inside[WHOLE_SCALP])
        return
    for cell in coverage.cells:
        if cell.zone != MEASURED and cell.cm2.typical:
            own = dict(zone_cells(cell.zone, ink.rules))[cell.zone].typical
            yield cell.zone, Zone(min(cell.cm2.typical / own, Decimal(1)), ink.at(cell.zone))


def _squares(coverage: Coverage, ink: _Ink) -> Iterator[tuple[str, Fill]]:
    """Each kind of treated skin; a scar inside the area has no skin of its own around it."""
    if not coverage.only_scars:
        yield OF_AREA, _typical(coverage.cells, ink) if coverage.bare_cm2.typical else ink.full
    if coverage.scars:
        yield IN_SCAR, ink.full
        if not coverage.scars_inside:
            yield AROUND_SCAR, ink.around_scar(coverage.scars[0].place, coverage)


def _typical(cells: tuple[Cell, ...], ink: _Ink) -> Fill:
    """The mean over all cells by their area."""
    fills = [(cell.cm2.typical, ink.at(cell.zone)) for cell in cells]
    area = sum((cm2 for cm2, _ in fills), ZERO)
    dots = sum((cm2 * fill.dots for cm2, fill in fills), ZERO)
    return Fill(dots / area, sum((cm2 * fill.hairs for cm2, fill in fills), ZERO) / area)


# --- patches ------------------------------------------------------------------------------


def _measured(coverage: Coverage, ink: _Ink) -> Iterator[Patch]:
    """A measured area without a zone, with its soft edge; a square where only its cm2 are known."""
    measured, fill = ink.intake.area.measured, ink.at(MEASURED)
    for cell in coverage.cells:
        if cell.zone == MEASURED and measured is not None:
            side = cell.cm2.typical.sqrt()
            length, width = measured.length_cm or side, measured.width_cm or side
            edge = _edge(length, width, coverage.band_cm2.typical)
            id_ = BEGUN_SIZE if measured.by == BEGUN_SIZE else MEASURED
            yield Patch(id_, length, width, edge, fill, fill, Fill(0, ink.hairs))


def _edge(length: Number, width: Number, band_cm2: Decimal) -> Decimal:
    """How wide in cm an edge all around is that fades out and holds the dots of the band.

    A share 1 - d / edge of the dots is left at the distance d from the area, on a line that is 2 x length +
    2 x width + 8 x d long: together they are worth (length + width) x edge + 4 / 3 x edge squared.
    """
    half_round = Decimal(length + width)
    return ((half_round**2 + 16 * band_cm2 / 3).sqrt() - half_round) * 3 / 8


def _scars(coverage: Coverage, ink: _Ink) -> Iterator[Patch]:
    """Each scar with its margin; inside the area it lies among the dots of the area."""
    scar = ink.rules.coverage.scar
    margin = scar.margin_cm.read().number
    inside = [cell.zone for cell in coverage.cells if cell.zone in scar.inside and coverage.scars_inside]
    for number, one in enumerate(_told(ink.intake, ink.rules), start=1):
        id_ = f"{SCAR}{number}"
        around = ink.at(inside[0]) if inside else ink.around_scar(one.place, coverage)
        yield Patch(id_, one.length_cm, one.width_cm, margin, ink.full, around, place=one.place)


def _told(intake: Intake, rules: RuleSet) -> tuple[Scar, ...]:
    """The scars that were told, or one of the usual size."""
    if not takes_usual_scar(intake):
        return intake.area.scars
    usual = rules.coverage.scar
    return (Scar(length_cm=usual.length_cm.read().number, width_cm=usual.width_cm.read().number),)
