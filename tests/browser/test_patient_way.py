"""A patient's way in, in a real browser: each step at both sizes and themes, by thumb and by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from smp_planner.rules.load import load_rules
from smp_planner.views.patient_way import steps_of
from tests.browser.conftest import findings, findings_in_both_themes, own_page, settle
from tests.browser.played import choose, press

STEPS = steps_of(load_rules())

pytestmark = pytest.mark.browser
# Buttons, answers to choose and boxes to tick of the steps that are lower than a thumb asks for, in px.
LOW = """() => [...document.querySelectorAll(".st-key-patient button, .st-key-patient label:has(input)")]
  .filter(e => e.offsetParent && !e.closest("[data-testid=stNumberInput], [data-testid=stDateInput]"))
  .filter(e => e.getBoundingClientRect().height < 44)
  .map(e => e.outerHTML.slice(0, 120))"""


def begin(page: Page) -> None:
    page.get_by_role("button", name="For patients: a few questions at a time").click()
    expect(page.get_by_role("heading", name=STEPS[0].title)).to_be_focused()
    settle(page)


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Next").or_(page.get_by_role("button", name="See my plan")).click()
    settle(page)


def test_each_step_fits_the_screen_and_is_at_its_top_without_fault_or_foreign_request(page: Page) -> None:
    begin(page)
    for number, step in enumerate(STEPS, start=1):
        heading = page.get_by_role("heading", name=step.title)
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport()
        expect(page.get_by_role("progressbar", name=f"Step {number} of {len(STEPS)}")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), step.title
        page.mouse.move(0, 0)  # no answer is looked at with the mouse over it
        assert findings_in_both_themes(page) == [], step.title
        assert page.evaluate(LOW) == [], step.title
        go_on(page)
    expect(page.get_by_role("heading", name="Your plan")).to_be_focused()
    expect(page.get_by_text("Planned: ").first).to_be_visible()
    assert findings_in_both_themes(page) == []
    assert page.foreign == []  # pyright: ignore[reportAttributeAccessIssue]
    assert page.faults == []  # pyright: ignore[reportAttributeAccessIssue]


def test_a_patient_reaches_a_checked_plan_on_a_phone_by_thumb_alone(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 390, 844, has_touch=True) as page:
        page.get_by_role("button", name="For patients").tap()
        settle(page)
        page.get_by_role("button", name="Cover the crown").tap()
        go_on(page)
        page.get_by_role("button", name="Stage (men)").tap()
        settle(page)
        page.get_by_role("radio", name="III vertex").tap(force=True)
        for _ in range(2):
            go_on(page)
        page.get_by_role("spinbutton", name="Age in years").fill("41")
        page.get_by_role("radio", name="Male", exact=True).tap(force=True)
        settle(page)
        go_on(page)
        while page.get_by_text("None of these").count():
            page.get_by_text("None of these").tap()
            settle(page)
            go_on(page)
        page.get_by_role("button", name="Skip to my plan").tap()
        settle(page)
        expect(page.get_by_text("Planned: ").first).to_be_visible()
        expect(page.get_by_text("not checked")).to_have_count(0)
        page.get_by_text("My answers, to look over").tap()
        page.get_by_role("button", name=STEPS[1].title).tap()
        settle(page)
        expect(page.get_by_role("radio", name="III vertex")).to_be_checked()


def test_the_stages_are_drawn_beside_their_choice(page: Page) -> None:
    begin(page)
    go_on(page)
    for way, count in (("Stage (men)", 9), ("Stage (women)", 3)):
        page.get_by_role("button", name=way).click()
        settle(page)
        expect(page.get_by_role("img", name="A head from above")).to_have_count(count)
        page.mouse.move(0, 0)
        assert findings(page) == [], way
    box = page.get_by_role("img", name="Ludwig stage II", exact=False).first.bounding_box()
    assert box is not None
    assert box["width"] > 100
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_keyboard_alone_leads_from_the_first_question_to_the_plan(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 1280, 900) as page:
        page.get_by_role("button", name="For patients").focus()
        page.keyboard.press("Enter")
        for step in STEPS:
            expect(page.get_by_role("heading", name=step.title)).to_be_focused()
            settle(page)
            tab_to(page, ("Next", "See my plan"))
            page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Your plan")).to_be_focused()


def tab_to(page: Page, names: tuple[str, ...]) -> None:
    """Press Tab until a button of one of these names has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") in names:
            return
    pytest.fail(f"Tab never comes to {' or '.join(names)}")


def test_one_region_says_the_plan_so_far_and_stays_in_place_so_that_a_screen_reader_hears_it_change(
    page: Page,
) -> None:
    begin(page)
    for name in ("Cover the crown", "Next", "Stage (men)"):
        press(page, name)
    status = page.locator(".st-key-so_far").get_by_role("status")
    expect(status).to_have_text("")
    status.evaluate("region => { region.seen = true; }")
    choose(page, "III vertex")
    expect(status).to_contain_text("Your plan so far. Planned: ")
    before = status.text_content() or ""
    choose(page, "VII")
    expect(status).not_to_have_text(before)
    expect(status).to_contain_text("Your plan so far. Planned: ")
    assert status.evaluate("region => region.seen")
    assert "$" not in (status.text_content() or "")


# Each choice of a plan's parts that is lower than so many px.
LOW_CHOICES = """least => [...document.querySelectorAll(
    "[data-testid=stRadio] label:has(input), [data-testid=stCheckbox] label:has(input)")]
  .filter(e => e.offsetParent && e.getBoundingClientRect().height < least)
  .map(e => e.innerText)"""


@pytest.mark.parametrize(("width", "least"), [(390, 44), (1280, 24)])
def test_years_chances_and_every_other_choice_of_a_plan_are_as_high_as_a_thumb_or_a_mouse_needs(
    browser: Browser, app_url: str, width: int, least: int
) -> None:
    with own_page(browser, app_url, width, 900) as page:
        settle(page)
        for part in ("All options", "Talk and files"):
            page.get_by_role("radio", name=part).or_(page.get_by_role("button", name=part)).first.click()
            settle(page)
            assert page.locator("[data-testid=stRadio], [data-testid=stCheckbox]").count()
            assert page.evaluate(LOW_CHOICES, least) == [], part
