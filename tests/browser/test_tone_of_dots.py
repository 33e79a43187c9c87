"""At any size of the head the treated area is as dark as its dots make it, drawn by browser and server."""

from __future__ import annotations

import re
from math import pi

import pytest
from playwright.sync_api import Browser, Page, expect

from smp_planner.domain.drawing import Drawing
from smp_planner.domain.intake import AreaAnswer, Scar
from smp_planner.pictures.dots import DOT_CM, Spot, marks_on_head
from smp_planner.pictures.drawn_look import head_with_dots
from smp_planner.pictures.seen import UNITS_PER_CM, seen_from
from smp_planner.pictures.skin_tones import Colours, colours
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.rules.ruleset import RuleSet
from tests.browser.conftest import own_page, settle
from tests.people import adult

pytestmark = pytest.mark.browser
BOX = 1.4  # half the side of the square around the middle of the crown, in cm: no hair reaches into it

# How far from the skin's colour (0) to the ink's (1) a square of a canvas is on the mean.
DARKENED = """(canvas, [x, y, half, wide, skin, ink]) => {
  const scale = canvas.width / wide;
  const [left, top, side] = [x - half, y - half, 2 * half].map((cm) => Math.round(cm * scale));
  const { data } = canvas.getContext("2d").getImageData(left, top, side, side);
  const mean = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) for (const part of [0, 1, 2]) mean[part] += data[at + part];
  const parts = [0, 1, 2].map((part) => (skin[part] - mean[part] / side / side) / (skin[part] - ink[part]));
  return (parts[0] + parts[1] + parts[2]) / 3;
}"""
# The drawing of the server on a canvas, as wide as on a page.
DRAWN = """([drawn, wide, sharp]) => new Promise((done) => {
  const canvas = document.createElement("canvas");
  const image = new Image();
  image.onload = () => {
    Object.assign(canvas, { width: wide * sharp, height: (wide * sharp * 244) / 200, id: "drawn" });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    document.body.replaceChildren(canvas);
    done();
  };
  image.src = "data:image/svg+xml," + encodeURIComponent(drawn);
})"""


def parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def box(mine: Colours) -> list[object]:
    """The square on a canvas that is as wide as the head from above, and the two colours."""
    view = seen_from("above")
    left, top = view.corner
    x, y = left / UNITS_PER_CM + view.crown[0], top / UNITS_PER_CM + view.crown[1]
    return [x, y, BOX, view.width / UNITS_PER_CM, parts(mine.skin), parts(mine.later)]


def covered(dots: list[Spot]) -> float:
    """The share of the square around the crown that dots cover."""
    x, y = seen_from("above").crown
    inside = [spot for spot in dots if max(abs(spot.x - x), abs(spot.y - y)) < BOX]
    return len(inside) * pi * (DOT_CM / 2) ** 2 / (2 * BOX) ** 2


def crown(rules: RuleSet, look: str) -> Drawing:
    return drawing_of(adult(area=AreaAnswer(zones=("crown",)), density=look, kept_hair=0), rules)


def choose_crown(page: Page) -> None:
    for way in ("Places on the head", "Stage (men)"):
        page.get_by_role("button", name=way, exact=True).click()
        settle(page)
    page.get_by_role("checkbox", name="Crown").first.press("Space")
    settle(page)


@pytest.mark.parametrize("sharp", [1, 3])
def test_on_a_phone_a_soft_crown_is_as_dark_as_its_dots_make_it_and_says_that_they_are_fine(
    browser: Browser, app_url: str, rules: RuleSet, sharp: int
) -> None:
    with own_page(browser, app_url, 390, 844, has_touch=True, device_scale_factor=sharp) as page:
        choose_crown(page)
        page.get_by_role("radio", name="Soft", exact=True).click(force=True)
        settle(page)
        page.get_by_role("radio", name="The look").click(force=True)
        canvas = page.get_by_role("img", name="A head drawn from above")
        expect(canvas).to_be_visible()
        settle(page)
        dots = marks_on_head(crown(rules, "soft"), 1, "temples").dots
        mine = colours("III", "dark_brown", 2, 3)
        dark = canvas.evaluate(DARKENED, box(mine))
        assert dark == pytest.approx(covered(dots), rel=0.04)
        assert dark > 0.15
        expect(page.get_by_text("single dots are too fine to see").first).to_be_visible()


@pytest.mark.parametrize("look", ["soft", "natural", "dense"])
@pytest.mark.parametrize(("wide", "sharp"), [(358, 1), (358, 2), (480, 1), (480, 3)])
def test_the_drawing_of_the_server_is_as_dark_as_its_dots_make_it(
    browser: Browser, rules: RuleSet, look: str, wide: int, sharp: int
) -> None:
    drawing, mine = crown(rules, look), colours("III", "dark_brown", 2, 3)
    page = browser.new_page()
    page.evaluate(DRAWN, [head_with_dots(drawing, 1, mine, label="A head"), wide, sharp])
    dark = page.locator("#drawn").evaluate(DARKENED, box(mine))
    page.close()
    assert dark == pytest.approx(covered(marks_on_head(drawing, 1, "temples").dots), rel=0.04)


def test_at_a_desk_where_dots_are_seen_nothing_is_said_of_fine_dots(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url) as page:
        page.get_by_role("radio", name="The look").click()
        expect(page.get_by_role("img", name="A head drawn from above")).to_be_visible()
        settle(page)
        expect(page.get_by_text("too fine to see")).to_have_count(0)


def test_the_browser_draws_a_scar_on_the_head_with_the_dots_that_the_server_places(
    browser: Browser, app_url: str, rules: RuleSet
) -> None:
    with own_page(browser, app_url) as page:
        for way in ("Scars", "Stage (men)"):
            page.get_by_role("button", name=way, exact=True).click()
            settle(page)
        page.get_by_role("radio", name="The look").click()
        behind = page.get_by_role("img", name="A head drawn from behind")
        expect(behind).to_have_accessible_name(re.compile("Scar 1, .* the place is ours"))
        settle(page)
        patch = page.get_by_role("img", name="A drawing of skin. Scar 1, ").get_attribute("aria-label") or ""
        size = re.search(r"Scar 1, ([\d.]+) x ([\d.]+) cm", patch)
        assert size is not None
        length, width = (float(part) for part in size.groups())
        area = AreaAnswer(scars=(Scar(length_cm=length, width_cm=width),))
        marks = marks_on_head(drawing_of(adult(area=area, kept_hair=None), rules), 1, "temples", "behind")
        for kind, spots in marks._asdict().items():
            there = behind.evaluate("(canvas, kind) => canvas.marks[kind].map(({x, y}) => [x, y])", kind)
            assert sorted(map(tuple, there)) == sorted((spot.x, spot.y) for spot in spots)
        assert marks.dots


def test_an_area_without_a_place_says_so_where_the_head_would_be(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 390, 844) as page:
        for way in ("Measured", "Stage (men)"):
            page.get_by_role("button", name=way, exact=True).click()
            settle(page)
        page.get_by_role("radio", name="The look").click(force=True)
        expect(page.get_by_text("a size doesn't say where it is")).to_be_visible()
        expect(page.get_by_role("img", name="A head drawn")).to_have_count(0)
        expect(page.get_by_role("group", name="Seen from")).to_have_count(0)
        expect(page.get_by_text(re.compile("Your area: .* dots"))).to_be_visible()
