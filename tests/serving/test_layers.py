"""The layers that a whole server shows only by chance: a fault of its own, and a connection that floods."""

from __future__ import annotations

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from smp_planner.language.speech import OWN
from smp_planner.serving.fault_page import FAULT, FaultPage
from smp_planner.serving.pace import A_SECOND, AT_ONCE, Pace
from smp_planner.serving.small_page import SmallPages
from tests.reading_grade import reading_grade
from tests.serving.asking import ask
from tests.serving.hurried import hurried


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


def seconds_for(messages: int) -> float:
    """How long a connection takes to be heard, whose other end sends so many at once."""

    async def receive() -> Message:
        return {"type": "websocket.receive", "bytes": b""}

    async def send(message: Message) -> None:
        raise AssertionError(message)

    async def hear(_scope: Scope, receive: Receive, _send: Send) -> None:
        for _ in range(messages):
            await receive()

    async def timed() -> float:
        clock = asyncio.get_running_loop().time
        start = clock()
        await Pace(hear)({"type": "websocket"}, receive, send)
        return clock() - start

    return hurried(timed())


def test_no_person_s_messages_wait_and_a_flood_s_do() -> None:
    assert seconds_for(AT_ONCE) < 0.5
    assert seconds_for(AT_ONCE + A_SECOND) > 0.9
