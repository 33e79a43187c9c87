"""What a page open in a browser may say to the server: nothing but what a page of ours says."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

NO_MESSAGE = 1002  # "protocol error", as a websocket's end is numbered


class KnownMessages:
    """Drops messages of a websocket that no page of ours sends, and hangs up on what is no message at all.

    Streamlit knows some that serve whoever makes a page: one empties what is kept for all visitors, so that
    everybody waits until the rules are read anew; one looks through the folder that the page runs in. What it
    can't read it tells the log each time as a fault of its own, and anybody can send that.

    `kind_of` says of a message's bytes which kind it is; nothing where they can't be read. `ours`: the kinds
    that pass.
    """

    def __init__(self, app: ASGIApp, kind_of: Callable[[bytes], str | None], ours: Collection[str]) -> None:
        self.app = app
        self.kind_of = kind_of
        self.ours = ours

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, a websocket without what is not ours."""

        async def received() -> Message:
            while (message := await receive())["type"] == "websocket.receive":
                data = message.get("bytes")  # none where words were sent: no page of ours does
                kind = None if data is None else self.kind_of(data)
                if kind in self.ours:
                    break
                if kind is None:
                    return await _hung_up(send)
            return message

        await self.app(scope, received if scope["type"] == "websocket" else receive, send)


async def _hung_up(send: Send) -> Message:
    with suppress(OSError):  # who sent it may have gone
        await send({"type": "websocket.close", "code": NO_MESSAGE})
    return {"type": "websocket.disconnect", "code": NO_MESSAGE}
