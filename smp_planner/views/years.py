"""The years: fading, touch-up checks and money."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.domain.years import Cost, FadePoint
from smp_planner.pictures.curves import Line, curves
from smp_planner.views import html
from smp_planner.views.fold import fold
from smp_planner.views.picture import show, show_picture
from smp_planner.views.whys import Whys

HORIZONS = {"1y": "First year", "5y": "Five years", "10y": "Ten years"}
FADING = "How the look fades if nothing is refreshed, in per cent of the first day, by month."


def show_years(plan: TreatmentPlan, whys: Whys) -> None:
    """Fading and touch-ups, then money."""
    _show_fading(plan, whys)
    _show_checks(plan, whys)
    if plan.cost is None:
        st.info("Money is shown once the health questions are answered.")
    else:
        _show_money(plan.cost, whys)


def _show_fading(plan: TreatmentPlan, whys: Whys) -> None:
    fade = plan.touch_ups.fade
    line = Line(
        name="untouched", points=[(p.months, p.low * 100, p.typical * 100, p.high * 100) for p in fade]
    )
    show_picture(
        lambda shape: curves(
            [line], label=FADING, x_name="months after the last visit", unit="% left", top=100, shape=shape
        ),
        FADING,
    )
    fold("The numbers of this picture", "fold_fading", lambda: _show_fading_in_numbers(fade, whys))


def _show_fading_in_numbers(fade: Iterable[FadePoint], whys: Whys) -> None:
    rows = [
        (f"After {p.months} months", f"{_left(p)} {whys.why(f'touch_ups.fade.{p.months}')}") for p in fade
    ]
    show(html.table("Fading", ("When", "Left (low to high)"), rows))


def _left(point: FadePoint) -> str:
    low, high = html.per_cent(point.low), html.per_cent(point.high)
    return f"{html.per_cent(point.typical)} ({low} to {high})"


def _show_checks(plan: TreatmentPlan, whys: Whys) -> None:
    checks = [
        (f"Check {t.number}", f"{spoken(t.from_)} to {spoken(t.to)}",
         f"{spoken(t.typical)} {whys.why(f'touch_ups.items.{t.number}')}")
        for t in plan.touch_ups.items
    ]  # fmt: skip
    interval = html.figure(plan.touch_ups.interval_months, whys.why("touch_ups.interval_months"))
    notes = plan.touch_ups.notes
    show(
        f'<div class="line">A check every {interval}</div>',
        html.bullets(notes),
        html.quiet("Where these sentences come from:", whys.why("touch_ups.notes")) if notes else "",
        html.table("Touch-up checks for ten years", ("Check", "Between", "Planned"), checks),
    )


def _show_money(cost: Cost, whys: Whys) -> None:
    rows = [("Price of all visits", html.figure(cost.course, whys.why("cost.course")))]
    rows.append(("Paid by visit", html.figure(cost.per_session, whys.why("cost.per_session"))))
    rows.append(("One touch-up", html.figure(cost.touch_up, whys.why("cost.touch_up"))))
    for horizon, total in cost.totals.items():
        rows.append((HORIZONS[horizon], html.figure(total, whys.why(f"cost.totals.{horizon}"))))
    laser = html.figure(cost.removal.sessions, whys.why("cost.removal"))
    rows.append(("Laser removal", f"{laser} {escape(cost.removal.not_known or '')}"))
    rows.append(("These prices hold for about", f"{cost.valid_days} days {whys.why('cost.valid_days')}"))
    show(
        html.table("Money (a planning estimate, not a quote)", ("What", "Planned (low to high)"), rows),
        html.paragraph(cost.tax),
        html.heading("Included"), html.bullets(cost.included),
        html.heading("Not included"), html.bullets(cost.not_included),
        html.bullets(cost.notes),
        html.quiet("Where these sentences come from:", whys.why("cost.notes")) if cost.notes else "",
    )  # fmt: skip
