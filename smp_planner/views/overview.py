"""The plan in one look: area, dots, visits, dates, and what is good to know."""

from __future__ import annotations

import streamlit as st

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import spoken
from smp_planner.views import html
from smp_planner.views.html import Whys


def show_overview(plan: TreatmentPlan, whys: Whys) -> None:
    """The plan in one look: area, dots, visits, dates, and what is good to know."""
    sessions = plan.sessions
    rows = [
        ("Treated area", html.figure(plan.area.cm2, whys.why("area.cm2"))),
        ("Dots in all", html.figure(plan.dots.total, whys.why("dots.total"))),
        ("Visits", html.figure(sessions.count, whys.why("sessions.count"))),
        ("Hours in the chair", html.figure(sessions.chair_hours, whys.why("sessions.chair_hours"))),
        ("First visit", spoken(sessions.items[0].date) + whys.why("sessions.items.1.date")),
        ("Last visit", spoken(sessions.last_on) + whys.why("sessions.last_on")),
        ("Settled by", spoken(sessions.settled_on) + whys.why("sessions.settled_on")),
    ]
    if plan.cost:
        rows.append(("The course", html.figure(plan.cost.course, whys.why("cost.course"))))
    st.html(html.page(html.table("Your plan in short", ("What", "Planned"), rows)))
    suitability = plan.suitability
    findings = [f.say for f in (*suitability.ask_doctor, *suitability.know)]
    st.html(
        html.page(
            "<h3>Good to know</h3>", html.bullets(findings),
            "<h3>Where most clinics differ</h3>", html.bullets(plan.notes),
            html.paragraph(f"Tool: {plan.method.say}"), html.paragraph(f"Shade: {plan.shade.say}"),
            html.bullets(sessions.notes),
        )
    )  # fmt: skip
