"""What a consultant and a patient see before they scroll."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import findings_in_both_themes, free_port, own_page, running, settle

pytestmark = pytest.mark.browser
ONE_LINE = """() => [...document.querySelectorAll(".st-key-ways button, .st-key-ways label")]
  .filter(e => e.getBoundingClientRect().height > 50).length"""


def top(found: Locator) -> float:
    box = found.first.bounding_box()
    assert box is not None
    return box["y"]


def bottom(found: Locator) -> float:
    box = found.first.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def overlaps(page: Page) -> bool:
    """Whether two things in the row of the title lie on one another."""
    boxes = page.evaluate(
        """() => [...document.querySelectorAll("h1, .brand bdi, .st-key-ways button, .st-key-ways label")]
          .map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])"""
    )
    return any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        for place, a in enumerate(boxes)
        for b in boxes[:place]
    )


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 768)])
def test_a_consultant_sees_answers_and_the_plans_sentence_at_once_and_what_protects_a_patient(
    browser: Browser, app_url: str, width: int, height: int
) -> None:
    with own_page(browser, app_url, width, height, color_scheme="light") as page:
        page.scheme = "light"  # pyright: ignore[reportAttributeAccessIssue]
        assert top(page.locator(".said")) < 200
        assert top(page.locator(".st-key-goals")) < 200
        for said in (
            "not medical advice",
            "No server stores your answers",
            "This is an example.",
            "The health questions are still open",
        ):
            told = page.get_by_text(said)
            expect(told).to_be_visible()
            assert bottom(told) < height
        for name in ("For patients", "Begin anew", "All rules and their sources"):
            assert bottom(page.get_by_role("button", name=name)) < 70
        assert page.evaluate(ONE_LINE) == 0
        page.get_by_text("What is kept?").click()
        expect(page.get_by_text("Your browser keeps them in this tab")).to_be_visible()
        assert not findings_in_both_themes(page)


def test_on_a_phone_the_first_question_stands_above_the_fold_in_both_ways(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, 390, 844, color_scheme="dark") as page:
        page.scheme = "dark"  # pyright: ignore[reportAttributeAccessIssue]
        assert bottom(page.locator(".st-key-goals")) < 500
        assert not findings_in_both_themes(page)
        page.get_by_role("button", name="For patients").click()
        settle(page)
        expect(page.get_by_text("not medical advice")).to_be_visible()
        assert bottom(page.get_by_role("button", name="Next")) < 844
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_clinics_name_lies_on_nothing(browser: Browser, tmp_path: Path) -> None:
    clinic = "data/clinics/example-clinic.yaml"
    with running(free_port(), tmp_path / "log.txt", SMP_CLINIC=clinic) as url:
        for width in (1280, 1024, 390):
            with own_page(browser, url, width, 800) as page:
                expect(page.locator(".brand bdi")).to_be_visible()
                assert not overlaps(page), width
                assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), width
                assert top(page.locator(".st-key-goals")) < 400


@pytest.mark.parametrize(("width", "height"), [(820, 1180), (1024, 768)])
def test_on_a_tablet_the_answers_have_room_and_the_plan_still_fits(
    page: Page, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    settle(page)
    answers = page.locator(".st-key-answers").bounding_box()
    assert answers is not None
    assert answers["width"] >= 300
    assert bottom(page.locator(".said")) < height
    wide = "() => (e => e.scrollWidth > e.clientWidth)(document.querySelector('[data-testid=stMain]'))"
    assert not page.evaluate(wide)


def test_the_frame_of_the_focused_page_goes_around_all_of_it_and_crosses_no_words(page: Page) -> None:
    main = page.locator("main")
    for _ in range(5):
        page.keyboard.press("Tab")
        if main.evaluate("main => document.activeElement === main"):
            break
    expect(main).to_be_focused()
    frame = main.evaluate(
        "main => { const {top, height} = getComputedStyle(main, '::before'); return [top, height]; }"
    )
    assert frame == ["0px", "900px"]
