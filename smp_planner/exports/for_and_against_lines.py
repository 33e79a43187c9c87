"""What speaks for each option and what against it, as lines of text: two lists for each alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smp_planner.domain.comparison import Cell, Comparison
from smp_planner.domain.for_and_against import SIDES, Side, big_matters, points
from smp_planner.exports.lines import bullets, heading, paragraph
from smp_planner.language.texts import N_, _

TITLES: Mapping[Side, str] = {"for": N_("For {option}:"), "against": N_("Against {option}:")}
ON_NEITHER_SIDE = N_("On neither side, for {option}:")


def for_and_against_lines(comparison: Comparison) -> Iterator[str]:
    """How it is decided, then both lists of every option in the order of the comparison."""
    yield from heading(_("What speaks for and against each option"))
    yield from paragraph(comparison.leans_say)
    for option in comparison.options:
        for side in SIDES:
            told = points(comparison, option.id, side)
            listed = bullets(f"{row.question} {with_caveat(cell)}" for row, cell in told)
            if listed:
                yield from (_(TITLES[side], option=option.name), *listed)
        told = big_matters(comparison, option.id)
        listed = bullets(f"{row.question} {with_caveat(cell)}" for row, cell in told)
        if listed:
            yield from (_(ON_NEITHER_SIDE, option=option.name), *listed)


def with_caveat(cell: Cell) -> str:
    """The words of a point; where they hold a figure, also its note, as in the table."""
    return cell.say if cell.low is None or not cell.note else f"{cell.say} {cell.note}"
