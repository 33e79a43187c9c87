"""The links to sources behind a "why?" can be hit, and the headings above them come in order."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import BESIDE_WCAG, findings, own_page, settle
from tests.browser.test_fair_options import open_all, open_tab

pytestmark = pytest.mark.browser
OPENED = """() => {for (const one of document.querySelectorAll("details")) one.open = true}"""
LOW_LINKS = """() => [...document.querySelectorAll("details[data-key] a")].filter(a => a.offsetParent)
  .map(a => a.getBoundingClientRect().height)"""
SKIPPED = """() => {document.querySelector(".sides > li h3").outerHTML = "<h5>Doing nothing</h5>"}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_each_link_to_a_source_is_24_px_high(browser: Browser, app_url: str, width: int) -> None:
    with own_page(browser, app_url, width, 844) as page:
        settle(page)
        why = page.locator("details[data-key='sessions.count']").first
        why.locator("summary").first.click()
        page.wait_for_timeout(300)
        page.evaluate(OPENED)
        page.wait_for_timeout(500)
        heights = page.evaluate(LOW_LINKS)
        assert len(heights) > 3
        assert min(heights) >= 24


def test_headings_are_in_order_where_all_options_stand_open_and_a_skipped_one_is_seen(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, 1280, 900) as page:
        open_tab(page, "All options")
        open_all(page)
        assert findings(page, rules=BESIDE_WCAG) == []
        page.evaluate(SKIPPED)
        assert len(findings(page, rules=BESIDE_WCAG)) == 1
        assert any(found.startswith("heading-order") for found in findings(page))
