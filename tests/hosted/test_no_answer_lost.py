"""A replica dies, a phone sleeps, the house is full: the page goes on by itself, and no answer is lost."""

from __future__ import annotations

import json
import signal
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from smp_planner.views.connection import TOLD
from smp_planner.views.patient_way import steps_of
from tests.browser.conftest import new_page, own_page, settle
from tests.browser.played import SOCKETS, answer_two_steps, choose, press
from tests.hosted.conftest import (
    BACK_MS,
    NOTICE,
    TTL,
    WATCHING,
    Hosted,
    held,
    is_back,
    moved,
    nothing_is_lost,
    seen,
)
from tests.packaged_rules import packaged_rules

pytestmark = pytest.mark.browser
STEPS = steps_of(packaged_rules())


def to_the_clinics_way(page: Page) -> None:
    page.get_by_role("button", name="For clinics").click()
    settle(page)
    choose(page, "VI")


def test_a_patient_in_the_middle_of_the_questions_goes_on_where_they_were(
    hosted: Hosted, browser: Browser
) -> None:
    with own_page(browser, hosted.url, 390, 844) as page:
        answer_two_steps(page)
        with nothing_is_lost(page):
            moved(hosted, page)
        expect(page.get_by_role("heading", name=STEPS[1].title)).to_be_visible()
        press(page, "Back")
        expect(page.get_by_role("button", name="Cover the crown")).to_have_attribute("aria-pressed", "true")


def test_a_plan_with_all_that_was_typed_beside_it_is_the_same_on_the_other_replica(
    hosted: Hosted, browser: Browser
) -> None:
    """Plan A, an event, what matters, times of visits, an open fold, an open part; then a file is saved."""
    with own_page(browser, hosted.url) as page:
        to_the_clinics_way(page)
        for fold in ("Events and time away", "Times of the visits"):
            page.locator("[data-testid=stExpander] summary", has_text=fold).click()
        press(page, "Add an event")
        page.get_by_label("Event (your own words)").fill("wedding")
        page.keyboard.press("Enter")
        settle(page)
        choose(page, "All options")
        page.locator(".st-key-fold_matters summary").first.click()
        settle(page)
        page.get_by_role("textbox", name="Something else, 1").fill("my wife")
        page.keyboard.press("Tab")
        settle(page)
        choose(page, "What if")
        press(page, "Keep this plan as A")
        choose(page, "Dense")
        with nothing_is_lost(page):
            moved(hosted, page)
        choose(page, "Talk and files")
        with page.expect_download() as download:
            page.get_by_role("button", name="Save my answers").click()
        file = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
        assert file["answers"]["area"]["norwood"] == "VI"
        assert "my wife" in json.dumps(file["answers"])


def test_what_is_half_typed_stays_in_its_field_and_the_keyboard_goes_on_there(
    hosted: Hosted, browser: Browser
) -> None:
    with own_page(browser, hosted.url) as page:
        to_the_clinics_way(page)
        page.locator("[data-testid=stExpander] summary", has_text="Events and time away").click()
        press(page, "Add an event")
        field = page.get_by_label("Event (your own words)")
        field.press_sequentially("wedd")
        moved(hosted, page)
        expect(field).to_have_value("wedd")
        expect(field).to_be_focused()
        page.keyboard.type("ing")
        page.keyboard.press("Enter")
        settle(page)
        assert held(page)["event_1_name"] == "wedding"


def test_answers_that_a_dying_replica_never_heard_count(hosted: Hosted, browser: Browser) -> None:
    """It hangs, the person goes on, it dies: look and number of dots agree by what was said last."""
    with own_page(browser, hosted.url) as page:
        to_the_clinics_way(page)
        replica = hosted.replicas[hosted.serving(page.context)]
        replica.send(signal.SIGSTOP)
        page.get_by_role("radio", name="III", exact=True).dispatch_event("click")
        page.get_by_role("radio", name="Soft", exact=True).dispatch_event("click")
        moved(hosted, page)
        expect(page.get_by_role("slider")).to_have_value("100")
        expect(page.get_by_role("radio", name="Soft", exact=True)).to_be_checked()
        settle(page)
        answers = held(page)
        assert (answers["norwood"], answers["density_look"]) == ("III", "soft")
        expect(page.get_by_role("radio", name="III", exact=True)).to_be_checked()
        words = seen(page)
        page.reload()
        expect(page.get_by_role("button", name="Begin anew")).to_be_visible()
        expect(page.get_by_role("radio", name="Soft", exact=True)).to_be_checked()
        settle(page)
        assert seen(page) == words


