"""The page in a real browser: both sizes, both themes, every tab, and what leaves it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urlparse

import icalendar
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import settle

pytestmark = pytest.mark.browser
TABS = [
    "In short",
    "Visits",
    "Aftercare",
    "Years and money",
    "All options",
    "Risks",
    "What if",
    "Take it along",
]
# Streamlit's own: the parts of a date field are 18 px wide.
STREAMLIT_OWN = {("target-size", "spinbutton")}


@pytest.fixture(
    params=[(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")], ids=lambda p: f"{p[0]}-{p[1]}"
)
def page(request: pytest.FixtureRequest, browser: Browser, app_url: str) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    opened = context.new_page()
    opened.foreign = []  # pyright: ignore[reportAttributeAccessIssue]
    opened.faults = []  # pyright: ignore[reportAttributeAccessIssue]
    opened.on(
        "request",
        lambda r: (
            opened.foreign.append(r.url)
            if urlparse(r.url).hostname != "127.0.0.1" and r.url.startswith("http")
            else None
        ),
    )  # pyright: ignore[reportAttributeAccessIssue]
    opened.on("console", lambda m: opened.faults.append(m.text) if m.type == "error" else None)  # pyright: ignore[reportAttributeAccessIssue]
    opened.goto(app_url)
    settle(opened)
    yield opened
    context.close()


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name).click()
    expect(page.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("tabpanel").first).to_contain_text(re.compile(r"\S"), timeout=20_000)
    settle(page)


def findings(page: Page) -> list[str]:
    result = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in result.response["violations"]
        for node in violation["nodes"]
        if not any(violation["id"] == id_ and role in node["html"] for id_, role in STREAMLIT_OWN)
    ]


def test_every_tab_shows_its_part_without_fault_or_foreign_request(page: Page) -> None:
    for name in TABS:
        open_tab(page, name)
        assert not page.get_by_text("Oh no").count()
        assert findings(page) == [], name
    assert page.foreign == []  # pyright: ignore[reportAttributeAccessIssue]
    assert page.faults == []  # pyright: ignore[reportAttributeAccessIssue]


def test_the_page_does_not_scroll_sideways(page: Page) -> None:
    for name in TABS:
        open_tab(page, name)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name


def test_the_plan_follows_a_changed_answer_and_the_address_stays_bare(page: Page, app_url: str) -> None:
    before = page.get_by_text("Planned:").first.inner_text()
    slider = page.get_by_role("slider", name="Density")
    slider.focus()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    settle(page)
    page.get_by_text("Planned: 4 visits").first.wait_for(timeout=10_000)
    assert page.get_by_text("Planned:").first.inner_text() != before
    assert page.url.rstrip("/") == app_url


def test_pictures_stand_on_the_page_with_their_words(page: Page) -> None:
    open_tab(page, "Aftercare")
    assert "visit 1 on" in (
        page.locator("svg[role=img][aria-label^=Timeline]").get_attribute("aria-label") or ""
    )
    open_tab(page, "Years and money")
    assert page.locator("svg[role=img]").first.bounding_box()


def test_why_opens_to_rule_range_and_source(page: Page) -> None:
    visits = page.get_by_role("row", name=re.compile("^Visits"))
    visits.locator("summary", has_text="why?").click()
    reason = visits.locator("details[open]").first
    assert "sessions.count 3 sessions (sources span 3 to 6)" in reason.inner_text()
    reason.locator("summary", has_text="sources").first.click()
    assert "Source: What is Scalp Micropigmentation" in reason.inner_text()
    assert "data/sessions.yaml" in reason.inner_text()


def test_downloads_hold_the_plan_on_the_page(browser: Browser, app_url: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.goto(app_url)
    settle(page)
    open_tab(page, "Take it along")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Whole record").click()
    record = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert record["kind"] == "plan"
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Calendar file").click()
    calendar = icalendar.Calendar.from_ical(waiting.value.path().read_bytes())
    starts = {event.decoded("dtstart").isoformat() for event in calendar.walk("VEVENT")}
    assert {visit["date"] for visit in record["sessions"]["items"]} <= starts
    context.close()
