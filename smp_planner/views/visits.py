"""Visits: dates, hours, dots, and what is done after each."""

from __future__ import annotations

import streamlit as st

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.views import html
from smp_planner.views.html import Whys


def show_visits(plan: TreatmentPlan, whys: Whys) -> None:
    """Visits with dates, hours, dots and what is done."""
    tentative = " (to be confirmed)" if plan.suitability.provisional else ""
    rows = [
        (
            f"Visit {v.number}",
            f"{v.date:%a} {spoken(v.date)}{tentative} {whys.why(f'sessions.items.{v.number}.date')}",
            html.figure(v.hours, whys.why(f"sessions.items.{v.number}.hours")),
            html.figure(v.dots, whys.why(f"sessions.items.{v.number}.dots")),
            f"{float(v.share_after):.0%} {whys.why(f'sessions.items.{v.number}.share_after')}",
            f"{spoken(v.earliest)} to {spoken(v.latest)}",
        )
        for v in plan.sessions.items
    ]
    headers = ("Visit", "Date", "Hours", "Dots", "Done after it", "May move between, if others move too")
    st.html(html.page(html.table("Your visits", headers, rows)))
    st.html(html.page(html.bullets(note for visit in plan.sessions.items for note in visit.notes)))
    for visit in plan.sessions.items:
        with st.expander(f"Visit {visit.number}: what happens"):
            st.html(html.page(html.paragraph(visit.focus), html.bullets(visit.steps)))
    clashing = {conflict.event for conflict in plan.sessions.conflicts}
    for conflict in plan.sessions.conflicts:
        st.info(f"{conflict.say} {conflict.what_would_fit}")
    in_time = [latest.say for latest in plan.sessions.latest_start if latest.event not in clashing]
    st.html(html.page(html.bullets(in_time)))
