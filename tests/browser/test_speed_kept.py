"""What saves time loses nothing: inside the plan, in what is folded away, and over the wire."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from benchmarks.servers import OURS, serving
from tests.browser.conftest import own_page, settle

pytestmark = pytest.mark.browser
CHARTS = re.compile("plotly|vega|echarts", re.IGNORECASE)


@pytest.fixture(scope="module")
def hosted_url() -> Iterator[str]:
    """The page as it is hosted."""
    with serving(OURS) as served:
        yield f"http://127.0.0.1:{served.port}"


@pytest.fixture
def phone(browser: Browser, app_url: str) -> Iterator[Page]:
    with own_page(browser, app_url, width=390, height=844) as page:
        yield page


def test_what_was_chosen_inside_the_plan_is_there_after_a_reload(phone: Page) -> None:
    phone.get_by_role("radio", name="Aftercare").click()
    settle(phone)
    phone.get_by_role("radio", name="Use a sauna").click()
    settle(phone)
    phone.reload()
    settle(phone)
    expect(phone.get_by_role("radio", name="Aftercare")).to_be_checked()
    expect(phone.get_by_role("radio", name="Use a sauna")).to_be_checked()


def test_an_answer_in_a_folded_part_counts_after_it_is_folded_away_and_after_a_reload(phone: Page) -> None:
    folded = phone.locator("[data-testid=stExpander] summary", has_text="Health questions")
    folded.click()
    settle(phone)
    phone.get_by_text("Keloids, or scars").click()
    settle(phone)
    planned = phone.get_by_text("Planned:")
    expect(planned).to_have_count(0)
    folded.click()
    settle(phone)
    expect(planned).to_have_count(0)
    phone.reload()
    settle(phone)
    expect(planned).to_have_count(0)


def test_a_changed_answer_reaches_the_plan_whatever_part_of_it_is_open(phone: Page) -> None:
    phone.get_by_role("radio", name="Visits").click()
    settle(phone)
    before = phone.locator(".smp .visits").first.inner_text()
    phone.get_by_role("radio", name="VII", exact=True).click()
    settle(phone)
    assert phone.locator(".smp .visits").first.inner_text() != before


def test_a_first_plan_on_a_phone_loads_packed_scripts_and_no_charting_library(
    browser: Browser, hosted_url: str
) -> None:
    scripts: list[Response] = []
    context = browser.new_context(viewport={"width": 390, "height": 844})
    try:
        page = context.new_page()
        page.on("response", lambda answer: scripts.append(answer) if answer.url.endswith(".js") else None)
        page.goto(hosted_url)
        settle(page)
        expect(page.get_by_text("Planned:").first).to_be_visible()
    finally:
        loaded = [(script.url, script.all_headers()) for script in scripts]
        context.close()
    assert len(loaded) > 20
    assert [url for url, _ in loaded if CHARTS.search(url)] == []
    big = [told for _, told in loaded if int(told.get("content-length", 0)) > 1000]
    assert big
    assert {told.get("content-encoding") for told in big} == {"gzip"}


def test_going_back_to_a_kept_plan_sets_the_questions_back_too(phone: Page) -> None:
    """They stand outside what a touch inside the plan draws anew."""
    phone.get_by_role("radio", name="What if", exact=True).click()
    settle(phone)
    phone.get_by_role("button", name="Keep this plan as A").click()
    settle(phone)
    phone.get_by_role("radio", name="VII", exact=True).click(force=True)
    settle(phone)
    expect(phone.get_by_role("table", name="Plan A and now")).to_be_visible()
    settle(phone)
    phone.get_by_role("button", name="Go back to plan A").click()
    settle(phone)
    expect(phone.get_by_role("radio", name="V", exact=True)).to_be_checked()
    expect(phone.get_by_text("say the same")).to_be_visible()
