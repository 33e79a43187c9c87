"""A fault of the server's own: a person reads that it is ours, and the log gets no message of it."""

from __future__ import annotations

import logging
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketDisconnected

from smp_planner.faults import told_fault
from smp_planner.language.texts import N_
from smp_planner.serving.small_page import SmallPages

FAULT = N_("Something went wrong here. It is our fault, not yours. Please load this page again.")
_log = logging.getLogger(__name__)


class FaultPage:
    """Catches what fails below it; else the server would write the fault's message into its log.

    That somebody leaves in the middle of something is no fault.
    """

    def __init__(self, app: ASGIApp, pages: SmallPages) -> None:
        self.app = app
        self.pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; where that fails before an answer has begun, answer with the words."""
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        try:
            await self.app(scope, receive, noting)
        except WebSocketDisconnected:
            pass  # somebody left while they were still listened to: no fault
        except Exception as fault:  # noqa: BLE001 - whatever it is, nobody is shown a traceback
            _log.error("%s", told_fault(fault))
            if scope["type"] == "http" and not begun:
                answer = self.pages.page(Headers(scope=scope), FAULT, HTTPStatus.INTERNAL_SERVER_ERROR)
                await answer(scope, receive, send)
