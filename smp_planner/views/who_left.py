"""Whoever has left is forgotten, answers and all, also where nobody else comes or goes.

Streamlit keeps the session of a closed page for `server.disconnectedSessionTTL`, so that a line that fails
for a moment loses nothing. When that time is over it lets go of it only once somebody else leaves: on a
quiet server the last answers would stay in memory for good.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from typing import Any

from streamlit import runtime

LOOKS_EVERY = 10.0  # seconds


@asynccontextmanager
async def forgetting_who_left(every: float = LOOKS_EVERY) -> AsyncGenerator[None]:
    """Forget them every so many seconds, until the block ends."""
    task = asyncio.create_task(_forget(every))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _forget(every: float) -> None:
    while True:
        await asyncio.sleep(every)
        forget_who_left()


def forget_who_left() -> int:
    """Forget the sessions whose time is over; how many these were. To be called where Streamlit's loop runs.

    Their answers and plans go at once. What is left are objects that hold each other; Python finds them while
    others use the page, and once nobody does they are looked for here, when it keeps nobody waiting.
    """
    if not runtime.exists():
        return 0
    # Streamlit has no door to those who may come back; tests/hosted_crowd holds that this is where they are.
    sessions: Any = vars(runtime.get_instance())["_session_mgr"]
    left = [info.session for _id, info in vars(vars(sessions)["_session_storage"])["_cache"].expire()]
    for session in left:
        session.shutdown()
        session.session_state.clear()
        vars(session)["_client_state"].Clear()  # what the browser sent last
    if left:
        runtime.get_instance().media_file_mgr.remove_orphaned_files()  # a file goes at the second asking
    if left and not sessions.list_active_sessions():
        gc.collect()
    return len(left)
