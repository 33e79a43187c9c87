"""The months in a real browser: read, chosen by key and by touch, and nothing cut off on a phone."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import findings, own_page, settle
from tests.browser.test_page import SIDEWAYS, open_tab

pytestmark = pytest.mark.browser

# Limits and visits whose word doesn't fit its bar; a long name of an event may be cut, its words are below.
CUT_WORDS = """() => [...document.querySelectorAll(".month .bar:not(.event):not(.away) > span")]
  .filter(e => e.scrollWidth > e.clientWidth).map(e => e.innerText)"""


def told(page: Page) -> str:
    """The words of the chosen day."""
    return page.locator(".month .told div").filter(visible=True).inner_text()


def test_the_months_have_no_fault_nothing_cut_and_nothing_to_scroll_sideways(page: Page) -> None:
    open_tab(page, "Aftercare")
    expect(page.get_by_role("table", name=re.compile(r"^\w+ 20\d\d$")).first).to_be_visible()
    assert "Visit 1 of 3" in told(page)
    assert page.evaluate(CUT_WORDS) == []
    assert page.evaluate(SIDEWAYS) == []
    assert findings(page) == []


def test_no_word_of_a_day_is_cut_on_the_narrowest_phone(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 320, 800) as page:
        open_tab(page, "Aftercare")
        words = page.locator(".month .bar > span").filter(visible=True).all_inner_texts()
        assert {"No wash", "Keep dry"} <= set(words)
        assert page.evaluate(CUT_WORDS) == []
        assert page.evaluate(SIDEWAYS) == []


def test_arrow_keys_choose_the_next_day_and_tell_it_with_nothing_in_the_address(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url) as page:
        open_tab(page, "Aftercare")
        page.get_by_role("radio", name=re.compile("Visit 1,")).focus()
        for _ in range(4):
            page.keyboard.press("ArrowRight")
        chosen = page.get_by_role("radio", name=re.compile("No wash")).first
        expect(chosen).to_be_checked()
        assert "rinse with water" in told(page)
        assert page.url == f"{app_url}/#clinic"  # the screen, and no answer


@pytest.mark.parametrize("sheets", [".months", "details.month-folded"])
def test_a_chosen_day_stays_chosen_when_an_answer_draws_the_sheets_anew(
    browser: Browser, app_url: str, sheets: str
) -> None:
    with own_page(browser, app_url) as page:
        open_tab(page, "Aftercare")
        page.get_by_role("radio", name="Dense", exact=True).click()
        settle(page)
        if folded := page.locator(f"{sheets} summary").all():
            folded[0].click()
        day = page.locator(f"{sheets} input").nth(2)
        day.check()
        chosen, words = day.get_attribute("value"), told(page)
        page.evaluate("document.querySelector('.months').wasThere = true")
        first = f"{date.today():%A}"  # the example begins a whole number of weeks from now
        page.locator(".st-key-weekdays").get_by_role("button", name=first).click()
        settle(page)
        assert not page.evaluate("document.querySelector('.months').wasThere")
        expect(page.locator(f'.month input[value="{chosen}"]')).to_be_checked()
        assert told(page).partition(".")[0] == words.partition(".")[0]
        page.get_by_role("radio", name="Soft", exact=True).click()  # fewer visits: the last months go
        settle(page)
        is_gone = page.locator(f'.month input[value="{chosen}"]').count() == 0
        assert ("Visit 1 of" if is_gone else words.partition(".")[0]) in told(page)


def test_a_tap_on_a_square_tells_its_day_and_each_square_is_large_enough_for_a_thumb(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, 390, 844, has_touch=True) as page:
        open_tab(page, "Aftercare")
        days = page.locator(".month input")
        sizes = days.evaluate_all("all => all.map(e => [e.offsetWidth, e.offsetHeight])")
        assert min(width for width, _ in sizes) >= 44
        assert min(height for _, height in sizes) >= 44
        page.get_by_role("radio", name=re.compile("Visit 2")).tap()
        assert "Visit 2 of 3" in told(page)


def test_a_long_course_unfolds_its_later_months(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 390, 844) as page:
        page.get_by_role("radio", name="VII", exact=True).click(force=True)
        settle(page)
        slider = page.get_by_role("slider", name="Density")
        slider.focus()
        page.keyboard.press("End")
        settle(page)
        open_tab(page, "Aftercare")
        folded = page.locator("details.month-folded").filter(has_text="visit").first
        folded.locator("summary").click()
        expect(folded.get_by_role("table")).to_be_visible()
        assert findings(page) == []


def test_cards_of_visits_stand_beside_each_other_where_there_is_room(browser: Browser, app_url: str) -> None:
    for width, beside in ((1280, True), (390, False)):
        with own_page(browser, app_url, width) as page:
            open_tab(page, "Visits")
            second, third = (page.locator(".visits > li").nth(place).bounding_box() for place in (1, 2))
            assert second is not None
            assert third is not None
            assert (second["y"] == third["y"]) is beside
            expect(page.get_by_text("Clean the skin").first).to_be_visible()
