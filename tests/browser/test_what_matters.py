"""What matters to the person, in a real browser: picked, weighed and kept, and all options look alike."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import findings, settle

pytestmark = pytest.mark.browser
FOLD = ".st-key-fold_matters"
# Of each answer of each concern: its words' size, weight and colour, its ground, and whether it is in sight.
LOOKS = """() => [...document.querySelectorAll(".st-key-fold_matters table")].map(table =>
  [...table.querySelectorAll("td")].map(cell => {
    const style = getComputedStyle(cell);
    const { fontSize, fontWeight, color, backgroundColor } = style;
    return [fontSize, fontWeight, color, backgroundColor, cell.checkVisibility()].join(" ");
  }))"""
HEIGHTS = f"""() => [...document.querySelectorAll("{FOLD} button, {FOLD} .smp summary")]
  .map(target => target.getBoundingClientRect().height)"""


def unfold(page: Page) -> None:
    page.get_by_role("radio", name="All options").click()
    settle(page)
    page.locator(f"{FOLD} summary").first.click()
    settle(page)


def pick(page: Page, *names: str) -> None:
    concerns = page.get_by_role("toolbar", name="What matters to you?")
    for name in names:
        concerns.get_by_role("button", name=name, exact=True).click()
        settle(page)


def headings(page: Page) -> list[str]:
    return page.locator(f"{FOLD} h3").all_inner_texts()


def test_concerns_are_weighed_shown_alike_and_outlive_a_reload(page: Page) -> None:
    unfold(page)
    pick(page, "Scars", "Pain and needles")
    page.get_by_role("radiogroup", name="How much: Scars").get_by_text("Most of all").click()
    settle(page)
    page.get_by_role("textbox", name="Something else, 1").fill("My <b>wife</b>")
    page.keyboard.press("Tab")
    settle(page)
    told = ["Scars", "Pain and needles", "My <b>wife</b>"]
    assert headings(page) == told
    looks = page.evaluate(LOOKS)
    assert [len(cells) for cells in looks] == [5, 10]
    assert len({look for cells in looks for look in cells}) == 1
    assert looks[0][0].endswith("true")
    assert min(page.evaluate(HEIGHTS)) >= 24
    page.mouse.move(0, 0)
    assert findings(page, FOLD) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.reload()
    settle(page)
    expect(page.get_by_role("textbox", name="Something else, 1")).to_have_value("My <b>wife</b>")
    settle(page)  # the answers are back before what rests on them is drawn
    assert headings(page) == told
    assert "wife" not in page.url
    assert page.faults == []  # pyright: ignore[reportAttributeAccessIssue]


def test_it_is_picked_and_weighed_from_the_keyboard_alone(page: Page) -> None:
    unfold(page)
    concerns = page.get_by_role("toolbar", name="What matters to you?")
    concerns.get_by_role("button", name="Scars", exact=True).focus()
    page.keyboard.press("Space")
    settle(page)
    page.get_by_role("radiogroup", name="How much: Scars").get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    settle(page)
    assert headings(page) == ["Scars"]
    expect(page.get_by_text("This matters to you most of all.")).to_be_visible()
