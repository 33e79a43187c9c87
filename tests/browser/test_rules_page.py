"""All rules in a real browser: by keyboard, on a phone in the dark too, and Back leads to the same plan."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import findings, settle
from tests.browser.test_page import SIDEWAYS
from tests.rule_count import LISTED

pytestmark = pytest.mark.browser


def test_a_rule_is_looked_up_by_keyboard_and_back_leads_to_the_same_plan(page: Page) -> None:
    page.get_by_role("button", name="Cover the crown").click()
    settle(page)
    page.get_by_role("button", name="All rules and their sources").press("Enter")
    expect(page.get_by_role("heading", name="All rules and their sources")).to_be_focused()
    assert page.url.endswith("#rules")
    page.get_by_label("Search in names").press_sequentially("exercise to_day")
    row = page.get_by_role("row", name=re.compile("^Days without heavy exercise"))
    expect(row).to_contain_text("7 to 14")
    expect(page.get_by_role("status").filter(has_text=f"1 of {LISTED} rules")).to_be_visible()
    row.locator("summary", has_text="sources").press("Enter")
    expect(row.get_by_role("link").first).to_be_visible()
    settle(page)
    assert findings(page) == []
    assert page.evaluate(SIDEWAYS) == []
    page.get_by_label("Search in names").fill("")
    expect(page.get_by_role("status").filter(has_text=f"{LISTED} of {LISTED} rules")).to_be_visible()
    settle(page)
    page.get_by_text("The article against itself").click()
    expect(page.get_by_role("heading", name="How many visits")).to_be_visible()
    settle(page)
    assert findings(page) == []
    page.go_back()
    expect(page.get_by_role("heading", name="Your plan")).to_be_visible()
    settle(page)
    expect(page.get_by_role("button", name="Cover the crown")).to_have_attribute("aria-pressed", "true")
    assert (page.foreign, page.faults) == ([], [])  # pyright: ignore[reportAttributeAccessIssue]
