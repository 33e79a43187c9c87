"""What a server says to a browser at once is one write and comes whole; nothing is kept in between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, cast

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from smp_planner.serving.page_socket import PageSocket

WORDS = [f"piece {number}" for number in range(12)]
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
    """Says its words at each question, each in a turn of the loop; after `bye` it hangs up."""
    assert scope["type"] == "websocket"
    await receive()
    await send({"type": "websocket.accept"})
    while (asked := (await receive()).get("text")) is not None:
        for word in WORDS:
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
