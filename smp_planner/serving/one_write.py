"""What is said to a browser within a moment goes out together, in one write.

Each message of an answer is a frame of its own, and uvicorn writes each as it comes: a dozen small packets,
and as often the system is asked to send.
"""

from __future__ import annotations

import asyncio
from typing import Any, cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

STILL = 2  # turns of the loop in which nothing more was said


class OneWriteProtocol(WebSocketsSansIOProtocol):
    """uvicorn's websocket, but for how often it writes."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the connection over, to write to it together what is said together."""
        super().connection_made(cast("Any", _Gathered(cast(asyncio.Transport, transport), self.loop)))


class _Gathered:
    """A connection that holds what is written until nothing more follows at once."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._held: list[bytes] = []
        self._still = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Write it soon."""
        self._still = 0
        self._held.append(data)
        if len(self._held) == 1:
            self._loop.call_soon(self._look)

    def close(self) -> None:
        """Write what is held, then close."""
        self._write()
        self._transport.close()

    def _look(self) -> None:
        self._still += 1
        if self._still > STILL:
            self._write()
        elif self._held:
            self._loop.call_soon(self._look)

    def _write(self) -> None:
        if self._held:
            self._transport.write(b"".join(self._held))
            self._held.clear()
