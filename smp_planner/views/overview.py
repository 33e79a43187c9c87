"""The plan in one look: area, dots, visits, dates, and what is good to know."""

from __future__ import annotations

from datetime import date

import streamlit as st

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.views import html
from smp_planner.views.html import Whys


def show_overview(plan: TreatmentPlan, whys: Whys) -> None:
    """The plan in one look: first what a doctor has to say, the burden, then figures and money."""
    if plan.suitability.ask_doctor:
        asks = html.bullets(finding.say for finding in plan.suitability.ask_doctor)
        st.html(html.page("<h3>Ask a doctor first</h3>", asks))
    for conflict in plan.sessions.conflicts:
        st.info(f"{conflict.say} {conflict.what_would_fit}")
    burden = html.paragraph(plan.aftercare.burden.say, whys.why("aftercare.burden.days_without_sun"))
    st.html(html.page(burden, html.table("Your plan in short", ("What", "Planned"), _figures(plan, whys))))
    st.html(
        html.page(
            html.bullets(plan.sessions.notes),
            "<h3>Good to know</h3>", html.bullets(finding.say for finding in plan.suitability.know),
            "<h3>Where most clinics differ</h3>", html.bullets(plan.notes),
            "<h3>Tool and shade</h3>", html.bullets((plan.method.say, plan.shade.say)),
        )
    )  # fmt: skip


def _figures(plan: TreatmentPlan, whys: Whys) -> list[tuple[str, str]]:
    sessions = plan.sessions
    open_ = " (to be confirmed)" if plan.suitability.provisional else ""

    def day(name: str, when: date, field: str) -> tuple[str, str]:
        return name, f"{spoken(when)}{open_} {whys.why(field)}"

    rows = [
        ("Treated area", html.figure(plan.area.cm2, whys.why("area.cm2"))),
        ("Dots in all", html.figure(plan.dots.total, whys.why("dots.total"))),
        ("Visits", html.figure(sessions.count, whys.why("sessions.count"))),
        ("Hours in the chair", html.figure(sessions.chair_hours, whys.why("sessions.chair_hours"))),
        day("First visit", sessions.items[0].date, "sessions.items.1.date"),
        day("Last visit", sessions.last_on, "sessions.last_on"),
        day("Settled by", sessions.settled_on, "sessions.settled_on"),
    ]
    if plan.cost:
        rows.append(("The course", html.figure(plan.cost.course, whys.why("cost.course"))))
    return rows
