"""A code on the clinic's screen opens the plan on a phone; nobody on the way sees what its link holds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from smp_planner.answers import from_fragment
from smp_planner.domain.intake import AreaAnswer
from smp_planner.exports.handoff import to_fragment
from smp_planner.views.link_in import ASK, OPENED, REFUSED
from smp_planner.views.plan_page import ALL_OPEN, DOCTOR_FIRST
from tests.browser.conftest import findings, own_page, settle
from tests.packaged_rules import packaged_rules
from tests.people import adult

pytestmark = pytest.mark.browser
BLOOD_THINNER = "A blood thinner, or aspirin"
TYPED = "Zoë’s <b>day</b>"
HEALTH_TOO = "Age, medicine and health answers too"


@pytest.fixture
def clinic(browser: Browser, app_url: str) -> Iterator[Page]:
    """The clinic's screen, with answers of which one is about health and one was typed."""
    with own_page(browser, app_url, 1280, 1000, color_scheme="dark") as page:
        page.get_by_role("radio", name="VI", exact=True).click(force=True)
        settle(page)
        unfold(page, "Health questions")
        page.get_by_text(BLOOD_THINNER).click()
        settle(page)
        open_tab(page, "Talk and files")
        yield page


@contextmanager
def phone(browser: Browser, link: str) -> Iterator[Page]:
    """Somebody's phone, on which a link was opened; what it asks of the server is kept."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.asked = []  # pyright: ignore[reportAttributeAccessIssue]
    page.on("request", lambda request: page.asked.append(f"{request.url} {request.headers}"))  # pyright: ignore[reportAttributeAccessIssue]
    page.goto(link)
    settle(page)
    yield page
    context.close()


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).click()
    settle(page)


def unfold(page: Page, name: str) -> None:
    page.locator("[data-testid=stExpander] summary", has_text=name).click()
    settle(page)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    settle(page)


def tick(page: Page, name: str) -> None:
    page.locator("[data-testid=stCheckbox] label", has_text=name).click()
    settle(page)


def link_on(page: Page) -> str:
    return page.locator("[data-testid=stCode]").inner_text().replace("\n", "").strip()


def scanned(page: Page) -> str:
    """What a camera reads off the screen; it keeps looking for some seconds."""
    for _look in range(20):
        page.locator(".code img").scroll_into_view_if_needed()
        for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot()))):
            return code.text
        page.wait_for_timeout(250)
    pytest.fail("no code can be read off the screen")


def dates(page: Page) -> list[str]:
    """The days of all visits, as they stand on the page."""
    open_tab(page, "Visits")
    return re.findall(r"[A-Z][a-z]+ \d{1,2}, \d{4}", page.locator(".visits").inner_text())


def planned(page: Page) -> str:
    return page.get_by_text("Planned: ").first.inner_text()


def link_of(app_url: str, **changes: object) -> str:
    fragment = to_fragment(adult(**changes), packaged_rules().edition, with_health=True, with_typed=True)
    return f"{app_url}/#{fragment}"


def test_a_phone_opens_from_the_screen_the_same_visits_without_health_answers(
    clinic: Page, browser: Browser, app_url: str, app_log: Path
) -> None:
    assert clinic.locator(".code").count() == 0  # nothing is made before it is asked for
    press(clinic, "Make a link")
    link = scanned(clinic)
    assert link == link_on(clinic)
    page, fragment = link.split("#")
    assert page == f"{app_url}/"
    assert findings(clinic, "[data-testid=stMain]") == []
    with phone(browser, link) as other:
        expect(other.get_by_text(OPENED)).to_be_visible()
        expect(other.get_by_text(ALL_OPEN)).to_be_visible()
        assert planned(other) in planned(clinic)
        assert other.get_by_text("$").count() == 0
        theirs = dates(other)
        assert theirs
        assert theirs == dates(clinic)
        assert "#plan-" not in other.url
        held = other.evaluate(
            "JSON.stringify([sessionStorage, localStorage, document.cookie, history.state])"
        )
        assert fragment not in held
        assert '"health_is_' not in held.replace("\\", "")
        other.go_back()
        other.go_forward()
        settle(other)
        assert "#plan-" not in other.url
        assert not [asked for asked in other.asked if fragment[5:25] in asked]  # pyright: ignore[reportAttributeAccessIssue]
    assert app_log.stat().st_size
    assert fragment[5:25] not in app_log.read_text(encoding="utf-8")


def test_health_answers_travel_when_they_are_ticked_and_a_new_tick_asks_for_a_new_link(
    clinic: Page, browser: Browser
) -> None:
    press(clinic, "Make a link")
    tick(clinic, HEALTH_TOO)
    expect(clinic.locator(".code")).to_have_count(0)
    press(clinic, "Make a link")
    opened, _handed = from_fragment(scanned(clinic).split("#")[1])
    assert opened.health == ("blood_thinner",)
    with phone(browser, link_on(clinic)) as other:
        expect(other.get_by_text(DOCTOR_FIRST)).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
def test_answers_that_are_there_give_way_to_a_link_only_when_asked(
    browser: Browser, app_url: str, width: int, scheme: str
) -> None:
    link = link_of(app_url, area=AreaAnswer(norwood="III"))
    with own_page(browser, app_url, width, 900, color_scheme=scheme) as page:
        page.get_by_role("radio", name="VI", exact=True).click(force=True)
        settle(page)
        mine = planned(page)
        for answer in ("Keep mine", "Open the link's answers"):
            page.goto(link)  # the page is there already: no more than what follows the # is another
            expect(page.get_by_text(ASK)).to_be_visible()
            settle(page)
            assert "#plan-" not in page.url
            assert findings(page) == []
            press(page, answer)
            stage = "VI" if answer == "Keep mine" else "III"
            expect(page.get_by_role("radio", name=stage, exact=True)).to_be_checked()
            assert (planned(page) == mine) == (answer == "Keep mine")
        page.reload()
        settle(page)
        expect(page.get_by_role("radio", name="III", exact=True)).to_be_checked()
        assert page.get_by_text(ASK).count() == 0


def test_a_link_opened_from_far_down_a_page_shows_what_is_asked_and_what_was_opened(
    browser: Browser, app_url: str
) -> None:
    with phone(browser, app_url) as page:
        page.get_by_role("radio", name="VI", exact=True).click(force=True)
        settle(page)
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 2500)")
        with page.expect_navigation():
            page.evaluate("link => { window.location.href = link }", link_of(app_url))
        expect(page.get_by_text(ASK)).to_be_in_viewport()
        page.get_by_role("button", name="Open the link's answers").click()
        expect(page.get_by_text(OPENED)).to_be_in_viewport()


def test_a_broken_link_says_so_and_changes_nothing(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 390, 844, color_scheme="dark") as page:
        page.get_by_role("radio", name="VI", exact=True).click(force=True)
        settle(page)
        page.goto(link_of(app_url)[:-9])
        expect(page.get_by_text(REFUSED)).to_be_visible()
        settle(page)
        assert "#plan-" not in page.url
        expect(page.get_by_role("radio", name="VI", exact=True)).to_be_checked()
        press(page, "All right")
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        expect(page.get_by_text(REFUSED)).to_have_count(0)


def test_typed_words_of_a_link_are_words_on_the_page(browser: Browser, app_url: str) -> None:
    with phone(browser, link_of(app_url, agreed={"hairline": TYPED})) as other:
        open_tab(other, "Talk and files")
        unfold(other, "Agreed today")
        expect(other.locator(".st-key-agreed_hairline input")).to_have_value(TYPED)
