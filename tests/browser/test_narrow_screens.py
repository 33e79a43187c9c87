"""What fits the clinic's screen where it is narrow, and what happens while it is laid out anew."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import new_page, own_page, settle

pytestmark = pytest.mark.browser

TOPS = "buttons => [...new Set(buttons.map(button => Math.round(button.getBoundingClientRect().top)))]"
HIDE = """(room, display) => new Promise((done) => {
  room.style.display = display;
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)));
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_parts_of_the_plan_stand_in_one_row(browser: Browser, app_url: str, scheme: Any) -> None:
    with own_page(browser, app_url, 1024, 800, color_scheme=scheme) as page:
        buttons = page.locator(".st-key-part button")
        expect(buttons).to_have_count(8)
        for width in (1024, 1100, 1280, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            settle(page)
            assert len(buttons.evaluate_all(TOPS)) == 1, width


def test_a_look_that_has_no_room_for_a_moment_makes_no_fault_and_is_drawn_again(
    browser: Browser, app_url: str
) -> None:
    with new_page(browser, app_url, 1280, 900) as page:
        page.get_by_role("button", name="Stage (women)", exact=True).click()
        settle(page)
        page.get_by_role("radio", name="II", exact=True).click(force=True)
        settle(page)
        page.get_by_role("radio", name="The look").click(force=True)
        head = page.get_by_role("img", name="A head drawn from above")
        expect(head).to_be_visible()
        settle(page)
        faults: list[str] = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        room = page.locator(".look .room")
        room.evaluate(HIDE, "none")
        room.evaluate(HIDE, "")
        expect(head).to_be_visible()
        assert head.evaluate("canvas => canvas.width") > 100
        assert not faults
