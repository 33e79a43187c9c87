"""The drawings of the stages, tapped in a real browser: they choose, and are in step with the list above."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import asked_for_area, findings_in_both_themes, own_page, settle

pytestmark = pytest.mark.browser
OUTLINED = "(drawing) => getComputedStyle(drawing).outlineStyle === 'solid'"


@pytest.fixture
def phone(browser: Browser, app_url: str) -> Iterator[Page]:
    """A patient's phone, at the drawings of the stages for men."""
    with asked_for_area(browser, app_url, "Stage (men)") as page:
        yield page


def drawing(page: Page, name: str) -> Locator:
    return page.locator(".smp-stages figure").filter(has=page.get_by_label(name, exact=True))


def marked(page: Page) -> list[str]:
    """The stages whose drawing is marked."""
    drawings = page.locator(".smp-stages figure").all()
    return [str(one.get_attribute("data-choice")) for one in drawings if one.evaluate(OUTLINED)]


def listed(page: Page, scale: str = "norwood") -> list[str]:
    """The stage chosen in the list."""
    return page.locator(f".st-key-{scale} button[aria-checked=true]").all_inner_texts()


def test_a_tap_on_a_drawing_chooses_its_stage_and_the_list_marks_the_drawing(phone: Page) -> None:
    expect(phone.get_by_text("Or tap a drawing.")).to_be_visible()
    assert (marked(phone), listed(phone)) == ([], ["Not sure"])
    drawing(phone, "A head from above, Norwood stage III vertex").tap()
    settle(phone)
    assert (marked(phone), listed(phone)) == (["norwood III-vertex"], ["III vertex"])
    phone.locator(".st-key-norwood").get_by_text("V", exact=True).tap()
    settle(phone)
    assert (marked(phone), listed(phone)) == (["norwood V"], ["V"])
    phone.locator(".st-key-norwood").get_by_text("Not sure").tap()
    settle(phone)
    assert (marked(phone), listed(phone)) == ([], ["Not sure"])


def test_what_was_tapped_comes_back_after_a_reload_and_is_the_plan_s(phone: Page) -> None:
    drawing(phone, "A head from above, Norwood stage VII").tap()
    settle(phone)
    phone.reload()
    settle(phone)
    assert (marked(phone), listed(phone)) == (["norwood VII"], ["VII"])
    phone.get_by_role("button", name="For clinics").tap()
    settle(phone)
    assert listed(phone) == ["VII"]
    expect(phone.get_by_text("Only a low rim left").first).to_be_visible()


def test_in_the_clinic_s_way_the_drawings_behind_their_fold_are_marked_and_can_be_tapped(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, 1280, 900) as page:
        page.get_by_role("button", name="Stage (women)").click()
        settle(page)
        page.locator(".st-key-ludwig").get_by_text("II", exact=True).click()
        settle(page)
        page.get_by_text("What do the stages mean?").last.click()
        settle(page)
        assert marked(page) == ["ludwig II"]
        drawing(page, "A head from above, Ludwig stage III").click()
        settle(page)
        assert (marked(page), listed(page, "ludwig")) == (["ludwig III"], ["III"])


def test_a_tap_on_a_square_of_dots_chooses_its_look(browser: Browser, app_url: str) -> None:
    with asked_for_area(browser, app_url, "Stage (men)") as page:
        while not page.locator(".looks figure").count():
            page.get_by_role("button", name="Next").tap()
            settle(page)
        page.locator(".looks figure", has_text="Dense").tap()
        settle(page)
        assert listed(page, "density_look") == ["Dense"]
        chosen = page.locator(".looks figure", has_text="Dense")
        assert chosen.evaluate(OUTLINED)
        page.locator(".st-key-density_look").get_by_text("Soft", exact=True).tap()
        settle(page)
        assert not chosen.evaluate(OUTLINED)
        assert page.locator(".looks figure", has_text="Soft").evaluate(OUTLINED)
        assert findings_in_both_themes(page) == []


def test_the_drawings_are_without_fault_and_fit_the_phone(phone: Page) -> None:
    drawing(phone, "A head from above, Norwood stage IV").tap()
    settle(phone)
    assert findings_in_both_themes(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
