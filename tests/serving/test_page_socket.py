"""What a server says to a browser at once is one write and comes whole; nothing is kept in between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any, cast

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from smp_planner.serving.page_socket import LARGEST, Gathered, PageSocket

WORDS = [f"piece {number}" for number in range(12)]
TIMES = 25
NOBODY = "/nobody"
END = 4000
PATIENCE = 20.0  # seconds


class _Counted(PageSocket):
    """The protocol on a connection whose writes are counted."""

    writes = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        real = cast("Any", transport)

        class Counting:
            def __getattr__(self, name: str) -> Any:
                return getattr(real, name)

            def write(self, data: bytes) -> None:
                _Counted.writes += 1
                real.write(data)

        super().connection_made(cast("Any", Counting()))


async def _says_all_when_asked(scope: Scope, receive: Receive, send: Send) -> None:
    """Says its words at each question, each in a turn of the loop; after `bye` it hangs up.

    At the address for nobody it hangs up before anything is said; to `long` it says its words many times.
    """
    assert scope["type"] == "websocket"
    await receive()
    if scope["path"] == NOBODY:
        await send({"type": "websocket.close"})
        return
    await send({"type": "websocket.accept"})
    while (asked := (await receive()).get("text")) is not None:
        for word in WORDS * (TIMES if asked == "long" else 1):
            await send({"type": "websocket.send", "text": word})
            await asyncio.sleep(0)
        if asked == "bye":
            await send({"type": "websocket.close", "code": END})
            return


def _talking(talk: Callable[[ClientConnection], Coroutine[Any, Any, None]]) -> None:
    async def served() -> None:
        server = uvicorn.Server(
            uvicorn.Config(
                _says_all_when_asked, port=0, ws=_Counted, lifespan="off", log_config=None, access_log=False
            )
        )
        serving = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        try:
            async with asyncio.timeout(PATIENCE), connect(f"ws://127.0.0.1:{port}/") as browser:
                await talk(browser)
        finally:
            server.should_exit = True
            await serving

    asyncio.run(served())


async def _heard(browser: ClientConnection) -> list[str | bytes]:
    return [await browser.recv() for _ in WORDS]


def test_a_dozen_messages_of_one_answer_are_one_write() -> None:
    async def talk(browser: ClientConnection) -> None:
        for _ in range(3):
            before = _Counted.writes
            await browser.send("?")
            assert await _heard(browser) == WORDS
            assert _Counted.writes == before + 1

    _talking(talk)


def test_what_is_said_just_before_the_end_still_comes() -> None:
    async def talk(browser: ClientConnection) -> None:
        await browser.send("bye")
        assert await _heard(browser) == WORDS
        with pytest.raises(ConnectionClosed) as closed:
            await browser.recv()
        assert closed.value.rcvd
        assert closed.value.rcvd.code == END

    _talking(talk)


def test_messages_are_packed_each_for_itself_both_ways() -> None:
    async def talk(browser: ClientConnection) -> None:
        await browser.send("?")
        assert await _heard(browser) == WORDS
        assert browser.response
        packed = browser.response.headers["Sec-WebSocket-Extensions"]
        assert "server_no_context_takeover" in packed
        assert "client_no_context_takeover" in packed

    _talking(talk)


def test_a_long_answer_does_not_wait_for_its_end() -> None:
    async def talk(browser: ClientConnection) -> None:
        before = _Counted.writes
        await browser.send("long")
        for _ in range(TIMES):
            assert await _heard(browser) == WORDS
        assert before + 10 < _Counted.writes < before + TIMES * len(WORDS) / 4

    _talking(talk)


def test_much_is_written_at_once() -> None:
    """So that a browser that doesn't take it in is noticed, and nothing is kept for it here."""
    written = list[int]()

    class Connection(asyncio.Transport):
        def write(self, data: Any) -> None:
            written.append(len(data))

    async def write() -> None:
        gathered = Gathered(Connection(), asyncio.get_running_loop())
        for _ in range(3):
            gathered.write(bytes(LARGEST))
        assert written == [2 * LARGEST]
        await asyncio.sleep(0.05)
        assert written == [2 * LARGEST, LARGEST]

    asyncio.run(write())


def test_who_is_refused_is_told_so() -> None:
    async def talk(browser: ClientConnection) -> None:
        assert browser.remote_address
        host, port = browser.remote_address[:2]
        with pytest.raises(InvalidStatus) as refused:
            async with connect(f"ws://{host}:{port}{NOBODY}"):
                pass
        assert refused.value.response.status_code == HTTPStatus.FORBIDDEN

    _talking(talk)
