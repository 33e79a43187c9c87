"""What a field says of an answer that it can't take."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import (
    asked_for_area,
    findings,
    findings_in_both_themes,
    own_page,
    settle,
)

pytestmark = pytest.mark.browser


def enter_age(page: Page, age: str) -> None:
    page.get_by_label("Age in years").fill(age)
    page.keyboard.press("Tab")
    settle(page)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_field_that_turns_red_says_why_and_what_may_be_entered(
    browser: Browser, app_url: str, width: int
) -> None:
    with own_page(browser, app_url, width) as page:
        page.locator("[data-testid=stExpander]", has_text="Health questions").first.locator("summary").click()
        enter_age(page, "150")
        alert = page.get_by_role("alert")
        expect(alert).to_be_visible()
        expect(alert).to_have_text("Should be 0 to 120 years; found 150.")
        expect(page.locator(".st-key-sex :focus")).to_have_count(1)
        enter_age(page, "-5")
        expect(alert).to_have_text("Should be 0 to 120 years; found -5.")
        enter_age(page, "40")
        expect(alert).to_have_count(0)
        page.get_by_role("button", name="Scars").click()
        settle(page)
        page.get_by_label("Age of the scar today").fill("-5")
        page.keyboard.press("Tab")
        expect(alert).to_contain_text("Please enter a value greater than or equal to 0.")
        box = alert.bounding_box()
        assert box is not None
        assert box["height"] > 20, "to be read, not for a screen reader alone"
        assert not findings(page)


def test_a_typed_day_counts_on_enter_and_one_too_late_names_the_last_day_of_the_plan(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, 1280) as page:
        field = page.get_by_test_id("stDateInput").filter(has_text="First day you could start")
        for year in ("2031", "2150"):
            field.get_by_role("spinbutton", name="month").click()
            page.keyboard.type(f"0301{year}")
            page.keyboard.press("Enter")
            settle(page)
            expect(page.locator("[role=grid]")).to_have_count(0)
            expect(page.get_by_text(re.compile("Planned: .* March [0-9]+, 2031")).first).to_be_visible()
        expect(field).to_contain_text("on or before 12/31/2099")


def test_one_tab_goes_on_from_a_typed_day_and_the_calendar_opens_by_its_keys(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, 1280) as page:
        field = page.get_by_test_id("stDateInput").filter(has_text="First day you could start")
        field.get_by_role("spinbutton", name="month").click()
        page.keyboard.type("03012031")
        page.keyboard.press("Enter")
        settle(page)
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Monday")).to_be_focused()
        page.keyboard.press("Shift+Tab")
        year = field.get_by_role("spinbutton", name="year,")
        expect(year).to_be_focused()
        expect(year).to_have_attribute("aria-keyshortcuts", "Alt+ArrowDown")
        page.keyboard.press("Alt+ArrowDown")
        expect(page.locator("[role=grid] :focus")).to_have_count(1)  # a moment after it came
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        settle(page)
        expect(field.get_by_role("spinbutton", name="day,")).to_have_text("02")
        expect(field.get_by_role("button", name="Choose date")).to_be_visible()
        assert not findings(page)


def test_what_a_size_comes_to_and_what_can_be_done_on_a_day_are_announced(
    browser: Browser, app_url: str
) -> None:
    with asked_for_area(browser, app_url, "Measured") as page:
        page.get_by_role("radio", name="cm", exact=True).tap()  # of the US, this browser begins with inches
        settle(page)
        page.get_by_label("Length in cm").fill("15")
        page.keyboard.press("Tab")
        settle(page)
        expect(page.get_by_role("status").filter(has_text="That is 165 cm2, or 25.6 in2.")).to_be_visible()
        page.get_by_role("button", name="Skip to my plan").tap()
        page.get_by_role("radio", name="Aftercare").tap()
        settle(page)
        page.get_by_role("radio", name="Swim", exact=False).first.tap()
        settle(page)
        answer = page.get_by_role("status").filter(has_text="Not on")
        expect(answer).to_have_count(1)
        day = page.locator(".st-key-can_i_on").bounding_box()
        told = answer.bounding_box()
        assert day is not None
        assert told is not None
        assert 0 < told["y"] - (day["y"] + day["height"]) < 60, "right after the question"
        assert not findings_in_both_themes(page)


def test_on_a_phone_the_buttons_of_a_date_are_large_enough_and_a_heading_is_no_stop(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, 390) as page:
        assert page.locator("h1 a:visible, h2 a:visible").count() == 0
        buttons = page.locator(".st-key-start button")
        expect(buttons).to_have_count(2)
        for button in buttons.all():
            box = button.bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 24
