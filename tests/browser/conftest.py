"""A real Chromium against the app as the README starts it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlparse

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

ROOT = Path(__file__).resolve().parents[2]
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
# Rules of axe that no criterion of WCAG asks for, and we do: headings in order.
BESIDE_WCAG = ("heading-order",)

# How long a test waits for what it expects; speed is measured elsewhere, beside an empty page.
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="session")
def app_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that takes all that the running app says."""
    return tmp_path_factory.mktemp("app") / "output.txt"


@pytest.fixture(scope="session")
def app_url(app_log: Path) -> Iterator[str]:
    """The running app; its output is kept to look for answers that must not be in it."""
    with running(free_port(), app_log) as url:
        yield url


@contextmanager
def running(port: int, log: Path, **environment: str) -> Iterator[str]:
    """The app, served at a port until the block ends; what it says goes to the log."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true",
               f"--server.port={port}", "--server.address=127.0.0.1"]  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    env = {**os.environ, **environment}
    with (
        log.open("ab") as output,
        subprocess.Popen(command, cwd=ROOT, env=env, stdout=output, stderr=output) as server,
    ):
        try:
            if not is_up(url, server):
                pytest.fail(f"the app did not start; it said:\n{log.read_text(encoding='utf-8')}")
            yield url
        finally:
            server.terminate()


def is_up(url: str, server: subprocess.Popen[bytes]) -> bool:
    """Whether the app answers within half a minute; not when it has ended."""
    for _ in range(300):
        if server.poll() is not None:
            return False
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1):
                return True
        except OSError:
            time.sleep(0.1)
    return False


@contextmanager
def own_page(browser: Browser, url: str, width: int = 1280, height: int = 900, **more: Any) -> Iterator[Page]:
    """A page in a browser context of its own, open at a size and settled."""
    context = browser.new_context(viewport={"width": width, "height": height}, **more)
    context.set_default_timeout(PATIENCE_MS)
    try:
        page = context.new_page()
        page.goto(url)
        settle(page)
        yield page
    finally:
        context.close()


@contextmanager
def asked_for_area(browser: Browser, url: str, way: str) -> Iterator[Page]:
    """A patient's phone in the dark, at the question for the area, told in the way that a button names."""
    with own_page(browser, url, 390, 844, has_touch=True, color_scheme="dark") as page:
        page.scheme = "dark"  # pyright: ignore[reportAttributeAccessIssue]
        for name in ("For patients", "Next", way):
            page.get_by_role("button", name=name).tap()
            settle(page)
        yield page


def settle(page: Page) -> None:
    """Wait until the script has run and the page shows a plan or a referral.

    Questions are bare places until the browser has fetched what draws them, and on a busy machine that comes
    later than the script's end: a click that asks no more than where something is would hit what moves there.
    """
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE_MS)
    page.wait_for_timeout(250)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE_MS)
    page.wait_for_selector("[data-testid=stSkeleton]", state="detached", timeout=PATIENCE_MS)


WIDE_LIGHT, PHONE_DARK = (1280, "light"), (390, "dark")


def _named(look: tuple[int, str]) -> str:
    return f"{look[0]}-{look[1]}"


@pytest.fixture(params=[WIDE_LIGHT, PHONE_DARK], ids=_named)
def page(request: pytest.FixtureRequest, browser: Browser, app_url: str) -> Iterator[Page]:
    """The page at both sizes and in both themes; what it asks of others and what it complains of is kept."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    context.set_default_timeout(PATIENCE_MS)
    opened = context.new_page()
    opened.foreign = []  # pyright: ignore[reportAttributeAccessIssue]
    opened.faults = []  # pyright: ignore[reportAttributeAccessIssue]
    opened.on(
        "request",
        lambda r: (
            opened.foreign.append(r.url)
            if urlparse(r.url).hostname != "127.0.0.1" and r.url.startswith("http")
            else None
        ),
    )  # pyright: ignore[reportAttributeAccessIssue]
    opened.on("console", lambda m: opened.faults.append(m.text) if m.type == "error" else None)  # pyright: ignore[reportAttributeAccessIssue]
    opened.scheme = scheme  # pyright: ignore[reportAttributeAccessIssue]
    opened.goto(app_url)
    settle(opened)
    yield opened
    context.close()


# The colour behind the page; and whether the page is done with changing its colours.
BEHIND = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
STILL = """(before) => (%s)() !== before && document.getAnimations().every(
  a => a.playState !== "running" || a.effect.getComputedTiming().iterations === Infinity)"""


def findings_in_both_themes(page: Page) -> list[str]:
    """What axe finds at fault; in the other theme, of which colours alone are other ones, their contrast."""
    found = findings(page)
    scheme = page.scheme  # pyright: ignore[reportAttributeAccessIssue]
    _turn_to(page, "light" if scheme == "dark" else "dark")
    found += findings(page, rules=("color-contrast",))
    _turn_to(page, scheme)
    return found


def _turn_to(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Turn the page to a theme, and wait until all of it wears that: on a busy machine this takes a while."""
    before = page.evaluate(BEHIND)
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(STILL % BEHIND, arg=before, timeout=PATIENCE_MS)
    page.wait_for_timeout(300)


def findings(page: Page, within: str = "html", rules: Sequence[str] = WCAG) -> list[str]:
    """What axe finds at fault in a part of the page."""
    # What passed is not described, which takes half the time.
    options: dict[str, Any] = {"runOnly": list(rules), "resultTypes": ["violations"]}
    if rules == WCAG:
        options["rules"] = {rule: {"enabled": True} for rule in BESIDE_WCAG}
    result = Axe().run(page, context=within, options=options)
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in result.response["violations"]
        for node in violation["nodes"]
    ]
