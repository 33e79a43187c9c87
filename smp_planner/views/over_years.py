"""Hair and money of all options over the years: one choice of how far ahead moves pictures and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

import streamlit as st

from smp_planner.domain.comparison import CurvePoint
from smp_planner.domain.plan import Compared, TreatmentPlan
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import between, figure, number
from smp_planner.language.texts import _
from smp_planner.pictures.curves import Line, curves
from smp_planner.views import html
from smp_planner.views.fold import fold
from smp_planner.views.picture import show, show_picture
from smp_planner.views.whys import Whys

HORIZONS = (1, 5, 10)  # years
HORIZON = "horizon"
MONEY = "cost"
Curve = tuple[CurvePoint, ...]


class _Kind(NamedTuple):
    """One kind of curves: its part in the record, its name, its unit, and the curves by option."""

    id: str
    title: str
    unit: str
    curves: Mapping[str, Curve]


def show_over_years(plan: Compared, whys: Whys) -> None:
    """How far ahead, what every option comes to by then, and how it gets there."""
    st.session_state.setdefault(HORIZON, HORIZONS[-1])
    show(html.heading(_("Hair and money over the years")))
    names = {years: figure(years, "years") for years in HORIZONS}
    asked = _("How far ahead?")
    years = st.radio(
        asked, HORIZONS, key=HORIZON, horizontal=True, format_func=names.__getitem__, persist_state="session"
    )
    kinds = [*_kinds(plan)]
    show(_by_then(plan, kinds, years))
    for kind in kinds:
        _show_kind(plan, whys, kind, years)
    if all(kind.id != MONEY for kind in kinds):
        show(html.paragraph(plan.comparison.curves.about[MONEY]))
    show(html.quiet(_("What the curves rest on:"), whys.why("comparison.curves.about")))


def _kinds(plan: Compared) -> Iterator[_Kind]:
    lines = plan.comparison.curves
    yield _Kind("hair", _("Own hair"), _("% of today"), lines.hair)
    if isinstance(plan, TreatmentPlan) and plan.cost:
        yield _Kind(MONEY, _("Money spent"), plan.cost.currency, lines.cost)


def _by_then(plan: Compared, kinds: Sequence[_Kind], years: int) -> str:
    """What each option comes to: hair and money side by side."""
    headers = [_("{title}, {unit}", title=kind.title, unit=kind.unit) for kind in kinds]
    rows = [
        (escape(option.name), *(_at(kind.curves.get(option.id, ()), years) for kind in kinds))
        for option in plan.comparison.options
    ]
    return html.table(_("After {years}", years=figure(years, "years")), (_("Option"), *headers), rows)


def _show_kind(plan: Compared, whys: Whys, kind: _Kind, years: int) -> None:
    """One kind of curves: the picture, whom it describes, and its numbers."""
    names = {option.id: option.name for option in plan.comparison.options}
    title = _("{title} over {years}", title=kind.title, years=figure(years, "years"))
    show(html.heading(title))
    known = {names[id_]: _known(curve) for id_, curve in kind.curves.items() if _known(curve)}
    if known:
        label = _("{title}: {options}.", title=title, options=", ".join(known))
        lines = [
            Line(name, [point for point in points if point[0] <= years]) for name, points in known.items()
        ]
        show_picture(lambda shape: curves(lines, label=label, x_name=_("years"), unit=kind.unit, shape=shape))
    show(*_about(plan, kind.id, names))
    if not known:
        told = plan.comparison.curves.about.values()
        reasons = dict.fromkeys(p.not_known for curve in kind.curves.values() for p in curve if p.not_known)
        fields = (f"comparison.curves.{kind.id}.{id_}" for id_ in kind.curves)
        show(html.paragraph(" ".join(r for r in reasons if r not in told), whys.why(*fields)))
        return
    shown = [year for year in HORIZONS if year <= years]
    rows = [
        (
            f"{escape(names[id_])} {whys.why(f'comparison.curves.{kind.id}.{id_}')}",
            *(_at(curve, year) for year in shown),
        )
        for id_, curve in kind.curves.items()
        if curve
    ]
    headers = (_("Option"), *(figure(year, "years") for year in shown))
    table = html.table(_("{title}, {unit}", title=title, unit=kind.unit), headers, rows)
    fold(_("{title}, in numbers", title=title), f"fold_curve_{kind.id}", lambda: show(table))


def _about(plan: Compared, kind: str, names: Mapping[str, str]) -> Iterator[str]:
    """Whom the curves of one kind describe: first all of them, then single options."""
    for about, words in plan.comparison.curves.about.items():
        option = about.removeprefix(f"{kind}.")
        if about == kind:
            yield html.quiet(words)
        elif option in names:
            yield html.quiet(_("{option}: {words}", option=names[option], words=words))


def _known(curve: Curve) -> Sequence[tuple[Number, Number, Number, Number]]:
    """The points of a curve that is known all along; none of one that isn't."""
    points = [
        (point.year, point.low, point.typical, point.high)
        for point in curve
        if point.low is not None and point.typical is not None and point.high is not None
    ]
    return points if len(points) == len(curve) else []


def _at(curve: Curve, year: int) -> str:
    """The value of a curve at a year, with its band."""
    point = next((point for point in curve if point.year == year), None)
    if point is None or point.low is None or point.typical is None or point.high is None:
        return _("not known")
    return f"{number(point.typical)} ({between(point.low, point.high)})"
