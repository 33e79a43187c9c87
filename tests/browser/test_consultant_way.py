"""From an empty page to a complete plan in a minute, for a consultant who knows the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import own_page
from tests.browser.test_patient_way import Reader, radio

pytestmark = pytest.mark.browser
MOST_SECONDS = 60


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def test_a_consultant_comes_from_an_empty_page_to_a_complete_plan_in_a_minute(
    browser: Browser, app_url: str
) -> None:
    """The questions are known by heart; the answers that are given are read, and the plan as it comes."""
    with own_page(browser, app_url, 1280, 900, has_touch=True) as page:
        reader = Reader(page)
        begin = button(page, "Begin anew")
        health = page.locator("summary", has_text="Health questions")
        answers = (button(page, "Cover the crown"), radio(page, "IV"), radio(page, "Dense"), health)
        for place in (begin, *answers):
            reader.read |= {place.inner_text()}
            reader.tap(place)
        expect(page.get_by_text("not checked")).to_be_visible()
        age = page.get_by_role("spinbutton", name="Age in years")
        reader.tap(age)
        age.press_sequentially("41")
        none = page.get_by_text("None of these", exact=True)
        expect(none).to_have_count(3)
        for place in (radio(page, "Male"), *none.all()):
            reader.tap(place)
        plan = page.locator(".said").first
        reader.read |= {"41 Male", *("None of these" + " " * group for group in range(3)), plan.inner_text()}
        assert reader.minutes * 60 < MOST_SECONDS, (reader.words, reader.taps)
        expect(page.get_by_text("not checked")).to_have_count(0)
        expect(page.get_by_text("This is an example.")).to_have_count(0)
        expect(page.get_by_text("Price", exact=False).first).to_be_visible()
        expect(plan).to_contain_text("Planned: ")
