"""A real Chromium against the app as the README starts it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlparse

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, expect

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
            _served.add(url)
            yield url
        finally:
            for spare in [spare for spare in _spare if url in spare[0]]:
                _spare.remove(spare)
                _close(spare[1])
            _served.discard(url)
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


# Servers that run, and tabs that tests are done with. In a tab that is there already a page costs little more
# than half of a new one: what its scripts were compiled to is still there.
_served = set[str]()
_spare = list[tuple[tuple[object, ...], Page]]()
_failed = list[str]()
MOST_SPARE = 4
MOST_ENTRIES = 30  # a browser's history ends at 50, and tests count what they add


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """A tab in which a test failed may hang: it is not for another one."""
    if report.failed:
        _failed.append(report.nodeid)


# All that a tab keeps of the person before.
FORGET = "() => { sessionStorage.clear(); localStorage.clear(); return history.length; }"


@contextmanager
def own_page(browser: Browser, url: str, width: int = 1280, height: int = 900, **more: Any) -> Iterator[Page]:
    """A page that nobody has touched, open at a size and settled; what it asks of others or says is kept.

    It may stand in a tab of a test before, which was emptied; a size and a theme can be changed there. A test
    that adds to the tab itself (listeners, scripts that run first) asks for one of its own with `new_page`.
    """
    scheme = more.pop("color_scheme", "light")
    key = (browser, url, *sorted(more.items()))
    failed = len(_failed)
    page = _emptied(key) or _new_tab(browser, width, height, color_scheme=scheme, **more)
    try:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        page.goto(url)
        settle(page)
        yield page
    except BaseException:
        _close(page)
        raise
    if url not in _served or len(_failed) > failed or len(page.context.pages) > 1:
        _close(page)
        return
    _spare.append((key, page))
    while len(_spare) > MOST_SPARE:
        _close(_spare.pop(0)[1])


@contextmanager
def new_page(browser: Browser, url: str, width: int = 1280, height: int = 900, **more: Any) -> Iterator[Page]:
    """A page in a browser context of its own, open at a size and settled; the tab goes with the test."""
    page = _new_tab(browser, width, height, **more)
    try:
        page.goto(url)
        settle(page)
        yield page
    finally:
        _close(page)


def _new_tab(browser: Browser, width: int, height: int, **more: Any) -> Page:
    context = browser.new_context(viewport={"width": width, "height": height}, **more)
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(NOTED)
    page: Any = context.new_page()
    page.on("request", lambda asked: page.foreign.append(asked.url) if _is_foreign(asked.url) else None)
    page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
    page.foreign, page.faults = [], []
    return page


def _is_foreign(url: str) -> bool:
    return url.startswith("http") and urlparse(url).hostname != "127.0.0.1"


def _emptied(key: tuple[object, ...]) -> Page | None:
    """A tab of the same kind that a test is done with, as if nobody had been there."""
    spare = next((spare for spare in reversed(_spare) if spare[0] == key), None)
    if spare is None:
        return None
    _spare.remove(spare)
    page: Any = spare[1]
    if page.is_closed():
        return None
    _browser, url, *_more = key
    page.goto(f"{url}/_stcore/health")  # no page is left to write down what it still knows
    if page.evaluate(FORGET) > MOST_ENTRIES:
        _close(page)
        return None
    page.context.clear_cookies()
    page.mouse.move(0, 0)
    page.foreign, page.faults = [], []
    return page


def _close(page: Page) -> None:
    """Close the tab with all that it keeps, unless the browser is gone with it."""
    if not page.is_closed():
        page.context.close()


@contextmanager
def asked_for_area(browser: Browser, url: str, way: str) -> Iterator[Page]:
    """A patient's phone in the dark, at the question for the area, told in the way that a button names."""
    with own_page(browser, url, 390, 844, has_touch=True, color_scheme="dark") as page:
        page.scheme = "dark"  # pyright: ignore[reportAttributeAccessIssue]
        for name in ("For patients", "Next", way):
            page.get_by_role("button", name=name).tap()
            settle(page)
        yield page


