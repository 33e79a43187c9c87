"""Choosing a practitioner: questions to put to any clinic, each with what hangs on it, to tick off."""

from __future__ import annotations

import streamlit as st

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import number
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.picture import show
from smp_planner.views.whys import Whys

TICK = "tick_"
HOW = N_(
    "Ask these of any clinic before you pay. Tick what was answered to your liking. "
    "Only this tab keeps the ticks."
)


def show_practitioner(plan: TreatmentPlan, whys: Whys) -> None:
    """The list; a tick stays in this tab and is no part of the answers."""
    questions = plan.talk.practitioner
    ticked = sum(bool(st.session_state.get(f"{TICK}{question.id}")) for question in questions)
    told = _("{ticked} of {all} answered", ticked=number(ticked), all=number(len(questions)))
    show(html.paragraph(_(HOW)), html.progress(told, ticked, len(questions)))
    with st.container(key="practitioner"):
        for question in questions:
            with st.container(gap=None):
                st.checkbox(question.ask, key=f"{TICK}{question.id}", persist_state="session")
                show(html.quiet(question.why, whys.why(f"talk.practitioner.{question.id}")))
