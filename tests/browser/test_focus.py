"""Where a keyboard goes on after what it pressed has left the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import own_page, settle

pytestmark = pytest.mark.browser


@pytest.fixture
def clinic(browser: Browser, app_url: str) -> Iterator[Page]:
    """The clinic's screen, as wide as a laptop's."""
    with own_page(browser, app_url, 1280) as page:
        yield page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).press("Enter")
    settle(page)


def unfold(page: Page, title: str) -> None:
    page.locator("[data-testid=stExpander]", has_text=title).first.locator("summary").click()
    settle(page)


def expect_focus(page: Page, name: str) -> None:
    expect(page.get_by_role("button", name=name, exact=True)).to_be_focused()


@pytest.mark.parametrize(("kind", "add"), [("event", "Add an event"), ("time away", "Add time away")])
def test_a_removed_row_gives_the_focus_to_the_next_one_else_to_the_button_that_adds_one(
    clinic: Page, kind: str, add: str
) -> None:
    unfold(clinic, "Events and time away")
    for _row in range(3):
        press(clinic, add)
    press(clinic, f"Remove {kind} 2")
    expect_focus(clinic, f"Remove {kind} 2")  # which was the third
    press(clinic, f"Remove {kind} 2")
    expect_focus(clinic, add)


@pytest.mark.parametrize("add", ["Add an event", "Add time away"])
def test_a_double_tap_adds_one_row_and_a_tap_later_one_more(browser: Browser, app_url: str, add: str) -> None:
    with own_page(browser, app_url, 1280, 900, has_touch=True) as tablet:
        unfold(tablet, "Events and time away")
        button, rows = tablet.get_by_role("button", name=add), tablet.locator("[class*=_frame]")
        button.evaluate("it => { it.click(); it.click(); }")  # a finger's click doesn't tell which it is
        settle(tablet)
        expect(rows).to_have_count(1)
        tablet.wait_for_timeout(600)  # longer than two taps may lie apart to be one
        button.tap()
        settle(tablet)
        expect(rows).to_have_count(2)


def test_a_removed_scar_gives_the_focus_to_the_button_that_adds_one(clinic: Page) -> None:
    clinic.get_by_role("button", name="Scars").click()
    settle(clinic)
    press(clinic, "Add a scar")
    press(clinic, "Remove scar 1")
    expect_focus(clinic, "Add a scar")  # the last one stays, so none can be removed


def test_a_button_gives_the_focus_to_the_one_that_comes_in_its_place(clinic: Page) -> None:
    clinic.get_by_role("radio", name="What if", exact=True).click()
    settle(clinic)
    for name, then in (
        ("Keep this plan as A", "Go back to plan A"),
        ("Forget plan A", "Keep this plan as A"),
        ("Begin anew", "Keep them"),
        ("Keep them", "Begin anew"),
    ):
        press(clinic, name)
        expect_focus(clinic, then)
