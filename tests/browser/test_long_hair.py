"""Long hair in a real browser: the server's own strands and dots, as dark as there, and soon drawn again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from smp_planner.domain.drawing import Drawing
from smp_planner.domain.intake import AreaAnswer, Hair
from smp_planner.pictures.combed import COMBED, in_strands
from smp_planner.pictures.dots import marks_on_head
from smp_planner.pictures.drawn_look import head_with_dots
from smp_planner.pictures.seen import UNITS_PER_CM, From, seen_from
from smp_planner.pictures.skin_tones import colours
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.rules.ruleset import RuleSet
from tests.browser.conftest import findings, own_page, settle
from tests.people import adult

pytestmark = pytest.mark.browser
SIDES: tuple[tuple[str, From], ...] = (("the side", "side"), ("behind", "behind"), ("above", "above"))
HALF_CM = {"parting": (1.5, 4), "hair": (1, 3)}  # half of what is looked at, across and along

# How light (0-255) a piece of a canvas is on the mean, told in shares of its width and height.
LIGHT = """(canvas, [x, y, across, along]) => {
  const [left, wide] = [x - across, 2 * across].map((share) => Math.round(share * canvas.width));
  const [top, high] = [y - along, 2 * along].map((share) => Math.round(share * canvas.height));
  const { data } = canvas.getContext("2d").getImageData(left, top, wide, high);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) {
    sum += 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
  }
  return sum / wide / high;
}"""
DRAWN = """([drawn, wide, high]) => new Promise((done) => {
  const canvas = Object.assign(document.createElement("canvas"), { width: wide, height: high, id: "drawn" });
  const image = new Image();
  image.onload = () => {
    canvas.getContext("2d").drawImage(image, 0, 0, wide, high);
    document.body.append(canvas);
    done();
  };
  image.src = "data:image/svg+xml," + encodeURIComponent(drawn);
})"""
SHEETS = "(canvas) => Object.values(canvas.strands ?? {}).length"
SAME_SHEET = """(canvas) => {
  const same = canvas.strands.above === canvas.before;
  canvas.before = canvas.strands.above;
  return same;
}"""


@pytest.fixture
def woman(rules: RuleSet) -> Drawing:
    """Ludwig II: hair that is thin along the parting, and nobody said how it is worn."""
    return drawing_of(adult(goals=(), area=AreaAnswer(ludwig="II"), kept_hair=None, hair=Hair()), rules)


@pytest.fixture(params=[(1280, 1), (390, 3)])
def page(request: pytest.FixtureRequest, browser: Browser, app_url: str) -> Iterator[Page]:
    """The look of a woman, at a desk and on a phone."""
    wide, sharp = request.param
    with own_page(browser, app_url, wide, 900, device_scale_factor=sharp) as opened:
        opened.get_by_role("button", name="Stage (women)", exact=True).click()
        settle(opened)
        opened.get_by_role("radio", name="II", exact=True).click(force=True)
        settle(opened)
        opened.get_by_role("radio", name="The look").click(force=True)
        expect(head(opened)).to_be_visible()
        settle(opened)
        yield opened


def head(page: Page, drawn: str = "from above") -> Locator:
    return page.get_by_role("img", name=f"A head drawn {drawn}")


def see_from(page: Page, name: str) -> Locator:
    page.get_by_role("group", name="Seen from").get_by_role("button", name=name, exact=True).click()
    canvas = head(
        page, {"above": "from above", "the side": "from its left side", "behind": "from behind"}[name]
    )
    expect(canvas).to_be_visible()
    return canvas


def piece(what: str) -> list[float]:
    """A piece of the head from above, in shares of its picture: over the parting, or of hair beside it."""
    view, combed = seen_from("above"), COMBED["above"]
    x = combed.front[0] + (4.6 if what == "hair" else 0)
    y = (combed.front[1] + combed.back[1]) / 2
    across, along = HALF_CM[what]
    wide, high = view.width / UNITS_PER_CM, view.height / UNITS_PER_CM
    left, top = (part / UNITS_PER_CM for part in view.corner)
    return [(left + x) / wide, (top + y) / high, across / wide, along / high]


def test_long_hair_is_drawn_without_fault_with_the_strands_and_dots_that_the_server_places(
    page: Page, woman: Drawing
) -> None:
    for name, seen in SIDES:
        canvas = see_from(page, name)
        expect(canvas).to_have_accessible_name(
            re.compile("Long hair falls to both sides from a middle parting")
        )
        marks = marks_on_head(in_strands(woman), 1, "parting", seen)
        for kind, spots in marks._asdict().items():
            there = canvas.evaluate("(canvas, kind) => canvas.marks[kind].map(({x, y}) => [x, y])", kind)
            assert sorted(map(tuple, there)) == sorted((spot.x, spot.y) for spot in spots)
    expect(page.get_by_text("What it hides or shows depends on how you wear it")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert findings(page) == []


def test_browser_and_server_draw_parting_and_hair_alike_and_dots_make_the_parting_darker(
    page: Page, woman: Drawing
) -> None:
    canvas, mine = head(page), colours("III", "dark_brown", 2, 3)
    seen: dict[tuple[int, str], float] = {}
    for visits, done in ((0, Decimal(0)), (None, Decimal(1))):
        slider = page.get_by_role("slider", name="Show the look")
        slider.fill(str(visits) if visits is not None else slider.get_attribute("max") or "")
        settle(page)
        size = canvas.evaluate("(canvas) => [canvas.width, canvas.height]")
        page.evaluate("document.querySelector('#drawn')?.remove()")
        page.evaluate(DRAWN, [head_with_dots(woman, done, mine, label="A head", order="parting"), *size])
        for what in HALF_CM:
            here = canvas.evaluate(LIGHT, piece(what))
            assert here == pytest.approx(page.locator("#drawn").evaluate(LIGHT, piece(what)), abs=4)
            seen[int(done), what] = here
    assert seen[1, "parting"] < seen[0, "parting"] - 8
    assert seen[0, "parting"] > seen[0, "hair"] + 30
    assert seen[1, "hair"] == pytest.approx(seen[0, "hair"], abs=3)


def test_from_visit_to_visit_the_strands_stay_and_each_side_has_its_own(page: Page) -> None:
    canvas = head(page)
    canvas.evaluate(SAME_SHEET)
    page.get_by_role("slider", name="Show the look").fill("0")
    settle(page)
    assert canvas.evaluate(SAME_SHEET)
    assert canvas.evaluate(SHEETS) == 1
    see_from(page, "behind")
    assert see_from(page, "above").evaluate(SAME_SHEET)
    assert canvas.evaluate(SHEETS) == 2
