"""The layer that a whole server shows only by chance: a fault of its own."""

from __future__ import annotations

import pytest
from starlette.types import Receive, Scope, Send

from smp_planner.language.speech import OWN
from smp_planner.serving.fault_page import FAULT, FaultPage
from smp_planner.serving.small_page import SmallPages
from tests.reading_grade import reading_grade
from tests.serving.asking import ask


async def fail(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise ValueError("my keloid")


def test_a_fault_of_the_server_is_told_in_our_words_and_its_message_to_nobody(
    caplog: pytest.LogCaptureFixture,
) -> None:
    answer = ask(FaultPage(fail, SmallPages("Our page", lambda _: OWN)))
    assert answer.status == 500
    assert FAULT in answer.body.decode()
    assert reading_grade(FAULT) <= 6
    assert "ValueError: " in caplog.text
    assert "in fail" in caplog.text
    assert "keloid" not in caplog.text + answer.body.decode()
