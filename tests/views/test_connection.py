"""What is said of the connection is short, plain and calm."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.views.connection import TOLD
from tests.reading_grade import reading_grade


@pytest.mark.parametrize("words", TOLD.values(), ids=TOLD)
def test_what_is_said_of_the_connection_is_plain(words: str) -> None:
    assert reading_grade(words) <= 6
    assert "!" not in words


@pytest.mark.parametrize("state", ["slow", "offline", "full", "ended"])
def test_whoever_can_t_go_on_reads_that_the_answers_are_safe(state: str) -> None:
    assert "Your answers are safe in this tab." in TOLD[state]


def test_a_page_that_is_opened_anew_waits_for_no_browser_that_was_here_before() -> None:
    def page() -> None:
        import streamlit as st

        from smp_planner.views.connection import tell_of_connection
        from smp_planner.views.moved_here import shows_a_page

        tell_of_connection()
        st.write(f"moved here: {shows_a_page()}")

    assert AppTest.from_function(page, default_timeout=30).run().markdown[0].value == "moved here: False"
