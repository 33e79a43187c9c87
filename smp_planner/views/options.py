"""The five options side by side, then hair and money over ten years.

On a wide screen a table holds every question of a group. On a phone the same table shows one question
at a time, which is chosen above it, with all five options under it alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from html import escape

import streamlit as st

from smp_planner.domain.comparison import CurvePoint
from smp_planner.domain.comparison import Row as Question
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Number
from smp_planner.domain.words import between, figure, number
from smp_planner.language.texts import N_, _
from smp_planner.pictures.curves import Line, curves
from smp_planner.views import html
from smp_planner.views.chances import show_chances
from smp_planner.views.fold import fold
from smp_planner.views.picture import show, show_picture
from smp_planner.views.whys import Whys

SHOWN_YEARS = (1, 5, 10)
ABOUT, OPEN_TO_YOU = N_("What it is"), N_("Is it open to you?")
Curve = tuple[CurvePoint, ...]
Asked = tuple[str, tuple[str, ...]]  # a question, and each option's answer as ready HTML


def show_options(plan: TreatmentPlan, whys: Whys) -> None:
    """The five options side by side, then hair and money over the years."""
    comparison = plan.comparison
    names = [option.name for option in comparison.options]
    about = (_(ABOUT), tuple(escape(option.about) for option in comparison.options))
    show(html.quiet(_("Order: {order}", order=comparison.order_say)))
    _show_questions(_("The five options"), "about", names, [about, _openness(plan, whys)])
    for place, group in enumerate(dict.fromkeys(row.group for row in comparison.rows)):
        fold(group, f"fold_option_{place}", partial(_show_group, plan, group, place, whys), opened=place == 0)
    show_chances(plan, whys)
    _show_curves(plan, whys)
    pairs = html.items(f"{escape(pair.say)} {whys.cited(pair.sources)}" for pair in comparison.combinations)
    show(html.heading(_("What people combine")), pairs)


def _show_group(plan: TreatmentPlan, group: str, place: int, whys: Whys) -> None:
    names = [option.name for option in plan.comparison.options]
    rows = [_row(plan, row, whys) for row in plan.comparison.rows if row.group == group]
    _show_questions(group, str(place), names, rows)


def _show_questions(caption: str, key: str, names: Sequence[str], rows: Sequence[Asked]) -> None:
    """The questions as a table, and over it the choice of the one that a phone shows."""
    with st.container(key=f"one_question_{key}"):
        chosen = st.radio(_("Question"), [question for question, _ in rows], key=f"one_of_{key}")
    table = [(escape(question), *cells) for question, cells in rows]
    shown = next(place for place, (question, _) in enumerate(rows) if question == chosen)
    show(html.side_by_side(caption, names, table, on_phone=shown))


def _row(plan: TreatmentPlan, row: Question, whys: Whys) -> Asked:
    """A question, then each option's answer with its reason and the strength of its evidence."""
    cells = tuple(
        whys.cell(f"comparison.rows.{row.id}.{option.id}", row.cells[option.id])
        for option in plan.comparison.options
    )
    return row.question, cells


def _openness(plan: TreatmentPlan, whys: Whys) -> Asked:
    cells = tuple(
        f"{escape(option.why)} {whys.why(f'comparison.options.{option.id}')}"
        for option in plan.comparison.options
    )
    return _(OPEN_TO_YOU), cells


def _show_curves(plan: TreatmentPlan, whys: Whys) -> None:
    lines = plan.comparison.curves
    _show_kind(plan, whys, "hair", lines.hair, title=_("Own hair over ten years"), unit=_("% of today"))
    if plan.cost:
        _show_kind(
            plan, whys, "cost", lines.cost, title=_("Money spent over ten years"), unit=plan.cost.currency
        )
    show(html.quiet(_("What the curves rest on:"), whys.why("comparison.curves.about")))


def _show_kind(
    plan: TreatmentPlan, whys: Whys, kind: str, lines: Mapping[str, Curve], *, title: str, unit: str
) -> None:
    """One kind of curves: the picture, whom it describes, and its numbers."""
    names = {option.id: option.name for option in plan.comparison.options}
    show(html.heading(title))
    known = [Line(name=names[id_], points=_known(curve)) for id_, curve in lines.items() if _known(curve)]
    if known:
        label = _("{title}: {options}.", title=title, options=", ".join(line.name for line in known))
        show_picture(lambda shape: curves(known, label=label, x_name=_("years"), unit=unit, shape=shape))
    show(*_about(plan, kind, names))
    if not known:
        told = plan.comparison.curves.about.values()
        reasons = dict.fromkeys(p.not_known for curve in lines.values() for p in curve if p.not_known)
        fields = (f"comparison.curves.{kind}.{id_}" for id_ in lines)
        show(html.paragraph(" ".join(r for r in reasons if r not in told), whys.why(*fields)))
        return
    rows = [
        (
            f"{escape(names[id_])} {whys.why(f'comparison.curves.{kind}.{id_}')}",
            *(_point(point) for point in curve if point.year in SHOWN_YEARS),
        )
        for id_, curve in lines.items()
        if curve
    ]
    headers = (_("Option"), *(figure(year, "years") for year in SHOWN_YEARS))
    table = html.table(_("{title}, {unit}", title=title, unit=unit), headers, rows)
    fold(_("{title}, in numbers", title=title), f"fold_curve_{kind}", lambda: show(table))


def _about(plan: TreatmentPlan, kind: str, names: Mapping[str, str]) -> Iterator[str]:
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


def _point(point: CurvePoint) -> str:
    if point.low is None or point.typical is None or point.high is None:
        return _("not known")
    return f"{number(point.typical)} ({between(point.low, point.high)})"
