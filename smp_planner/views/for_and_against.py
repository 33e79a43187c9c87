"""What speaks for each option and what against it: two lists for each alike, in the neutral order.

Below them stands what weighs on neither side and matters most: see `big_matters`. What can't be done for
somebody has no points, and there it says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from smp_planner.domain.comparison import Cell, Comparison, Row
from smp_planner.domain.for_and_against import SIDES, Side, big_matters, points
from smp_planner.domain.plan import Compared
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

FOR_AND_AGAINST = N_("What speaks for and against each option")
TITLES: Mapping[Side, str] = {"for": N_("For it"), "against": N_("Against it")}
ON_NEITHER_SIDE = N_("On neither side")


def show_for_and_against(plan: Compared, years: int, whys: Whys) -> None:
    """How it is decided, then both lists of every option, as far ahead as somebody looks."""
    comparison = plan.comparison
    options = "".join(
        f"<li><h3>{escape(option.name)}</h3>{_lists(comparison, option.id, years, whys)}</li>"
        for option in comparison.options
    )
    show(html.quiet(comparison.leans_say), f'<ul class="sides" role="list">{options}</ul>')


def _lists(comparison: Comparison, option: str, years: int, whys: Whys) -> str:
    horizon = f"{years}y"
    told = [(TITLES[side], points(comparison, option, side, horizon)) for side in SIDES]
    told.append((ON_NEITHER_SIDE, big_matters(comparison, option, horizon)))
    return "".join(_list(title, answers, option, whys) for title, answers in told)


def _list(title: str, answers: Iterable[tuple[Row, Cell]], option: str, whys: Whys) -> str:
    listed = html.items(_point(row, cell, option, whys) for row, cell in answers)
    return f"<h4>{escape(_(title))}</h4>{listed}" if listed else ""


def _point(row: Row, cell: Cell, option: str, whys: Whys) -> str:
    told = whys.cell(f"comparison.rows.{row.id}.{option}", cell)
    return f'<span class="quiet">{escape(row.question)}</span> {told}'
