"""Where the area of each stage lies: in cm2 by zone.

Each end of a stage's area is split by the stage's per cents (data/coverage.yaml). The ends of two
stages were published by different people, so the split alone could make a zone smaller at a later
stage. There the zone keeps the size it had, and the other zones of the stage make up for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import reduce

from smp_planner.planner.coverage.extents import NOTHING, ZERO, Extent, extent_of
from smp_planner.rules.figures import SplitRow
from smp_planner.rules.ruleset import RuleSet

Cells = Mapping[str, Extent]


def stage_cells(rules: RuleSet) -> Mapping[str, Cells]:
    """The cm2 of each stage in each of its zones, by the id of its row; they add up to the stage's area."""
    coverage = rules.coverage
    scales = ((coverage.norwood, coverage.next_stage.norwood), (coverage.ludwig, coverage.next_stage.ludwig))
    cells: dict[str, Cells] = {}
    for table, later in scales:
        found: dict[str, Cells] = {}
        for stage, row in table.rows.items():
            earlier = [found[before] for before, after in later.items() if after == stage and before in found]
            found[stage] = _cells(row, earlier)
            cells[row.read().id] = found[stage]
    return cells


def _cells(row: SplitRow, earlier: list[Cells]) -> Cells:
    """The zones of one stage, none smaller than at the stages before it as far as that can be."""
    whole = extent_of(row.read())
    plain = {zone: whole.times(Decimal(percent) / 100) for zone, percent in row.split.items()}
    before = {
        zone: reduce(Extent.at_least, (cells.get(zone, NOTHING) for cells in earlier), NOTHING)
        for zone in plain
    }
    kept = {
        zone: Extent(*ends) for zone, ends in zip(plain, zip(*_ends(plain, before), strict=True), strict=True)
    }
    return kept if all(cm2.low <= cm2.typical <= cm2.high for cm2 in kept.values()) else plain


def _ends(plain: Cells, before: Cells) -> Iterator[list[Decimal]]:
    """Low, typical and high of all zones; a high end is never drawn under the typical one."""
    middles = _raised([cm2.typical for cm2 in plain.values()], [cm2.typical for cm2 in before.values()])
    yield _raised([cm2.low for cm2 in plain.values()], [cm2.low for cm2 in before.values()])
    yield middles
    least = [max(cm2.high, middle) for cm2, middle in zip(before.values(), middles, strict=True)]
    yield _raised([cm2.high for cm2 in plain.values()], least)


def _raised(sizes: list[Decimal], least: list[Decimal]) -> list[Decimal]:
    """Sizes that are at least so large, with their old sum: what is raised is taken from the others' rest."""
    raised = [max(pair) for pair in zip(sizes, least, strict=True)]
    rests = [size - own for size, own in zip(raised, least, strict=True)]
    over, rest = sum(raised, ZERO) - sum(sizes, ZERO), sum(rests, ZERO)
    if not ZERO < over < rest:
        return sizes
    return [size - own * over / rest for size, own in zip(raised, rests, strict=True)]
