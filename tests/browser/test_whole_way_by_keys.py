"""By keys alone: every question up to the plan is answered, and every file is taken along."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import own_page, settle
from tests.browser.test_patient_way import BEFORE_THE_PLAN, STEPS

pytestmark = pytest.mark.browser
FOCUSED = """() => {
  const one = document.activeElement;
  return [one.getAttribute("role") ?? one.type ?? one.tagName,
    (one.innerText || one.ariaLabel || one.labels?.[0]?.innerText || one.textContent).trim()];
}"""
MOST_STOPS = 120
ARROW = "keyboard_arrow_right\n\n"  # what draws the arrow of a fold, in letters
FILES = ("Plan on paper", "Calendar file", "Spreadsheet", "Page for a browser", "Plain text", "Table (csv)",
         "Whole record", "Save my answers")  # fmt: skip


def tab_to(page: Page, *names: str) -> None:
    """Press Tab until what is named has the focus."""
    seen: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        kind, name = page.evaluate(FOCUSED)
        if any(name.startswith(wanted) for wanted in names):
            return
        seen.append(f"{kind} {name[:30]}")
    pytest.fail(f"Tab never comes to {' or '.join(names)}, but to {seen}")


def tab_and_press(page: Page, *names: str) -> None:
    """Go to a button by Tab, and press it by a key."""
    tab_to(page, *names)
    page.keyboard.press("Enter")
    settle(page)


def choose(page: Page, first: str, answer: str) -> None:
    """Go by Tab to the answers that begin with one, and by arrows to another; a press settles it."""
    tab_to(page, first)
    for _ in range(20):
        if page.evaluate(FOCUSED)[1] == answer:
            break
        page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED)[1] == answer
    page.keyboard.press("Space")
    settle(page)


def take_along(page: Page, file: str) -> None:
    """Ask for a file by a key; while it is made its button can't be used, and then has the focus again."""
    tab_to(page, file)
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.path().stat().st_size > 1000
    expect(page.get_by_role("button", name=file)).to_be_focused()


def test_every_question_is_answered_and_every_file_taken_along_without_a_mouse(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, 1280, 900) as page:
        tab_and_press(page, "For patients")
        for step in STEPS[:BEFORE_THE_PLAN]:
            expect(page.get_by_role("heading", name=step.title)).to_be_focused()
            answer(page, step.name, group=step.group is not None)
            tab_and_press(page, "Next", "See my plan")
        expect(page.get_by_role("heading", name="Your plan")).to_be_focused()
        expect(page.get_by_text("not checked")).to_have_count(0)
        expect(page.get_by_text("Norwood IV", exact=False).first).to_be_attached()
        choose(page, "In short", "Talk and files")
        for file in FILES:
            if file == "Spreadsheet":
                tab_and_press(page, f"{ARROW}More files")
            take_along(page, file)


def answer(page: Page, step: str, *, group: bool) -> None:
    """One answer of a step, by keys."""
    if group:
        tab_to(page, "None of these")
        page.keyboard.press("Space")
    elif step == "goals":
        choose(page, "A shaved look", "A new hairline")
    elif step == "area":
        choose(page, "Stage (men)", "Stage (men)")
        choose(page, "I", "IV")
    elif step == "look":
        choose(page, "Soft", "Dense")
    elif step == "person":
        tab_to(page, "Age")
        page.keyboard.type("41")
        choose(page, "Male", "Male")
    settle(page)
