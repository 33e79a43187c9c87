"""The page in a real browser: both sizes, both themes, every tab, and what leaves it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import (
    LOOKS,
    PATIENCE_MS,
    ROOT,
    answer_health,
    findings,
    findings_in_both_themes,
    named,
    own_page,
    settle,
)

pytestmark = pytest.mark.browser
TABS = [
    "In short",
    "The look",
    "Visits",
    "Aftercare",
    "Years and money",
    "What if",
    "All options",
    "Talk and files",
]


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).click()
    expect(page.get_by_role("radio", name=name)).to_be_checked()
    expect(page.locator(".st-key-part ~ *").filter(has_text=re.compile(r"\S")).first).to_be_visible()
    settle(page)


# Parts of the page that hold more than they show and would have to be scrolled sideways.
SIDEWAYS = """() => [...document.querySelectorAll("[data-testid=stMain] *")]
  .filter(e => ["auto", "scroll"].includes(getComputedStyle(e).overflowX))
  .filter(e => e.scrollWidth > e.clientWidth + 1)
  .map(e => e.outerHTML.slice(0, 120))"""
# Answers to choose from whose words are cut off.
CUT_OFF = """() => [...document.querySelectorAll("[data-testid=stButtonGroup], [data-testid=stSelectbox]")]
  .flatMap(e => [...e.querySelectorAll("*")])
  .filter(e => getComputedStyle(e).textOverflow === "ellipsis" && e.scrollWidth > e.clientWidth)
  .map(e => e.innerText)"""


# The answers stand beside each part alike: once looked through, they are left out.
ANSWERS_SEEN = {"exclude": ".st-key-answers"}


class Walked(NamedTuple):
    """What was seen of each tab, with everything unfolded; and what all of them asked of others and said."""

    broken: dict[str, int]
    found: dict[str, list[str]]
    fits: dict[str, bool]
    sideways: dict[str, list[str]]
    foreign: list[str]
    faults: list[str]


@pytest.fixture(scope="module", params=LOOKS, ids=named)
def walked(request: pytest.FixtureRequest, browser: Browser, app_url: str) -> Walked:
    """One walk through all tabs for all that is asked of each, at both sizes and in both themes."""
    width, scheme = request.param
    with own_page(browser, app_url, width, 900, color_scheme=scheme) as page:
        page.scheme = scheme  # pyright: ignore[reportAttributeAccessIssue]
        seen = Walked({}, {}, {}, {}, [], [])
        for name in TABS:
            open_tab(page, name)
            open_all(page)
            seen.broken[name] = page.get_by_text("Oh no").count()
            seen.fits[name] = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            seen.sideways[name] = page.evaluate(SIDEWAYS)
            seen.found[name] = findings_in_both_themes(page, "html" if name == TABS[0] else ANSWERS_SEEN)
        seen.foreign.extend(page.foreign)  # pyright: ignore[reportAttributeAccessIssue]
        seen.faults.extend(page.faults)  # pyright: ignore[reportAttributeAccessIssue]
    return seen


def test_every_tab_shows_its_part_without_fault_or_foreign_request(walked: Walked) -> None:
    assert walked.broken == dict.fromkeys(TABS, 0)
    assert walked.found == {name: [] for name in TABS}
    assert (walked.foreign, walked.faults) == ([], [])


def test_nothing_has_to_be_scrolled_sideways(walked: Walked) -> None:
    assert walked.fits == dict.fromkeys(TABS, True)
    assert walked.sideways == {name: [] for name in TABS}


def open_all(page: Page) -> None:
    """Unfold everything that is folded away."""
    page.evaluate(
        "document.querySelectorAll('[data-testid=stExpander] > details:not([open]) > summary')"
        ".forEach(folded => folded.click())"
    )
    settle(page)


@pytest.mark.ipdas("Q2")
def test_a_phone_shows_one_question_of_the_options_at_a_time_and_a_wide_screen_all(
    page: Page,
) -> None:
    open_tab(page, "All options")
    groups = page.get_by_role("table", name="What does it do?").locator("tbody")
    phone = (page.viewport_size or {"width": 0})["width"] < 641
    assert groups.filter(visible=True).count() == (1 if phone else groups.count())
    asked = page.get_by_role("radio", name="Does it make hair grow, or slow the loss?")
    if not phone:
        expect(asked).to_be_hidden()
        return
    asked.locator("xpath=ancestor::label").click()
    settle(page)
    shown = groups.filter(visible=True)
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("Does it make hair grow, or slow the loss?")
    expect(shown.get_by_role("cell")).to_have_count(5)


def test_no_question_and_no_answer_to_choose_is_cut_off_and_all_of_them_can_be_read(page: Page) -> None:
    for way in ("Stage (women)", "Places on the head", "Measured", "Scars"):
        page.get_by_role("button", name=way, exact=True).click()
        settle(page)
    open_all(page)
    page.mouse.move(0, 0)  # no answer is looked at with the mouse over it
    assert page.evaluate(CUT_OFF) == []
    assert findings(page) == []


def test_a_row_that_comes_leaves_open_what_was_unfolded(page: Page) -> None:
    page.locator("[data-testid=stExpander] summary", has_text="Habits").click()
    page.get_by_role("button", name="Scars", exact=True).click()
    settle(page)
    page.get_by_role("button", name="Add a scar").click()
    settle(page)
    expect(page.get_by_text("Remove scar 2")).to_be_visible()
    expect(page.get_by_text("Do you swim every week?")).to_be_visible()


def test_what_is_typed_is_in_no_log_no_address_and_no_file(
    browser: Browser, app_url: str, app_log: Path
) -> None:
    marker = f"Zq{uuid4().hex}"
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(app_url)
    settle(page)
    page.locator("[data-testid=stExpander] summary", has_text="Events and time away").click()
    page.get_by_role("button", name="Add an event").click()
    page.get_by_label("Event (your own words)").fill(marker)
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_role("group", name="Day", exact=True).locator("[role=spinbutton]").first.click()
    page.keyboard.type("01152028")  # as an American browser asks for a day
    page.keyboard.press("Tab")
    settle(page)
    open_tab(page, "Aftercare")
    expect(page.get_by_text(marker[:10]).first).to_be_attached()
    assert not [url for url in (*asked, page.url) if marker in url]
    assert app_log.stat().st_size
    assert marker not in app_log.read_text(encoding="utf-8")
    assert files_with(marker) == []
    context.close()


def files_with(marker: str) -> list[str]:
    """Files of the project that hold the marker; what was fetched or made by tools is not looked at."""
    apart = {".git", ".venv", ".mypy_cache", ".ruff_cache", "__pycache__", ".hypothesis"}
    files = (path for path in ROOT.rglob("*") if path.is_file() and apart.isdisjoint(path.parts))
    return [str(path) for path in files if marker.encode() in path.read_bytes()]


def test_the_plan_follows_a_changed_answer_and_the_address_holds_no_answer(page: Page, app_url: str) -> None:
    before = page.get_by_text("Planned:").first.inner_text()
    slider = page.get_by_role("slider", name="Density")
    slider.focus()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    settle(page)
    page.get_by_text("Planned: 4 visits").first.wait_for()
    assert page.get_by_text("Planned:").first.inner_text() != before
    assert page.url == f"{app_url}/#clinic"  # the screen, and no answer


def test_each_picture_is_there_once_and_as_wide_as_there_is_room(page: Page) -> None:
    for tab, label in (("Aftercare", "Timeline: visit 1 on"), ("Years and money", "How the look fades")):
        open_tab(page, tab)
        seen = page.locator(f"svg[role=img][aria-label^='{label}']").filter(visible=True)
        expect(seen).to_have_count(1)
        box = seen.bounding_box()
        assert box is not None
        assert 300 < box["width"] <= page.evaluate("window.innerWidth")


def test_each_visit_s_card_shows_its_pictures(page: Page) -> None:
    """The page's cleaning of HTML leaves them, and the policy on pictures lets them in."""
    open_tab(page, "Visits")
    wide = page.evaluate(
        "[...document.querySelectorAll('.visits img')].map(i => i.naturalWidth && i.clientWidth)"
    )
    assert len(wide) == 2 * page.locator(".visits > li").count()
    assert min(wide) > 100
    assert page.get_by_role("img", name="After visit 2 of").count() == 1


