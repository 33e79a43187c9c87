"""Buttons side by side that a phone breaks into rows: each row is drawn whole."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import own_page, settle

pytestmark = pytest.mark.browser

ENDS = """() => [...document.querySelectorAll(".st-key-part button")].map((button) => {
  const {borderLeftColor, borderRightColor} = getComputedStyle(button);
  const top = Math.round(button.getBoundingClientRect().top);
  return [button.innerText, top, borderLeftColor, borderRightColor];
})"""
GONE = "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ends_of_a_row_keep_their_border_beside_a_choice_in_another_row(
    browser: Browser, app_url: str, scheme: str
) -> None:
    with own_page(browser, app_url, 390, 900, color_scheme=scheme) as page:
        page.get_by_role("radio", name="Talk and files").wait_for()
        names = [name for name, *_look in page.evaluate(ENDS)]
        assert len({top for _name, top, *_borders in page.evaluate(ENDS)}) > 1
        for name in names:
            page.get_by_role("radio", name=name).click()
            settle(page)
            assert not [told[0] for told in page.evaluate(ENDS) if GONE in told]
