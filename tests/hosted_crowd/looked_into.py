"""The hosted page, served as it is, with doors for tests to look at what it still holds of its visitors.

One tells which sessions, people and files there are, the other how many blocks of memory Python holds.
"""

from __future__ import annotations

import gc
import os
import sys
from itertools import count

from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send
from streamlit import config, runtime
from streamlit.runtime.app_session import AppSession

from smp_planner import server
from smp_planner.domain.intake import Intake
from smp_planner.serving.command import serve
from smp_planner.views.who_left import forgetting_who_left

KEPT_FOR = 1  # seconds, for those whose line has failed
LOOKS_EVERY = 0.3  # seconds
DOOR, LEVEL = "/look", "/level"
FAIL = int(os.environ.get("ENDS_THAT_FAIL", "0"))  # of sessions, as a new release may bring it


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """The page as it is hosted, but for the doors."""
    if scope.get("path") == DOOR:
        await JSONResponse(found())(scope, receive, send)
    elif scope.get("path") == LEVEL:
        gc.collect()
        await JSONResponse(sys.getallocatedblocks())(scope, receive, send)
    else:
        await server.app(scope, receive, send)


def found() -> dict[str, int]:
    """How many sessions with answers, people that were planned for, and files there are in memory."""
    there = gc.get_objects()
    files = vars(runtime.get_instance().media_file_mgr)
    return {
        "sessions": sum(isinstance(one, AppSession) and holds_answers(one) for one in there),
        "people": sum(isinstance(one, Intake) for one in there),
        "files": len(files["_file_metadata"]) + len(files["_deferred_callables"]),
    }


def holds_answers(session: AppSession) -> bool:
    """Whether a session holds what a browser has told: Streamlit's loop names the last one for good."""
    told = vars(session)["_client_state"].widget_states.widgets
    return bool(session.session_state.filtered_state or told)


_shut_down, _ends = AppSession.shutdown, count()


def shut_down(session: AppSession) -> None:
    """End a session; the first ones fail at it, with words that quote the answers."""
    told = session.session_state.filtered_state
    _shut_down(session)
    if told and next(_ends) < FAIL:
        raise RuntimeError(told)


AppSession.shutdown = shut_down
config.get_config_options()
config.set_option("server.disconnectedSessionTTL", KEPT_FOR)
server.forgetting_who_left = lambda: forgetting_who_left(LOOKS_EVERY)


if __name__ == "__main__":
    serve(app, sys.argv[1:])
