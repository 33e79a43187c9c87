"""Choosing a practitioner: for each option alike, questions to put to them, each with what hangs on it."""

from __future__ import annotations

import streamlit as st

from smp_planner.domain.plan import Compared, TreatmentPlan
from smp_planner.domain.words import number
from smp_planner.language.texts import N_, _
from smp_planner.views import html
from smp_planner.views.picture import show
from smp_planner.views.state import for_clinic
from smp_planner.views.whys import Whys

TITLE = N_("Choosing a practitioner")
SMP = "smp"
TICK, CHOSEN = "tick_", "choosing_for"
HOW = N_(
    "Ask these before you choose or pay. Every option has its list. Tick what was answered to your liking. "
    "Only this tab keeps the ticks."
)


def show_practitioner(plan: Compared, whys: Whys) -> None:
    """The list of the option that is chosen; a tick stays in this tab and is no part of the answers."""
    names = {option.id: option.name for option in plan.comparison.options}
    lists = {own.option: own for own in plan.talk.choosing}
    show(html.paragraph(_(HOW)))
    if isinstance(plan, TreatmentPlan) and not for_clinic():
        st.session_state.setdefault(CHOSEN, SMP)  # the plan is one of SMP; the others stand beside it
    chosen = st.radio(
        _("For which option?"),
        list(lists),
        key=CHOSEN,
        format_func=lambda option: names[option],
        persist_state="session",
    )
    own = lists[chosen]
    ticked = sum(bool(st.session_state.get(tick(own.option, question.id))) for question in own.questions)
    told = _("{ticked} of {all} answered", ticked=number(ticked), all=number(len(own.questions)))
    show(html.heading(_("Ask {whom}", whom=own.whom)), html.progress(told, ticked, len(own.questions)))
    with st.container(key="practitioner"):
        for question in own.questions:
            with st.container(gap=None):
                st.checkbox(question.ask, key=tick(own.option, question.id), persist_state="session")
                why = whys.why(f"talk.choosing.{own.option}.{question.id}")
                show(html.quiet(question.why, why))


def tick(option: str, question: str) -> str:
    """The key of a question's tick."""
    return f"{TICK}{option}_{question}"
