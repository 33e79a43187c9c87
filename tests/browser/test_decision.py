"""Steps to a decision and who says so: both sizes and themes, by keyboard, and nothing of it stays behind."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import findings, findings_in_both_themes, own_page, settle

pytestmark = pytest.mark.browser
LOW = """() => [...document.querySelectorAll(":is(.st-key-recap, .st-key-sure) label:has(input)")]
  .map(label => label.getBoundingClientRect()).filter(box => box.height < 44 || box.width < 44).length"""
HELD = "() => window.sessionStorage.getItem('smp-planner')"


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).click()
    settle(page)


def unfold(page: Page, name: str) -> None:
    page.locator("[data-testid=stExpander] summary", has_text=name).click()
    settle(page)


def answer(page: Page, question: str, name: str) -> None:
    page.get_by_role("radiogroup", name=question).locator("label", has_text=name).last.click()
    settle(page)


def test_every_step_fits_the_screen_without_fault(page: Page) -> None:
    open_tab(page, "Talk and files")
    unfold(page, "Steps to a decision")
    answer(page, "Does SMP make hair grow?", "Yes")
    expect(page.get_by_text("Not quite. The answer is no.")).to_be_visible()
    answer(page, "Do I feel sure of what I want to do?", "No")
    expect(page.get_by_text("talk again before you decide")).to_be_visible()
    unfold(page, "Who says so")
    expect(page.get_by_role("heading", name="What was not tested with people")).to_be_visible()
    page.mouse.move(0, 0)
    assert page.evaluate(LOW) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert findings_in_both_themes(page) == []


def test_who_says_so_is_told_beside_the_options_too(page: Page) -> None:
    open_tab(page, "All options")
    unfold(page, "Who says so")
    expect(page.get_by_text("No regulator has reviewed it.")).to_be_visible()
    page.locator("summary", has_text="Point by point").click()
    expect(page.get_by_role("table", name="Certifying points")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert findings(page) == []


def test_an_answer_to_oneself_is_gone_with_a_reload_and_stays_nowhere(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 390, 844) as page:
        open_tab(page, "Talk and files")
        unfold(page, "Steps to a decision")
        address = page.url
        answer(page, "Can I stop or undo every treatment and be as I was?", "Not sure")
        answer(page, "Have I had enough help and advice to choose?", "Yes")
        assert page.url == address
        held = page.evaluate(HELD)
        assert "fold_decision" in held
        assert "unkept" not in held
        page.reload()
        settle(page)
        recap = page.get_by_role("radiogroup", name="Can I stop or undo every treatment and be as I was?")
        expect(recap).to_be_visible()
        assert page.locator(".st-key-recap input:checked, .st-key-sure input:checked").count() == 0


def test_the_recap_is_answered_from_the_keyboard(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url) as page:
        open_tab(page, "Talk and files")
        unfold(page, "Steps to a decision")
        page.get_by_role("radiogroup", name="Is doing nothing a choice").get_by_role("radio").first.focus()
        page.keyboard.press("Space")
        settle(page)
        expect(page.get_by_text("That is right. The answer is yes.")).to_be_visible()
