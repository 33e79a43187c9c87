"""The basic parts of the scalp that don't overlap, and how large the answers make each.

A cell is a basic zone (`front` is the front behind the hairline), the whole scalp, or a measured
area without a zone. A cell that a stage and a zone both name counts once, with the larger figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from smp_planner.domain.intake import WHOLE_SCALP, AreaAnswer
from smp_planner.domain.provenance import Reading
from smp_planner.domain.words import Scale, fill, listed, sentence, stage_told
from smp_planner.planner.coverage.extents import NOTHING, Extent, extent_of, fitted, total
from smp_planner.planner.coverage.stage_cells import stage_cells
from smp_planner.rules.cell_names import cell_name
from smp_planner.rules.figures import SplitRow, SplitTable
from smp_planner.rules.ruleset import RuleSet

Stage = tuple[str, SplitRow]

MEASURED = "measured"


class Cell(NamedTuple):
    """One part of the bare area in cm2, why it counts, and the rules it rests on."""

    zone: str
    cm2: Extent
    why: str
    rules: tuple[Reading, ...]


def zone_reading(zone: str, rules: RuleSet) -> Reading:
    """The rule that gives a zone's usual area in cm2."""
    return rules.coverage.zones.rows[zone].read()


def say_of(zone: str, note: str, rules: RuleSet, stage: str = "") -> str:
    """A note of coverage.yaml with the cell's name, and the stage's, filled in."""
    name = sentence(cell_name(zone, rules))
    return fill(rules.coverage.notes[note].say, zone=name, stage=stage)


def stages_of(area: AreaAnswer, rules: RuleSet) -> tuple[Stage, ...]:
    """The stages named, each with its label and its row of the rules."""
    named: tuple[tuple[Scale, str | None, SplitTable], ...] = (
        ("norwood", area.norwood, rules.coverage.norwood),
        ("ludwig", area.ludwig, rules.coverage.ludwig),
    )
    return tuple((stage_told(scale, stage), table.rows[stage]) for scale, stage, table in named if stage)


def zone_cells(zone: str, rules: RuleSet) -> Iterator[tuple[str, Extent]]:
    """A zone as cells in cm2: itself without the zones inside it, and those."""
    inside = rules.coverage.inside.get(zone, [])
    within = total(extent_of(zone_reading(inner, rules)) for inner in inside)
    yield zone, extent_of(zone_reading(zone, rules)).minus(within).at_least(NOTHING)
    for inner in inside:
        yield from zone_cells(inner, rules)


def union_of(zones: tuple[str, ...], stages: tuple[Stage, ...], rules: RuleSet) -> tuple[Cell, ...]:
    """Zones and stages as cells, each once; the whole scalp is one that holds all others."""
    if WHOLE_SCALP in zones:
        whole = zone_reading(WHOLE_SCALP, rules)
        why = say_of(WHOLE_SCALP, "part_zone", rules)
        return (Cell(zone=WHOLE_SCALP, cm2=extent_of(whole), why=why, rules=(whole,)),)
    by_zone = {name: cm2 for zone in zones for name, cm2 in zone_cells(zone, rules)}
    by_stage: dict[str, Extent] = {}
    for _label, row in stages:
        for name, share in rules.kept(stage_cells)[row.read().id].items():
            by_stage[name] = by_stage.get(name, NOTHING).at_least(share)
    order = [name for name in rules.coverage.zones.rows if name in by_zone or name in by_stage]
    return tuple(_joined(name, by_zone, by_stage, stages, rules) for name in order)


def _joined(
    name: str,
    by_zone: dict[str, Extent],
    by_stage: dict[str, Extent],
    stages: tuple[Stage, ...],
    rules: RuleSet,
) -> Cell:
    usual = zone_reading(name, rules)
    if name not in by_stage:
        return Cell(zone=name, cm2=by_zone[name], why=say_of(name, "part_zone", rules), rules=(usual,))
    naming = [(label, row.read()) for label, row in stages if name in row.split]
    words, rests = listed([label for label, _row in naming]), tuple(reading for _label, reading in naming)
    if name not in by_zone:
        return Cell(zone=name, cm2=by_stage[name], why=say_of(name, "part_stage", rules, words), rules=rests)
    both = by_zone[name].at_least(by_stage[name])
    why = say_of(name, "part_stage_and_zone", rules, words)
    return Cell(zone=name, cm2=both, why=why, rules=(*rests, usual))


def refitted(cells: tuple[Cell, ...], whole: Extent) -> tuple[Cell, ...]:
    """The same cells, adding up to another whole in cm2."""
    extents = fitted([cell.cm2 for cell in cells], whole)
    return tuple(cell._replace(cm2=cm2) for cell, cm2 in zip(cells, extents, strict=True))
