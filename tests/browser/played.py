"""What a patient does on the page in the tests of a connection that is lost."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.conftest import settle

# A browser's own sockets, so that a test can cut them as a lift does.
SOCKETS = """
window.sockets = [];
window.WebSocket = class extends WebSocket {
  constructor(...how) { super(...how); window.sockets.push(this); }
};
"""


def answer_two_steps(page: Page) -> None:
    """The goal, and the stage as the way to tell the area: Norwood VI."""
    for name in ("Cover the crown", "Next", "Stage (men)"):
        press(page, name)
    choose(page, "VI")


def press(page: Page, name: str) -> None:
    """Press a button by its name."""
    page.get_by_role("button", name=name).click()
    settle(page)


def choose(page: Page, name: str) -> None:
    """Choose one of several by its name."""
    page.get_by_role("radio", name=name, exact=True).click(force=True)
    settle(page)
