"""Plan A is kept, answers are changed, and the page tells what is different, and why in plan A."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import findings, own_page, settle
from tests.browser.test_page import SIDEWAYS

pytestmark = pytest.mark.browser


def keep_a(page: Page) -> None:
    page.get_by_role("radio", name="What if", exact=True).click()
    settle(page)
    page.get_by_role("button", name="Keep this plan as A").click()
    settle(page)


def come_later_and_denser(page: Page) -> None:
    """Dense in place of natural, and Saturdays alone."""
    page.get_by_role("radio", name="Dense", exact=True).click(force=True)
    settle(page)
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Sunday"):
        suits = page.get_by_role("button", name=day, exact=True)
        if suits.count() and suits.get_attribute("aria-pressed") == "true":
            suits.click(force=True)
            settle(page)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_difference_is_named_and_a_why_of_plan_a_tells_its_own_answers(
    browser: Browser, app_url: str, width: int, scheme: str
) -> None:
    with own_page(browser, app_url, width, 900, color_scheme=scheme) as page:
        keep_a(page)
        come_later_and_denser(page)
        told = page.get_by_role("status").filter(has_text="Beside plan A, the plan now has")
        expect(told).to_contain_text(re.compile(r"days (later|sooner)"))
        changed = page.get_by_role("listitem").filter(has_text="How dense it should look: from “Natural")
        expect(changed).to_contain_text("to “Dense")
        expect(page.get_by_role("listitem").filter(has_text="Days that suit you: from")).to_be_visible()
        row = page.get_by_role("table", name="Plan A and now").get_by_role(
            "row", name=re.compile("^Density on bare skin")
        )
        expect(row.get_by_text("45 dots/cm2 more")).to_be_visible()
        of_a, of_now = row.locator("details[data-key]").all()
        of_a.locator("summary").first.press("Enter")
        expect(of_a).to_contain_text("The answers behind it in plan A: How dense it should look: Natural")
        expect(of_a).to_contain_text("Planned with the natural look.")
        expect(of_a).not_to_contain_text("Dense")
        of_now.locator("summary").first.press("Enter")
        expect(of_now).to_contain_text("The answers behind it now: How dense it should look: Dense")
        assert page.evaluate(SIDEWAYS) == []
        assert findings(page) == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_line_at_the_top_leads_to_the_table_from_any_part(
    browser: Browser, app_url: str, width: int, scheme: str
) -> None:
    with own_page(browser, app_url, width, 900, color_scheme=scheme) as page:
        keep_a(page)
        come_later_and_denser(page)
        page.get_by_role("radio", name="Aftercare").click()
        settle(page)
        told = page.get_by_role("status").filter(has_text=re.compile("^Beside plan A: "))
        expect(told).to_contain_text(re.compile(r"settled \d+ days (later|sooner)"))
        page.get_by_role("button", name="See all differences").click()
        heading = page.get_by_role("heading", name="Two plans side by side")
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport()
        expect(page.get_by_role("table", name="Plan A and now")).to_be_visible()
        assert page.evaluate(SIDEWAYS) == []
        assert findings(page) == []
