"""What a callback empties is told to the browser, also where only a part of the page is drawn after it."""

from __future__ import annotations

from typing import Any, cast

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.state import SessionState
from streamlit.testing.v1 import AppTest

from smp_planner.views.kept_writes import keep_writes


def test_a_list_that_a_button_empties_is_sent_empty() -> None:
    keep_writes()
    keep_writes()  # as each process does it once, and tests more often
    page = AppTest.from_function(_page_with_places).run()
    page.button_group(key="places").set_value(["crown"]).run()
    page.button(key="empty").click().run()
    assert not page.exception
    assert page.button_group(key="places").value == []
    sent = cast("Any", page.button_group(key="places")).proto
    assert (sent.set_value, [*sent.raw_values]) == (True, [])


def test_what_the_browser_says_later_takes_the_place_of_what_was_written() -> None:
    keep_writes()
    state = SessionState()
    state["places"] = []
    state.on_script_will_rerun(None)
    assert state.is_new_state_value("places")
    state.on_script_will_rerun(WidgetStates())
    assert not state.is_new_state_value("places")
    assert state["places"] == []


def _page_with_places() -> None:
    import streamlit as st

    def empty() -> None:
        st.session_state["places"] = []
        st.rerun(["part"])

    @st.fragment(key="part")
    def part() -> None:
        st.pills("Places", ["crown", "sides"], selection_mode="multi", key="places", persist_state="session")
        st.button("Empty", key="empty", on_click=empty)

    part()
