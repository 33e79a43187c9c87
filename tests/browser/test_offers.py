"""Offers in a real browser: typed with keys, kept over a reload, and a phone shows one question at a time."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import answer_health, findings, settle

pytestmark = pytest.mark.browser
FOLD = ".st-key-fold_offers"
HEIGHTS = f"""() => [...document.querySelectorAll("{FOLD} [data-testid=stButtonGroup] button")]
  .map(target => target.getBoundingClientRect().height)"""


def to_prices(page: Page) -> None:
    """The clinic's way with its health questions answered, at the part on money."""
    answer_health(page)
    page.get_by_role("radio", name="Years and money").click()
    settle(page)
    page.locator(f"{FOLD} summary").first.click()
    settle(page)


def fill(page: Page, label: str, value: str, offer: int = 0) -> None:
    page.locator(FOLD).get_by_label(label).nth(offer).fill(value)
    page.keyboard.press("Tab")
    settle(page)


def choose(page: Page, name: str, offer: int = 0) -> None:
    page.locator(FOLD).get_by_text(name, exact=True).nth(offer).click()
    settle(page)


def test_two_offers_are_typed_kept_and_shown_alike(page: Page) -> None:
    to_prices(page)
    fill(page, "Your name for it", "Ink & <b>Co</b>")
    fill(page, "Price of one visit", "1200.50")
    choose(page, "One sum for all")
    expect(page.get_by_label("Price of it all")).to_have_value("1200.50")
    choose(page, "By visit")
    page.get_by_role("button", name="Add an offer").click()
    settle(page)
    choose(page, "One sum for all", 1)
    fill(page, "Price of it all", "2700")
    fill(page, "Visits in all", "3", 1)
    choose(page, "Free touch-ups", 1)
    fill(page, "Visits in all", "0")
    expect(page.locator(f"{FOLD} [role=alert]").filter(has_text="Should be over 0")).to_be_visible()
    fill(page, "Visits in all", "")
    table = page.locator(f"{FOLD} table")
    expect(table.get_by_role("cell", name="$3,601.50")).to_be_visible()
    seen = table.locator("tbody:visible")
    if page.evaluate("innerWidth <= 640"):
        assert seen.count() == 1
        choose(page, "What is that for each visit?")
    else:
        assert seen.count() > 5
    expect(table.get_by_role("cell", name="$900")).to_be_visible()
    assert min(page.evaluate(HEIGHTS)) >= 44
    page.mouse.move(0, 0)
    assert findings(page, FOLD) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.reload()
    settle(page)
    expect(page.get_by_label("Your name for it").first).to_have_value("Ink & <b>Co</b>")
    expect(table.get_by_role("columnheader", name="Ink & <b>Co</b>")).to_have_count(1)
    assert "Ink" not in page.url
