"""Whoever has left is forgotten, answers and all, also where nobody else comes or goes.

Streamlit keeps the session of a closed page for `server.disconnectedSessionTTL`, so that a line that fails
for a moment loses nothing. When that time is over it lets go of it only once somebody else leaves: on a
quiet server the last answers would stay in memory for good. And what it lets go of are objects that hold each
other, which Python looks for once in two million new ones: some hundred sessions would wait for that.
"""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import cast

from streamlit import runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.caching.ttl_cache import TTLCache
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.session_manager import SessionInfo
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from smp_planner.faults import told_fault
from smp_planner.views.sent_messages import let_go_once_sent

LOOKS_EVERY = 10.0  # seconds
MANY = 50  # sessions; what is left of each takes some 0.2 MiB until Python is told to look for it
Sessions = Mapping[str, AppSession]
_log = logging.getLogger(__name__)


@asynccontextmanager
async def forgetting_who_left(every: float = LOOKS_EVERY) -> AsyncGenerator[None]:
    """Forget them every so many seconds, until the block ends."""
    let_go_once_sent()
    task = asyncio.create_task(_forget(every))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _forget(every: float) -> None:
    kept: Sessions = {}
    forgotten = 0
    while True:
        await asyncio.sleep(every)
        with _whatever_fails():
            active, now = _sessions()
            gone = [session for id_, session in kept.items() if id_ not in now and id_ not in active]
            kept = now
            forgotten += len(gone)
            while gone:
                _empty(gone.pop())
            # Looking takes a tenth of a second where many are inside: it waits for a reason, or for nobody.
            if forgotten >= MANY or (forgotten and not active):
                gc.collect()
                forgotten = 0


@contextmanager
def _whatever_fails() -> Generator[None]:
    """Tell a fault to whoever hosts the page, and go on: all others shall be forgotten still."""
    try:
        yield
    except Exception as fault:  # noqa: BLE001 - whatever it is, answers may not stay for it
        _log.error("something of who left may still be in memory; %s", told_fault(fault))


def _sessions() -> tuple[Sessions, Sessions]:
    """The sessions of open pages, and those that are kept for who may come back, by their names."""
    if not runtime.exists():
        return {}, {}
    # Streamlit has no door to them; tests/hosted_crowd holds that this is where they are.
    manager = cast(WebsocketSessionManager, vars(runtime.get_instance())["_session_mgr"])
    storage = cast(MemorySessionStorage, vars(manager)["_session_storage"])
    kept = cast("TTLCache[str, SessionInfo]", vars(storage)["_cache"])
    kept.expire()
    active = {info.session.id: info.session for info in manager.list_active_sessions()}
    return active, {id_: info.session for id_, info in kept.items()}


def _empty(session: AppSession) -> None:
    """Let go of all that a session holds: its files, the plan, and every answer."""
    with _whatever_fails():
        session.shutdown()
    with _whatever_fails():
        session.session_state.clear()
    with _whatever_fails():
        vars(session)["_client_state"].Clear()  # what the browser sent last
    with _whatever_fails():
        runtime.get_instance().media_file_mgr.remove_orphaned_files()  # a file goes at the second asking
