"""How the page is served: hosted by `uvicorn smp_planner.server:app`, at hand by `streamlit run app.py`.

Both serve alike: scripts packed, words before the scripts are there. A hosted page is made ready before
anybody comes; one at hand reads what it needs when it needs it.
"""

from __future__ import annotations

import logging
import webbrowser
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Timer

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit.web.server.server_util import get_url

import smp_planner.views.shell  # noqa: F401  # pyright: ignore[reportUnusedImport] - all of the page, before anybody comes
from smp_planner.language.choose import asked_or_usual, speech_of
from smp_planner.language.speech import speaking
from smp_planner.language.texts import _
from smp_planner.serving.first_words import with_first_words
from smp_planner.serving.packed_files import PackedFiles
from smp_planner.views.about import TITLE
from smp_planner.views.start_up import empty_page, locale_here, warm_up
from smp_planner.views.who_left import forgetting_who_left

SCRIPT = Path(__file__).resolve().parents[1] / "app.py"
UNTIL_IT_LISTENS = 0.5  # seconds


@asynccontextmanager
async def hosted(_app: st.App) -> AsyncGenerator[None]:
    """Let no visitor wait for what can be done before, and log no address with what follows its `?`."""
    logging.getLogger("uvicorn.access").disabled = True  # by name: Streamlit turns it on in spite of options
    warm_up()
    async with forgetting_who_left():
        yield


@asynccontextmanager
async def at_hand(_app: st.App) -> AsyncGenerator[None]:
    """Open the page in this machine's browser, unless `--server.headless=true` asks for none."""
    if not st.get_option("server.headless"):
        opening = Timer(UNTIL_IT_LISTENS, webbrowser.open, [_address()])
        opening.daemon = True
        opening.start()
    async with forgetting_who_left():
        yield


def _address() -> str:
    """Where this machine's browser finds the page; Streamlit knows its path, port and certificate."""
    told = st.get_option("server.address")
    host = "localhost" if told in {None, "0.0.0.0", "::"} else told
    return get_url(f"[{host}]" if ":" in host else host)


async def _first_page(request: Request) -> HTMLResponse:
    wanted = request.headers.get("accept-language", "").split(",")[0].split(";")[0].strip()
    speech = speech_of(asked_or_usual(wanted, locale_here()))
    with speaking(speech):
        page = with_first_words(empty_page(), _(TITLE), speech.tag)
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


ROUTES = [Route("/", _first_page)]
LAYERS = [Middleware(PackedFiles)]

app = st.App(SCRIPT, lifespan=hosted, routes=ROUTES, middleware=LAYERS)
