"""Nothing is lost when a page is loaded once more, and nothing is left when somebody begins anew."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from smp_planner.rules.load import load_rules
from smp_planner.views.patient_way import steps_of
from tests.browser.conftest import PATIENCE_MS, settle

STEPS = steps_of(load_rules())

pytestmark = pytest.mark.browser


def test_after_a_reload_answers_rows_way_and_step_are_as_they_were(page: Page) -> None:
    page.get_by_role("radio", name="VI", exact=True).click(force=True)
    settle(page)
    page.locator("[data-testid=stExpander] summary", has_text="Events and time away").click()
    page.get_by_role("button", name="Add an event").click()
    page.get_by_label("Event (your own words)").fill("wedding")
    page.keyboard.press("Enter")
    settle(page)
    planned = page.get_by_text("Planned:").first.inner_text()
    page.reload()
    settle(page)
    expect(page.get_by_role("radio", name="VI", exact=True)).to_be_checked()
    expect(page.get_by_text("Planned:").first).to_have_text(planned)
    expect(page.get_by_label("Event (your own words)")).to_have_value("wedding")
    page.get_by_role("button", name="For patients").click()
    settle(page)
    page.get_by_role("button", name="Next").click()
    settle(page)
    page.reload()
    settle(page)
    expect(page.get_by_role("heading", name=STEPS[1].title)).to_be_visible()
    expect(page.get_by_role("radio", name="VI", exact=True)).to_be_checked()
    assert page.faults == []  # pyright: ignore[reportAttributeAccessIssue]


def test_what_is_typed_is_an_answer_once_the_page_is_out_of_sight_though_its_field_was_not_left(
    page: Page,
) -> None:
    """A phone that is put away with the age just typed may load the page anew."""
    page.locator("summary", has_text="Health questions").click()
    settle(page)
    age = page.get_by_label("Age in years")
    age.press_sequentially("41")
    page.evaluate("""() => {
      Object.defineProperty(document, "hidden", {value: true, configurable: true});
      document.dispatchEvent(new Event("visibilitychange"));
    }""")
    settle(page)
    expect(age).to_be_focused()
    assert '"age": 41' in page.evaluate("sessionStorage.getItem('smp-planner')")


def test_beginning_anew_forgets_every_answer_of_the_person_before(page: Page) -> None:
    page.get_by_role("radio", name="VI", exact=True).click(force=True)
    settle(page)
    assert page.evaluate("Object.keys(sessionStorage).sort()") == ["smp-planner", "smp-planner-rules"]
    page.get_by_role("button", name="Begin anew").click()
    page.get_by_role("button", name="Forget all answers").click()
    expect(page.get_by_text("Goals: none is chosen.")).to_be_visible()
    settle(page)
    held = page.evaluate("sessionStorage.getItem('smp-planner') ?? ''")
    assert '"norwood": "VI"' not in held
    page.reload()
    settle(page)
    expect(page.get_by_text("Goals: none is chosen.")).to_be_visible()
    expect(page.get_by_text("This is an example.")).to_be_hidden()
    page.get_by_role("button", name="See an example").click()
    expect(page.get_by_text("This is an example.")).to_be_visible()
    settle(page)
    expect(page.get_by_role("radio", name="V", exact=True)).to_be_checked()


def test_another_tab_knows_nothing_of_it(browser: Browser, app_url: str) -> None:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE_MS)
    first, second = context.new_page(), context.new_page()
    first.goto(app_url)
    settle(first)
    first.get_by_role("radio", name="VI", exact=True).click(force=True)
    settle(first)
    second.goto(app_url)
    settle(second)
    expect(second.get_by_role("radio", name="V", exact=True)).to_be_checked()
    expect(second.get_by_text("This is an example.")).to_be_visible()
    for tab in (first, second):
        assert '"VI"' not in tab.evaluate("JSON.stringify(localStorage) + document.cookie")
    assert '"VI"' in first.evaluate("JSON.stringify(sessionStorage)").replace('\\"', '"')
    context.close()
