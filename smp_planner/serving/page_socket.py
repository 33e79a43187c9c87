"""The websocket by which an open page and its server talk: few writes, and nothing kept between messages.

uvicorn writes each message of an answer as it comes, a dozen small packets. And it packs each by what went
before, for which every open page keeps 50 kB, a tenth of all it takes; packed each for itself they are a
seventh longer (decision 33).
"""

from __future__ import annotations

import asyncio
from typing import Any, cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

STILL = 2  # turns of the loop in which nothing more was said
LONGEST = 16  # turns that anything is held
LARGEST = 2**16  # bytes that are held
QUICK = 3  # of the nine levels of packing: a third sooner than the usual sixth, and a fiftieth longer
PACKED = ServerPerMessageDeflateFactory(
    server_no_context_takeover=True,
    client_no_context_takeover=True,
    compress_settings={"level": QUICK},
)


class PageSocket(WebSocketsSansIOProtocol):
    """uvicorn's websocket, but for how often it writes and how it packs."""

    def __init__(self, *told: Any, **named: Any) -> None:
        super().__init__(*told, **named)
        if self.conn.available_extensions:
            self.conn.available_extensions = [PACKED]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the connection over, to write to it together what is said together."""
        super().connection_made(cast("Any", Gathered(cast(asyncio.Transport, transport), self.loop)))


class Gathered:
    """A connection that holds what is written until nothing more follows at once."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._held: list[bytes] = []
        self._bytes = 0
        self._turns = self._still = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Write it soon; at once where it is much."""
        self._still = 0
        self._held.append(data)
        self._bytes += len(data)
        if self._bytes > LARGEST:
            self._write()
        elif len(self._held) == 1:
            self._turns = 0
            self._loop.call_soon(self._look)

    def close(self) -> None:
        """Write what is held, then close."""
        self._write()
        self._transport.close()

    def _look(self) -> None:
        self._still += 1
        self._turns += 1
        if self._still > STILL or self._turns > LONGEST:
            self._write()
        elif self._held:
            self._loop.call_soon(self._look)

    def _write(self) -> None:
        if self._held:
            self._transport.write(b"".join(self._held))
            self._held.clear()
            self._bytes = 0
