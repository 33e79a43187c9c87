"""The scalp to tap, in a real browser: by thumb, by keyboard, and always in step with the list under it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import asked_for_area, findings_in_both_themes, settle

pytestmark = pytest.mark.browser
NAMES = (
    "Hairline and temples",
    "Front half",
    "Middle of the scalp",
    "Crown",
    "Both sides",
    "Back of the head",
)
# Of each place the width and height of what can be touched for it where it is named, in px.
TARGETS = """() => {
  const shadows = [...document.querySelectorAll("*")].map(e => e.shadowRoot);
  const shadow = shadows.find(s => s?.querySelector(".box"));
  return [...shadow.querySelectorAll(".box")].map(box => {
    const zone = box.closest("svg").querySelector(`g[data-zone=${box.dataset.zone}]`).getBoundingClientRect();
    const own = box.getBoundingClientRect();
    return [zone.width, zone.height, own.width, own.height];
  });
}"""


@pytest.fixture
def phone(browser: Browser, app_url: str) -> Iterator[Page]:
    """A patient's phone, at the question for places on the head."""
    with asked_for_area(browser, app_url, "Places on the head") as page:
        yield page


def box(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=name)


def listed(page: Page) -> list[str]:
    """The places chosen in the list."""
    group = page.locator(".st-key-zones button")
    return [button.inner_text() for button in group.all() if button.get_attribute("aria-pressed") == "true"]


def ticked(page: Page) -> list[str]:
    """The places marked on the map."""
    return [name for name in NAMES if box(page, name).get_attribute("aria-checked") == "true"]


def test_a_tap_on_the_map_changes_the_list_and_the_list_the_map(phone: Page) -> None:
    box(phone, "Crown").tap()
    settle(phone)
    assert listed(phone) == ["Crown"]
    expect(phone.get_by_text("Crown: chosen")).to_be_visible()
    phone.get_by_role("button", name="Both sides").tap()
    settle(phone)
    assert ticked(phone) == ["Crown", "Both sides"]
    box(phone, "Crown").tap()
    settle(phone)
    assert listed(phone) == ["Both sides"]
    expect(phone.get_by_text("Crown: not chosen")).to_be_visible()


@pytest.mark.parametrize("name", ["Crown", "Both sides"])
def test_the_last_place_that_is_let_go_is_out_of_the_list_and_of_the_plan(phone: Page, name: str) -> None:
    box(phone, name).tap()
    settle(phone)
    assert listed(phone) == [name]
    box(phone, name).tap()
    settle(phone)
    expect(phone.get_by_text("Choose the places. Until then nothing is planned.")).to_be_visible()
    assert ticked(phone) == listed(phone) == []
    phone.get_by_role("button", name="Next", exact=True).tap()  # another touch must not bring it back
    settle(phone)
    expect(phone.get_by_text("no place is chosen")).to_be_visible()
    assert ticked(phone) == listed(phone) == []
    box(phone, name).tap()
    settle(phone)
    assert ticked(phone) == listed(phone) == [name]


def test_fast_taps_all_count(phone: Page) -> None:
    for name in NAMES[2:]:
        box(phone, name).tap()
    settle(phone)
    assert ticked(phone) == list(NAMES[2:])
    assert len(listed(phone)) == 4


def test_a_part_that_is_let_go_takes_the_whole_with_it(phone: Page) -> None:
    phone.get_by_role("button", name="The whole scalp").tap()
    settle(phone)
    assert ticked(phone) == list(NAMES)
    whole = "chosen as a part of “The whole scalp”"
    expect(box(phone, "Crown")).to_have_attribute("aria-description", whole)
    box(phone, "Crown").tap()
    settle(phone)
    assert "Crown" not in ticked(phone)
    assert listed(phone) == [
        "Hairline and temples", "Front half, hairline included", "Middle of the scalp", "Both sides",
        "Back of the head (donor area)",
    ]  # fmt: skip


def test_the_keyboard_ticks_and_keeps_its_place(phone: Page) -> None:
    box(phone, "Front half").focus()
    phone.keyboard.press("Space")
    settle(phone)
    expect(box(phone, "Front half")).to_be_focused()
    assert ticked(phone) == ["Hairline and temples", "Front half"]  # the front holds its hairline
    phone.keyboard.press("Tab")
    expect(box(phone, "Middle of the scalp")).to_be_focused()
    phone.keyboard.press("Enter")
    settle(phone)
    assert listed(phone) == ["Front half, hairline included", "Middle of the scalp"]


def test_places_outlive_a_reload_and_the_other_way_and_go_with_a_new_beginning(phone: Page) -> None:
    box(phone, "Crown").tap()
    settle(phone)
    phone.reload()
    settle(phone)
    assert ticked(phone) == ["Crown"]
    box(phone, "Both sides").tap()
    settle(phone)
    assert listed(phone) == ["Crown", "Both sides"]
    phone.get_by_role("button", name="For clinics").tap()
    settle(phone)
    assert ticked(phone) == ["Crown", "Both sides"]
    box(phone, "Crown").tap()
    settle(phone)
    assert listed(phone) == ["Both sides"]
    phone.get_by_role("button", name="Begin anew").tap()
    phone.get_by_role("button", name="Forget all answers").tap()
    expect(phone.get_by_text("Goals: none is chosen.")).to_be_visible()
    settle(phone)
    phone.get_by_role("button", name="Places on the head").tap()
    settle(phone)
    assert ticked(phone) == listed(phone) == []


def test_the_map_is_without_fault_fits_the_phone_and_has_room_for_a_thumb(phone: Page) -> None:
    for name in NAMES[1:4]:
        box(phone, name).tap()
    settle(phone)
    assert findings_in_both_themes(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    targets = phone.evaluate(TARGETS)
    assert len(targets) == len(NAMES)
    for width, height, own_width, own_height in targets:
        assert min(width, height) >= 44
        assert min(own_width, own_height) >= 24
