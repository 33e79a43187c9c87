"""One question to an ASGI app, as a browser would put it."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from starlette.types import ASGIApp, Message


class Answer(NamedTuple):
    """What came back: the status of HTTP, the headers by their names in small letters, and the body."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(app: ASGIApp, path: str = "/", method: str = "GET", **asked: str) -> Answer:
    """The app's answer. Headers are given by name, with _ for -."""
    headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in asked.items()]
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": headers}
    with ThreadPoolExecutor(1) as elsewhere:  # the browser tests leave a loop running in this thread
        elsewhere.submit(asyncio.run, app(scope, receive, send)).result()
    start, *parts = sent
    told = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], told, b"".join(part["body"] for part in parts))
