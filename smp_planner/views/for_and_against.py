"""What speaks for each option and what against it: two lists for each alike, in the neutral order."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from smp_planner.domain.comparison import Cell, Comparison, Row
from smp_planner.domain.for_and_against import SIDES, Side, points
from smp_planner.domain.plan import Compared
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

FOR_AND_AGAINST = N_("What speaks for and against each option")
TITLES: Mapping[Side, str] = {"for": N_("For it"), "against": N_("Against it")}


def show_for_and_against(plan: Compared, years: int, whys: Whys) -> None:
    """How it is decided, then both lists of every option, as far ahead as somebody looks."""
    comparison = plan.comparison
    options = "".join(
        f"<li><h3>{escape(option.name)}</h3>{_lists(comparison, option.id, years, whys)}</li>"
        for option in comparison.options
    )
    show(html.quiet(comparison.leans_say), f'<ul class="sides" role="list">{options}</ul>')


def _lists(comparison: Comparison, option: str, years: int, whys: Whys) -> str:
    return "".join(_list(comparison, option, side, years, whys) for side in SIDES)


def _list(comparison: Comparison, option: str, side: Side, years: int, whys: Whys) -> str:
    told = (_point(row, cell, option, whys) for row, cell in points(comparison, option, side, f"{years}y"))
    return f"<h4>{escape(_(TITLES[side]))}</h4>{html.items(told)}"


def _point(row: Row, cell: Cell, option: str, whys: Whys) -> str:
    told = whys.cell(f"comparison.rows.{row.id}.{option}", cell)
    return f'<span class="quiet">{escape(row.question)}</span> {told}'