# How often a page asked its server to run the script and how often a run of it ended, by a field of what is
# sent and what comes; when anything came last; and what the page means to do within a moment.
NOTED = """(() => {
  const RERUN = 11, FINISHED = 6, FOR_ANOTHER = 2;
  const {setTimeout: later, clearTimeout: never} = window, {send} = WebSocket.prototype;
  const soon = new Set(), heard = new WeakSet();
  const noted = window.noted = {later, soon, asked: 0, ran: 0, got: 0};
  const told = (message, field) => {
    const bytes = new Uint8Array(message);
    let at = 0;
    const number = () => {
      let found = 0, byte = 128;
      for (let by = 1; byte > 127; by *= 128) { byte = bytes[at++]; found += (byte & 127) * by; }
      return found;
    };
    while (at < bytes.length) {
      const tag = number(), kind = tag % 8;
      const next = kind === 1 ? 8 : kind === 5 ? 4 : number();
      if (Math.floor(tag / 8) === field) return next;
      if (kind) at += next;
    }
    return null;
  };
  window.setTimeout = (what, after = 0, ...more) => {
    if (typeof what !== "function" || after > 300) return later(what, after, ...more);
    const id = later((...told) => { soon.delete(id); what(...told); }, after, ...more);
    soon.add(id);
    return id;
  };
  window.clearTimeout = (id) => { soon.delete(id); never(id); };
  WebSocket.prototype.send = function (...what) {
    if (!heard.has(this)) {
      heard.add(this);
      noted.ran = noted.asked;
      this.addEventListener("message", ({data}) => {
        noted.got = performance.now();
        const ended = told(data, FINISHED);
        if (ended !== null && ended !== FOR_ANOTHER) noted.ran = Math.min(noted.ran + 1, noted.asked);
      });
    }
    if (told(what[0], RERUN) !== null) noted.asked += 1;
    return send.apply(this, what);
  };
})()"""
# Whether a page has come to rest and stays so for a moment: all runs that it asked for have ended, and
# nothing comes, moves, is about to happen or waits to be drawn. The browser is asked when it has nothing else
# to do, and more than once: on a busy machine a moment may pass while all still waits for its turn. It gets a
# quarter of a second.
AT_REST = """() => new Promise((done) => {
  const {noted} = window, began = performance.now();
  if (!noted) { setTimeout(done, 250, false); return; }
  const {later} = noted;
  let since = began, times = 0, got = 0;
  const rests = () => noted.ran >= noted.asked && !noted.soon.size
    && document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning"
    && !document.querySelector("[data-testid=stSkeleton]")
    && document.getAnimations().every(
      (one) => one.playState !== "running" || one.effect.getComputedTiming().iterations === Infinity);
  const look = () => {
    const now = performance.now();
    if (rests() && noted.got === got) times += 1;
    else [since, times, got] = [now, 0, noted.got];
    if (now - since >= 60 && times > 3) done(true);
    else if (now - began >= 250) done(false);
    else next();
  };
  const next = () => later(() => requestIdleCallback(look, {timeout: 250}), 15);
  next();
})"""


def settle(page: Page) -> None:
    """Wait until the script has run and the page shows a plan or a referral.

    Questions are bare places until the browser has fetched what draws them, and on a busy machine that comes
    later than the script's end: a click that asks no more than where something is would hit what moves there.
    """
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE_MS)
    if _rests(page):
        return
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE_MS)
    page.wait_for_selector("[data-testid=stSkeleton]", state="detached", timeout=PATIENCE_MS)
    _rests(page)


def _rests(page: Page) -> bool:
    """Whether the page says itself that it has come to rest; if not, a quarter of a second has gone by.

    A page that goes to another address meanwhile has none to say so.
    """
    try:
        return bool(page.evaluate(AT_REST))
    except Error as error:
        if "context was destroyed" not in error.message:
            raise
        page.wait_for_timeout(250)
        return False


LOOKS = ((1280, "light"), (390, "dark"))


def named(look: tuple[int, str]) -> str:
    """A size and a theme, as a test names them."""
    return f"{look[0]}-{look[1]}"


@pytest.fixture(params=LOOKS, ids=named)
def page(request: pytest.FixtureRequest, browser: Browser, app_url: str) -> Iterator[Page]:
    """The page at both sizes and in both themes; what it asks of others and what it complains of is kept."""
    width, scheme = request.param
    with own_page(browser, app_url, width, 900, color_scheme=scheme) as opened:
        opened.scheme = scheme  # pyright: ignore[reportAttributeAccessIssue]
        yield opened


# The colour behind the page; and whether the page is done with changing its colours.
BEHIND = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
STILL = """(before) => (%s)() !== before && document.getAnimations().every(
  a => a.playState !== "running" || a.effect.getComputedTiming().iterations === Infinity)"""


def findings_in_both_themes(page: Page, within: str | Mapping[str, str] = "html") -> list[str]:
    """What axe finds at fault; in the other theme, of which colours alone are other ones, their contrast."""
    found = findings(page, within)
    scheme = page.scheme  # pyright: ignore[reportAttributeAccessIssue]
    _turn_to(page, "light" if scheme == "dark" else "dark")
    found += findings(page, within, rules=("color-contrast",))
    _turn_to(page, scheme)
    return found


def _turn_to(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Turn the page to a theme, and wait until all of it wears that: on a busy machine this takes a while."""
    before = page.evaluate(BEHIND)
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(STILL % BEHIND, arg=before, timeout=PATIENCE_MS)
    page.wait_for_timeout(300)


def findings(page: Page, within: str | Mapping[str, str] = "html", rules: Sequence[str] = WCAG) -> list[str]:
    """What axe finds at fault in a part of the page, or in all but the part that is excluded."""
    # What passed is not described, and no selector is looked for, which takes more than half the time.
    options: dict[str, Any] = {"runOnly": list(rules), "resultTypes": ["violations"], "selectors": False}
    if rules == WCAG:
        options["rules"] = {rule: {"enabled": True} for rule in BESIDE_WCAG}
    result = Axe().run(page, context=within if isinstance(within, str) else dict(within), options=options)
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in result.response["violations"]
        for node in violation["nodes"]
    ]


def answer_health(page: Page) -> None:
    """Answer the health questions of the clinic's page: a man of 40, to whom none of them applies."""
    page.locator("[data-testid=stExpander] summary", has_text="Health questions").click()
    settle(page)
    page.get_by_label("Age in years").fill("40")
    page.keyboard.press("Tab")
    settle(page)
    page.get_by_role("radio", name="Male", exact=True).click(force=True)
    settle(page)
    for box in page.get_by_text("None of these").all():
        box.click()
        settle(page)
