"""The five options side by side, then hair and money over ten years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from smp_planner.domain.comparison import CurvePoint
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import between
from smp_planner.pictures.curves import Line, curves
from smp_planner.views import html
from smp_planner.views.html import Whys
from smp_planner.views.picture import show_picture, show_quiet

SHOWN_YEARS = (1, 5, 10)
Curve = tuple[CurvePoint, ...]


def show_options(plan: TreatmentPlan, whys: Whys) -> None:
    """The five options side by side, then hair and money over the years."""
    comparison = plan.comparison
    headers = ("Question", *(option.name for option in comparison.options))
    about = ("What it is", *(escape(option.about) for option in comparison.options))
    st.html(
        html.page(
            html.quiet(f"Order: {comparison.order_say}"),
            html.table("Is it open to you?", headers, [about, _openness(plan, whys)]),
        )
    )
    for group in dict.fromkeys(row.group for row in comparison.rows):
        rows = [
            (
                escape(row.question),
                *(
                    f"{escape(row.cells[o.id].say)} {whys.why(f'comparison.rows.{row.id}.{o.id}')}"
                    for o in comparison.options
                ),
            )
            for row in comparison.rows
            if row.group == group
        ]
        st.html(html.page(html.table(group, headers, rows)))
    _show_curves(plan, whys)
    pairs = html.bullets(pair.say for pair in comparison.combinations)
    st.html(html.page("<h3>What people combine</h3>", pairs))


def _openness(plan: TreatmentPlan, whys: Whys) -> tuple[str, ...]:
    cells = (
        f"{escape(option.why)} {whys.why(f'comparison.options.{option.id}')}"
        for option in plan.comparison.options
    )
    return ("Is it open to you?", *cells)


def _show_curves(plan: TreatmentPlan, whys: Whys) -> None:
    lines = plan.comparison.curves
    currency = plan.cost.currency if plan.cost else ""
    _show_kind(plan, whys, "hair", lines.hair, title="Own hair over ten years", unit="% of today")
    if currency:
        _show_kind(plan, whys, "cost", lines.cost, title="Money spent over ten years", unit=currency)


def _show_kind(
    plan: TreatmentPlan, whys: Whys, kind: str, lines: Mapping[str, Curve], *, title: str, unit: str
) -> None:
    """One kind of curves: the picture, whom it describes, and its numbers."""
    names = {option.id: option.name for option in plan.comparison.options}
    st.html(html.page(f"<h3>{title}</h3>"))
    known = [Line(name=names[id_], points=_known(curve)) for id_, curve in lines.items() if _known(curve)]
    if known:
        label = f"{title}: {', '.join(line.name for line in known)}."
        show_picture(curves(known, label=label, x_name="years", unit=unit))
    for about, words in plan.comparison.curves.about.items():
        option = about.removeprefix(f"{kind}.")
        if about == kind or option in names:
            show_quiet(words if about == kind else f"{names[option]}: {words}")
    rows = [
        (
            names[id_],
            *(_point(point) for point in curve if point.year in SHOWN_YEARS),
            whys.why(f"comparison.curves.{kind}.{id_}"),
        )
        for id_, curve in lines.items()
        if curve
    ]
    headers = ("Option", *(f"{year} years" if year > 1 else "1 year" for year in SHOWN_YEARS), "Why")
    st.html(html.page(html.table(f"{title}, {unit}", headers, rows)))


def _known(curve: Curve) -> Sequence[tuple[Number, Number, Number, Number]]:
    """The points of a curve that is known all along; none of one that isn't."""
    points = [
        (point.year, point.low, point.typical, point.high)
        for point in curve
        if point.low is not None and point.typical is not None and point.high is not None
    ]
    return points if len(points) == len(curve) else []


def _point(point: CurvePoint) -> str:
    if point.low is None or point.typical is None or point.high is None:
        return "not known"
    return f"{point.typical:,} ({between(point.low, point.high)})"
