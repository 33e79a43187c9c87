"""The hosted entry: `uvicorn smp_planner.server:app`, one process for each copy of the page."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

import smp_planner.views.shell  # noqa: F401  # pyright: ignore[reportUnusedImport] - all of the page, before anybody comes
from smp_planner.language.choose import speech_of
from smp_planner.language.speech import speaking
from smp_planner.language.texts import _
from smp_planner.serving.first_words import with_first_words
from smp_planner.serving.packed_files import PackedFiles
from smp_planner.views.about import TITLE
from smp_planner.views.start_up import empty_page, warm_up

SCRIPT = Path(__file__).resolve().parents[1] / "app.py"


@asynccontextmanager
async def _lifespan(_app: st.App) -> AsyncGenerator[None]:
    """Let no visitor wait for what can be done before, and log no address with what follows its `?`."""
    logging.getLogger("uvicorn.access").disabled = True  # by name: Streamlit turns it on in spite of options
    warm_up()
    yield


async def _first_page(request: Request) -> HTMLResponse:
    wanted = request.headers.get("accept-language", "").split(",")[0].split(";")[0].strip()
    speech = speech_of(wanted)
    with speaking(speech):
        page = with_first_words(empty_page(), _(TITLE), speech.tag)
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


app = st.App(
    SCRIPT,
    lifespan=_lifespan,
    routes=[Route("/", _first_page)],
    middleware=[Middleware(PackedFiles)],
)
