"""A patient's way in, in a real browser: each step at both sizes and themes, by thumb and by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from smp_planner.rules.load import load_rules
from smp_planner.views.patient_way import count_before_the_plan, steps_of
from tests.browser.conftest import findings, findings_in_both_themes, own_page, settle
from tests.browser.played import choose, press

STEPS, BEFORE_THE_PLAN = steps_of(load_rules()), count_before_the_plan(load_rules())

OF_EVERY_STEP = ("Step ", "Back", "Next", "See my plan", "Skip to my plan", "Your plan so far")
ICON = "keyboard_arrow"  # what draws the arrow of a fold, which nobody reads
MOST_MINUTES = 3

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


def radio(page: Page, name: str) -> Locator:
    """One of a few answers, by its whole name."""
    return page.get_by_role("radio", name=name, exact=True)


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Next").or_(page.get_by_role("button", name="See my plan")).click()
    settle(page)


def progress(number: int) -> str:
    """What the bar of a step says, by the number of the step from 1."""
    if number <= BEFORE_THE_PLAN:
        return f"Step {number} of {BEFORE_THE_PLAN}"
    return f"More about you: {number - BEFORE_THE_PLAN} of {len(STEPS) - BEFORE_THE_PLAN}"


def test_each_step_fits_the_screen_and_is_at_its_top_without_fault_or_foreign_request(page: Page) -> None:
    begin(page)
    for number, step in enumerate(STEPS, start=1):
        if number == BEFORE_THE_PLAN + 1:
            expect(page.get_by_role("heading", name="Your plan")).to_be_focused()
            page.locator(".st-key-more_exact").get_by_role("button", name=step.title).click()
            settle(page)
        heading = page.get_by_role("heading", name=step.title)
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport()
        expect(page.get_by_role("progressbar", name=progress(number))).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), step.title
        page.mouse.move(0, 0)  # no answer is looked at with the mouse over it
        assert findings_in_both_themes(page) == [], step.title
        assert page.evaluate(LOW) == [], step.title
        go_on(page)
        if step.group:
            expect(heading).to_be_visible()
            expect(page.get_by_text("Nothing is ticked yet.")).to_be_in_viewport()
            go_on(page)
    expect(page.get_by_role("heading", name="Your plan")).to_be_focused()
    expect(page.get_by_text("Planned: ").first).to_be_visible()
    assert findings_in_both_themes(page) == []
    assert page.foreign == []  # pyright: ignore[reportAttributeAccessIssue]
    assert page.faults == []  # pyright: ignore[reportAttributeAccessIssue]


class Reader:
    """Somebody who reads each line of each step once, word by word, and taps.

    Adults read 238 words of plain text a minute (Brysbaert 2019, doi 10.1016/j.jml.2019.104047); a tap is
    counted with a second and a half, to find its place and to move there.
    """

    def __init__(self, page: Page) -> None:
        self.page, self.read, self.taps = page, set[str](), 0

    def reads(self) -> None:
        """Every line of the step that was not read before, but for the buttons that all steps have."""
        lines = self.page.locator(".st-key-patient").inner_text().splitlines()
        self.read |= {line for line in map(str.strip, lines) if not line.startswith((*OF_EVERY_STEP, ICON))}

    @property
    def words(self) -> int:
        """How many words were read."""
        return sum(len(line.split()) for line in self.read)

    def tap(self, place: Locator) -> None:
        """Tap a place that has come to rest, and wait for what follows."""
        place.tap(force=True)
        self.taps += 1
        settle(self.page)

    @property
    def minutes(self) -> float:
        """How long all of that takes."""
        return self.words / 238 + self.taps * 1.5 / 60


def test_a_patient_reaches_a_checked_plan_on_a_phone_by_thumb_alone(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 390, 844, has_touch=True) as page:
        page.get_by_role("button", name="For patients").tap()
        settle(page)
        reader, on = Reader(page), page.get_by_role("button", name=re.compile("^(Next|See my plan)$"))
        reader.tap(page.get_by_role("button", name="Cover the crown"))
        reader.reads()
        reader.tap(on)
        for answer in (page.get_by_role("button", name="Stage (men)"), radio(page, "III vertex"), on):
            reader.tap(answer)
            reader.reads()
        for answer in (radio(page, "Natural"), on):
            reader.tap(answer)
            reader.reads()
        page.get_by_role("spinbutton", name="Age in years").fill("41")
        reader.tap(radio(page, "Male"))
        reader.tap(on)
        while page.get_by_text("None of these").count():
            reader.reads()
            reader.tap(page.get_by_text("None of these"))
            reader.tap(on)
        reader.reads()
        reader.tap(on)
        assert reader.minutes < MOST_MINUTES, (reader.words, reader.taps)
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
        for step in STEPS[:BEFORE_THE_PLAN]:
            expect(page.get_by_role("heading", name=step.title)).to_be_focused()
            settle(page)
            tab_to(page, ("Next", "See my plan"))
            page.keyboard.press("Enter")
            if step.group:
                expect(page.get_by_role("alert")).to_contain_text("Nothing is ticked yet.")
                expect(page.get_by_role("button", name="Next")).to_be_focused()
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
    behind = page.locator(".behind-so-far").get_by_text("why?")
    expect(behind).to_be_hidden()
    choose(page, "III vertex")
    expect(status).to_contain_text("Your plan so far. Planned: ")
    expect(behind).to_be_visible()
    sentence, why = (found.bounding_box() for found in (page.locator(".st-key-so_far"), behind))
    assert sentence
    assert why
    assert why["y"] + why["height"] <= sentence["y"] + sentence["height"] + 4  # beside it, not alone below
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
