"""Hair and money over ten years: the curves of every option, and each year in figures."""

from __future__ import annotations

from collections.abc import Iterator

from smp_planner.domain.plan import Compared
from smp_planner.domain.words import figure
from smp_planner.exports.over_years import MONEY, YEARS, OverYears, over_years
from smp_planner.exports.paper.blocks import Block, Bullets, Heading, Section, Table
from smp_planner.exports.paper.pictures import hair_over_years, money_over_years
from smp_planner.language.texts import _

LAST = YEARS[-1]


def over_ten_years(plan: Compared) -> Section | None:
    """A picture, a table and whom it describes, for hair and for money where it is shown."""
    blocks = tuple(block for told in over_years(plan, LAST) for block in _told(plan, told))
    title = _("Hair and money, {years} ahead", years=figure(LAST, "years"))
    return Section("years", title, blocks) if blocks else None


def _told(plan: Compared, told: OverYears) -> Iterator[Block]:
    draw = money_over_years if told.id == MONEY else hair_over_years
    yield Heading(f"{told.title}, {told.unit}")
    if picture := draw(plan, LAST):
        yield picture
    if told.in_numbers:
        yield _in_numbers(told)
    yield Bullets(told.about)


def _in_numbers(told: OverYears) -> Table:
    """A row an option, in the order of the comparison, and a column a year."""
    after = (_("after {years}", years=figure(year, "years")) for year in told.years)
    return Table(
        caption=_("{title}: planned with, from low to high", title=told.title),
        head=(_("Option"), *after),
        rows=tuple((known.called, *known.values) for known in told.in_numbers),
        shares=(5, *(3 for _year in told.years)),
    )
