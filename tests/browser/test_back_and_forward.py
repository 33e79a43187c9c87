"""A phone's Back and Forward lead from step to step, and nothing of an answer stands in the address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from smp_planner.views.patient_way import screens, steps_of
from tests.browser.conftest import free_port, own_page, running, settle
from tests.packaged_rules import packaged_rules

pytestmark = pytest.mark.browser
STEPS, SCREENS = steps_of(packaged_rules()), screens(packaged_rules())


@pytest.fixture(scope="module")
def patients_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app as a deployment for patients opens it."""
    with running(free_port(), tmp_path_factory.mktemp("app") / "log", SMP_VIEW="patient") as url:
        yield url


@pytest.fixture
def phone(browser: Browser, patients_url: str) -> Iterator[Page]:
    """A phone at the first step."""
    with own_page(browser, patients_url, 390, 844) as page:
        yield page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    settle(page)


def is_at(page: Page, number: int) -> None:
    """The step is on the screen, has the focus, and is named in the address."""
    expect(page.get_by_role("heading", name=STEPS[number].title)).to_be_focused()
    settle(page)
    assert page.url.endswith(f"/#{SCREENS[number]}")


def entries(page: Page) -> int:
    return int(page.evaluate("history.length"))


def test_forward_to_the_patients_way_brings_no_goal_of_the_clinics_example(
    browser: Browser, app_url: str
) -> None:
    goal = "A shaved look"
    with own_page(browser, app_url) as clinic:
        expect(clinic.get_by_role("button", name=goal, exact=True)).to_have_attribute("aria-pressed", "true")
        clinic.get_by_role("button", name="For patients").click()
        settle(clinic)
        expect(clinic.get_by_role("button", name=goal, exact=True)).to_have_attribute("aria-pressed", "false")
        clinic.go_back()
        expect(clinic.get_by_role("button", name=goal, exact=True)).to_have_attribute("aria-pressed", "true")
        settle(clinic)
        clinic.go_forward()
        is_at(clinic, 0)
        expect(clinic.get_by_role("button", name=goal, exact=True)).to_have_attribute("aria-pressed", "false")


def test_back_and_forward_lead_from_step_to_step_and_lose_no_answer(phone: Page) -> None:
    press(phone, "Cover the crown")
    press(phone, "Next")
    press(phone, "Stage (men)")
    phone.get_by_role("radio", name="VI", exact=True).click(force=True)
    settle(phone)
    press(phone, "Next")
    phone.go_back()
    is_at(phone, 1)
    expect(phone.get_by_role("radio", name="VI", exact=True)).to_be_checked()
    phone.go_back()
    is_at(phone, 0)
    expect(phone.get_by_role("button", name="Cover the crown")).to_have_attribute("aria-pressed", "true")
    phone.go_forward()
    is_at(phone, 1)
    phone.go_forward()
    is_at(phone, 2)


def test_the_page_s_own_back_is_the_phone_s(phone: Page) -> None:
    before = entries(phone)
    press(phone, "Next")
    press(phone, "Next")
    press(phone, "Back")
    is_at(phone, 1)
    assert entries(phone) == before + 2
    phone.go_back()
    is_at(phone, 0)
    phone.go_forward()
    phone.go_forward()
    is_at(phone, 2)


def test_back_on_the_first_step_leaves_the_page(browser: Browser, patients_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto("about:blank")
    page.goto(patients_url)
    settle(page)
    page.go_back()
    assert page.url == "about:blank"
    context.close()


def test_a_step_that_is_only_answered_is_one_entry(phone: Page) -> None:
    before = entries(phone)
    press(phone, "Cover the crown")
    press(phone, "A shaved look")
    assert entries(phone) == before
    press(phone, "Next")
    assert entries(phone) == before + 1


def test_several_quick_backs_lead_as_far_back(phone: Page) -> None:
    for _ in range(4):
        press(phone, "Next")
    before = entries(phone)
    for _ in range(3):
        phone.evaluate("history.back()")
        phone.wait_for_timeout(20)
    is_at(phone, 1)
    assert entries(phone) == before
    for number in (2, 3, 4):
        phone.go_forward()
        is_at(phone, number)


def test_after_a_reload_back_and_forward_still_lead_the_same_way(phone: Page) -> None:
    for _ in range(2):
        press(phone, "Next")
    phone.go_back()
    is_at(phone, 1)
    before = entries(phone)
    phone.reload()
    settle(phone)
    expect(phone.get_by_role("heading", name=STEPS[1].title)).to_be_visible()
    assert entries(phone) == before
    phone.go_forward()
    is_at(phone, 2)
    phone.go_back()
    phone.go_back()
    is_at(phone, 0)


def test_from_the_plan_back_leads_to_the_step_before_it_and_forward_to_the_plan(phone: Page) -> None:
    press(phone, "Next")
    press(phone, "Skip to my plan")
    expect(phone.get_by_role("heading", name="Your plan")).to_be_focused()
    phone.go_back()
    is_at(phone, 1)
    phone.go_forward()
    expect(phone.get_by_role("heading", name="Your plan")).to_be_focused()
    expect(phone.get_by_text("Planned: ").first).to_be_visible()


def test_back_leads_over_from_the_clinic_s_screen_with_its_buttons(phone: Page) -> None:
    press(phone, "Next")
    press(phone, "For clinics: everything on one screen")
    phone.go_back()
    is_at(phone, 1)
    expect(phone.get_by_role("button", name="For clinics: everything on one screen")).to_be_visible()
    phone.go_forward()
    expect(phone.get_by_role("button", name="For patients: a few questions at a time")).to_be_visible()


def test_nothing_of_an_answer_stands_in_the_address(phone: Page) -> None:
    seen = [phone.url]
    press(phone, "Cover the crown")
    for _ in range(2):
        press(phone, "Next")
        seen.append(phone.url)
    told = phone.evaluate("JSON.stringify(history.state)")
    assert [url.partition("#")[2] for url in seen] == list(SCREENS[:3])
    assert not [url for url in seen if "?" in url]
    assert set(told.split('"')[1::2]) == {"smpScreen", "smpBefore", SCREENS[2], SCREENS[1]}
