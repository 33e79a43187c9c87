"""Hair and money of all options over the years, as far ahead as was chosen at the comparison."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from smp_planner.domain.plan import Compared
from smp_planner.domain.words import figure
from smp_planner.exports.over_years import MONEY, YEARS, OverYears, over_years
from smp_planner.exports.side_by_side import money_apart
from smp_planner.language.texts import _
from smp_planner.pictures.curves import curves
from smp_planner.views import html
from smp_planner.views.fold import fold
from smp_planner.views.picture import show, show_picture
from smp_planner.views.state import for_clinic
from smp_planner.views.whys import Whys

HORIZON = "horizon"


def ask_horizon() -> int:
    """How many years ahead the comparison looks: its rows of years, its tables and its pictures."""
    st.session_state.setdefault(HORIZON, YEARS[-1])
    names = {years: figure(years, "years") for years in YEARS}
    return st.radio(
        _("How far ahead do you look?"), YEARS, key=HORIZON, horizontal=True,
        format_func=names.__getitem__, persist_state="session",
    )  # fmt: skip


def show_over_years(plan: Compared, whys: Whys, years: int) -> None:
    """What every option comes to by then, and how it gets there."""
    show(html.heading(_("Hair and money over the years")))
    kinds = [*over_years(plan, years)]
    show(_by_then(kinds, years, whys))
    if years == YEARS[-1] and (apart := money_apart(plan.comparison)):
        show(html.quiet(apart))
    for kind in kinds:
        _show_course(kind, whys, years)
    if all(kind.id != MONEY for kind in kinds):
        show(html.heading(_("Money spent")), html.paragraph(plan.comparison.curves.about[MONEY]))
    show(html.quiet(_("What the curves rest on:"), whys.why("comparison.curves.about")))


def _by_then(kinds: Sequence[OverYears], years: int, whys: Whys) -> str:
    """What each option comes to: hair and money side by side."""
    headers = (_("Option"), *(_("{title}, {unit}", title=kind.title, unit=kind.unit) for kind in kinds))
    rows = [(escape(name), *(_then(name, kind, whys) for kind in kinds)) for name in kinds[0].by_then]
    return html.table(_("After {years}", years=figure(years, "years")), headers, rows)


def _then(option: str, kind: OverYears, whys: Whys) -> str:
    """What an option comes to by then, and why."""
    field = kind.why_then.get(option)
    return f"{kind.by_then[option]} {whys.why(field) if field else ''}"


def _show_course(kind: OverYears, whys: Whys, years: int) -> None:
    """How the options get there; a patient has what they come to above, and unfolds the way to it."""
    title = _("{title} over {years}", title=kind.title, years=figure(years, "years"))
    if kind.lines and not for_clinic():
        fold(title, f"fold_course_{kind.id}", partial(_show_kind, kind, title, whys))
        return
    show(html.heading(title))
    _show_kind(kind, title, whys)


def _show_kind(kind: OverYears, title: str, whys: Whys) -> None:
    """One kind of curves: the picture, whom it describes, and its numbers; or why nothing is known."""
    if kind.lines:
        label = _("{title}: {options}.", title=title, options=", ".join(line.name for line in kind.lines))
        show_picture(
            lambda shape: curves(kind.lines, label=label, x_name=_("years"), unit=kind.unit, shape=shape)
        )
    show(*map(html.quiet, kind.about))
    if kind.lines and for_clinic():
        told = _("{title}, in numbers", title=kind.title)
        fold(told, f"fold_curve_{kind.id}", partial(_show_numbers, kind, whys))
    elif kind.lines:
        _show_numbers(kind, whys)
    else:
        show(html.quiet(_("What this rests on:"), whys.why(*kind.fields)))


def _show_numbers(kind: OverYears, whys: Whys) -> None:
    rows = [(f"{escape(row.called)} {whys.why(row.field)}", *row.values) for row in kind.in_numbers]
    headers = (_("Option"), *(figure(year, "years") for year in kind.years))
    show(html.table(_("{title}, {unit}", title=kind.title, unit=kind.unit), headers, rows))
