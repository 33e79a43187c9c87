"""Who comes when the house is full waits on a page that lets them in by itself, with their link."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from benchmarks.visitor import visiting
from smp_planner.serving.admission import BUSY
from tests.browser.conftest import findings, own_page, settle
from tests.serving.hosting import connected, hosting

pytestmark = pytest.mark.browser
LINK = "#step-health"
HALF_A_MINUTE_MS = 31_000


def test_who_waits_gets_in_by_themselves_once_somebody_has_left(browser: Browser, tmp_path: Path) -> None:
    with ExitStack() as all_of_it:
        served = all_of_it.enter_context(hosting(tmp_path / "log", SMP_MOST_PEOPLE="1", SMP_VIEW="patient"))
        inside = all_of_it.enter_context(ExitStack())
        inside.enter_context(visiting(served.port))
        context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
        all_of_it.callback(context.close)
        page = context.new_page()
        page.clock.install()
        page.goto(f"http://127.0.0.1:{served.port}/{LINK}")
        expect(page.get_by_text(BUSY)).to_be_visible()
        assert findings(page) == []
        page.clock.fast_forward(HALF_A_MINUTE_MS)
        page.get_by_role("link").click()
        expect(page.get_by_text(BUSY)).to_be_visible()
        assert page.url.endswith(LINK)
        inside.close()
        with page.expect_navigation():
            page.clock.fast_forward(HALF_A_MINUTE_MS)
        assert page.url.endswith(LINK)
        page.clock.resume()
        expect(page.get_by_role("button", name="Next")).to_be_visible()


def test_who_finds_no_place_left_once_the_page_has_loaded_is_told_too(
    browser: Browser, tmp_path: Path
) -> None:
    """Many may load the page at the same moment."""
    with hosting(tmp_path / "log", SMP_MOST_PEOPLE="1") as served, ExitStack() as others, ExitStack() as mine:
        context = browser.new_context()
        mine.callback(context.close)
        page = context.new_page()

        def others_are_faster(route: Route) -> None:
            for name in ("streamlit", "streamlit, token, session"):
                others.enter_context(connected(served, protocols=name))
            route.continue_()

        page.route("**/static/js/index.*.js", others_are_faster, times=1)
        page.goto(f"http://127.0.0.1:{served.port}")
        expect(page.get_by_text(BUSY)).to_be_visible()


def test_who_is_inside_loads_the_page_again_though_it_is_full(browser: Browser, tmp_path: Path) -> None:
    with (
        hosting(tmp_path / "log", SMP_MOST_PEOPLE="2") as served,
        own_page(browser, f"http://127.0.0.1:{served.port}") as page,
        visiting(served.port),
    ):
        page.reload()
        settle(page)
        expect(page.get_by_text(BUSY)).to_have_count(0)
