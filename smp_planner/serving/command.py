"""The one command that serves the page to the open internet, with the server's own limits set."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from smp_planner.serving.page_socket import PageSocket

LARGEST_MESSAGE = 2**20  # bytes of one message from a browser; all answers together take some kB
LARGEST_HEAD = 2**15  # bytes of a request's first line and headers that are waited for
IDLE_SECONDS = 75  # that a connection is kept for the next request: longer than proxies keep theirs
CLOSING_SECONDS = 5  # that open requests may take once the process stops
LAST_PORT = 2**16 - 1


def serve(app: ASGIApp, arguments: Sequence[str]) -> None:
    """Serve until SIGTERM or Ctrl+C; then the process ends with status 0.

    Raises SystemExit with words for whoever started it where nothing can be served so.
    """
    parser = argparse.ArgumentParser(prog="python -m smp_planner.server", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at (%(default)s)")
    parser.add_argument("--port", type=_port, default=8501, help="port to listen at (%(default)s)")
    asked = parser.parse_args(arguments)
    try:
        asyncio.run(_try_to_listen(asked.host, asked.port))
    except OSError as fault:
        why = str(fault).rpartition(": ")[2]  # before it asyncio names the address once more
        told = f"It can't listen at {asked.host}, port {asked.port}: {why}."
        raise SystemExit(f"The page was not started.\n{told}") from None
    signal.signal(signal.SIGTERM, _end)  # uvicorn hands the signal on when it has closed
    uvicorn.run(
        app,
        host=asked.host,
        port=asked.port,
        workers=1,  # a page lives in one process; more of them stand side by side behind a proxy
        loop="smp_planner.serving.one_wake:OneWakeLoop",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # nobody's address is asked for
        ws=PageSocket,
        ws_max_size=LARGEST_MESSAGE,
        ws_per_message_deflate=True,  # a first plan travels in 31 kB, not in 75
        h11_max_incomplete_event_size=LARGEST_HEAD,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=CLOSING_SECONDS,
    )


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"'{text}' should be a whole number from 0 to {LAST_PORT}")
    return int(text)


async def _try_to_listen(host: str, port: int) -> None:
    """Raise OSError where nobody can: uvicorn finds it out only once the page has said that it is ready."""
    loop = asyncio.get_running_loop()
    (await loop.create_server(asyncio.Protocol, host, port, start_serving=False)).close()


def _end(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)
