"""A clinic shows the page within its own site, in a frame; nobody else can."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from smp_planner.views.about import TITLE
from smp_planner.views.patient_way import steps_of
from tests.browser.conftest import free_port, running
from tests.packaged_rules import packaged_rules

pytestmark = pytest.mark.browser
STEPS = steps_of(packaged_rules())
CONNECTION = ".st-key-tab_connection"
GOAL = "Cover the crown"


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as its base names it
        pass


@contextmanager
def clinic_site(folder: Path, shown: str) -> Iterator[str]:
    """The site of a clinic that shows an address in a frame; to a browser another site than 127.0.0.1."""
    (folder / "index.html").write_text(
        f'<!DOCTYPE html><link rel="icon" href="data:,"><iframe src="{shown}" width="390" height="800">'
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


@pytest.fixture
def clinic_page(browser: Browser) -> Iterator[Page]:
    """A page for the clinic's site; what it complains of is kept."""
    context = browser.new_context(viewport={"width": 800, "height": 900})
    page = context.new_page()
    page.faults = []  # pyright: ignore[reportAttributeAccessIssue]
    page.on("console", lambda m: page.faults.append(m.text) if m.type == "error" else None)  # pyright: ignore[reportAttributeAccessIssue]
    yield page
    context.close()


def answer(frame: FrameLocator) -> None:
    frame.get_by_role("button", name=GOAL).click()
    expect(frame.get_by_role("button", name=GOAL)).to_have_attribute("aria-pressed", "true")
    frame.get_by_role("button", name="Next").click()
    expect(frame.get_by_role("heading", name=STEPS[1].title)).to_be_focused()


def test_a_clinic_that_is_named_shows_the_page_and_no_answer_is_lost_with_the_server(
    clinic_page: Page, tmp_path: Path
) -> None:
    """A browser lets a frame within another site keep nothing in the tab; the open page keeps it itself."""
    port, log = free_port(), tmp_path / "log"
    with clinic_site(tmp_path, f"http://127.0.0.1:{port}") as site:
        frame = clinic_page.frame_locator("iframe")
        with running(port, log, SMP_VIEW="patient", SMP_EMBEDDED_IN=site):
            clinic_page.goto(site)
            answer(frame)
            assert clinic_page.faults == []  # pyright: ignore[reportAttributeAccessIssue]
        status = frame.locator(CONNECTION).get_by_role("status")
        expect(status).not_to_be_empty()
        with running(port, log, SMP_VIEW="patient", SMP_EMBEDDED_IN=site):
            expect(status).to_be_empty()
            expect(frame.get_by_role("heading", name=STEPS[1].title)).to_be_visible()
            frame.get_by_role("button", name="Back").click()
            expect(frame.get_by_role("button", name=GOAL)).to_have_attribute("aria-pressed", "true")


def test_a_site_that_is_not_named_can_t_show_the_page(
    clinic_page: Page, app_url: str, tmp_path: Path
) -> None:
    with clinic_site(tmp_path, app_url) as site:
        clinic_page.goto(site)
        clinic_page.wait_for_timeout(1000)
        assert any("frame-ancestors" in fault for fault in clinic_page.faults)  # pyright: ignore[reportAttributeAccessIssue]
        assert clinic_page.frame_locator("iframe").get_by_role("heading", name=TITLE).count() == 0
