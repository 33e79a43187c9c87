"""The five options side by side: the figures that people ask for first, none of them cut.

What takes words to be fair stands whole further down, see `all_answers`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from smp_planner.domain.comparison import Cell, Comparison, Option, Row
from smp_planner.domain.plan_figures import SURGERY
from smp_planner.domain.words import between, currency_in
from smp_planner.exports.lines import named, paragraph
from smp_planner.exports.open_words import state_of
from smp_planner.language.texts import N_, _

# The rows that a few words or figures answer by themselves, each with a short name.
KEY_ROWS = {
    "regrows_hair": N_("Hair grows?"),
    "halts_loss": N_("Stops the loss?"),
    "lasting": N_("How long it lasts"),
    "visits": N_("Visits, year 1"),
    "days_off_work": N_("Days off"),
    "full_result_months": N_("Months to wait"),
    "scar": N_("Scar, mm wide"),
    "cost_first": N_("Paid first"),
    "cost_10y": N_("Paid, 10 years"),
}
# On paper there is room for two more, where the way back and all questions stand in the whole paper alone.
ON_PAPER = KEY_ROWS | {"cant_undo": N_("What can't be undone"), "donor_left": N_("Donor grafts left")}
# Figures of one row that measure different things, each with what it measures.
MEASURED = {
    ("scar", "fut"): N_("one line, {range}"),
    ("scar", "fue"): N_("a dot for each graft, {range}"),
    ("cost_first", "medication"): N_("{range} for a month's supply"),
}
# Parts of a figure that can be had alone, and the whole of them.
ALONE = {"tablets": N_("tablets {range}"), "lotion": N_("lotion {range}")}
TOGETHER = N_("both {range}")
# A price of surgery whose operations may come to none.
IF_DONE = N_("{range}, if any is done")
OPERATIONS, MONEY_APART = "operations", "cost.apart"
FEW = N_("Figures from low to high. Further down come all questions, with whole answers.")


def side_by_side(comparison: Comparison) -> Iterator[str]:
    """A line a question, in which each option is named with its figure, in the order of the comparison."""
    names = [short_name(option) for option in comparison.options]
    states, *rows = key_rows(comparison)
    together = sorted(zip(names, states[1:], strict=True), key=lambda one: states.index(one[1]))
    told = ((states[0], together), *((question, zip(names, said, strict=True)) for question, *said in rows))
    for question, pairs in told:
        asked = question if question.endswith("?") else f"{question}."
        yield from paragraph(f"{asked} {named(pairs)}.", rest="  ")
    yield from paragraph(" ".join(filter(None, (_(FEW), money_apart(comparison)))))


def money_apart(comparison: Comparison) -> str:
    """What the money of ten years holds for surgery and not for SMP, where it does."""
    return comparison.curves.about.get(MONEY_APART, "")


def key_rows(
    comparison: Comparison, asked: Mapping[str, str] = MappingProxyType(KEY_ROWS)
) -> Iterator[Sequence[str]]:
    """The figures that people ask for first: the name of a row, and each option's figure in their order.

    The first row tells the state of each.
    """
    options = comparison.options
    rows = {row.id: row for row in comparison.rows if row.id in asked}
    operations = {row.id: row.cells for row in comparison.rows}.get(OPERATIONS, {})
    perhaps_none = {option for option in SURGERY if option in operations and operations[option].low == 0}
    yield (_("Open to you?"), *map(state_of, options))
    for id_, label in asked.items():
        if id_ in rows:
            row = rows[id_]
            told = {option.id: _answer(row, option.id) for option in options}
            if currency_in(row.unit):
                told |= {id_: _if_done(row.cells[id_], told[id_]) for id_ in perhaps_none}
            yield (_(label), *told.values())


def short_name(option: Option) -> str:
    """The name in brackets, where there is one: FUT."""
    _name, bracket, inside = option.name.partition("(")
    return inside.rstrip(")") if bracket else option.name


def _answer(row: Row, option: str) -> str:
    """A few words or a figure, or why there is none; with what it measures where that is not the same."""
    cell = row.cells[option]
    if cell.in_short:
        return cell.in_short
    told, measured = _with_parts(cell, row.unit), MEASURED.get((row.id, option))
    return _(measured, range=told) if measured and cell.high else told


def _if_done(cell: Cell, told: str) -> str:
    """A price of what may not be done at all, with that beside it; what has no price is told as it is."""
    return _(IF_DONE, range=told) if cell.low else told


def _with_parts(cell: Cell, unit: str) -> str:
    """A figure, after those of its parts where they can be had alone."""
    told = _figure(cell, unit)
    if not cell.parts:
        return told
    alone = (
        _(ALONE[name], range=between(part.low, part.high, currency_in(unit)))
        for name, part in cell.parts.items()
    )
    return ", ".join((*alone, _(TOGETHER, range=told)))


def _figure(cell: Cell, unit: str) -> str:
    """A figure from low to high, or why there is none; else its words, whole."""
    if cell.withheld:
        return _("not shown yet")
    if cell.not_needed:  # nobody is operated for nothing
        return _("not known: ask a surgeon")
    if cell.low is not None and cell.high is not None:
        return between(cell.low, cell.high, currency_in(unit))
    return _("not known") if cell.not_known else cell.say
