"""A British browser on a page with no region: whose prices they are, and pounds with a tap, over a reload."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import findings, own_page, settle
from tests.browser.test_offers import FOLD, to_prices

pytestmark = pytest.mark.browser
OURS = "Prices of the United States, as of"
THEIRS = "Prices of the United Kingdom, as of"


def show(page: Page, country: str) -> None:
    page.get_by_role("button", name=f"Show prices of the {country}").click()
    settle(page)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_pounds_are_a_tap_away_and_outlive_a_reload_without_a_word_of_new_rules(
    browser: Browser, app_url: str, width: int, scheme: str
) -> None:
    with own_page(
        browser, app_url, width, locale="en-GB", timezone_id="Europe/London", color_scheme=scheme
    ) as page:
        to_prices(page)
        told = page.get_by_text(OURS).bounding_box()
        tap = page.get_by_role("button", name="Show prices of the").bounding_box()
        assert told is not None
        assert tap is not None
        assert 0 <= tap["y"] - (told["y"] + told["height"]) < 60, "right below the words"
        show(page, "United Kingdom")
        expect(page.get_by_text(THEIRS)).to_be_visible()
        expect(page.get_by_role("button", name="Show prices of the United States")).to_be_focused()
        assert not findings(page)
        page.reload()
        settle(page)
        expect(page.get_by_text(THEIRS)).to_be_visible()
        expect(page.get_by_text("renewed")).to_have_count(0)
        assert "UK" not in page.url
        show(page, "United States")
        expect(page.get_by_text(OURS)).to_be_visible()
        expect(page.locator(FOLD)).to_have_count(1)
