"""The look in a real browser: drawn sharp, the server's own dots, and moved by keyboard and thumb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from playwright.sync_api import Browser, Locator, Page, WebSocket, expect

from smp_planner.domain.drawing import Drawing
from smp_planner.domain.intake import AreaAnswer, Measured, Scar, ScarPlace
from smp_planner.pictures.dots import Spot, marks_on_head, marks_on_patch
from smp_planner.pictures.seen import From
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.rules.ruleset import RuleSet
from tests.browser.conftest import findings_in_both_themes, new_page, own_page, settle
from tests.packaged_rules import packaged_rules
from tests.people import adult

pytestmark = pytest.mark.browser
PLACES = "(canvas, kind) => canvas.marks[kind].map(({x, y}) => [x, y])"

# What stands where the look is drawn, in each frame that the browser paints.
FRAMES = """() => {
  window.framesSeen = [];
  const look = () => {
    const parts = [...document.querySelectorAll("*")].map((part) => part.shadowRoot?.querySelector(".look"));
    const found = parts.find(Boolean);
    window.framesSeen.push(found?.querySelector("canvas") ? "drawn" : found?.textContent ?? "");
    requestAnimationFrame(look);
  };
  look();
}"""


def open_look(page: Page) -> None:
    page.get_by_role("radio", name="The look").click()
    expect(slider(page)).to_be_visible()
    settle(page)


def slider(page: Page) -> Locator:
    return page.get_by_role("slider", name="Show the look")


def head(page: Page) -> Locator:
    return page.get_by_role("img", name="A head drawn from above")


def places(canvas: Locator, kind: str) -> list[tuple[float, float]]:
    """Where the browser drew the dots or the hairs of a canvas, in cm."""
    return sorted((x, y) for x, y in canvas.evaluate(PLACES, kind))


def see_from(page: Page, name: str) -> Locator:
    """The head as it is seen from there."""
    page.get_by_role("group", name="Seen from").get_by_role("button", name=name, exact=True).click()
    drawn = {"above": "from above", "the side": "from its left side", "behind": "from behind"}[name]
    canvas = page.get_by_role("img", name=f"A head drawn {drawn}")
    expect(canvas).to_be_visible()
    return canvas


def placed(spots: list[Spot]) -> list[tuple[float, float]]:
    """Where the server places them."""
    return sorted((spot.x, spot.y) for spot in spots)


def test_the_look_is_drawn_without_fault_at_both_sizes_and_in_both_themes(page: Page) -> None:
    open_look(page)
    expect(head(page)).to_be_visible()
    expect(page.get_by_role("img", name="One square centimeter")).to_have_count(5)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    room = page.evaluate("window.innerWidth")
    for canvas in page.get_by_role("img").all():
        box = canvas.bounding_box()
        if box is not None:
            assert box["x"] + box["width"] <= room
    assert findings_in_both_themes(page) == []
    assert page.foreign == []  # pyright: ignore[reportAttributeAccessIssue]
    assert page.faults == []  # pyright: ignore[reportAttributeAccessIssue]


@pytest.fixture
def wide(browser: Browser, app_url: str) -> Iterator[Page]:
    """The page at one size, for what no size and no theme changes."""
    with own_page(browser, app_url) as opened:
        yield opened


@pytest.fixture
def drawing(rules: RuleSet) -> Drawing:
    """What is drawn for the example that the page opens on."""
    return drawing_of(adult(area=AreaAnswer(norwood="V"), density="natural", kept_hair=None), rules)


def test_the_browser_draws_the_dots_that_the_server_places(wide: Page, drawing: Drawing) -> None:
    open_look(wide)
    marks = marks_on_head(drawing, 1, "temples")
    assert places(head(wide), "dots") == placed(marks.dots)
    assert places(head(wide), "hairs") == placed(marks.hairs)
    slider(wide).fill("1")
    expect(head(wide)).to_have_accessible_name(re.compile("After visit 1 of 3: 7,631 of 25,437 dots"))
    first = marks_on_head(drawing, Decimal("0.3"), "temples")
    assert places(head(wide), "dots") == placed(first.dots)


VIEWS: tuple[tuple[str, From], ...] = (("the side", "side"), ("behind", "behind"), ("above", "above"))


def test_from_each_side_the_browser_draws_the_dots_that_the_server_places(
    wide: Page, drawing: Drawing
) -> None:
    open_look(wide)
    slider(wide).fill("1")
    for name, seen in VIEWS:
        canvas = see_from(wide, name)
        marks = marks_on_head(drawing, Decimal("0.3"), "temples", seen)
        assert marks.dots
        assert places(canvas, "dots") == placed(marks.dots)
        assert places(canvas, "hairs") == placed(marks.hairs)


def test_of_a_woman_and_of_all_zones_the_browser_places_the_same_dots_from_each_side(
    browser: Browser, app_url: str, rules: RuleSet
) -> None:
    with own_page(browser, app_url) as page:
        page.get_by_role("button", name="Stage (women)", exact=True).click()
        settle(page)
        page.get_by_role("radio", name="II", exact=True).click(force=True)
        settle(page)
        open_look(page)
        mine = drawing_of(adult(area=AreaAnswer(ludwig="II"), kept_hair=None), rules)
        for name, seen in VIEWS[:2]:
            marks = marks_on_head(mine, 1, "parting", seen)
            assert places(see_from(page, name), "dots") == placed(marks.dots)
    with own_page(browser, app_url) as page:
        page.get_by_role("radio", name="VII", exact=True).click(force=True)
        settle(page)
        open_look(page)
        mine = drawing_of(adult(area=AreaAnswer(norwood="VII"), kept_hair=None), rules)
        for name, seen in VIEWS[:2]:
            marks = marks_on_head(mine, 1, "temples", seen)
            assert places(see_from(page, name), "dots") == placed(marks.dots)
            assert places(see_from(page, name), "hairs") == placed(marks.hairs)


def test_a_plan_for_the_back_opens_from_behind_where_most_of_its_dots_are_seen(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url) as page:
        for way in ("Places on the head", "Stage (men)"):
            page.get_by_role("button", name=way, exact=True).click()
            settle(page)
        page.get_by_role("checkbox", name=re.compile("Back of the head|back of the head")).first.press(
            "Space"
        )
        settle(page)
        open_look(page)
        behind = page.get_by_role("img", name="A head drawn from behind")
        expect(behind).to_have_accessible_name(re.compile("Treated: back of the head"))
        many = len(places(behind, "dots"))
        above = see_from(page, "above")
        expect(
            page.get_by_text("Treated, and only the edge is seen from here: back of the head")
        ).to_be_visible()
        assert many > 4 * len(places(above, "dots"))


def test_the_view_stays_while_the_plan_and_the_visit_change_and_a_keyboard_chooses_it(wide: Page) -> None:
    open_look(wide)
    group = wide.get_by_role("group", name="Seen from")
    expect(group.get_by_role("button", pressed=True)).to_have_text("above")
    slider(wide).focus()
    for _ in range(3):
        wide.keyboard.press("Tab")
    wide.keyboard.press("Enter")
    expect(group.get_by_role("button", pressed=True)).to_have_text("behind")
    behind = wide.get_by_role("img", name="A head drawn from behind")
    before = len(places(behind, "dots"))
    slider(wide).focus()
    wide.keyboard.press("ArrowLeft")
    expect(behind).to_have_accessible_name(re.compile("After visit 2 of 3"))
    assert len(places(behind, "dots")) < before
    wide.get_by_role("radio", name="Soft", exact=True).click(force=True)
    settle(wide)
    expect(wide.get_by_text("Your area: 70 dots")).to_be_visible()
    expect(behind).to_be_visible()
    expect(wide.get_by_text("Treated, but not seen from here: hairline and temples")).to_be_visible()


def test_of_a_woman_and_on_a_scar_the_browser_places_the_same_dots(
    browser: Browser, app_url: str, rules: RuleSet
) -> None:
    with own_page(browser, app_url) as page:
        for way in ("Stage (women)", "Scars"):
            page.get_by_role("button", name=way, exact=True).click()
            settle(page)
        page.get_by_role("radio", name="II", exact=True).click(force=True)
        settle(page)
        open_look(page)
        mine = drawing_of(adult(area=AreaAnswer(ludwig="II"), kept_hair=None), rules)
        marks = marks_on_head(mine, 1, "parting")
        assert places(head(page), "dots") == placed(marks.dots)
        scar = page.get_by_role("img", name="A drawing of skin. Scar 1, ")
        size = re.search(r"Scar 1, ([\d.]+) x ([\d.]+) cm", scar.get_attribute("aria-label") or "")
        assert size is not None
        length, width = map(Decimal, size.groups())
        area = AreaAnswer(scars=(Scar(length_cm=length, width_cm=width),))
        [patch] = drawing_of(adult(area=area, kept_hair=None), rules).patches
        assert places(scar, "dots") == placed(marks_on_patch(patch, 1).dots)


@pytest.mark.parametrize(
    ("tapped", "place", "seen", "name"),
    [("On a side", "side", "side", "the side"), ("At the front", "front", "above", "above")],
)
def test_a_scar_is_drawn_on_the_part_of_the_head_that_was_tapped(
    browser: Browser, app_url: str, tapped: str, place: ScarPlace, seen: From, name: str
) -> None:
    with own_page(browser, app_url) as page:
        for way in ("Stage (men)", "Scars"):
            page.get_by_role("button", name=way, exact=True).click()
            settle(page)
        page.get_by_role("radio", name=tapped, exact=True).click(force=True)
        settle(page)
        open_look(page)
        canvas = see_from(page, name)
        told = re.search(r"Scar 1 .*?, ([\d.]+) x ([\d.]+) cm", canvas.get_attribute("aria-label") or "")
        assert told is not None
        length, width = map(Decimal, told.groups())
        area = AreaAnswer(scars=(Scar(length_cm=length, width_cm=width, place=place),))
        mine = drawing_of(adult(area=area, kept_hair=None), packaged_rules())
        marks = marks_on_head(mine, 1, "temples", seen)
        assert places(canvas, "dots") == placed(marks.dots)
        assert places(canvas, "hairs") == placed(marks.hairs)


def test_of_a_measured_area_the_browser_places_the_same_dots_and_the_hair_at_its_edge(wide: Page) -> None:
    wide.get_by_role("button", name="Measured", exact=True).click()
    settle(wide)
    open_look(wide)
    expect(head(wide)).to_have_count(0)
    skin = wide.get_by_role("img", name="A drawing of skin. An area of a size to begin with, 14 x 11.4 cm")
    begun = Measured(length_cm=Decimal("13.97"), width_cm=Decimal("11.43"))  # 5.5 by 4.5 inches
    area = AreaAnswer(measured=begun)
    [patch] = drawing_of(adult(area=area, kept_hair=None), packaged_rules()).patches
    marks = marks_on_patch(patch, 1)
    assert places(skin, "dots") == placed(marks.dots)
    assert places(skin, "hairs") == placed(marks.hairs)


def test_the_keyboard_moves_from_visit_to_visit_and_the_picture_follows(wide: Page) -> None:
    open_look(wide)
    slider(wide).focus()
    counts = [len(places(head(wide), "dots"))]
    for says in ("After visit 2 of 3", "After visit 1 of 3", "Before the first visit"):
        wide.keyboard.press("ArrowLeft")
        expect(slider(wide)).to_have_attribute("aria-valuetext", re.compile(says))
        expect(head(wide)).to_have_accessible_name(re.compile(says))
        counts.append(len(places(head(wide), "dots")))
    assert counts == sorted(set(counts), reverse=True)
    assert counts[-1] == 0
    expect(wide.get_by_text("Your area: 0 dots")).to_be_visible()
    expect(wide.get_by_text("Dense: 195 dots", exact=True)).to_be_visible()


def test_a_changed_answer_draws_anew_and_leaves_the_slider_where_it_is(wide: Page) -> None:
    open_look(wide)
    slider(wide).fill("1")
    expect(head(wide)).to_have_accessible_name(re.compile("After visit 1"))
    before = len(places(head(wide), "dots"))
    wide.get_by_role("radio", name="Soft", exact=True).click(force=True)
    settle(wide)
    expect(wide.get_by_role("radio", name="Soft", exact=True)).to_be_checked()
    expect(wide.get_by_text("Your area: 30 dots")).to_be_visible()
    expect(slider(wide)).to_have_value("1")
    assert len(places(head(wide), "dots")) == pytest.approx(before * 100 / 150, rel=0.02)


def test_on_a_phone_the_picture_is_as_sharp_as_the_screen_and_the_slider_fits_a_thumb(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, 390, 844, has_touch=True, device_scale_factor=3) as page:
        open_look(page)
        box = head(page).bounding_box()
        thumb = slider(page).bounding_box()
        assert box is not None
        assert thumb is not None
        assert head(page).evaluate("canvas => canvas.width") == pytest.approx(box["width"] * 3, abs=2)
        assert box["width"] > 320
        assert thumb["height"] >= 44
        for button in page.get_by_role("group", name="Seen from").get_by_role("button").all():
            room = button.bounding_box()
            assert room is not None
            assert min(room["height"], room["width"]) >= 44
            assert room["x"] + room["width"] <= 390
        page.get_by_text("One square centimeter, enlarged").scroll_into_view_if_needed()
        expect(page.get_by_text("Hair where none is lost: 127 hairs")).to_be_visible()


def test_the_tile_comes_to_a_browser_once(browser: Browser, app_url: str) -> None:
    with new_page(browser, app_url) as page:
        frames: list[bytes | str] = []

        def listen(socket: WebSocket) -> None:
            socket.on("framereceived", lambda frame: frames.append(frame))  # noqa: PLW0108 - append itself can't be marked

        page.on("websocket", listen)
        page.reload()
        settle(page)
        open_look(page)
        for look in ("Soft", "Dense"):
            page.get_by_role("radio", name=look, exact=True).click(force=True)
            settle(page)
        assert sum(b"const TILE" in frame for frame in frames if isinstance(frame, bytes)) == 1


def test_while_the_browser_draws_for_the_first_time_it_says_so(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url) as page:
        page.evaluate(FRAMES)
        open_look(page)
        seen = [shown for shown in page.evaluate("window.framesSeen") if shown]
        assert "draws the look" in seen[0]
        assert seen[-1] == "drawn"
