"""How many dots: area x density, less the hair that is kept, by part.

A scar takes the full density, its margin the least share unless the margin is bare. Low and high
move one driver at a time: the area, then the density and the kept hair where nobody said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import NamedTuple

from smp_planner.domain.intake import Intake
from smp_planner.domain.provenance import Reading, Step, Telling
from smp_planner.domain.quantities import Estimate, Number, rounded, spread
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.coverage.extents import ZERO, Extent, estimate, extent_of, is_wide
from smp_planner.planner.dots.density import choose_density
from smp_planner.planner.dots.kept_hair import (
    ALL,
    Kept,
    is_open,
    margin_is_open,
    margin_share,
    settled,
    shares_to_place,
)
from smp_planner.rules.ruleset import RuleSet

UNIT = "dots"


class Scenario(NamedTuple):
    """Exact dots under one set of assumptions: treated area in cm2, density in dots per cm2."""

    dots: Decimal
    treated_cm2: Decimal
    per_cm2: Decimal


class DotCount(NamedTuple):
    """Dots as reported, the planned scenario, and each scenario with one driver moved."""

    per_cm2: Estimate
    total: Estimate
    planned: Scenario
    moved: tuple[Scenario, ...]


def count_dots(intake: Intake, coverage: Coverage, rules: RuleSet) -> tuple[DotCount, Telling]:
    """Dots per cm2 and in all, for the area, the density and the kept hair of the answers."""
    density, because, readings = choose_density(intake, rules)
    planned, *moved = _scenarios(intake, coverage, density, rules)
    low, high = spread(planned.dots, (scenario.dots for scenario in moved))
    wide = rules.sessions.notes["wide_dots"].say
    count = DotCount(
        per_cm2=estimate(density, "dots/cm2", "0.1", wide),
        total=estimate(Extent(Decimal(low), planned.dots, Decimal(high)), UNIT, "1", wide),
        planned=planned,
        moved=tuple(moved),
    )
    say, kept_rules = _about_kept(intake, rules)
    return count, lambda: (
        Step(field="dots.per_cm2", value=count.per_cm2, because=because, rules=readings),
        Step(
            field="dots.total",
            value=count.total,
            because=say,
            rules=kept_rules,
            uses=("area.cm2", "dots.per_cm2"),
        ),
    )


def _about_kept(intake: Intake, rules: RuleSet) -> tuple[str, tuple[Reading, ...]]:
    density = rules.density
    if is_open(intake.kept_hair):
        note = density.notes["dots_kept_unsure" if intake.kept_hair is None else "dots_kept_partly_unsure"]
        return note.say, (density.least_share.read(), density.kept_when_unsure.read())
    return density.notes["dots_less_kept" if intake.kept_hair else "dots"].say, (density.least_share.read(),)


# --- scenarios ----------------------------------------------------------------------------


class _Placing(NamedTuple):
    """Shares of the full density (0-1): for each cell, and for the margins of scars.

    `holders` are the zones in which a scar lies.
    """

    cells: tuple[Decimal, ...]
    margin: Decimal
    holders: tuple[str, ...]


def _low(extent: Extent) -> Decimal:
    return extent.low


def _typical(extent: Extent) -> Decimal:
    return extent.typical


def _high(extent: Extent) -> Decimal:
    return extent.high


def _scenarios(intake: Intake, coverage: Coverage, density: Extent, rules: RuleSet) -> Iterator[Scenario]:
    """What is planned, then each with one driver moved: area, density, kept hair, bare margins."""
    kept = intake.kept_hair
    unsure = extent_of(rules.density.kept_when_unsure.read())
    margin = margin_share(kept, rules)
    planned = _placing(coverage, settled(kept, unsure.typical), margin, rules)
    yield _scenario(coverage, _typical, density.typical, planned)
    for end in (_low, _high):
        if end(coverage.treated_cm2) != coverage.treated_cm2.typical:
            yield _scenario(coverage, end, density.typical, planned)
        if end(density) != density.typical:
            yield _scenario(coverage, _typical, end(density), planned)
        if is_open(kept) and end(unsure) != unsure.typical:
            other = _placing(coverage, settled(kept, end(unsure)), margin, rules)
            yield _scenario(coverage, _typical, density.typical, other)
    if coverage.scars and margin_is_open(kept, rules):
        bare = planned._replace(margin=ALL)
        yield _scenario(coverage, _typical, density.typical, bare)


def _placing(coverage: Coverage, kept: Kept, margin: Decimal, rules: RuleSet) -> _Placing:
    zones = [cell.zone for cell in coverage.cells]
    return _Placing(
        cells=shares_to_place(zones, kept, rules), margin=margin, holders=tuple(rules.coverage.scar.inside)
    )


def _scenario(
    coverage: Coverage, end: Callable[[Extent], Decimal], per_cm2: Decimal, placing: _Placing
) -> Scenario:
    areas = [end(cell.cm2) for cell in coverage.cells]
    placed = sum((cm2 * share for cm2, share in zip(areas, placing.cells, strict=True)), ZERO)
    bare = sum(areas, ZERO)
    band = end(coverage.band_cm2) * placed / bare if bare else ZERO
    full = placed + band + _in_scars(coverage, end, placing)
    return Scenario(dots=full * per_cm2, treated_cm2=end(coverage.treated_cm2), per_cm2=per_cm2)


def _in_scars(coverage: Coverage, end: Callable[[Extent], Decimal], placing: _Placing) -> Decimal:
    """The area of scars as if all at full density, in cm2; inside the area only what is left to add."""
    own = sum((end(scar.own_cm2) for scar in coverage.scars), ZERO)
    if not coverage.scars_inside:
        margin = sum((end(scar.margin_cm2) for scar in coverage.scars), ZERO)
        return own + margin * placing.margin
    shares = zip(coverage.cells, placing.cells, strict=True)
    return next(min(own, end(c.cm2)) * (ALL - share) for c, share in shares if c.zone in placing.holders)


# --- by visit -----------------------------------------------------------------------------


def per_session(total: Estimate, shares: Sequence[Number], why_wide: str) -> tuple[Estimate, ...]:
    """Dots by visit for shares in per cent: whole dots that add up to the total at each end."""
    typical = _running(total.typical, shares)
    above = _running(total.high - total.typical, shares)
    highs = [planned + more for planned, more in zip(typical, above, strict=True)]
    lows = [int(total.low * dots // total.typical) if total.typical else 0 for dots in typical]
    return tuple(
        Estimate(low, planned, high, total.unit, why_wide if is_wide(low, high) else None)
        for low, planned, high in zip(_by_visit(lows), _by_visit(typical), _by_visit(highs), strict=True)
    )


def _running(dots: Number, shares: Sequence[Number]) -> list[int]:
    """Whole dots placed by the end of each visit."""
    return [int(rounded(dots * Decimal(percent) / 100)) for percent in accumulate(shares)]


def _by_visit(running: list[int]) -> list[int]:
    return [after - before for before, after in pairwise([0, *running])]
