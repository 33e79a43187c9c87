"""The page's own files over the wire gzipped: each is packed once, when it is first asked for, and kept."""

from __future__ import annotations

import gzip
import posixpath

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

WORTH_PACKING = ("text/", "application/javascript", "application/json", "image/svg+xml")
LEAST_BYTES = 1000


class PackedFiles:
    """Packs what never changes under its name, as scripts and styles; all other answers pass as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.packed: dict[str, tuple[Message, Message]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the packed file; where there is none yet, ask for the file and pack it."""
        if not _may_be_packed(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self.packed:
            answer = _Held(send)
            await self.app(scope, receive, answer.take)
            if not answer.held:
                return
            self.packed[path] = await to_thread.run_sync(answer.packed)
        for message in self.packed[path]:
            await send(dict(message))


def _may_be_packed(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    asked = Headers(scope=scope)
    part = {"range", "if-none-match", "if-modified-since"} & set(asked.keys())
    path = scope["path"]
    plain = posixpath.normpath(path) == path  # else one file could be kept under many names
    return "gzip" in asked.get("accept-encoding", "") and not part and plain


class _Held:
    """One answer, held back if it is worth packing and sent on at once if it isn't."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.held: list[Message] = []

    async def take(self, message: Message) -> None:
        """Hold a part of the answer back, or send it on."""
        if self.held or (message["type"] == "http.response.start" and _never_changes(message)):
            self.held.append(message)
        else:
            await self.send(message)

    def packed(self) -> tuple[Message, Message]:
        """The whole answer with its body gzipped."""
        start, *parts = self.held
        body = gzip.compress(b"".join(part.get("body", b"") for part in parts), compresslevel=9, mtime=0)
        headers = MutableHeaders(raw=list(start["headers"]))
        headers["content-encoding"], headers["content-length"] = "gzip", str(len(body))
        headers.add_vary_header("Accept-Encoding")
        return {**start, "headers": headers.raw}, {"type": "http.response.body", "body": body}


def _never_changes(start: Message) -> bool:
    told = Headers(raw=list(start["headers"]))
    return (
        start["status"] == 200
        and "immutable" in told.get("cache-control", "")
        and "content-encoding" not in told
        and told.get("content-type", "").startswith(WORTH_PACKING)
        and int(told.get("content-length", 0)) >= LEAST_BYTES
    )
