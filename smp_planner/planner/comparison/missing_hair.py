"""How much hair grafts have to make up for on a cm2: what is planned there, less the hair that is there.

What is planned looks full, but for the crown, which has a density of its own. Hair that is there = share
kept x natural density. A part with more hair than is planned needs nothing; what it has too much doesn't
make up for another part. Densities in grafts per cm2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from smp_planner.domain.intake import WHOLE_SCALP, Intake
from smp_planner.domain.provenance import Reading
from smp_planner.domain.quantities import Number
from smp_planner.planner.coverage.assess import Coverage
from smp_planner.planner.coverage.cells import MEASURED, Cell, zone_cells, zone_reading
from smp_planner.planner.coverage.extents import ZERO
from smp_planner.planner.coverage.stage_cells import stage_cells
from smp_planner.planner.dots.kept_hair import share_unsaid
from smp_planner.planner.one_at_a_time import Span, span_of, sure
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet

CROWN = "crown"
Kept = Number | Mapping[str, Number | None] | None
Place = Literal["crown", "elsewhere", "unsaid"]


class Part(NamedTuple):
    """A part of the area: its share of it, the share of hair kept there (None: not sure), where it lies."""

    share: Number
    kept: Number | None
    place: Place


Parts = tuple[Part, ...]


class MissingHair(NamedTuple):
    """What the need depends on: its drivers, the parts of the area, and why the need is wide.

    `target` looks full, `crown` is planned at the crown, `unsaid` where nobody said where the area lies.
    `kept` holds for a part of whose hair nobody is sure; then `reckoned` is the rule that it comes from.
    """

    target: Span
    natural: Span
    kept: Span
    crown: Span
    unsaid: Span
    parts: Parts
    rules: tuple[Reading, ...]
    why_wide: Saying | None
    reckoned: Reading | None

    @property
    def drivers(self) -> tuple[Span, ...]:
        """What `per_cm2` takes, in its order."""
        return self.target, self.natural, self.kept, self.crown, self.unsaid

    def per_cm2(self, target: Number, natural: Number, kept: Number, crown: Number, unsaid: Number) -> Number:
        """Grafts for each cm2 of the area, each part at the density that is planned there."""
        planned = {"elsewhere": target, "crown": crown, "unsaid": unsaid}
        return sum(
            part.share * max(0, planned[part.place] - _there(part, kept) * natural) for part in self.parts
        )

    def to_look_full(self, target: Number, natural: Number, kept: Number, *_: Number) -> Number:
        """Grafts for each cm2 of the area so that all of it looks full, the crown too; it takes `drivers`."""
        return self.per_cm2(target, natural, kept, target, target)

    @property
    def keeps_hair(self) -> bool:
        """Whether hair that is planned with stands between the grafts."""
        return any(_there(part, self.kept.typical) for part in self.parts)

    def lies_in(self, place: Place) -> bool:
        """Whether a part of the area lies there."""
        return any(part.place == place for part in self.parts)


def _there(part: Part, unsure: Number) -> Number:
    """The share of hair kept on a part, or the one that holds where nobody is sure."""
    return unsure if part.kept is None else part.kept


def find_missing_hair(intake: Intake, coverage: Coverage, rules: RuleSet) -> MissingHair:
    """What the answers say of hair that is still there; a zone without a number has none left."""
    return _missing(intake, kept_parts(intake.kept_hair, coverage, rules), rules)


def find_missing_beyond(intake: Intake, stage: str, coverage: Coverage, rules: RuleSet) -> MissingHair:
    """The same for the area that other answers add to a Norwood stage."""
    of_stage = rules.kept(stage_cells)[rules.coverage.norwood.rows[stage].read().id]
    beyond = [
        (zone, max(ZERO, size - of_stage[zone].typical) if zone in of_stage else size, kept)
        for zone, size, kept in _sized(intake.kept_hair, coverage, rules)
    ]
    return _missing(intake, _shared_out(beyond, 0), rules)


def _missing(intake: Intake, parts: Parts, rules: RuleSet) -> MissingHair:
    table, notes = rules.surgery, rules.comparison.notes
    target, natural, crown = (
        figure.read() for figure in (table.target_density, table.natural_density, table.crown_density)
    )
    unsure = share_unsaid(intake.goals, intake.area, rules)
    places = {part.place for part in parts}
    planned = (target,) if places == {"elsewhere"} else (crown,) if places == {"crown"} else (target, crown)
    unsure_here = any(part.kept is None for part in parts)
    if unsure_here:
        readings, why_wide = (*planned, natural, unsure), notes.kept_unsure
    elif any(part.kept for part in parts):
        readings, why_wide = (*planned, natural), notes.kept_natural
    else:
        readings, why_wide = planned, None
    full, at_crown = span_of(target), span_of(crown)
    return MissingHair(
        target=full,
        natural=span_of(natural),
        kept=span_of(unsure) if unsure_here else sure(0),
        crown=at_crown,
        unsaid=full._replace(low=min(full.low, at_crown.low)),
        parts=parts,
        rules=readings,
        why_wide=why_wide,
        reckoned=unsure if unsure_here else None,
    )


def kept_parts(kept: Kept, coverage: Coverage, rules: RuleSet) -> Parts:
    """The bare area in parts by where they lie and how much hair is kept there; None where nobody said."""
    return _shared_out(_sized(kept, coverage, rules), 0 if isinstance(kept, Mapping) else kept)


_Sized = tuple[str, Decimal, Number | None]  # a zone, its size in cm2, and the share of hair kept there


def _sized(kept: Kept, coverage: Coverage, rules: RuleSet) -> list[_Sized]:
    return [part for cell in coverage.cells for part in _in_cell(cell, kept, rules)]


def _in_cell(cell: Cell, kept: Kept, rules: RuleSet) -> Iterator[_Sized]:
    """The zones of a cell; a measured area is taken to lie in the zones that hair was named for."""
    size = cell.cm2.typical
    if cell.zone == MEASURED and isinstance(kept, Mapping) and kept:
        zones = {name: Decimal(zone_reading(name, rules).number) for name in kept}
    elif cell.zone == WHOLE_SCALP:
        inside = rules.coverage.inside[WHOLE_SCALP]
        zones = {name: cm2.typical for outer in inside for name, cm2 in zone_cells(outer, rules)}
    else:
        zones = {cell.zone: size}
    whole = sum(zones.values(), ZERO)
    for name, part in zones.items():
        yield name, size * part / whole if whole else ZERO, _kept_at(name, kept, rules)


def _shared_out(sized: list[_Sized], else_kept: Number | None) -> Parts:
    """Parts with their size as parts with their share; one part that keeps so much where there is no area."""
    whole = sum((size for _, size, _ in sized), ZERO)
    if not whole:
        return (Part(1, else_kept, "elsewhere"),)
    return tuple(Part(size / whole, kept, _place(zone)) for zone, size, kept in sized if size)


def _place(zone: str) -> Place:
    return "unsaid" if zone == MEASURED else "crown" if zone == CROWN else "elsewhere"


def _kept_at(zone: str, kept: Kept, rules: RuleSet) -> Number | None:
    """The share given for a zone, or for a zone that it lies in; one number holds everywhere."""
    if not isinstance(kept, Mapping):
        return kept
    holders = [zone, *(outer for outer, inner in rules.coverage.inside.items() if zone in inner)]
    return next((kept[name] for name in holders if name in kept), 0)
