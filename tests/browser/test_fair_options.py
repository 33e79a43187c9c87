"""All options look alike: same type, same weight, same room, same picture, wherever they stand together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import findings, own_page, settle
from tests.browser.test_page import open_all, open_tab

pytestmark = pytest.mark.browser
PLEASED = "about 98 were pleased in small series by those who did the work (98 to 100), and about 2 were not."
SAME = (
    "fontFamily", "fontSize", "fontWeight", "fontStyle", "lineHeight", "color", "backgroundColor", "opacity",
    "textDecorationLine", "textTransform", "paddingLeft", "paddingRight", "borderLeftWidth", "borderTopWidth",
    "boxShadow", "outlineStyle", "visibility",
)  # fmt: skip
# Of every five that stand side by side the looks of each one and of what is in it, and its room.
LOOKS = """(same) => {
  const told = (one) => same.map((name) => getComputedStyle(one)[name]).join("; ");
  const rows = [...document.querySelectorAll("table.five tr, ul.chances")].map((row) => [...row.children]);
  return rows.filter((row) => row.length === 5).map((row) => row.map((one) => ({
    look: [told(one), ...[...one.querySelectorAll("h4, img, div")].slice(0, 3).map(told)].join(" | "),
    width: Math.round(one.getBoundingClientRect().width),
    picture: Math.round(one.querySelector("img")?.getBoundingClientRect().width ?? 0),
  })));
}"""
# The same after one option is made bolder than the others: the test has to see it.
BOLDER = """() => {document.querySelector("table.five td:nth-child(3)").style.fontWeight = "700"}"""


@pytest.fixture(params=["light", "dark"])
def options(request: pytest.FixtureRequest, browser: Browser, app_url: str) -> Iterator[Page]:
    """The tab of all options with everything open, on a wide screen."""
    with own_page(browser, app_url, 1280, 900, color_scheme=request.param) as page:
        open_tab(page, "All options")
        open_all(page)
        yield page


def differing(page: Page) -> list[list[dict[str, object]]]:
    """The rows in which one option looks otherwise than another, or has more room."""
    rows = page.evaluate(LOOKS, list(SAME))
    assert len(rows) > 30, "hardly any row was seen"
    return [row for row in rows if len({str(sorted(one.items())) for one in row}) > 1]


def test_no_option_looks_more_than_another(options: Page) -> None:
    assert differing(options) == []
    options.evaluate(BOLDER)
    assert len(differing(options)) == 1


def test_the_chances_follow_the_chosen_question_and_can_be_used_by_everybody(options: Page) -> None:
    pictures = options.locator(".chances img")
    expect(pictures).to_have_count(5)
    options.get_by_role("radio", name="How many of 100 people were pleased?").focus()
    options.keyboard.press("Space")
    expect(pictures.nth(2)).to_have_attribute("alt", "100 people, 98 of them filled.")
    expect(options.locator(".chances > li").nth(2)).to_contain_text(PLEASED)
    expect(pictures.nth(0)).to_have_attribute("alt", "Hatched: not known.")
    assert findings(options) == []


def test_on_a_phone_each_option_has_a_line_of_its_own(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 390, 844) as page:
        open_tab(page, "All options")
        boxes = [page.locator(".chances > li").nth(place).bounding_box() for place in range(5)]
        assert len({(round(box["x"]), round(box["width"])) for box in boxes if box}) == 1
        assert sorted(box["y"] for box in boxes if box) == [box["y"] for box in boxes if box]
        assert findings(page) == []


def test_under_a_referral_no_option_looks_more_than_another_either(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 1280, 900) as page:
        page.locator("[data-testid=stExpander] summary", has_text="Health questions").click()
        page.get_by_text("keloids, or scars").click()
        expect(page.get_by_role("heading", name="All options")).to_be_attached()
        settle(page)
        open_all(page)
        assert differing(page) == []
        assert findings(page) == []
