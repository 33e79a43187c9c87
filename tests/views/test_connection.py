"""What is said of the connection is short, plain and calm."""

from __future__ import annotations

import pytest

from smp_planner.views.connection import TOLD
from tests.reading_grade import reading_grade


@pytest.mark.parametrize("words", TOLD.values(), ids=TOLD)
def test_what_is_said_of_the_connection_is_plain(words: str) -> None:
    assert reading_grade(words) <= 6
    assert "!" not in words


@pytest.mark.parametrize("state", ["slow", "offline", "ended"])
def test_whoever_can_t_go_on_reads_that_the_answers_are_safe(state: str) -> None:
    assert "Your answers are safe in this tab." in TOLD[state]
