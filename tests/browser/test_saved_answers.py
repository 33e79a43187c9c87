"""Answers are saved, forgotten and opened again, and the plan is the same; a foreign file changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import findings, own_page, settle

pytestmark = pytest.mark.browser
NAME = "my-answers.json"


def opened(page: Page, held: bytes) -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": NAME, "mimeType": "application/json", "buffer": held}
    )
    settle(page)


def saved(page: Page) -> bytes:
    page.get_by_role("radio", name="Talk and files").click()
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers").click()
    assert download.value.suggested_filename == NAME
    return Path(download.value.path()).read_bytes()


def test_saved_answers_make_the_same_plan_when_they_are_opened_again(page: Page) -> None:
    page.get_by_role("radio", name="VI", exact=True).click()
    settle(page)
    page.get_by_role("radio", name="Dense", exact=True).click()
    settle(page)
    expect(page.get_by_role("radio", name="Dense", exact=True)).to_be_checked()
    planned = page.get_by_text("Planned:").first.inner_text()
    held = saved(page)
    page.get_by_role("button", name="Begin anew").click()
    page.get_by_role("button", name="Forget all answers").click()
    expect(page.get_by_text("Goals: none is chosen.")).to_be_visible()
    settle(page)
    opened(page, held)
    expect(page.get_by_text("Your saved answers are here.")).to_be_visible()
    expect(page.get_by_role("radio", name="VI", exact=True)).to_be_checked()
    expect(page.get_by_role("radio", name="Dense", exact=True)).to_be_checked()
    expect(page.get_by_text("Planned:").first).to_have_text(planned)
    page.get_by_role("button", name="I have seen this").click()
    settle(page)
    expect(page.get_by_text("Your saved answers are here.")).to_be_hidden()
    assert page.faults == []  # pyright: ignore[reportAttributeAccessIssue]


def test_what_is_no_file_of_answers_is_told_and_changes_nothing(page: Page) -> None:
    page.get_by_role("radio", name="VI", exact=True).click(force=True)
    settle(page)
    opened(page, b'{"name": "<img src=x onerror=alert(1)>"}')
    expect(page.get_by_role("alert")).to_contain_text("This file was not opened")
    expect(page.get_by_text(f"{NAME}:1:1: is no file of answers")).to_be_visible()
    expect(page.get_by_role("radio", name="VI", exact=True)).to_be_checked()
    assert findings(page, "[data-testid=stMain]") == []
    opened(page, b"\xff\xfe")
    expect(page.get_by_text("is not UTF-8 text (byte 0)")).to_be_visible()
    expect(page.get_by_text("It is called my-answers.json.")).to_be_visible()
    opened(page, b" " * 200_000)
    expect(page.get_by_text("the file is larger than 100,000 bytes")).to_be_visible()
    assert page.faults == []  # pyright: ignore[reportAttributeAccessIssue]


def test_what_moved_since_is_told_above_the_plan_until_it_was_seen(page: Page) -> None:
    page.get_by_role("radio", name="VI", exact=True).click(force=True)
    settle(page)
    file = json.loads(saved(page))
    file["rules"]["fingerprint"] = "another"
    file["rules"]["figures"]["sessions.settled_after_days"][0] = 20
    opened(page, json.dumps(file).encode())
    panel = page.locator(".st-key-opened")
    expect(panel.get_by_role("heading", name="What is different since you answered")).to_be_visible()
    expect(panel.get_by_role("row", name="Settled by")).to_be_visible()
    expect(panel).to_contain_text("20 days")
    above = panel.bounding_box()
    plan = page.get_by_role("heading", name="Your plan", exact=True).bounding_box()
    assert above is not None
    assert plan is not None
    assert above["y"] < plan["y"]
    assert findings(page, ".st-key-opened") == []
    page.get_by_role("button", name="I have seen this").click()
    settle(page)
    expect(panel).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_a_patient_comes_from_the_first_step_to_the_plan(page: Page) -> None:
    held = saved(page)
    page.get_by_role("button", name="For patients").click()
    settle(page)
    opened(page, held)
    expect(page.get_by_role("heading", name="Your plan", exact=True)).to_be_visible()
    expect(page.get_by_text("Your saved answers are here.")).to_be_visible()


def test_from_far_down_a_phone_is_led_to_what_is_said_of_the_file(browser: Browser, app_url: str) -> None:
    said = "Your saved answers are here."
    with own_page(browser, app_url, 390, 844, has_touch=True) as phone:
        held = saved(phone)
        for patient in (
            False,
            True,
            True,
        ):  # on the clinic's page, from the first step, and on the plan's screen
            if patient and phone.get_by_role("button", name="For patients").count():
                phone.get_by_role("button", name="For patients").tap()
                settle(phone)
            phone.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 2500)")
            opened(phone, held)
            expect(phone.get_by_text(said)).to_be_in_viewport()
            expect(phone.get_by_role("button", name="I have seen this")).to_be_in_viewport()


def test_a_keyboard_goes_on_at_what_is_said_of_the_file(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url) as page:
        opened(page, saved(page))
        expect(page.get_by_text("Your saved answers are here.")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="I have seen this")).to_be_focused()
