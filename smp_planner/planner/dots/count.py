"""How many dots: area x density, less the hair that is kept, by part.

Low and high move one driver at a time: the area, then the density and the kept hair where nobody said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import accumulate, pairwise
from typing import NamedTuple

from smp_planner.domain.intake import WHOLE_SCALP, Intake
from smp_planner.domain.provenance import Reading, Step, Telling
from smp_planner.domain.quantities import Estimate, Number, rounded, spread
from smp_planner.domain.words import exact_share, fill, per_cent
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.coverage.extents import ZERO, Extent, estimate, extent_of, is_wide
from smp_planner.planner.dots.density import choose_density, why_density
from smp_planner.planner.dots.kept_hair import (
    ALL,
    Answer,
    Kept,
    is_open,
    margin_is_open,
    margin_share,
    said_around,
    settled,
    share_unsaid,
    shares_to_place,
    thinning_begins,
    thins,
    why_no_count,
)
from smp_planner.planner.dots.parts import AROUND_SCARS, SCARS, Part, Placing, Sizes, parts_of, tell_parts
from smp_planner.rules.ruleset import RuleSet

UNIT, PER_CM2 = "dots", "dots/cm2"


class Scenario(NamedTuple):
    """Exact dots under one set of assumptions: treated area in cm2, density in dots per cm2, by part."""

    dots: Decimal
    treated_cm2: Decimal
    per_cm2: Decimal
    parts: tuple[Part, ...]

    @property
    def over_area(self) -> Decimal:
        """Dots that a cm2 of the treated area takes on average; as on bare skin where none is treated."""
        return self.dots / self.treated_cm2 if self.treated_cm2 else self.per_cm2


class DotCount(NamedTuple):
    """Dots as reported, the planned scenario, and each scenario with one driver moved."""

    per_cm2: Estimate
    over_area: Estimate
    total: Estimate
    planned: Scenario
    moved: tuple[Scenario, ...]


def count_dots(intake: Intake, coverage: Coverage, rules: RuleSet) -> tuple[DotCount, Telling]:
    """Dots per cm2 and in all, for the area, the density and the kept hair of the answers."""
    density, readings = choose_density(intake, rules)
    planned, *moved = _scenarios(intake, coverage, density, rules)
    wide = rules.sessions.notes["wide_dots"].say

    def spread_of(told: Callable[[Scenario], Decimal], unit: str) -> Estimate:
        low, high = spread(told(planned), map(told, moved))
        return estimate(Extent(Decimal(low), told(planned), Decimal(high)), unit, "1", wide)

    count = DotCount(
        per_cm2=estimate(density, PER_CM2, "0.1", wide),
        over_area=spread_of(lambda scenario: scenario.over_area, PER_CM2),
        total=spread_of(lambda scenario: scenario.dots, UNIT),
        planned=planned,
        moved=tuple(moved),
    )
    return count, partial(_of_dots, count, readings, intake, coverage, rules)


def _of_dots(
    count: DotCount, readings: tuple[Reading, ...], intake: Intake, coverage: Coverage, rules: RuleSet
) -> Iterator[Step]:
    """Why it is as many dots: on a cm2, in all, over the area, and in the scars where these are all."""
    because = why_density(intake, rules)
    yield Step(field="dots.per_cm2", value=count.per_cm2, because=because, rules=readings)
    say, kept_rules = _about_kept(intake, coverage, rules)
    exactly, plainly = _by_part(count.planned, coverage, rules)
    yield Step(
        field="dots.total",
        value=count.total,
        because=f"{say} {exactly}",
        plainly=f"{say} {plainly}",
        rules=kept_rules,
        uses=("area.cm2", "dots.per_cm2"),
    )
    shared = rules.density.notes["dots_over_area"]
    yield Step(
        field="dots.over_area",
        value=count.over_area,
        because=shared.say,
        rules=(shared.read(),),
        uses=("dots.total", "area.cm2"),
    )
    if coverage.only_scars:
        yield from _of_scars_alone(count, rules)


def _of_scars_alone(count: DotCount, rules: RuleSet) -> Iterator[Step]:
    """The dots in the scars and those around them, where hair lies around them and takes its share.

    Nothing where all are held to the size of a scalp: then the parts are more than the whole.
    """
    planned, notes = count.planned, rules.density.notes
    around = [part for part in planned.parts if part.id == AROUND_SCARS and part.share < ALL]
    if not around or _dots_in(planned, SCARS) + _dots_in(planned, AROUND_SCARS) != planned.dots:
        return
    wide = rules.sessions.notes["wide_dots"].say
    for part, note in ((SCARS, "dots_scars_alone"), (AROUND_SCARS, "dots_beside_scars")):
        low, high = spread(_dots_in(planned, part), [_dots_in(other, part) for other in count.moved])
        exact = Extent(Decimal(low), _dots_in(planned, part), Decimal(high))
        yield Step(
            field=f"dots.{part}",
            value=estimate(exact, UNIT, "1", wide),
            because=notes[note].say,
            rules=(notes[note].read(),),
            uses=("area.cm2", "dots.per_cm2"),
        )


def _dots_in(scenario: Scenario, part: str) -> Decimal:
    return sum((own.full_cm2 for own in scenario.parts if own.id == part), ZERO) * scenario.per_cm2


def _about_kept(intake: Intake, coverage: Coverage, rules: RuleSet) -> tuple[str, tuple[Reading, ...]]:
    notes, least = rules.density.notes, rules.density.least_share.read()
    if not is_open(intake.kept_hair):
        return notes["dots_less_kept" if intake.kept_hair else "dots"].say, (least,)
    thin = thins(intake.goals, intake.area, rules)
    if intake.kept_hair is not None:
        note = notes["dots_kept_partly_thin" if thin else "dots_kept_partly_unsure"]
    elif coverage.only_scars:
        note = notes["dots_scars_kept_unsure"]
    else:
        begins = thinning_begins(intake.area, rules)
        whole = "thinning_begins" if begins else "thin" if thin else "unsure"
        note = notes[f"dots_kept_{whole}"]
    share = share_unsaid(intake.goals, intake.area, rules)
    no_count = why_no_count(intake.goals, intake.area, rules)
    if no_count is None:
        return note.say, (least, share)
    return fill(note.say, no_count=no_count.value), (least, share, no_count)


def _by_part(planned: Scenario, coverage: Coverage, rules: RuleSet) -> list[str]:
    """The planned dots part by part, and of the skin around scars that hair covers it, where it does.

    Told twice: with the shares as they are multiplied by, and in whole parts of a hundred.
    """
    told = tell_parts(
        planned.parts, planned.per_cm2, planned.dots, rules,
        inside=coverage.scars_inside, shares=(exact_share, per_cent),
    )  # fmt: skip
    covered = any(part.id == AROUND_SCARS and part.share < ALL for part in planned.parts)
    if not covered or coverage.only_scars:
        return told
    return [f"{rules.density.notes['dots_around_scars'].say} {one}" for one in told]


# --- scenarios ----------------------------------------------------------------------------


def _low(extent: Extent) -> Decimal:
    return extent.low


def _typical(extent: Extent) -> Decimal:
    return extent.typical


def _high(extent: Extent) -> Decimal:
    return extent.high


def _sizes(coverage: Coverage, end: Callable[[Extent], Decimal]) -> Sizes:
    most = None if coverage.most_cm2 is None else end(coverage.most_cm2)
    return Sizes(
        treated=end(coverage.treated_cm2),
        cells={cell.zone: end(cell.cm2) for cell in coverage.wanted},
        band=end(coverage.wanted_band_cm2),
        own_scars=sum((end(scar.own_cm2) for scar in coverage.scars), ZERO),
        margins=sum((end(scar.margin_cm2) for scar in coverage.scars), ZERO),
        held=end(coverage.held_cm2),
        most=most,
    )


def _scenarios(intake: Intake, coverage: Coverage, density: Extent, rules: RuleSet) -> Iterator[Scenario]:
    """What is planned, then each with one driver moved: area, density, kept hair, bare margins."""
    kept = intake.kept_hair
    unsure = extent_of(share_unsaid(intake.goals, intake.area, rules))
    margin = _margin(kept, coverage, rules)
    planned = _placing(coverage, settled(kept, unsure.typical), margin, rules)
    sizes = _sizes(coverage, _typical)
    yield _scenario(sizes, density.typical, planned)
    for end in (_low, _high):
        if end(coverage.treated_cm2) != coverage.treated_cm2.typical:
            yield _scenario(_sizes(coverage, end), density.typical, planned)
        if end(density) != density.typical:
            yield _scenario(sizes, end(density), planned)
        if is_open(kept) and end(unsure) != unsure.typical:
            other = _placing(coverage, settled(kept, end(unsure)), margin, rules)
            yield _scenario(sizes, density.typical, other)
    bare = _margin(kept, coverage, rules, when_open=ALL)
    if bare != margin:
        placing = _placing(coverage, settled(kept, unsure.low), bare, rules)  # unsaid hair is one driver
        yield _scenario(sizes, density.typical, placing)


def _margin(kept: Answer, coverage: Coverage, rules: RuleSet, *, when_open: Decimal | None = None) -> Decimal:
    """Share of the full density for the margins of all scars: the mean of theirs, by their size.

    `when_open` is the share for a margin of whose hair nobody is sure, in place of the planned one.
    """
    shares = list[tuple[Decimal, Decimal]]()
    for scar in coverage.scars:
        said = said_around(kept, scar.place, coverage.lost_in, rules)
        moved = when_open if margin_is_open(said, rules) else None
        shares.append((scar.margin_cm2.typical, margin_share(said, rules) if moved is None else moved))
    if len({share for _, share in shares}) == 1:
        return shares[0][1]
    size = sum((cm2 for cm2, _ in shares), ZERO)
    return sum((cm2 * share for cm2, share in shares), ZERO) / size if size else ALL


def _placing(coverage: Coverage, kept: Kept, margin: Decimal, rules: RuleSet) -> Placing:
    zones = (rules.coverage.scar.hair_around, WHOLE_SCALP, *(cell.zone for cell in coverage.cells))
    around, whole, *shares = shares_to_place(zones, kept, rules)
    cells = {cell.zone: share for cell, share in zip(coverage.cells, shares, strict=True)}
    return Placing(cells=cells, around_scars=around, margin=margin, whole_scalp=whole)


def _scenario(sizes: Sizes, per_cm2: Decimal, placing: Placing) -> Scenario:
    """The dots of area and scars; no part of a scalp takes more than the whole of it."""
    parts = parts_of(sizes, placing)
    full = sum((part.full_cm2 for part in parts), ZERO)
    if sizes.most is not None:
        scars = sizes.own_scars * (ALL - placing.around_scars)  # what they take beyond the skin around them
        full = min(full, sizes.most * placing.whole_scalp + scars)
    return Scenario(dots=full * per_cm2, treated_cm2=sizes.treated, per_cm2=per_cm2, parts=parts)


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
