"""In Chromium: from a tap to the finished picture, and what a first plan weighs on a phone."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from statistics import median, quantiles
from typing import Any, NamedTuple, cast

from playwright.sync_api import Browser, Locator, Page, ViewportSize, sync_playwright

from benchmarks.effort import Effort
from benchmarks.servers import OURS, OURS_BY_RUN, TUNED_TOGGLE, Served, serving

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}
PAUSE_MS = 300  # between two taps, for all that a page does after it is finished
# Taps an element; the milliseconds until what follows the tap is another one, and the script has ended.
TAP = """(element, followed) => new Promise((done, failed) => {
  const shown = () => document.querySelector(followed)?.textContent;
  const app = document.querySelector("[data-testid=stApp]");
  const before = shown();
  const look = () => {
    const ended = app.getAttribute("data-test-script-state") === "notRunning";
    if (ended && shown() && shown() !== before) done(performance.now() - start);
    else if (performance.now() - start < 10000) requestAnimationFrame(look);
    else failed(new Error("nothing has followed the tap within ten seconds"));
  };
  const start = performance.now();
  element.click();
  requestAnimationFrame(look);
})"""


def compare(effort: Effort) -> None:
    """Tap our page and an empty one in turn, then weigh a first plan on a phone, and print it."""
    with (
        browsing(chromium()) as browser,
        serving(OURS) as ours,
        serving(OURS_BY_RUN) as plain,
        serving(TUNED_TOGGLE) as empty,
    ):
        _compare_taps(browser, ours.port, empty.port, effort.taps)
        for served in (ours, plain):
            weigh_first_plan(browser, served)


def chromium() -> str | None:
    """Where this machine's Chromium is; None where Playwright has to look for its own."""
    return next((found for name in CHROMIUM if (found := shutil.which(name))), None)


@contextmanager
def browsing(path: str | None) -> Generator[Browser]:
    """A browser until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser
        finally:
            browser.close()


class Tapped(NamedTuple):
    """What is tapped on a page, one after the other, and what follows the tap on it."""

    name: str
    page: Page
    elements: Sequence[Locator]
    picture: str


def _compare_taps(browser: Browser, ours: int, empty: int, taps: int) -> None:
    pages = (_empty_page(browser, empty), _clinic(browser, ours), _patient(browser, ours))
    times: dict[str, list[float]] = {tapped.name: [] for tapped in pages}
    for number in range(taps + 2):
        for tapped in pages:
            tapped.page.bring_to_front()  # a page behind another one draws nothing
            element = tapped.elements[number % len(tapped.elements)]
            times[tapped.name].append(element.evaluate(TAP, tapped.picture))
            tapped.page.wait_for_timeout(PAUSE_MS)
    beside = median(times[pages[0].name][2:])
    for name, own in times.items():
        middle, slow = median(own[2:]), quantiles(own[2:], n=20)[-1]
        told = f" | {middle / beside:.1f} times (goal: at most 3)" if name != pages[0].name else ""
        print(f"tap to finished picture, {name:16s} {middle:6.1f} ms, 95 of 100 in {slow:6.1f} ms{told}")


def _empty_page(browser: Browser, port: int) -> Tapped:
    page = _opened(browser, port)
    toggle = page.get_by_role("switch").or_(page.get_by_role("checkbox"))
    return Tapped("tuned empty page", page, [toggle], "[data-testid=stText]")


def _clinic(browser: Browser, port: int) -> Tapped:
    page = _opened(browser, port)
    stages = [page.get_by_role("radio", name=name, exact=True) for name in ("VI", "V")]
    return Tapped("clinic, a stage", page, stages, "[data-testid=stColumn]:last-child .smp table")


def _patient(browser: Browser, port: int) -> Tapped:
    page = _opened(browser, port)
    for name in ("For patients", "Next", "Next"):
        page.get_by_role("button", name=name).click()
        page.wait_for_timeout(1000)
    looks = [page.get_by_role("radio", name=name, exact=True) for name in ("Soft", "Dense")]
    return Tapped("patient, a look", page, looks, ".st-key-patient")


def _opened(browser: Browser, port: int) -> Page:
    page = browser.new_context(viewport=DESK).new_page()
    page.goto(f"http://127.0.0.1:{port}/")
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(2000)
    return page


def weigh_first_plan(browser: Browser, served: Served) -> None:
    """From an empty cache to the plan: bytes over the wire, requests, and charting libraries among them."""
    page = browser.new_context(viewport=PHONE).new_page()
    weights: list[float] = []
    scripts: list[str] = []
    client = cast("Any", page.context.new_cdp_session(page))  # its answers have no types
    client.send("Network.enable")

    def loaded(told: Any) -> None:
        weights.append(told["encodedDataLength"])

    def received(told: Any) -> None:  # the page's socket, told in base 64
        weights.append(len(told["response"]["payloadData"]) * 3 / 4)

    client.on("Network.loadingFinished", loaded)
    client.on("Network.webSocketFrameReceived", received)
    page.on("request", lambda request: scripts.append(request.url))
    page.goto(f"http://127.0.0.1:{served.port}/")
    page.get_by_text("Planned:").first.wait_for()
    page.wait_for_timeout(2000)
    charts = sorted({name for name in ("Plotly", "Vega", "ECharts") for url in scripts if name in url})
    print(
        f"first plan on a phone, {served.page.name}: {sum(weights) / 2**20:.2f} MB in {len(scripts)} requests"
        f" (goal: at most 1.5), charting libraries: {', '.join(charts) or 'none'}"
    )
