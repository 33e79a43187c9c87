"""A "why?" in a real browser: it opens by keyboard and thumb, on every tab, and follows the answers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import findings, own_page, settle
from tests.browser.test_page import SIDEWAYS, TABS, open_tab

pytestmark = pytest.mark.browser
# Opens every "why?" of the page, as a tap does, and tells which hold no words but their name.
EMPTY = """async () => {
  const whys = [...document.querySelectorAll("details[data-key]")];
  whys.forEach(why => why.open = true);
  const empty = () => whys.filter(why => why.textContent === why.firstElementChild.textContent);
  for (let tries = 0; empty().length && tries < 100; tries++) {
    await new Promise(done => setTimeout(done, 100));
  }
  return empty().map(why => why.dataset.key);
}"""


def why_of_visits(page: Page) -> Locator:
    return page.get_by_role("row", name=re.compile("^Visits")).locator("details[data-key]")


def test_why_opens_to_rule_range_and_source(page: Page) -> None:
    why = why_of_visits(page)
    why.locator("summary").press("Enter")
    expect(why).to_contain_text(
        "Visits of a course, before anything adds one: 3 visits (we plan within 3 to 6)"
    )
    why.locator("summary", has_text="sources").first.press("Enter")
    expect(why).to_contain_text("What is Scalp Micropigmentation")
    link = why.get_by_role("link", name="Liu 2025, J Cosmet Dermatol")
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", "https://pubmed.ncbi.nlm.nih.gov/40899372/")
    expect(why.get_by_text("sessions.count, data/sessions.yaml")).to_be_visible()
    assert findings(page) == []
    why.locator("summary").first.press("Enter")
    expect(link).to_be_hidden()


def test_every_why_of_every_tab_opens_to_words_and_fits_the_screen(page: Page) -> None:
    for name in TABS:
        open_tab(page, name)
        assert page.evaluate(EMPTY) == [], name
        assert page.evaluate(SIDEWAYS) == [], name
    assert page.faults == []  # pyright: ignore[reportAttributeAccessIssue]


def test_a_why_that_stands_open_tells_the_new_reason_after_an_answer_changed(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, 1280, 900) as page:
        added = "Added on top: A large area"
        why_of_visits(page).locator("summary").click()
        expect(why_of_visits(page)).to_contain_text("A course starts with 3 visits.")
        expect(why_of_visits(page)).not_to_contain_text(added)
        page.get_by_role("radio", name="VI", exact=True).click()
        expect(why_of_visits(page)).to_contain_text(added)
        expect(page.locator("details[data-key][open]")).to_have_count(1)


def test_a_why_opened_in_the_moment_of_an_answer_tells_the_new_reason(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 1280, 900) as page:
        page.evaluate(
            """() => {
              const radios = [...document.querySelectorAll("[role=radio]")];
              radios.find(radio => radio.textContent === "VI").click();
              document.querySelector("tr details[data-key='sessions.count'] summary").click();
            }"""
        )
        expect(why_of_visits(page)).to_contain_text("Added on top: A large area")
        settle(page)
        expect(why_of_visits(page)).to_contain_text("Added on top: A large area")
        expect(page.locator("details[data-key][open]")).to_have_count(1)


def test_another_part_of_the_plan_begins_with_every_why_of_its_own_closed(
    browser: Browser, app_url: str
) -> None:
    """A "why?" that was read in one part stood open in the next that has the same figure."""
    with own_page(browser, app_url, 1280, 900) as page:
        tested = page.locator("details[data-key='sessions.patch_test_by']")
        tested.locator("summary").click()
        expect(tested).to_have_attribute("open", "")
        open_tab(page, "Visits")
        expect(tested).to_have_count(1)
        settle(page)
        expect(tested).not_to_have_attribute("open", re.compile(""))


def test_why_of_a_referral_opens(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 390, 844) as page:
        page.locator("[data-testid=stExpander] summary", has_text="Health questions").click()
        page.get_by_text("new or changing mole").click()
        expect(page.get_by_role("heading", name="Not for now")).to_be_attached()
        settle(page)
        assert page.locator("details[data-key]").count()
        assert page.evaluate(EMPTY) == []


def test_a_patient_is_told_no_place_in_the_files(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 390, 844) as page:
        page.get_by_role("button", name="For patients: a few questions at a time").click()
        on = page.get_by_role("button", name=re.compile("^(Next|See my plan)$"))
        expect(on).to_be_visible()
        while on.count():  # a step of health is left at the second time
            on.click()
            settle(page)
        assert page.evaluate(EMPTY) == []
        expect(why_of_visits(page)).to_contain_text("before anything adds one: 3 visits")
        expect(page.get_by_text("In the rules:")).to_have_count(0)


# Of a "why?" how many words can be read before anything in it is unfolded, and how many it holds in all.
WORDS = "why => [why.innerText, why.textContent].map(words => words.split(/\\s+/).length)"
ALL_BEHIND = "All rules and sources behind this"


def test_a_patient_reads_the_answer_the_range_and_a_source_first_and_all_else_behind_one_fold(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, 390, 844) as page:
        why = why_of_visits(page)
        why.locator("summary").click()
        every = why.locator("a").evaluate_all("links => links.map(link => link.href)")
        page.get_by_role("button", name="For patients: a few questions at a time").click()
        on = page.get_by_role("button", name=re.compile("^(Next|See my plan)$"))
        expect(on).to_be_visible()
        while on.count():
            on.click()
            settle(page)
        why = why_of_visits(page)
        if why.get_attribute("open") is None:
            why.locator("summary").first.press("Enter")
        expect(why).to_contain_text("we plan within 3 to 6")
        shown, whole = why.evaluate(WORDS)
        assert shown < whole / 2
        expect(why.get_by_role("link").filter(visible=True)).to_have_count(1)
        # what is half behind the bar at the foot counts as too small, wherever the page is scrolled to
        page.locator(".st-key-part").evaluate("it => it.scrollIntoView({ block: 'center' })")
        assert findings(page) == []
        fold = why.locator("summary", has_text=ALL_BEHIND)
        fold.press("Enter")
        expect(why.get_by_role("listitem").filter(visible=True).first).to_contain_text(
            "before anything adds one"
        )
        assert set(every) <= set(why.locator("a").evaluate_all("links => links.map(link => link.href)"))
        fold.press("Enter")
        expect(why.get_by_role("link").filter(visible=True)).to_have_count(1)
