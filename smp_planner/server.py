"""How the page is served: hosted by `python -m smp_planner.server`, at hand by `streamlit run app.py`.

Both serve alike: the same headers, limits and log, scripts packed, words before the scripts are there. A
hosted page has read its rules before anybody comes, and all else by the time that somebody's browser has the
scripts; one at hand reads what it needs when it needs it. Under
`uvicorn smp_planner.server:app` the page is the same, without the server's own limits.
"""

# ruff: noqa: E402 - Python's collector is told before anything that it would look at is imported

from __future__ import annotations

import gc

gc.disable()  # looking through what is imported for what could go takes a twelfth of the time
gc.set_threshold(20_000)  # objects, once it looks again: a plan makes ten thousand that go by themselves

import asyncio
import logging
import os
import sys
import webbrowser
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Timer

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request, cookie_parser
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit.web.server.server_util import get_url
from streamlit.web.server.starlette.starlette_server_config import XSRF_COOKIE_NAME

from smp_planner.exports.paper.press import PRESS
from smp_planner.faults import told_fault
from smp_planner.language.choose import asked_or_usual, speech_of
from smp_planner.language.speech import Speech, speaking
from smp_planner.language.texts import _
from smp_planner.serving.admission import Admission
from smp_planner.serving.command import serve
from smp_planner.serving.drain import drain_when_asked_to_stop
from smp_planner.serving.fault_page import FaultPage
from smp_planner.serving.first_words import ASKS_AGAIN, with_first_words
from smp_planner.serving.front_door import FrontDoor
from smp_planner.serving.host_settings import BadHostSettings, HostSettings, host_settings, unknown_settings
from smp_planner.serving.known_messages import KnownMessages
from smp_planner.serving.log import keep_log
from smp_planner.serving.packed_files import PackedFiles
from smp_planner.serving.places import Places
from smp_planner.serving.safe_headers import MADE_FOR_ONE_PERSON, SafeHeaders, safe_headers, scripts_within
from smp_planner.serving.small_page import LOOKS_AGAIN, SmallPages
from smp_planner.serving.standing import Standing
from smp_planner.serving.turns import Turns
from smp_planner.views.about import TITLE
from smp_planner.views.browser_messages import OURS, ends_answer, kind_of
from smp_planner.views.can_plan import page_can_plan
from smp_planner.views.file_button import ask_by_one_name
from smp_planner.views.handed_over import hand_over_together
from smp_planner.views.same_run import let_runs_walk_others
from smp_planner.views.spared_work import spare_work
from smp_planner.views.start_up import empty_page, keep_imports, locale_here, sent_files
from smp_planner.views.told_by_hash import tell_by_hash_once_kept
from smp_planner.views.who_left import forgetting_who_left

gc.freeze()  # what is imported stays for good, and the first look need not go through it
gc.enable()

SCRIPT = Path(__file__).resolve().parents[1] / "app.py"
CONFIG = SCRIPT.parent / ".streamlit" / "config.toml"
CONNECTION = "/_stcore/stream"
PAGE = "smp_planner.views.shell"
ASKED_BY_THE_PAGE = ("/_stcore/health", "/_stcore/host-config")
UNTIL_IT_LISTENS = 0.5  # seconds


@asynccontextmanager
async def hosted(_app: st.App) -> AsyncGenerator[None]:
    """Let people in once the rules are valid, and nobody be thrown out when the process stops.

    What makes plans is read from then on: a browser fetches the page's scripts for longer before it asks for
    one.
    """
    _begin_log()
    gc.disable()
    try:
        _can_plan()
    finally:
        keep_imports()  # and the rules
        gc.enable()
    drain_when_asked_to_stop(PLACES, SETTINGS.drain_seconds)
    STANDING.is_warm = True
    hindrance = await STANDING.hindrance()
    _log.info("%s; %s", f"not ready: {hindrance}" if hindrance else "ready", SETTINGS)
    reading = asyncio.create_task(_read_what_plans())
    async with forgetting_who_left():
        yield
    await reading
    PRESS.close()
    _log.info("stopped")


