"""A real Chromium against the app as the README starts it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


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
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true",
               f"--server.port={port}", "--server.address=127.0.0.1"]  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    with (
        app_log.open("wb") as output,
        subprocess.Popen(command, cwd=ROOT, env=dict(os.environ), stdout=output, stderr=output) as server,
    ):
        try:
            if not is_up(url, server):
                pytest.fail(f"the app did not start; it said:\n{app_log.read_text(encoding='utf-8')}")
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None and Path(MAC).exists():
        path = MAC
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield started
        started.close()


def settle(page: Page) -> None:
    """Wait until the script has run and the page shows a plan or a referral."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=30_000)
    page.wait_for_timeout(250)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=30_000)
