"""The hosted page, served as it is, with a door that tells how many blocks of memory Python holds."""

from __future__ import annotations

import gc
import sys

from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from smp_planner import server
from smp_planner.serving.command import serve

DOOR = "/blocks"


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """The page as it is hosted, but for the door."""
    if scope.get("path") == DOOR:
        gc.collect()
        await JSONResponse(sys.getallocatedblocks())(scope, receive, send)
    else:
        await server.app(scope, receive, send)


if __name__ == "__main__":
    serve(app, sys.argv[1:])
