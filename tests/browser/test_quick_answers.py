"""Answers given faster than the page draws: the plan is that of the last of them, and nothing stays empty."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import new_page, own_page, settle

pytestmark = pytest.mark.browser


@pytest.fixture
def clinic(browser: Browser, app_url: str) -> Iterator[Page]:
    """The clinic's screen, as wide as a laptop's."""
    with own_page(browser, app_url, 1280) as page:
        yield page


def tap_at_once(page: Page, what: Locator) -> None:
    """A tap without waiting for anything: pressed and let go within some milliseconds, where it now lies."""
    what.scroll_into_view_if_needed()
    for _ in range(5):  # an answer before it may just have moved it
        box = what.bounding_box()
        assert box is not None
        x, y = box["x"] + 12, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        if what.evaluate("(e, [x, y]) => e.contains(document.elementFromPoint(x, y))", [x, y]):
            break
    page.mouse.down()
    page.mouse.up()


def fold(page: Page, title: str) -> Locator:
    return page.locator("[data-testid=stExpander]", has_text=title).first.locator("summary")


def type_start(page: Page, day: str) -> None:
    group = page.get_by_role("group", name="First day you could start")
    group.locator("[role=spinbutton]").first.click()
    page.keyboard.type(day)


# What the browser sends takes its time, as on a slow line.
SLOW = """
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) { setTimeout(() => send.call(this, data), 400); };
"""


@pytest.mark.parametrize("moves", [1, 2])
def test_a_slider_moved_right_after_a_look_ends_where_the_plan_does(
    browser: Browser, app_url: str, moves: int
) -> None:
    with new_page(browser, app_url, 1280) as page:
        page.add_init_script(SLOW)
        page.reload()
        settle(page)
        page.get_by_text("How area and dots are made up").click()
        slider = page.get_by_role("slider", name="Density")
        page.get_by_role("radio", name="Dense").click()
        for _move in range(moves):
            slider.press("ArrowRight")
            page.wait_for_timeout(210)  # the slider tells of its move once it rests
        page.wait_for_timeout(1000)
        settle(page)
        expect(page.get_by_text(f"{slider.input_value()} dots/cm2").first).to_be_visible()


def test_what_is_opened_right_after_an_answer_is_not_empty(clinic: Page) -> None:
    type_start(clinic, "04152027")
    tap_at_once(clinic, fold(clinic, "Skin and hair"))
    settle(clinic)
    expect(clinic.get_by_text("Skin type (Fitzpatrick)")).to_be_visible()
    expect(clinic.get_by_text("the first on April").first).to_be_attached()


def test_two_answers_in_one_moment_both_count(clinic: Page) -> None:
    """The day is sent as its field is left, by the tap on the other answer, beside the calendar."""
    thursday = clinic.locator(".st-key-weekdays").get_by_role("button", name="Thursday")
    type_start(clinic, "04152027")
    tap_at_once(clinic, thursday)
    settle(clinic)
    expect(thursday).to_have_attribute("aria-pressed", "false")
    expect(clinic.get_by_text("the first on April").first).to_be_attached()


def test_a_slider_moved_fast_ends_with_the_plan_of_where_it_stands(clinic: Page) -> None:
    slider = clinic.get_by_role("slider", name="Density")
    slider.focus()
    for _step in range(8):
        clinic.keyboard.press("ArrowLeft")
    tap_at_once(clinic, fold(clinic, "Habits"))
    settle(clinic)
    expect(slider).to_have_value("110")
    expect(clinic.get_by_text("How much sun do you get?")).to_be_visible()
    clinic.get_by_text("How area and dots are made up").click()
    expect(clinic.get_by_text("110 dots/cm2").first).to_be_visible()


@pytest.mark.parametrize(
    ("name", "then"), [("For patients", "Step 1 of"), ("Begin anew", "Forget all answers")]
)
def test_what_stands_outside_the_questions_works_right_after_an_answer(
    clinic: Page, name: str, then: str
) -> None:
    fold(clinic, "Health questions").click()
    settle(clinic)
    clinic.get_by_label("Age in years").click()
    clinic.keyboard.type("45")
    clinic.evaluate("window.scrollTo(0, 0)")
    tap_at_once(clinic, clinic.get_by_role("button", name=name).first)
    expect(clinic.get_by_text(then).first).to_be_visible()


@pytest.mark.parametrize(("name", "then"), [("Next", "Your health"), ("Back", "How should it look?")])
def test_a_step_is_left_with_the_answer_that_was_given_in_the_same_moment(
    browser: Browser, app_url: str, name: str, then: str
) -> None:
    """The age is sent as its field is left, by the tap on the button."""
    with own_page(browser, app_url, 390, 844) as page:
        page.get_by_role("button", name="For patients").click()
        for _step in range(3):
            settle(page)
            page.get_by_role("button", name="Next", exact=True).click()
        settle(page)
        page.get_by_label("Age in years").click()
        page.keyboard.type("45")
        tap_at_once(page, page.get_by_role("button", name=name, exact=True))
        expect(page.get_by_role("heading", name=then)).to_be_visible()
        settle(page)
        page.get_by_role("button", name="Back" if name == "Next" else "Next", exact=True).click()
        expect(page.get_by_label("Age in years")).to_have_value("45")


# Taps an answer, and so many milliseconds later the way back: the page is still being answered.
ANSWER_THEN_BACK = """(wait) => {
  const all = (kind) => [...document.querySelectorAll(kind)];
  const named = (kind, name) => all(kind).find((one) => one.innerText.trim() === name);
  named("[role=radio]", "VI").click();
  setTimeout(() => named("button", "Go back to plan A").click(), wait);
}"""


@pytest.mark.parametrize("wait", [0, 20, 60])
def test_a_way_back_tapped_while_an_answer_is_being_drawn_wins_and_the_page_lives_on(
    clinic: Page, wait: int
) -> None:
    """The browser was sent the hash of what it had just let go of, and stood still for good."""
    clinic.get_by_role("radio", name="What if", exact=True).click()
    settle(clinic)
    clinic.get_by_role("button", name="Keep this plan as A").click()
    settle(clinic)
    clinic.get_by_role("radio", name="VII", exact=True).click(force=True)
    settle(clinic)
    clinic.evaluate(ANSWER_THEN_BACK, wait)
    clinic.wait_for_timeout(wait + 300)
    settle(clinic)
    expect(clinic.get_by_role("radio", name="V", exact=True)).to_be_checked()
    expect(clinic.get_by_text("say the same")).to_be_visible()
