"""The page as it is hosted, and what somebody out there gets from it who is no browser."""

from __future__ import annotations

import http.client
import json
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.servers import OURS, Served, serving
from tests.serving.asking import Answer

PATIENCE = 10.0  # seconds


@contextmanager
def hosting(log: Path, **settings: str) -> Generator[Served]:
    """The page under such settings, served until the block ends; the log has a JSON object a line."""
    told = {"SMP_LOG": "json", **settings}
    with serving(OURS._replace(environment=tuple(told.items())), log) as served:
        yield served


def get(served: Served, path: str = "/", method: str = "GET", **asked: str) -> Answer:
    """The answer to one question, whatever its status. Headers are given by name, with _ for -."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=PATIENCE)
    try:
        connection.request(
            method, path, headers={name.replace("_", "-"): text for name, text in asked.items()}
        )
        answer = connection.getresponse()
        return Answer(answer.status, {n.lower(): v for n, v in answer.getheaders()}, answer.read())
    finally:
        connection.close()


@contextmanager
def connected(served: Served, path: str = "/_stcore/stream", **asked: str) -> Generator[ClientConnection]:
    """The page's connection, open until the block ends."""
    headers = {name.replace("_", "-"): text for name, text in asked.items()}
    protocols = [Subprotocol(name.strip()) for name in headers.pop("protocols", "streamlit").split(",")]
    url = f"ws://127.0.0.1:{served.port}{path}"
    with connect(url, subprotocols=protocols, additional_headers=headers, compression=None) as socket:
        yield socket


def closed_with(socket: ClientConnection) -> int | None:
    """The code with which the other end closes the connection, after all that comes before."""
    with suppress(ConnectionClosed):
        while True:
            socket.recv(PATIENCE)
    return socket.close_code


def refusal(served: Served, path: str = "/_stcore/stream", **asked: str) -> Answer | None:
    """With what the page's connection is refused; None where it is not."""
    try:
        with connected(served, path, **asked):
            return None
    except InvalidStatus as refused:
        told = refused.response
        headers = {name.lower(): text for name, text in told.headers.raw_items()}
        return Answer(told.status_code, headers, bytes(told.body or b""))


def logged(log: Path) -> list[dict[str, str]]:
    """The lines of the log."""
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
