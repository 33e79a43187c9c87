"""What is written down of the talk, and what is ticked of the list: it stays in this tab, and goes along."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import own_page, settle

pytestmark = pytest.mark.browser
LINE = "Height, shape, how soft the edge is"
NEEDLES = "Are the needles sterile"
SMALLEST = """() => [...document.querySelectorAll(".st-key-practitioner [data-testid=stCheckbox] label")]
  .map(label => label.getBoundingClientRect().height)"""


def open_talk(page: Page) -> None:
    page.get_by_role("radio", name="Talk and files").click()
    settle(page)


def unfold(page: Page, name: str) -> None:
    page.locator("[data-testid=stExpander] summary", has_text=name).click()
    settle(page)


def test_words_and_ticks_outlive_a_reload_and_leave_with_the_plan(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 390, 844) as page:
        open_talk(page)
        unfold(page, "Choosing a practitioner")
        page.get_by_role("radio", name="Scalp micropigmentation (SMP)").focus()
        page.keyboard.press("Space")
        settle(page)
        assert min(page.evaluate(SMALLEST)) >= 44
        page.get_by_text(NEEDLES).click()
        expect(page.get_by_text("1 of 9 answered")).to_be_visible()
        unfold(page, "Agreed today")
        page.get_by_label(LINE).fill("7 cm, <b>soft</b>")
        page.keyboard.press("Tab")
        settle(page)
        page.reload()
        settle(page)
        expect(page.get_by_label(NEEDLES)).to_be_checked()
        expect(page.get_by_label(LINE)).to_have_value("7 cm, <b>soft</b>")
        unfold(page, "More files")
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Plain text").click()
        text = waiting.value.path().read_text(encoding="utf-8")
        assert "AGREED TODAY\n- Hairline: 7 cm, <b>soft</b>." in text


def test_all_points_are_written_from_the_keyboard_alone(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url) as page:
        open_talk(page)
        unfold(page, "Agreed today")
        page.get_by_label(LINE).focus()
        written: list[str] = []
        for _ in range(40):
            label = page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''")
            if page.evaluate("document.activeElement.tagName") == "INPUT" and label not in written:
                page.keyboard.type(f"words {len(written)}")
                written.append(label)
            if len(written) == 8:
                break
            page.keyboard.press("Tab")
            settle(page)
        assert len(written) == 8
        assert written[0].startswith(LINE)
        assert written[-1] == "What the clinic does then, and who pays"
