"""What is answered at all: the page's few addresses, to whoever only reads, from the page's own origin."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from smp_planner.language.texts import N_
from smp_planner.serving.short_answer import short_answer
from smp_planner.serving.small_page import SmallPages

NOT_HERE = N_("There is no page at this address. Please open the planner from its beginning.")
READING = ("GET", "HEAD")
_log = logging.getLogger(__name__)
LONGEST_QUERY = 1000  # bytes; the page itself asks nothing in it
LARGEST_HEADERS = 2**14  # bytes


class FrontDoor:
    """Refuses what no visitor of the page asks for, before Streamlit sees it.

    Streamlit answers any address with the page, takes uploads, describes itself to programs and counts for
    anybody; and for a caller from another origin it asks the internet for its own address.

    `addresses`: all there are; `below`: what the others begin with; `connection`: the page's websocket.
    """

    def __init__(
        self,
        app: ASGIApp,
        pages: SmallPages,
        addresses: Collection[str],
        below: tuple[str, ...],
        connection: str,
    ) -> None:
        self.app = app
        self.pages = pages
        self.addresses = frozenset(addresses)
        self.below = below
        self.connection = connection
        self.has_told = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what the page's own visitors ask for; refuse all else."""
        if scope["type"] == "http":
            refusal = self._refusal(scope)
            await (refusal or self.app)(scope, receive, send)
        elif scope["type"] == "websocket" and (status := self._against_connection(scope)):
            self._tell_once(status)
            await WebSocket(scope, receive, send).send_denial_response(_told(status))
        else:
            await self.app(scope, receive, send)

    def _tell_once(self, status: HTTPStatus) -> None:
        """Whoever set up a proxy must learn why no page connects; who knocks for fun shall fill no log."""
        if status is HTTPStatus.FORBIDDEN and not self.has_told:
            self.has_told = True
            _log.warning(
                "a connection from another origin was refused, and others will be without a word; "
                "where it was the page's own, a proxy does not pass on Host as it is"
            )

    def _refusal(self, scope: Scope) -> Response | None:
        asked, path = Headers(scope=scope), scope["path"]
        if scope["method"] not in READING:
            return _told(HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": ", ".join(READING)})
        if path not in self.addresses and not path.startswith(self.below):
            return self.pages.page(asked, NOT_HERE, HTTPStatus.NOT_FOUND)
        status = _against_any(scope, asked)
        return _told(status) if status else None

    def _against_connection(self, scope: Scope) -> HTTPStatus | None:
        if scope["path"] != self.connection:
            return HTTPStatus.NOT_FOUND
        return _against_any(scope, Headers(scope=scope))


def _against_any(scope: Scope, asked: Headers) -> HTTPStatus | None:
    if len(scope["query_string"]) > LONGEST_QUERY:
        return HTTPStatus.REQUEST_URI_TOO_LONG
    if sum(len(name) + len(text) for name, text in scope["headers"]) > LARGEST_HEADERS:
        return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
    return None if _is_ours(asked.get("origin"), asked.get("host", "")) else HTTPStatus.FORBIDDEN


def _is_ours(origin: str | None, host: str) -> bool:
    try:
        return origin is None or urlsplit(origin).netloc.lower() == host.lower() != ""
    except ValueError:  # no address at all, as "http://["
        return False


def _told(status: HTTPStatus, headers: Mapping[str, str] | None = None) -> Response:
    return short_answer(status.phrase, status, headers)
