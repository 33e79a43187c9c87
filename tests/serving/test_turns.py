"""Whose message is heard next, where a whole server shows it only by chance."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Coroutine
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from smp_planner.serving.turns import AT_A_TIME, MOST_WAITING, QUIET, THINKS, Turns
from tests.serving.hurried import hurried

LEFT: Message = {"type": "websocket.disconnect", "code": 1001}
END = b"end"
PATIENCE = 60.0  # seconds; who never gets a turn waits for good
ANSWER = 0.05  # seconds that one takes


def seconds(work: Coroutine[Any, Any, None]) -> float:
    """How long it takes where each answer takes as long as it should."""

    async def timed() -> float:
        clock = asyncio.get_running_loop().time
        start = clock()
        await asyncio.wait_for(work, PATIENCE)
        return clock() - start

    return hurried(timed())


async def connect(turns: ASGIApp, said: AsyncGenerator[bytes]) -> None:
    """A connection whose other end says this, as soon as it may, and leaves."""

    async def receive() -> Message:
        async for data in said:
            return {"type": "websocket.receive", "bytes": data}
        return LEFT

    async def send(_message: Message) -> None:
        await asyncio.sleep(0)

    await turns({"type": "websocket"}, receive, send)


def heard_by(heard: list[bytes]) -> Turns:
    """A page that notes what it hears, and answers."""

    async def page(_scope: Scope, receive: Receive, send: Send) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            heard.append(message["bytes"])
            await asyncio.sleep(ANSWER)
            await send({"type": "websocket.send", "bytes": END})

    return Turns(page, lambda data: data == END)


async def says(data: bytes, times: int, before: float = 0.0, after: float = 10.0) -> AsyncGenerator[bytes]:
    """The same so often, after some seconds, and then nothing for a while."""
    await asyncio.sleep(before)
    for _ in range(times):
        yield data
    await asyncio.sleep(after)


def test_who_thinks_before_they_answer_is_heard_before_all_who_don_t() -> None:
    heard, thought = list[bytes](), 1.2 * THINKS

    async def all_at_once() -> None:
        turns = heard_by(heard)
        floods = (connect(turns, says(b"flood", 50)) for _ in range(20))
        await asyncio.gather(connect(turns, says(b"person", 1, before=thought)), *floods)

    seconds(all_at_once())
    assert heard.index(b"person") <= AT_A_TIME * (thought / ANSWER + 2)


def test_what_somebody_said_who_has_gone_is_not_heard() -> None:
    heard = list[bytes]()
    seconds(connect(heard_by(heard), says(b"flood", 50, after=0.0)))
    assert len(heard) <= 1


def test_who_has_more_waiting_than_a_person_ever_would_is_hung_up_on() -> None:
    heard = list[bytes]()
    assert seconds(connect(heard_by(heard), says(b"flood", 2 * MOST_WAITING))) < 1
    assert len(heard) <= 1


def test_where_nobody_else_asks_one_who_asks_on_and_on_waits_for_nothing() -> None:
    heard = list[bytes]()
    assert seconds(connect(heard_by(heard), says(b"slider", 90, after=9.0))) < 10
    assert heard == [b"slider"] * 90


def test_what_brings_no_answer_keeps_others_waiting_for_a_moment_only() -> None:
    heard = list[bytes]()

    async def page(_scope: Scope, receive: Receive, _send: Send) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            heard.append(message["bytes"])

    async def some() -> None:
        turns = Turns(page, lambda data: data == END)
        await asyncio.gather(*(connect(turns, says(b"nothing", 2, after=9)) for _ in range(2 * AT_A_TIME)))

    assert seconds(some()) < 10 + 4 * QUIET
    assert len(heard) == 4 * AT_A_TIME


def test_a_turn_that_comes_to_somebody_in_the_moment_they_leave_goes_on_to_others() -> None:
    heard, leaving = list[bytes](), list[asyncio.Task[None]]()

    async def page(_scope: Scope, receive: Receive, send: Send) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            heard.append(message["bytes"])
            await asyncio.sleep(ANSWER)
            await send({"type": "websocket.send", "bytes": END})
            if leaving:
                leaving.pop(0).cancel()  # whose turn it has just become

    async def some() -> None:
        turns = Turns(page, lambda data: data == END)
        staying = [asyncio.create_task(connect(turns, says(b"stays", 1))) for _ in range(AT_A_TIME)]
        leaving.extend(
            asyncio.create_task(connect(turns, says(b"leaves", 1, before=ANSWER / 2)))
            for _ in range(AT_A_TIME)
        )
        await asyncio.gather(*staying, *leaving[:], return_exceptions=True)
        await connect(turns, says(b"person", 1))

    seconds(some())
    assert heard[-1] == b"person"
