"""The five options side by side, whether each is open to you and why, and what speaks for and against."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.comparison import Comparison
from smp_planner.domain.for_and_against import SIDES, big_matters, points
from smp_planner.domain.plan import Compared
from smp_planner.exports.for_and_against_lines import ON_NEITHER_SIDE, TITLES, with_caveat
from smp_planner.exports.open_words import openness
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Paragraph, Section, Table
from smp_planner.exports.paper.by_option import by_option
from smp_planner.exports.side_by_side import FEW, ON_PAPER, key_rows, money_apart, short_name
from smp_planner.language.texts import N_, _

FIGURES = N_("The figures that people ask for first")
FIRST_COLUMN = N_("Question")
IN_SHORT = N_(
    "Figures from low to high. The whole paper has every question and answer, all risks and all sources: ask "
    "for it."
)
ALIKE = 5  # the width of each option's column, against FIRST of the questions
FIRST = 4


def five_options(plan: Compared, *more: Block, whole: bool) -> Section:
    """What is said first, the key figures with a column for each option, what each option is, and `more`.

    Whole it begins a sheet; in short it follows what goes before, as half a sheet would be left empty.
    """
    comparison = plan.comparison
    order = Paragraph(comparison.order_say, "quiet")
    blocks = (
        *(Paragraph(said.say) for said in comparison.first),
        *((order,) if comparison.order_say else ()),
        _figures(comparison),
        *(Paragraph(told, "quiet") for told in (money_apart(comparison),) if told),
        Paragraph(_(FEW if whole else IN_SHORT), "quiet"),
        *(_apart(comparison) if whole else (_in_one(comparison),)),
        *more,
    )
    return Section("options", _("Five options, side by side"), blocks, alone=whole)


def for_and_against(plan: Compared) -> Section:
    """How it is decided, then both lists of each option, in the order of the comparison."""
    return Section(
        "for_and_against", _("What speaks for and against each option"), tuple(_leans(plan.comparison))
    )


def _figures(comparison: Comparison) -> Table:
    names = tuple(map(short_name, comparison.options))
    return Table(
        caption=_(FIGURES),
        head=(_(FIRST_COLUMN), *names),
        rows=tuple(map(tuple, key_rows(comparison, ON_PAPER))),
        shares=(FIRST, *(ALIKE for _name in names)),
        small=True,
    )


def _apart(comparison: Comparison) -> tuple[Table, Table]:
    """What each option is; then whether it is open to this person, and why."""
    return (
        by_option(_("What it is"), ((option.name, option.about) for option in comparison.options)),
        by_option(
            _("Is it open to you?"), ((option.name, openness(option)) for option in comparison.options)
        ),
    )


def _in_one(comparison: Comparison) -> Table:
    """The same in one table, which takes less of a sheet."""
    return by_option(
        _("What it is, and is it open to you?"),
        ((short_name(option), f"{option.about} {openness(option)}") for option in comparison.options),
        small=True,
        short_names=True,
    )


def _leans(comparison: Comparison) -> Iterator[Block]:
    yield Paragraph(comparison.leans_say)
    for option in comparison.options:
        yield Heading(option.name)
        for side in SIDES:
            told = points(comparison, option.id, side)
            listed = tuple(f"{row.question} {with_caveat(cell)}" for row, cell in told)
            if listed:
                yield Paragraph(_(TITLES[side], option=option.name))
                yield Bullets(listed)
        told = big_matters(comparison, option.id)
        yield Paragraph(_(ON_NEITHER_SIDE, option=option.name))
        yield Bullets(tuple(f"{row.question} {with_caveat(cell)}" for row, cell in told))
