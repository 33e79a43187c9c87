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

    So many seconds later it stops in any case, and no sooner than a balancer has heard of it.

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

    def look_again(left: int) -> None:
        if left and places.taken:
            loop.call_later(BETWEEN_LOOKS, look_again, left - BETWEEN_LOOKS)
        else:
            end()

    def asked() -> None:
        waits = seconds and not places.is_closed
        places.is_closed = True
        if waits:
            _log.info("draining for at most %d seconds, with %d inside", seconds, places.taken)
            heard = min(seconds, UNTIL_HEARD)
            loop.call_later(heard, look_again, seconds - heard)
        else:
            end()

    def heard(_signal: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(asked)

    signal.signal(signal.SIGTERM, heard)