def test_a_phone_that_slept_longer_than_its_session_was_kept(hosted: Hosted, browser: Browser) -> None:
    with new_page(browser, hosted.url, 390, 844) as page:
        page.add_init_script(SOCKETS)
        page.reload()
        settle(page)
        answer_two_steps(page)
        replica = hosted.replicas[hosted.serving(page.context)]
        kept_for, before = replica.keeps()
        assert kept_for == TTL
        assert before
        with nothing_is_lost(page):
            page.evaluate(WATCHING)
            page.context.set_offline(True)
            page.evaluate("window.sockets.forEach((socket) => socket.close())")
            expect(page.locator(NOTICE)).to_have_text(TOLD["offline"])
            within = time.monotonic() + 10 * TTL
            while replica.keeps()[1] & before and time.monotonic() < within:
                page.wait_for_timeout(100)
            assert not replica.keeps()[1] & before
            page.context.set_offline(False)
            is_back(page)


def test_a_page_that_finds_no_room_elsewhere_says_so_and_goes_on_once_there_is(
    hosted: Hosted, browser: Browser
) -> None:
    with own_page(browser, hosted.url, 390, 844) as page:
        answer_two_steps(page)
        with nothing_is_lost(page):
            other = hosted.other_than(hosted.serving(page.context))
            other.send(signal.SIGKILL)
            other.start(SMP_MOST_PEOPLE="1")
            other.wait()
            page.evaluate(WATCHING)
            with other.full():
                hosted.replicas[hosted.serving(page.context)].send(signal.SIGKILL)
                expect(page.locator(NOTICE)).to_have_text(TOLD["full"])
            expect(page.locator(NOTICE)).to_have_text(TOLD["back"], timeout=BACK_MS)
            is_back(page)


def test_a_proxy_that_restarts(hosted: Hosted, browser: Browser) -> None:
    with own_page(browser, hosted.url, 390, 844) as page:
        answer_two_steps(page)
        with nothing_is_lost(page):
            page.evaluate(WATCHING)
            hosted.stop_proxy()
            expect(page.locator(NOTICE)).to_have_text(TOLD["offline"])
            hosted.start_proxy()
            expect(page.locator(NOTICE)).to_have_text(TOLD["back"], timeout=30_000)
            is_back(page)


def test_two_tabs_do_not_mix_and_what_is_forgotten_is_forgotten_everywhere(
    hosted: Hosted, browser: Browser
) -> None:
    with own_page(browser, hosted.url) as first:
        second = first.context.new_page()
        second.goto(hosted.url)
        settle(second)
        for page, stage in ((first, "VI"), (second, "III")):
            press(page, "For clinics")
            choose(page, stage)
        second.evaluate(WATCHING)
        moved(hosted, first)
        is_back(second)
        for page, stage in ((first, "VI"), (second, "III")):
            expect(page.get_by_role("radio", name=stage, exact=True)).to_be_checked()
            assert held(page)["norwood"] == stage
        hosted.renew()
        first.get_by_role("button", name="Begin anew").click()
        first.get_by_role("button", name="Forget all answers").click()
        expect(first.get_by_role("heading", name=STEPS[0].title)).to_be_visible()
        settle(first)
        moved(hosted, first)
        assert held(first)["norwood"] == "unsure"
        assert "VI" not in json.dumps(held(first))
        assert held(second)["norwood"] == "III"


def test_what_another_hand_put_into_the_tab_changes_nothing(hosted: Hosted, browser: Browser) -> None:
    with own_page(browser, hosted.url) as page:
        to_the_clinics_way(page)
        ours: str = page.evaluate("sessionStorage.getItem('smp-planner')")
        changed = ours.replace('"VI"', '"<img src=x onerror=alert(1)>"')
        for foreign in ("no answers of ours", '{"answers": {"norwood": "VI", "step": 99}}', changed):
            page.evaluate("(text) => sessionStorage.setItem('smp-planner', text)", foreign)
            page.evaluate("sessionStorage.setItem('smp-planner-rules', '[1]')")
            page.reload()
            settle(page)
            expect(page.get_by_role("heading", name=STEPS[0].title)).to_be_visible()
            expect(page.locator("[data-testid=stAlert], .notice")).to_have_count(0)
            assert held(page)["norwood"] == "unsure"
        answer_two_steps(page)
        assert held(page)["norwood"] == "VI"
