"""Risks of every option alike, and what changes if one assumption does."""

from __future__ import annotations

from html import escape

import streamlit as st

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import planned
from smp_planner.views import html
from smp_planner.views.html import Whys


def show_risks(plan: TreatmentPlan, whys: Whys) -> None:
    """Risks of every option alike."""
    names = {option.id: option.name for option in plan.comparison.options}
    for id_, name in names.items():
        rows = [
            (
                escape(risk.say),
                (f"{escape(planned(risk.per_100))} of 100" if risk.per_100 else escape(risk.not_known or ""))
                + whys.why(f"risks.{risk.option}.{risk.id}"),
                escape(risk.prevent),
                escape(risk.do),
            )
            for risk in plan.risks
            if risk.option == id_
        ]
        st.html(
            html.page(html.table(name, ("Risk", "How many", "What helps prevent it", "What to do"), rows))
        )


def show_what_if(plan: TreatmentPlan, whys: Whys) -> None:
    """Each changed assumption as a full new plan."""
    rows = [(escape(w.say), f"{escape(w.effect)} {whys.why(f'what_if.{w.id}')}") for w in plan.what_if]
    st.html(html.page(html.table("What if ...", ("If", "Then"), rows)))
