"""Whose message is heard next, where a whole server shows it only by chance."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from smp_planner.serving.turns import AT_A_TIME, QUIET, THINKS, Turns

LEFT: Message = {"type": "websocket.disconnect", "code": 1001}
END = b"end"
PATIENCE = 20.0  # seconds; who never gets a turn waits for good


def run(work: Coroutine[Any, Any, None]) -> None:
    with ThreadPoolExecutor(1) as elsewhere:  # the browser tests leave a loop running in this thread
        elsewhere.submit(asyncio.run, asyncio.wait_for(work, PATIENCE)).result()


async def connect(turns: ASGIApp, said: AsyncGenerator[bytes]) -> None:
    """A connection whose other end says this, as soon as it may, and leaves."""

    async def receive() -> Message:
        async for data in said:
            return {"type": "websocket.receive", "bytes": data}
        return LEFT

    async def send(_message: Message) -> None:
        await asyncio.sleep(0)

    await turns({"type": "websocket"}, receive, send)


def heard_in_turn(heard: list[bytes], seconds: float) -> Turns:
    """A page whose answers take so long."""

    async def page(_scope: Scope, receive: Receive, send: Send) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            heard.append(message["bytes"])
            await asyncio.sleep(seconds)
            await send({"type": "websocket.send", "bytes": END})

    return Turns(page, lambda data: data == END)


async def says(data: bytes, times: int, before: float = 0.0) -> AsyncGenerator[bytes]:
    """The same so often, after some seconds, and then nothing for a while."""
    await asyncio.sleep(before)
    for _ in range(times):
        yield data
    await asyncio.sleep(2 * THINKS)


def test_who_thinks_before_they_answer_is_heard_before_all_who_don_t() -> None:
    heard = list[bytes]()

    async def all_at_once() -> None:
        turns = heard_in_turn(heard, 0.05)
        floods = (connect(turns, says(b"flood", 50)) for _ in range(20))
        await asyncio.gather(connect(turns, says(b"person", 1, before=1.2 * THINKS)), *floods)

    run(all_at_once())
    before = heard.index(b"person")
    assert before < 0.8 * 1.2 * THINKS / 0.05 * AT_A_TIME + 20
    assert len(heard) > before


def test_what_somebody_said_who_has_gone_is_not_heard() -> None:
    heard = list[bytes]()

    async def gone() -> None:
        async def said() -> AsyncGenerator[bytes]:
            for _ in range(50):
                yield b"flood"

        await connect(heard_in_turn(heard, 0.01), said())

    run(gone())
    assert len(heard) <= 1


def test_where_nobody_else_asks_one_who_asks_on_and_on_waits_for_nothing() -> None:
    heard = list[bytes]()
    start = time.monotonic()
    run(connect(heard_in_turn(heard, 0.0), says(b"slider", 90)))
    assert len(heard) == 90
    assert time.monotonic() - start < 2 * THINKS + 2


def test_what_brings_no_answer_keeps_nobody_waiting_for_good() -> None:
    heard = list[bytes]()

    async def page(_scope: Scope, receive: Receive, _send: Send) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            heard.append(message["bytes"])

    async def some() -> None:
        turns = Turns(page, lambda data: data == END)
        await asyncio.gather(*(connect(turns, says(b"nothing", 2)) for _ in range(2 * AT_A_TIME)))

    run(some())
    assert len(heard) >= 4 * AT_A_TIME - 2 * THINKS / QUIET
