"""Whoever comes when the house is full, or about to close, is asked to try again; those inside stay."""

from __future__ import annotations

import logging
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from smp_planner.language.texts import N_
from smp_planner.serving.places import Places
from smp_planner.serving.small_page import SmallPages

BUSY = N_(
    "Many people use this page right now, and there is no room for one more. The page looks again by itself "
    "and opens as soon as there is room. Answers that you gave in this tab are safe."
)
RENEWED = N_(
    "This page is being renewed, and opens again in a moment. It looks again by itself. Answers that you "
    "gave in this tab are safe."
)
AGAIN_AFTER = range(15, 31)  # seconds, one after the other: else all would come back at the same moment
_log = logging.getLogger(__name__)


class Admission:
    """Counts open pages; where there is no place, `/` and the page's connection are refused with a 503.

    That is so where all are taken, and once the process is about to stop. A balancer may send such a
    connection elsewhere. `been_inside` tells by the headers whether somebody had the page before: it
    may be anybody's guess, as it opens no more than the few places that are kept.
    """

    def __init__(
        self, app: ASGIApp, places: Places, pages: SmallPages, been_inside: Callable[[Headers], bool]
    ) -> None:
        self.app = app
        self.places = places
        self.pages = pages
        self.been_inside = been_inside
        self.refused = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, or refuse."""
        is_connection = scope["type"] == "websocket"
        if not is_connection and (scope["type"], scope.get("path")) != ("http", "/"):
            await self.app(scope, receive, send)
        elif not self._has_room(Headers(scope=scope)):
            await self._refuse(scope, receive, send)
        elif is_connection:
            with self.places.one_taken():
                await self.app(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _has_room(self, asked: Headers) -> bool:
        if self.refused and self.places.has_room():
            _log.info("there is room again; refused meanwhile: %d", self.refused)
            self.refused = 0
        if self.places.has_room() or (self.been_inside(asked) and self.places.has_room_kept()):
            return True
        if not self.refused and not self.places.is_closed:
            _log.warning("full, with %d inside: who comes now is refused", self.places.taken)
        self.refused += 1
        return False

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        after = AGAIN_AFTER[self.refused % len(AGAIN_AFTER)]
        if scope["type"] == "websocket":
            answer = PlainTextResponse("busy", 503, {"Retry-After": str(after)})
            await WebSocket(scope, receive, send).send_denial_response(answer)
        else:
            words = RENEWED if self.places.is_closed else BUSY
            answer = self.pages.page_that_looks_again(Headers(scope=scope), words, 503, after)
            await answer(scope, receive, send)
