"""Every answer is forgotten for the next person at the same screen; it is asked once more before.

Forgotten is forgotten: no example takes their place by itself, only where somebody asks for it.
"""

from __future__ import annotations

import streamlit as st

from smp_planner.language.texts import _
from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.parts import drawing_all
from smp_planner.views.settling import settle_anew
from smp_planner.views.state import NO_EXAMPLE, Clock, begin_the_other_way, holds_answers
from smp_planner.views.tab_memory import forget_answers

ASKED = "tab_asked"  # whether the question stands there


def offer_to_begin_anew() -> None:
    """The button, and once it was pressed the question whether all answers shall go."""
    if not st.session_state.get(ASKED):
        st.button(
            _("Begin anew"), on_click=drawing_all(_ask), args=(True,), key="begin_anew", type="tertiary"
        )
        return
    st.button(_("Keep them"), on_click=drawing_all(_ask), args=(False,), key="keep", type="primary")
    st.button(_("Forget all answers"), on_click=drawing_all(forget_answers), key="forget")


def offer_example(rules: RuleSet, today: Clock) -> None:
    """The example that the page opens on, once it was forgotten and while nothing is answered."""
    if st.session_state.get(NO_EXAMPLE) and not holds_answers():
        st.button(
            _("See an example"),
            on_click=drawing_all(_show_example),
            args=(rules, today),
            key="see_one",
            type="tertiary",
        )


def _show_example(rules: RuleSet, today: Clock) -> None:
    st.session_state[NO_EXAMPLE] = False
    begin_the_other_way(rules, today(), example=True)
    settle_anew()


def _ask(asked: bool) -> None:
    st.session_state[ASKED] = asked
