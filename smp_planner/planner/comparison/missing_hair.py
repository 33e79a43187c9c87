"""How much hair grafts have to make up for on a cm2: what looks full, less the hair that is there.

Hair that is there = share kept x natural density. A part with more hair than looks full needs
nothing; what it has too much doesn't make up for another part. Densities in grafts per cm2.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from smp_planner.domain.intake import WHOLE_SCALP, Intake
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.coverage.cells import MEASURED, zone_cells, zone_reading
from smp_planner.planner.dots.kept_hair import share_unsaid
from smp_planner.planner.one_at_a_time import Span, span_of, sure
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet

Parts = tuple[tuple[Number, Number | None], ...]  # share of the area, and of hair kept on it; None: not sure


class MissingHair(NamedTuple):
    """What the need depends on: three drivers, the hair kept by part, and why the need is wide.

    The driver `kept` holds where nobody is sure: for a part that is None, or for the whole area where
    `parts` is empty.
    """

    target: Span
    natural: Span
    kept: Span
    parts: Parts
    rules: tuple[Reading, ...]
    why_wide: Saying | None

    @property
    def drivers(self) -> tuple[Span, Span, Span]:
        """What `per_cm2` takes, in its order."""
        return self.target, self.natural, self.kept

    def per_cm2(self, target: Number, natural: Number, kept: Number) -> Number:
        """Grafts for each cm2 of the area."""
        parts = self.parts or ((1, kept),)
        return sum(
            share * max(0, target - (kept if here is None else here) * natural) for share, here in parts
        )


def find_missing_hair(intake: Intake, coverage: Coverage, rules: RuleSet) -> MissingHair:
    """What the answers say of hair that is still there; a zone without a number has none left."""
    table, notes = rules.surgery, rules.comparison.notes
    target, natural = table.target_density.read(), table.natural_density.read()
    unsure = share_unsaid(intake.goals, intake.area, rules)
    parts = kept_parts(intake.kept_hair, coverage, rules)
    unsure_here = any(here is None for _, here in parts)
    if unsure_here or not parts:
        readings, why_wide = (target, natural, unsure), notes.kept_unsure
    elif any(here for _, here in parts):
        readings, why_wide = (target, natural), notes.kept_natural
    else:
        readings, why_wide = (target,), None
    return MissingHair(
        target=span_of(target),
        natural=span_of(natural),
        kept=span_of(unsure) if unsure_here or not parts else sure(0),
        parts=parts,
        rules=readings,
        why_wide=why_wide,
    )


def kept_parts(
    kept: Number | Mapping[str, Number | None] | None, coverage: Coverage, rules: RuleSet
) -> Parts:
    """The bare area in parts by how much hair is kept there; no parts where nobody said."""
    if kept is None:
        return ()
    if not isinstance(kept, Mapping):
        return ((1, kept),)
    return _shared_out(
        [
            (cell.cm2.typical * share, here)
            for cell in coverage.cells
            for share, here in _in_cell(cell.zone, kept, rules)
        ]
    )


def _in_cell(zone: str, kept: Mapping[str, Number | None], rules: RuleSet) -> Parts:
    """What is kept in a cell of the area; a measured area is taken to lie in the zones named."""
    if zone == MEASURED:
        return _shared_out([(zone_reading(name, rules).number, here) for name, here in kept.items()])
    if zone == WHOLE_SCALP and zone not in kept:
        inside = rules.coverage.inside[WHOLE_SCALP]
        sizes = {name: cm2.typical for outer in inside for name, cm2 in zone_cells(outer, rules)}
        return _shared_out([(size, _kept_at(name, kept, rules)) for name, size in sizes.items()])
    return ((1, _kept_at(zone, kept, rules)),)


def _shared_out(sized: list[tuple[Number, Number | None]]) -> Parts:
    """Parts with their size as parts with their share; one bare part where there is no area."""
    whole = Decimal(sum(size for size, _ in sized))
    return tuple((size / whole, here) for size, here in sized) if whole else ((1, 0),)


def _kept_at(zone: str, kept: Mapping[str, Number | None], rules: RuleSet) -> Number | None:
    """The share given for a zone, or for a zone that it lies in."""
    holders = [zone, *(outer for outer, inner in rules.coverage.inside.items() if zone in inner)]
    return next((kept[name] for name in holders if name in kept), 0)
