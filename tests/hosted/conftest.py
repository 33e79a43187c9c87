"""Two replicas of the planner behind the nginx of `deploy/`, and a real Chromium in front of them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from websockets.sync.client import connect

from benchmarks.proxy import proxying
from benchmarks.visitor import PROTOCOLS, fetched, stream_of
from smp_planner.serving.places import Places
from tests.browser.conftest import ROOT, free_port, settle

SERVED = Path(__file__).with_name("kept_shortly.py")
STARTS_WITHIN = 60.0  # seconds, on a busy machine
TTL = 2  # seconds that a replica keeps the session of somebody whose connection is gone
DRAIN = 2  # seconds that a replica still serves once it was asked to stop
BACK_MS = 30_000
HELD = "JSON.parse(sessionStorage.getItem('smp-planner')).answers"
NOTICE = ".st-key-tab_connection [role=status]"
# Marks the page once it is drawn anew.
WATCHING = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  const { dataset } = document.body;
  delete dataset.drawn;
  new MutationObserver(() => { if (app.dataset.testScriptState === "running") dataset.drawn = "yes"; })
    .observe(app, { attributeFilter: ["data-test-script-state"] });
}"""


class Replica:
    """One process that serves the page at a port of its own; it can go, and come back as another one."""

    def __init__(self, folder: Path) -> None:
        self.port, self.folder = free_port(), folder
        folder.mkdir()
        self.process: subprocess.Popen[bytes] | None = None
        self.root, self.environment = ROOT, dict[str, str]()

    def start(self, root: Path = ROOT, **environment: str) -> None:
        """Begin to start, from the planner in a folder; `wait` waits for it."""
        self.root, self.environment = root, environment
        command = [sys.executable, str(SERVED), "--host=127.0.0.1", f"--port={self.port}"]
        ours = {"SMP_VIEW": "patient", "SMP_DRAIN_SECONDS": str(DRAIN), "PYTHONPATH": str(root)}
        ours["KEPT_FOR"] = str(TTL)
        env = {**os.environ, **ours, **environment}
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen(command, cwd=self.folder, env=env, stdout=log, stderr=log)

    def wait(self) -> None:
        """Until it is ready."""
        end = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < end and self.is_alive():
            if self.is_ready():
                return
            time.sleep(0.05)
        pytest.fail(f"a replica did not get ready; it said:\n{self.said()}")

    def is_ready(self) -> bool:
        """Whether somebody new may be sent to it."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5):
                return True
        except OSError:
            return False

    def keeps(self) -> tuple[float, set[str]]:
        """For how many seconds it keeps a session without a line, and the names of all that are there."""
        told = json.loads(fetched(self.port, "/kept"))
        return told["seconds"], set(told["names"])

    def drain(self) -> None:
        """Ask it to stop, and wait until it takes nobody new; it still serves for a while."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        while self.is_ready():
            time.sleep(0.01)

    def ended(self) -> int:
        """Until it has ended by itself; with which status."""
        assert self.process is not None
        return self.process.wait(STARTS_WITHIN)

    def said(self) -> str:
        """Its log since it was started."""
        return (self.folder / "log").read_text(encoding="utf-8")

    @contextmanager
    def full(self) -> Generator[None]:
        """With nobody let in any more, not even into the few places that are kept for who comes back."""
        was_inside = [("cookie", "_streamlit_xsrf=1")]
        most = int(self.environment["SMP_MOST_PEOPLE"])
        with ExitStack() as inside:
            for _ in range(most + Places(most).kept):
                line = connect(stream_of(self.port), subprotocols=PROTOCOLS, additional_headers=was_inside)
                inside.enter_context(line)
            yield

    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def send(self, sent: signal.Signals) -> None:
        """A signal; after one that ends the process, until it has ended."""
        assert self.process is not None
        self.process.send_signal(sent)
        if sent in (signal.SIGKILL, signal.SIGTERM):
            self.process.wait(STARTS_WITHIN)


class Hosted:
    """The planner as it is hosted: nginx at `url`, two replicas behind it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.replicas = {"1": Replica(folder / "1"), "2": Replica(folder / "2")}
        self._passing_on = ExitStack()

    def start_proxy(self) -> None:
        """Begin to pass on."""
        addresses = [f"127.0.0.1:{self.replicas[name].port}" for name in ("1", "2")]
        self._passing_on.enter_context(proxying(self.port, addresses, self.folder))

    def stop_proxy(self) -> None:
        """Stop at once, as a restart does."""
        self._passing_on.close()

    def renew(self) -> None:
        """Both replicas are there, as they were at first."""
        for replica in self.replicas.values():
            if replica.is_alive() and (replica.root != ROOT or replica.environment):
                replica.send(signal.SIGKILL)
            if not replica.is_alive():
                replica.start()
        for replica in self.replicas.values():
            replica.wait()

    def other_than(self, name: str) -> Replica:
        """The other one of the two."""
        [other] = self.replicas.keys() - {name}
        return self.replicas[other]

    def takes_in(self, known: str) -> Replica:
        """Who serves somebody that comes now, with the cookie of one of the two."""
        asked = urllib.request.Request(self.url, headers={"Cookie": f"replica={known}"})
        with urllib.request.urlopen(asked, timeout=5) as answer:
            told: str = answer.headers["Set-Cookie"]
        return self.replicas[told.removeprefix("replica=").partition(";")[0]]

    def serving(self, context: BrowserContext) -> str:
        """The number of the replica that serves a person: the proxy's cookie names it."""
        return next(one["value"] for one in context.cookies() if one["name"] == "replica")  # pyright: ignore[reportTypedDictNotRequiredAccess]

    def close(self) -> None:
        self.stop_proxy()
        for replica in self.replicas.values():
            if replica.is_alive():
                replica.send(signal.SIGKILL)


@pytest.fixture(scope="session")
def _hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    hosted = Hosted(tmp_path_factory.mktemp("hosted"))
    try:
        hosted.renew()
        hosted.start_proxy()
        yield hosted
    finally:
        hosted.close()


@pytest.fixture
def hosted(_hosted: Hosted) -> Hosted:
    """Two replicas that are up, with nginx before them."""
    _hosted.renew()
    return _hosted


def moved(hosted: Hosted, page: Page, sent: signal.Signals = signal.SIGKILL) -> None:
    """End the replica that serves the page; until the other one has drawn it."""
    left = hosted.serving(page.context)
    page.evaluate(WATCHING)
    hosted.replicas[left].send(sent)
    is_back(page)
    assert hosted.serving(page.context) != left


def is_back(page: Page) -> None:
    """Until the page was drawn anew since `WATCHING`, and stands still."""
    expect(page.locator("body[data-drawn]")).to_have_count(1, timeout=BACK_MS)
    settle(page)


@contextmanager
def nothing_is_lost(page: Page) -> Generator[None]:
    """Whatever happens inside: afterwards the page says the same, and the tab holds the same answers."""
    before, words = held(page), seen(page)
    yield
    assert seen(page) == words
    assert held(page) == before


def held(page: Page) -> Any:
    """The answers as the tab holds them."""
    return page.evaluate(HELD)


def seen(page: Page) -> str:
    """All that stands on the page, in words."""
    return page.locator("[data-testid=stMain]").inner_text()
