"""On a phone a finger meets each choice: pills are 44 px high, and so are the days of a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import asked_for_area, own_page, settle

LEAST = 44
HEIGHTS = "buttons => buttons.map(button => button.getBoundingClientRect().height)"


def on_phone(browser: Browser, url: str, wide: int = 390) -> AbstractContextManager[Page]:
    return own_page(browser, url, wide, 844, has_touch=True)


@pytest.fixture(scope="module")
def phone(browser: Browser, app_url: str) -> Iterator[Page]:
    """A phone whose parts of the plan are looked at, and where nothing is answered."""
    with on_phone(browser, app_url) as page:
        yield page


@pytest.mark.parametrize(
    ("part", "question"),
    [("Aftercare", "What would you like to do?"), ("All options", "What matters to you?")],
)
def test_pills_are_as_high_as_the_other_rows(
    browser: Browser, app_url: str, part: str, question: str
) -> None:
    with on_phone(browser, app_url) as page:
        page.get_by_role("radio", name=part, exact=True).click()
        settle(page)
        if part == "All options":
            page.get_by_text("What matters to you", exact=True).first.click()
            settle(page)
        asked = page.get_by_test_id("stButtonGroup").filter(has_text="Swim" if "like" in question else "scar")
        heights = asked.first.locator("button").evaluate_all(HEIGHTS)
        assert len(heights) > 5
        assert min(heights) >= LEAST


SIZES = """whys => whys.filter(why => why.offsetParent).map(why => why.getBoundingClientRect())
  .map(box => Math.min(box.height, box.width))"""


@pytest.mark.parametrize("part", ["In short", "Visits", "Years and money", "What if", "All options"])
def test_each_why_is_as_large_as_a_finger_on_a_phone(phone: Page, part: str) -> None:
    phone.get_by_role("radio", name=part, exact=True).click()
    settle(phone)
    whys = phone.locator(".smp details[data-key]:not(.folded) > summary")
    sizes = whys.evaluate_all(SIZES)
    assert len(sizes) > 5
    assert min(sizes) >= LEAST
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_plus_minus_fields_and_buttons_are_as_large_as_a_finger_on_a_phone(
    browser: Browser, app_url: str
) -> None:
    with asked_for_area(browser, app_url, "Scars") as page:
        fields = page.locator(".stNumberInput").locator("button, input")
        assert fields.count() > 5
        sizes = fields.evaluate_all(SIZES)
        assert min(sizes) >= LEAST
        buttons = page.locator(".stButton button").evaluate_all(HEIGHTS)
        assert min(buttons) >= LEAST


def test_a_why_makes_no_line_fat_on_a_desktop(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url) as page:
        heights = page.locator(".smp .pairs details[data-key] > summary").evaluate_all(HEIGHTS)
        assert heights
        assert max(heights) <= 30


@pytest.mark.parametrize(("wide", "least"), [(390, LEAST), (320, 38)])
def test_days_of_the_calendar_are_large_and_fit(
    browser: Browser, app_url: str, wide: int, least: int
) -> None:
    with on_phone(browser, app_url, wide) as page:
        field = page.get_by_test_id("stDateInputField").first
        field.scroll_into_view_if_needed()
        field.get_by_role("spinbutton").first.click()
        page.keyboard.press("Alt+ArrowDown")
        calendar = page.get_by_test_id("stDateInputCalendar")
        expect(calendar).to_be_visible()
        days = calendar.locator("[role=gridcell] [role=button]")
        assert min(days.evaluate_all(HEIGHTS)) >= least
        box = calendar.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= wide
        assert page.evaluate("document.documentElement.scrollWidth") <= wide


PARTS_OF_A_DATE = """parts => parts.map(part => part.getBoundingClientRect())
  .map(box => Math.min(box.height, box.width))"""


def test_day_month_and_year_of_a_date_are_large_enough_to_hit_on_any_screen(
    browser: Browser, app_url: str
) -> None:
    for wide in (390, 1280):
        with on_phone(browser, app_url, wide) as page:
            dates = page.locator("[data-testid=stDateInputField] [role=spinbutton]")
            expect(dates.first).to_be_attached()
            sizes = dates.evaluate_all(PARTS_OF_A_DATE)
            assert len(sizes) >= 3
            assert min(sizes) >= 24


def test_on_a_phone_the_choice_of_parts_stays_one_tap_away_and_takes_the_focus(
    browser: Browser, app_url: str
) -> None:
    with on_phone(browser, app_url) as page:
        page.get_by_role("radio", name="All options", exact=True).click()
        settle(page)
        main, back = page.get_by_test_id("stMain"), page.get_by_role("link", name="Parts of the plan")
        for share in (0.4, 0.7, 0.9):
            main.evaluate("(main, share) => main.scrollTo(0, main.scrollHeight * share)", share)
            expect(back).to_be_in_viewport()
        back.tap()
        chosen = page.get_by_role("radio", name="All options", exact=True)
        expect(chosen).to_be_in_viewport()
        expect(chosen).to_be_focused()
