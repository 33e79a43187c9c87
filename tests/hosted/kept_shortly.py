"""The hosted page, served as it is, but that a session whose line has failed is kept for a few seconds only.

A door tells how many seconds are in force, and which sessions somebody could still come back to.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send
from streamlit import config, runtime

from smp_planner import server
from smp_planner.serving.command import serve

DOOR = "/kept"


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """The page as it is hosted, but for the door."""
    if scope.get("path") == DOOR:
        await JSONResponse(found())(scope, receive, send)
    else:
        await server.app(scope, receive, send)


def found() -> dict[str, Any]:
    """For how long a session is kept, and the names of those of open pages and of lines that have failed."""
    sessions: Any = vars(runtime.get_instance())["_session_mgr"]
    storage = vars(sessions)["_session_storage"]
    return {
        "seconds": vars(storage)["_cache"].ttl,
        "names": [info.session.id for info in sessions.list_sessions()],
    }


config.get_config_options()  # else the page's own settings are read later, and take the place of this
config.set_option("server.disconnectedSessionTTL", int(os.environ["KEPT_FOR"]))


if __name__ == "__main__":
    serve(app, sys.argv[1:])