def test_on_a_phone_the_plan_is_one_tap_away(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 390, 844, has_touch=True) as page:
        plan = page.get_by_role("heading", name="Your plan")
        expect(plan).not_to_be_in_viewport()
        page.get_by_role("link", name="Your plan").tap()
        expect(plan).to_be_in_viewport()
        page.get_by_role("link", name="Your answers").tap()
        expect(page.get_by_role("heading", name="What you would like")).to_be_in_viewport()


def test_an_answer_that_is_tapped_again_stays(page: Page) -> None:
    for answer in ("V", "Natural"):
        chosen = page.get_by_role("radio", name=answer, exact=True)
        chosen.click(force=True)
        settle(page)
        expect(chosen).to_be_checked()
    expect(page.get_by_text("This is an example.")).to_be_visible()


def test_beside_long_answers_the_plan_stays_in_sight(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 1280, 800) as page:
        page.locator("[data-testid=stExpander] summary", has_text="Health questions").click()
        settle(page)
        page.get_by_text("new or changing mole").click()
        expect(page.get_by_text("Planned: ")).to_have_count(0)
        expect(page.get_by_role("heading", name="Not for now")).to_be_in_viewport()
        expect(page.get_by_text("new or changing mole").first).to_be_in_viewport()


def test_downloads_hold_the_plan_on_the_page(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 1280, 900) as page:
        answer_health(page)
        open_tab(page, "Talk and files")
        page.locator("[data-testid=stExpander] summary", has_text="More files").click()
        settle(page)
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Whole record").click()
        record = json.loads(waiting.value.path().read_text(encoding="utf-8"))
        assert record["kind"] == "plan"
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Calendar file").click()
        calendar = icalendar.Calendar.from_ical(waiting.value.path().read_bytes())
        starts = {event.decoded("dtstart").isoformat() for event in calendar.walk("VEVENT")}
        assert {visit["date"] for visit in record["sessions"]["items"]} <= starts


def test_the_page_has_an_icon_of_its_own_and_no_menu_of_the_framework(page: Page) -> None:
    expect(page.locator("link[rel*=icon]").first).to_have_attribute("href", re.compile("^data:image/svg"))
    assert page.locator("[data-testid=stMainMenu]").count() == 0


def test_the_whole_page_drawn_anew_takes_down_nothing_and_so_does_not_jump(page: Page) -> None:
    answers = page.locator(".st-key-answers")
    answers.evaluate("element => { element.dataset.marked = 'before' }")
    page.get_by_role("button", name="Begin anew").click()
    expect(page.get_by_role("button", name="Keep them")).to_be_visible()
    settle(page)
    expect(answers).to_have_attribute("data-marked", "before")
