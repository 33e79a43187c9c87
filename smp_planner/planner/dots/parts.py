"""The parts that dots are counted by: how large each is, and the share of the full density that it takes.

A scar takes the full density, its margin the least share unless the margin is bare. A scar inside the area
takes what the hair around it left out there, on top of the area.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import NamedTuple

from smp_planner.domain.course import BLEND_BAND, STEP_CM2
from smp_planner.domain.quantities import rounded
from smp_planner.domain.words import figure, fill, in_both_units, joined, number
from smp_planner.planner.coverage.extents import ZERO
from smp_planner.planner.dots.kept_hair import ALL
from smp_planner.rules.cell_names import cell_name
from smp_planner.rules.ruleset import RuleSet

SCARS, AROUND_SCARS, BEYOND = "scars", "around_scars", "beyond"


class Placing(NamedTuple):
    """Shares of the full density (0-1).

    For each cell by its zone, for the skin around scars inside the area, for the margin of scars beside it,
    and for a whole scalp.
    """

    cells: Mapping[str, Decimal]
    around_scars: Decimal
    margin: Decimal
    whole_scalp: Decimal


class Sizes(NamedTuple):
    """Areas at one end of the ranges, in cm2; `most` is the size of a scalp, None where it is no limit."""

    treated: Decimal
    cells: Mapping[str, Decimal]
    band: Decimal
    own_scars: Decimal
    margins: Decimal
    held: Decimal
    most: Decimal | None


class Part(NamedTuple):
    """A part in cm2, and the share (0-1) of the full density that is placed there.

    `id` is the zone of a cell, the band's, or that of the scars or of the skin around them.
    """

    id: str
    cm2: Decimal
    share: Decimal

    @property
    def full_cm2(self) -> Decimal:
        """How much area it would be at full density."""
        return self.cm2 * self.share


def parts_of(sizes: Sizes, placing: Placing) -> tuple[Part, ...]:
    """Every part that takes dots, before all of them are held to the size of a scalp.

    Scars count as inside the area as far as it holds them.
    """
    cells = [Part(zone, cm2, placing.cells[zone]) for zone, cm2 in sizes.cells.items()]
    scars = sizes.own_scars + sizes.margins
    held = min(sizes.held / scars, ALL) if scars else ALL
    beside = ALL - held
    parts = (
        *cells,
        Part(BLEND_BAND, sizes.band, _share_of_band(cells)),
        Part(SCARS, sizes.own_scars, held * (ALL - placing.around_scars) + beside),
        Part(AROUND_SCARS, sizes.margins * beside, placing.margin),
    )
    return tuple(part for part in parts if part.full_cm2)


def _share_of_band(cells: Sequence[Part]) -> Decimal:
    """The root mean square of the cells' shares.

    Each part gives the band what an edge of its own would, as squares add up, so a further part never takes
    any away.
    """
    bare = sum((cell.cm2 for cell in cells), ZERO)
    squares = sum((cell.cm2 * cell.share**2 for cell in cells), ZERO)
    return (squares / bare).sqrt() if bare else ZERO


# --- in words -----------------------------------------------------------------------------


def tell_parts(
    parts: Sequence[Part],
    per_cm2: Decimal,
    dots: Decimal,
    rules: RuleSet,
    *,
    inside: bool,
    shares: Sequence[Callable[[Decimal], str]],
) -> list[str]:
    """Area x density x share = dots, a row for each part; whole dots that add up to the total.

    What goes beyond the size of a scalp is taken off in a row of its own. `inside`: scars lie in the area;
    each of `shares` puts a share in words, and gets a text of its own.
    """
    note = rules.density.notes["dots_by_part"].say
    exact = [part.full_cm2 * per_cm2 for part in parts]
    *whole, beyond = _whole([*exact, dots - sum(exact, ZERO)])
    row = rules.density.notes["dots_of_part"].say
    told = [
        {
            "part": _name(part.id, rules, inside=inside),
            "area": figure(rounded(part.cm2, STEP_CM2), "cm2"),
            "density": number(per_cm2),
            "dots": figure(count, "dots"),
        }
        for part, count in zip(parts, whole, strict=True)
    ]
    off = [fill(rules.density.notes["dots_beyond"].say, dots=figure(-beyond, "dots"))] if beyond else []
    area = in_both_units(rounded(sum((part.cm2 for part in parts), ZERO), STEP_CM2))
    in_all = figure(sum(whole) + beyond, "dots")

    def by(share: Callable[[Decimal], str]) -> str:
        rows = (fill(row, **one, share=share(part.share)) for one, part in zip(told, parts, strict=True))
        return fill(note, parts=joined([*rows, *off], comma="; ", last="; "), all=in_all, area=area)

    return [by(share) for share in shares]


def _whole(exact: Sequence[Decimal]) -> list[int]:
    """Whole numbers beside these, with the same sum in whole numbers."""
    running = [int(rounded(so_far)) for so_far in accumulate(exact)]
    return [after - before for before, after in pairwise([0, *running])]


def _name(part: str, rules: RuleSet, *, inside: bool) -> str:
    if part in rules.coverage.zones.rows:
        return cell_name(part, rules)
    where = f"{part}_inside" if part == SCARS and inside else part
    return rules.density.notes[f"dots_in_{where}"].say
