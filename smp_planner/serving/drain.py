"""How a process stops: it tells the balancer, serves on for a while, and only then closes."""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from types import FrameType

from smp_planner.serving.places import Places

_log = logging.getLogger(__name__)


def drain_when_asked_to_stop(places: Places, seconds: int) -> None:
    """At SIGTERM take nobody new, and stop so many seconds later; at a second one stop at once.

    To be called on the server's loop, once the server listens for the signal itself.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    loop, stop = asyncio.get_running_loop(), signal.getsignal(signal.SIGTERM)
    if not callable(stop):
        return

    def end() -> None:
        _log.info("stopping, with %d inside", places.taken)
        stop(signal.SIGTERM, None)

    def asked() -> None:
        waits = seconds and not places.is_closed
        places.is_closed = True
        if waits:
            _log.info("draining for %d seconds, with %d inside", seconds, places.taken)
            loop.call_later(seconds, end)
        else:
            end()

    def heard(_signal: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(asked)

    signal.signal(signal.SIGTERM, heard)
