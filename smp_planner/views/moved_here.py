"""A browser whose server was lost comes to this one, its page still on the screen, all that was chosen in it.

It sends along what each question on the screen holds. The tab's answers stand before that, as if they had
been given earlier: where the two differ, the last answer had not reached the lost server, or not come back
from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic, sleep

import streamlit as st
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX

PATIENCE = 3.0  # seconds; on a slow line a browser that was slowed twentyfold needed 1.3
GLANCE = 0.02  # seconds
WAITS = "tab_waits"


def shows_a_page() -> bool:
    """Whether the browser already shows questions, which no server can have drawn in this session."""
    context = get_script_run_ctx()
    if context is None:
        return False
    drawn = context.shared.widget_ids_this_run
    sent = (state.id for state in context.session_state.get_widget_states())
    return any(not id_.startswith(STREAMLIT_INTERNAL_KEY_PREFIX) and id_ not in drawn for id_ in sent)


def stand_before_what_is_shown(answers: Mapping[str, object]) -> None:
    """Let answers stand in the session as if they had been given before what the browser sent now."""
    st.session_state.update(answers)
    if context := get_script_run_ctx():
        session = context.session_state
        session.on_script_will_rerun(WidgetStates(widgets=session.get_widget_states()))


def wait_for_the_browser() -> None:
    """Wait until its next message takes the place of this run; it is on its way, a few milliseconds behind.

    A run that came to its end would take the page down, and with it what is half typed.
    """
    end = monotonic() + PATIENCE
    while monotonic() < end and WAITS not in st.session_state:  # each look lets that message in
        sleep(GLANCE)
