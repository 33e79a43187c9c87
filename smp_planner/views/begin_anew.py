"""Every answer is forgotten for the next person at the same screen; it is asked once more before."""

from __future__ import annotations

import streamlit as st

from smp_planner.language.texts import _
from smp_planner.views.parts import drawing_all
from smp_planner.views.tab_memory import forget_answers

ASKED = "tab_asked"  # whether the question stands there


def offer_to_begin_anew() -> None:
    """The button, and once it was pressed the question whether all answers shall go."""
    if not st.session_state.get(ASKED):
        st.button(
            _("Begin anew"), on_click=drawing_all(_ask), args=(True,), key="begin_anew", type="tertiary"
        )
        return
    st.button(_("Forget all answers"), on_click=drawing_all(forget_answers), key="forget", type="primary")
    st.button(_("Keep them"), on_click=drawing_all(_ask), args=(False,), key="keep")


def _ask(asked: bool) -> None:
    st.session_state[ASKED] = asked
