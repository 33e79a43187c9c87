"""How fast one page may talk: faster than any person does, and not so fast that others wait for it."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

AT_ONCE = 60  # messages
A_SECOND = 20  # messages


class Pace:
    """Lets a connection's messages in at a pace; what comes faster waits, and its sender with it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, each connection at its own pace."""
        paced = _Paced(receive).receive if scope["type"] == "websocket" else receive
        await self.app(scope, paced, send)


class _Paced:
    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._even = 0.0  # when the sender would be back at an even pace, on the loop's clock

    async def receive(self) -> Message:
        """The next message, once it may come in."""
        message = await self._receive()
        now = asyncio.get_running_loop().time()
        self._even = max(self._even, now) + 1 / A_SECOND
        await asyncio.sleep(max(0.0, self._even - now - AT_ONCE / A_SECOND))
        return message
