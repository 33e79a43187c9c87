"""What a page open in a browser may say to the server: nothing but what a page of ours says."""

from __future__ import annotations

from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class KnownMessages:
    """Drops messages of a websocket that no page of ours sends; `is_ours` says of its bytes whether one is.

    Streamlit knows some that serve whoever makes a page: one empties what is kept for all visitors, so that
    everybody waits until the rules are read anew; one looks through the folder that the page runs in.
    """

    def __init__(self, app: ASGIApp, is_ours: Callable[[bytes], bool]) -> None:
        self.app = app
        self.is_ours = is_ours

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, a websocket without what is not ours."""

        async def received() -> Message:
            while self._is_strange(message := await receive()):
                pass
            return message

        await self.app(scope, received if scope["type"] == "websocket" else receive, send)

    def _is_strange(self, message: Message) -> bool:
        data = message.get("bytes")
        return message["type"] == "websocket.receive" and bool(data) and not self.is_ours(data)
