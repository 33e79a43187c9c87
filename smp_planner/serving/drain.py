"""How a process stops: it tells the balancer, serves on while somebody is inside, and only then closes."""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from types import FrameType

from smp_planner.serving.places import Places

UNTIL_HEARD = 5  # seconds in which a balancer hears that nobody new should be sent here
BETWEEN_LOOKS = 1  # seconds

_log = logging.getLogger(__name__)


def drain_when_asked_to_stop(places: Places, seconds: int) -> None:
    """At SIGTERM take nobody new, and stop once nobody is inside; at a second one stop at once.

    It serves on for at least `UNTIL_HEARD` seconds, but never longer than `seconds`; with 0 it stops at once.

    To be called on the server's loop, once the server listens for the signal itself.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    loop, stop = asyncio.get_running_loop(), signal.getsignal(signal.SIGTERM)
    if not callable(stop):
        return
    serving_on: asyncio.Task[None] | None = None

    def end() -> None:
        _log.info("stopping, with %d inside", places.taken)
        stop(signal.SIGTERM, None)

    async def serve_on() -> None:
        _log.info("draining for at most %d seconds, with %d inside", seconds, places.taken)
        last = loop.time() + seconds
        await asyncio.sleep(min(seconds, UNTIL_HEARD))
        while places.taken and (left := last - loop.time()) > 0:
            await asyncio.sleep(min(left, BETWEEN_LOOKS))
        end()

    def asked() -> None:
        nonlocal serving_on
        asked_before, places.is_closed = places.is_closed, True
        if serving_on is not None:
            serving_on.cancel()
        if seconds and not asked_before:
            serving_on = loop.create_task(serve_on())
        else:
            end()

    def heard(_signal: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(asked)

    signal.signal(signal.SIGTERM, heard)
