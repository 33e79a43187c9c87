"""The one command that serves the page to the open internet, with the server's own limits set."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

LARGEST_MESSAGE = 2**20  # bytes of one message from a browser; all answers together take some kB
LARGEST_HEAD = 2**15  # bytes of a request's first line and headers that are waited for
IDLE_SECONDS = 75  # that a connection is kept for the next request: longer than proxies keep theirs
CLOSING_SECONDS = 5  # that open requests may take once the process stops


def serve(app: ASGIApp, arguments: Sequence[str]) -> None:
    """Serve until SIGTERM or Ctrl+C; then the process ends with status 0."""
    parser = argparse.ArgumentParser(prog="python -m smp_planner.server", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at (%(default)s)")
    parser.add_argument("--port", type=int, default=8501, help="port to listen at (%(default)s)")
    asked = parser.parse_args(arguments)
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
        ws="websockets-sansio",
        ws_max_size=LARGEST_MESSAGE,
        ws_per_message_deflate=True,  # a first plan travels in 31 kB, not in 75
        h11_max_incomplete_event_size=LARGEST_HEAD,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=CLOSING_SECONDS,
    )


def _end(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)
