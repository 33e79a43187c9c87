"""All options look alike: same type, same weight, same room, same picture, wherever they stand together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import findings, own_page, settle
from tests.browser.test_page import open_all, open_tab

pytestmark = pytest.mark.browser
PLEASED = "In a pooled review 90 of 100 were “satisfied” (83 to 97)."
SAME = (
    "fontFamily", "fontSize", "fontWeight", "fontStyle", "lineHeight", "color", "backgroundColor", "opacity",
    "textDecorationLine", "textTransform", "paddingLeft", "paddingRight", "borderLeftWidth", "borderTopWidth",
    "boxShadow", "outlineStyle", "visibility",
)  # fmt: skip
# Of every five that stand side by side the looks of each one and of what is in it, and its room: headings,
# lists, pictures, the quiet notes, the "why?" and its button. Where an option brings no harm of a kind it has
# words and no picture, and its room is all that could be compared.
LOOKS = """(same) => {
  const told = (one) => same.map((name) => getComputedStyle(one)[name]).join("; ");
  const kinds = ["h3", "h4", "ul", "li", "img", ":scope > div", ".quiet", "details", "summary"];
  const inside = (one) => Object.fromEntries(kinds.flatMap((kind) => {
    const looks = [...new Set([...one.querySelectorAll(kind)].map(told))].sort();
    return looks.length ? [[kind, looks.join(" | ")]] : [];
  }));
  const rows = [...document.querySelectorAll("table.five tr, ul.chances, ul.sides")];
  const fives = rows.map((row) => [...row.children]).filter((row) => row.length === 5);
  return fives.map((row) => row.map((one) => ({
    look: told(one),
    inside: inside(one),
    width: Math.round(one.getBoundingClientRect().width),
    nothing: one.querySelector(".nothing") !== null,
    picture: Math.round(one.querySelector("img")?.getBoundingClientRect().width ?? 0),
  })));
}"""
# One option is made to stand out: its cell, the note in it, its "why?". The test has to see each.
MADE_SO = """() => {for (const one of document.querySelectorAll("table.five *, ul.sides *"))
  one.wasThere ??= one.getAttribute("style") ?? ""}"""
AS_IT_WAS = """() => {for (const one of document.querySelectorAll("table.five *, ul.sides *"))
  if (one.wasThere) one.setAttribute("style", one.wasThere); else one.removeAttribute("style")}"""
STANDS_OUT = (
    """() => {document.querySelector("table.five td:nth-child(3)").style.fontWeight = "700"}""",
    """() => {document.querySelector("table.five td:nth-child(4) .quiet").style.opacity = "1"}""",
    """() => {document.querySelector("table.five td:nth-child(2) summary").style.fontSize = "2rem"}""",
    """() => {document.querySelector("ul.sides > li:nth-child(3) li").style.fontWeight = "700"}""",
)


@pytest.fixture(scope="module", params=[(1280, "light"), (1280, "dark"), (390, "light")], ids=str)
def options(request: pytest.FixtureRequest, browser: Browser, app_url: str) -> Iterator[Page]:
    """The tab of all options with everything open, on a wide screen and on a phone; left as it was found."""
    width, scheme = request.param
    with own_page(browser, app_url, width, 900, color_scheme=scheme) as page:
        open_tab(page, "All options")
        open_all(page)
        yield page


def differing(page: Page) -> list[list[dict[str, object]]]:
    """The rows in which one option looks otherwise than another, or has more room."""
    rows = page.evaluate(LOOKS, list(SAME))
    assert len(rows) > 30, "hardly any row was seen"
    told = [[one for one in row if not one["nothing"]] for row in rows]
    return [row for row in told if any(unlike(one, row[0]) for one in row)]


def unlike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two cells differ; a note or a list that one of them has not is no difference in looks."""
    both = one["inside"].keys() & other["inside"].keys()
    inside = any(one["inside"][kind] != other["inside"][kind] for kind in both)
    return inside or any(one[name] != other[name] for name in ("look", "width", "picture"))


@pytest.mark.ipdas("2.1.1")
def test_no_option_looks_more_than_another(options: Page) -> None:
    assert differing(options) == []
    options.evaluate(MADE_SO)
    for count, change in enumerate(STANDS_OUT, start=1):
        options.evaluate(change)
        assert len(differing(options)) >= count, change
    options.evaluate(AS_IT_WAS)
    assert differing(options) == []


def test_the_chances_follow_the_chosen_question_and_can_be_used_by_everybody(options: Page) -> None:
    pictures = options.locator(".chances img")
    expect(pictures).to_have_count(5)
    asked = options.get_by_role("radiogroup", name="What happened?")
    asked.get_by_role("radio", name="How many of 100 people were pleased when they were asked?").focus()
    options.keyboard.press("Space")
    expect(pictures.nth(3)).to_have_attribute("alt", "Hatched: not known.")
    expect(options.locator(".chances > li").nth(3)).to_contain_text(PLEASED)
    expect(pictures.nth(2)).to_have_attribute("alt", "Hatched: not known.")
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
