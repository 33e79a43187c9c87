"""The bare area of one person, in cells: by stage and zone, as measured, or not known.

A measurement beats stages and zones: zones named beside it only say where it lies. Among stages and
zones the whole scalp holds all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from smp_planner.domain.intake import BEGUN_SIZE, WHOLE_SCALP, AreaAnswer, Intake, Measured
from smp_planner.domain.provenance import Reading
from smp_planner.domain.words import fill, listed
from smp_planner.planner.coverage.answers import area_unknown, covers_scars_alone, zones_named
from smp_planner.planner.coverage.cells import (
    MEASURED,
    Cell,
    refitted,
    say_of,
    stages_of,
    union_of,
    zone_reading,
)
from smp_planner.planner.coverage.extents import ZERO, Extent, extent_of, total
from smp_planner.planner.coverage.measured import size_of, told_of_tape
from smp_planner.rules.ruleset import RuleSet


class Bare(NamedTuple):
    """The bare area in cells, the zones it was asked for by, and the sentences behind it.

    `low_end` is the rule behind the low end where nobody told the area.
    """

    cells: tuple[Cell, ...]
    zones: tuple[str, ...]
    because: tuple[Reading, ...]
    why_wide: str
    low_end: tuple[Reading, ...] = ()

    @property
    def cm2(self) -> Extent:
        """The bare union in cm2."""
        return total(cell.cm2 for cell in self.cells)

    @property
    def whole_scalp(self) -> bool:
        """Whether it is the whole scalp."""
        return any(cell.zone == WHOLE_SCALP for cell in self.cells)


def find_bare(intake: Intake, rules: RuleSet) -> Bare:
    """The bare area of the answers, in cells that don't overlap."""
    area, notes = intake.area, rules.coverage.notes
    if area_unknown(area):
        return _unsure(intake, rules)
    if area.measured is not None:
        return _measured(area, area.measured, rules)
    zones = zones_named(area, rules)
    whole = WHOLE_SCALP in zones
    stages = () if whole or covers_scars_alone(intake, rules) else stages_of(area, rules)
    cells = union_of(zones, stages, rules)
    named = "because_whole" if whole else "because_named"
    because = notes[named if cells else "because_scars"].read()
    why_wide = notes["wide_stage" if stages else "wide"].say
    return Bare(cells=cells, zones=zones, because=(because,), why_wide=why_wide)


def _measured(area: AreaAnswer, measured: Measured, rules: RuleSet) -> Bare:
    """The measured area: spread over the zones named, or a part of its own where there are none."""
    notes, (size, at_home) = rules.coverage.notes, size_of(measured, rules)
    begun = measured.by == BEGUN_SIZE
    stage = listed([label for label, _row in stages_of(area, rules)])
    aside = " " + fill(notes["measurement_beats_stage"].say, stage=stage) if stage else ""
    rests = (rules.intake.accepted.area_cm2.read(), notes["measurement_beats_stage"].read())
    usual = union_of(area.zones, (), rules)
    if usual:
        because, cells = "because_measured_in_zones", _in_zones(usual, size, rules)
    else:
        part = notes["part_begun" if begun else "part_measured" if at_home is None else "part_at_home"]
        cell = Cell(zone=MEASURED, cm2=size, why=part.say, rules=())
        because, cells = "because_measured", (cell,)
    if begun:
        because = "because_begun"
    if at_home is not None:
        because, rests = "because_at_home", (*rests, at_home)
    return Bare(
        cells=tuple(c._replace(why=c.why + aside, rules=(*c.rules, *rests)) for c in cells),
        zones=area.zones,
        because=(notes[because].read(), *(note.read() for note in told_of_tape(measured, rules))),
        why_wide=notes["wide"].say,
    )


def _in_zones(usual: tuple[Cell, ...], size: Extent, rules: RuleSet) -> tuple[Cell, ...]:
    """The measured cm2 spread over the zones named, in proportion to their typical sizes."""
    union = total(cell.cm2 for cell in usual).typical
    return tuple(
        cell._replace(
            cm2=size.times(cell.cm2.typical / union),
            why=say_of(cell.zone, "part_measured_zone", rules),
        )
        for cell in usual
    )


def _unsure(intake: Intake, rules: RuleSet) -> Bare:
    """The zones of the person's goals; the low end is the smallest of them, or a stage that is smaller yet.

    Where the goal isn't known either, one goal is planned, and the ends run over the zones of all.
    """
    wanted, notes = rules.coverage.when_unsure, rules.coverage.notes
    goals = intake.goals or (rules.coverage.unsure_goal,)
    zones = _zones_of(goals, rules)
    usual = union_of(zones, (), rules)
    ends = total(cell.cm2 for cell in usual)
    open_zones = zones if intake.goals else _zones_of(tuple(wanted), rules)
    widest = usual if intake.goals else union_of(open_zones, (), rules)
    could_be = _could_be(open_zones, widest, rules)
    least = min(could_be, key=lambda reading: extent_of(reading).low, default=None)
    smallest = extent_of(least).low if least else ZERO
    largest = total(cell.cm2 for cell in widest).high
    part, wide = (
        ("part_unsure", "wide_unsure") if intake.goals else ("part_goal_unsure", "wide_nothing_known")
    )
    note = notes[part].read()
    cells = tuple(
        cell._replace(why=say_of(cell.zone, part, rules), rules=(*cell.rules, note))
        for cell in refitted(usual, ends._replace(low=smallest, high=largest))
    )
    because = notes[wide if cells else "because_scars"].read()
    behind = (least,) if least and cells else ()
    return Bare(cells=cells, zones=zones, because=(because,), why_wide=notes[wide].say, low_end=behind)


def _could_be(zones: tuple[str, ...], widest: tuple[Cell, ...], rules: RuleSet) -> Iterator[Reading]:
    """The areas that could yet be told: of one zone, and of each stage with loss that lies in `widest`."""
    yield from (zone_reading(zone, rules) for zone in zones)
    names = {cell.zone for cell in widest}
    coverage = rules.coverage
    with_loss = (row for stage, row in coverage.norwood.rows.items() if stage not in coverage.nothing_bare)
    for row in (*with_loss, *coverage.ludwig.rows.values()):
        if names.issuperset(row.split):
            yield row.read()


def _zones_of(goals: tuple[str, ...], rules: RuleSet) -> tuple[str, ...]:
    """The zones that goals are about, each once."""
    wanted = rules.coverage.when_unsure
    return tuple(dict.fromkeys(zone for goal in goals for zone in wanted[goal]))