async def _read_what_plans() -> None:
    """Import all that the page shows and plans with; where that fails, the process ends with status 1.

    Nobody inside can have been shown anything yet, and whoever watches the process starts it anew.
    """
    gc.disable()
    try:
        await run_in_threadpool(import_module, PAGE)
    except Exception as fault:  # noqa: BLE001 - whatever it is, no page can be shown
        _log.critical("not ready: the page can't be read; %s", told_fault(fault, places=1))
        logging.shutdown()
        os._exit(1)
    finally:
        if not PLACES.taken:  # else what somebody said would stay for good, too
            gc.freeze()
        gc.enable()


@asynccontextmanager
async def at_hand(_app: st.App) -> AsyncGenerator[None]:
    """Open the page in this machine's browser, unless `--server.headless=true` asks for none."""
    _begin_log()
    if not st.get_option("server.headless"):
        opening = Timer(UNTIL_IT_LISTENS, webbrowser.open, [_address()])
        opening.daemon = True
        opening.start()
    STANDING.is_warm = True
    async with forgetting_who_left():
        yield
    PRESS.close()


def _begin_log() -> None:
    keep_log(SETTINGS.log)
    if unknown := unknown_settings(os.environ):
        _log.warning("no settings, so nothing follows from them: %s", unknown)


def _address() -> str:
    """Where this machine's browser finds the page; Streamlit knows its path, port and certificate."""
    told = st.get_option("server.address")
    host = "localhost" if told in {None, "0.0.0.0", "::"} else told
    return get_url(f"[{host}]" if ":" in host else host)


async def _first_page(request: Request) -> HTMLResponse:
    speech = PAGES.speech(request.headers)
    with speaking(speech):
        page = with_first_words(empty_page(), _(TITLE), speech.tag)
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


def _speech_for(wanted: str) -> Speech:
    return speech_of(asked_or_usual(wanted, locale_here()))


def _been_inside(asked: Headers) -> bool:
    """Whether this browser had the page before: its scripts then got a cookie, or its connection goes on."""
    goes_on = asked.get("sec-websocket-protocol", "").split(",")[2:]
    return bool(goes_on) or XSRF_COOKIE_NAME in cookie_parser(asked.get("cookie", ""))


def _settings_or_end() -> HostSettings:
    """The host's settings; without them, or without the page's own, nothing is served."""
    try:
        settings = host_settings(os.environ)
    except BadHostSettings as wrong:
        raise SystemExit(f"The page was not started.\n{wrong}") from None
    if not CONFIG.is_file():
        raise SystemExit(f"The page was not started.\nIts settings are missing: {CONFIG} should be a file.")
    return settings


_log = logging.getLogger("smp_planner.server")  # by name: run as a command, the module has another
_can_plan = cache(page_can_plan)  # rules and settings stay as they are while the process lives
SETTINGS = _settings_or_end()
PLACES = Places(SETTINGS.most_people)
PAGES = SmallPages(TITLE, _speech_for)
STANDING = Standing(PLACES, _can_plan)
HEADERS = safe_headers(SETTINGS, (*scripts_within(empty_page()), ASKS_AGAIN, LOOKS_AGAIN))
ROUTES = [Route("/", _first_page), *STANDING.routes()]
ADDRESSES = (*(route.path for route in ROUTES), *ASKED_BY_THE_PAGE, *sent_files())
LAYERS = [
    Middleware(SafeHeaders, headers=HEADERS, https_only=SETTINGS.hsts_seconds > 0),
    Middleware(FaultPage, pages=PAGES),
    Middleware(
        FrontDoor, pages=PAGES, addresses=ADDRESSES, below=(MADE_FOR_ONE_PERSON,), connection=CONNECTION
    ),
    Middleware(Admission, places=PLACES, pages=PAGES, been_inside=_been_inside),
    Middleware(Turns, ends=ends_answer),
    Middleware(KnownMessages, kind_of=kind_of, ours=OURS),
    Middleware(PackedFiles),
]

spare_work()
hand_over_together()
ask_by_one_name()
tell_by_hash_once_kept()
let_runs_walk_others()
app = st.App(SCRIPT, lifespan=hosted, routes=ROUTES, middleware=LAYERS)

if __name__ == "__main__":
    keep_log(SETTINGS.log)
    serve(app, sys.argv[1:])
