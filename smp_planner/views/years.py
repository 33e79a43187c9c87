"""The years: fading, touch-up checks and money."""

from __future__ import annotations

from html import escape

import streamlit as st

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.pictures.curves import Line, curves
from smp_planner.views import html
from smp_planner.views.html import Whys
from smp_planner.views.picture import show_picture


def show_years(plan: TreatmentPlan, whys: Whys) -> None:
    """Fading and touch-ups, then money."""
    fade = Line(
        name="untouched",
        points=[(p.months, p.low * 100, p.typical * 100, p.high * 100) for p in plan.touch_ups.fade],
    )
    label = "How the look fades if nothing is refreshed, in per cent of the first day, by month."
    show_picture(
        curves([fade], label=label, x_name="months after the last visit", unit="% left", top=100), label
    )
    fades = [
        (str(p.months), f"{p.typical * 100:.0f}", f"{p.low * 100:.0f} to {p.high * 100:.0f}",
         whys.why(f"touch_ups.fade.{p.months}"))
        for p in plan.touch_ups.fade
    ]  # fmt: skip
    with st.expander("The numbers of this picture"):
        st.html(html.page(html.table("Fading", ("Months", "Typical %", "Range %", "Why"), fades)))
    checks = [
        (f"Check {t.number}", f"{spoken(t.from_)} to {spoken(t.to)}", spoken(t.typical),
         whys.why(f"touch_ups.items.{t.number}"))
        for t in plan.touch_ups.items
    ]  # fmt: skip
    interval = html.figure(plan.touch_ups.interval_months, whys.why("touch_ups.interval_months"))
    st.html(
        html.page(
            f'<div class="line">A check every {interval}</div>',
            html.bullets(plan.touch_ups.notes),
            html.table("Touch-up checks for ten years", ("Check", "Between", "Planned", "Why"), checks),
        )
    )
    _show_money(plan, whys)


def _show_money(plan: TreatmentPlan, whys: Whys) -> None:
    cost = plan.cost
    if cost is None:
        st.info("Money is shown once the health questions are answered.")
        return
    names = {"1y": "First year", "5y": "Five years", "10y": "Ten years"}
    rows = [("The course", html.figure(cost.course, whys.why("cost.course")))]
    rows.append(("Paid by visit", html.figure(cost.per_session, whys.why("cost.per_session"))))
    rows.append(("One touch-up", html.figure(cost.touch_up, whys.why("cost.touch_up"))))
    for horizon, total in cost.totals.items():
        rows.append((names.get(horizon, horizon), html.figure(total, whys.why(f"cost.totals.{horizon}"))))
    removal = cost.removal
    laser = html.figure(removal.sessions, whys.why("cost.removal"))
    rows.append(("Laser removal", f"{laser} {escape(removal.not_known or '')}"))
    st.html(
        html.page(
            html.table("Money (a planning estimate, not a quote)", ("What", "Planned (low to high)"), rows),
            html.paragraph(cost.tax),
            "<b>Included</b>", html.bullets(cost.included),
            "<b>Not included</b>", html.bullets(cost.not_included),
            html.bullets(cost.notes),
        )
    )  # fmt: skip
