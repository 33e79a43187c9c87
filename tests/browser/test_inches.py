"""A tape in inches, as a consultant in the US holds it: typed, planned, turned to cm and back, and kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import asked_for_area, findings_in_both_themes, own_page, settle

pytestmark = pytest.mark.browser


def enter(page: Page, label: str, size: str) -> None:
    page.get_by_label(label, exact=True).fill(size)
    page.keyboard.press("Enter")
    settle(page)


def choose(page: Page, tape: str) -> None:
    page.get_by_role("radio", name=tape, exact=True).click(force=True)
    settle(page)


def test_inches_are_planned_in_cm2_turn_to_cm_and_back_and_outlive_a_reload(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, locale="en-US") as page:
        page.get_by_role("button", name="Measured", exact=True).click()
        settle(page)
        enter(page, "Length in inches", "3")
        enter(page, "Width in inches", "4.5")
        told = page.get_by_role("status").filter(has_text="That is 87.1 cm2, or 13.5 in2.")
        expect(told).to_be_visible()
        planned = page.get_by_text("Planned:").first.inner_text()
        choose(page, "cm")
        expect(page.get_by_label("Length in cm", exact=True)).to_have_value("7.62")
        expect(page.get_by_label("Width in cm", exact=True)).to_have_value("11.43")
        choose(page, "inches")
        expect(page.get_by_label("Length in inches", exact=True)).to_have_value("3")
        expect(page.get_by_label("Width in inches", exact=True)).to_have_value("4.5")
        expect(page.get_by_text("Planned:").first).to_have_text(planned)
        page.reload()
        settle(page)
        expect(page.get_by_label("Length in inches", exact=True)).to_have_value("3")
        expect(page.get_by_label("Width in inches", exact=True)).to_have_value("4.5")
        expect(told).to_be_visible()


def test_a_reload_keeps_cm_where_they_were_chosen_and_a_browser_of_the_uk_begins_with_them(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, locale="en-US") as page:
        page.get_by_role("button", name="Measured", exact=True).click()
        settle(page)
        choose(page, "cm")
        page.reload()
        settle(page)
        expect(page.get_by_label("Length in cm", exact=True)).to_have_value("14")
    with own_page(browser, app_url, locale="en-GB") as page:
        page.get_by_role("button", name="Measured", exact=True).click()
        settle(page)
        expect(page.get_by_label("Length in cm", exact=True)).to_have_value("14")


def test_two_sizes_and_the_tape_in_quick_succession_are_all_kept(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, locale="en-US") as page:
        page.get_by_role("button", name="Measured", exact=True).click()
        settle(page)
        page.get_by_label("Length in inches", exact=True).fill("3")
        page.keyboard.press("Tab")
        page.get_by_label("Width in inches", exact=True).fill("4")
        page.keyboard.press("Enter")
        page.get_by_role("radio", name="cm", exact=True).click(force=True)
        settle(page)
        expect(page.get_by_label("Length in cm", exact=True)).to_have_value("7.62")
        expect(page.get_by_label("Width in cm", exact=True)).to_have_value("10.16")


def test_on_a_phone_the_choice_and_the_fields_in_inches_can_be_read_and_tapped(
    browser: Browser, app_url: str
) -> None:
    with asked_for_area(browser, app_url, "Measured") as page:
        expect(page.get_by_label("Length in inches", exact=True)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert not findings_in_both_themes(page)


def test_a_size_that_was_emptied_says_that_nothing_is_there(browser: Browser, app_url: str) -> None:
    """It read "found -1,000,000,000", the least that the field takes."""
    with own_page(browser, app_url, locale="en-US") as page:
        page.get_by_role("button", name="Measured", exact=True).click()
        settle(page)
        for tape in ("inches", "cm"):
            choose(page, tape)
            enter(page, f"Length in {tape}", "")
            expect(page.get_by_label(f"Length in {tape}", exact=True)).to_have_value("0")
            expect(
                page.get_by_role("alert").filter(has_text="Should be over 0; found 0.").first
            ).to_be_visible()
            enter(page, f"Length in {tape}", "5")
