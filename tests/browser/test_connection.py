"""A phone in a lift: the page says in words that it is offline, goes on by itself, and has lost nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from smp_planner.views.connection import TOLD
from smp_planner.views.patient_way import steps_of
from tests.browser.conftest import findings, free_port, new_page, running, settle
from tests.browser.played import SOCKETS, answer_two_steps
from tests.packaged_rules import packaged_rules

pytestmark = pytest.mark.browser
STEPS = steps_of(packaged_rules())
CONNECTION = ".st-key-tab_connection"
HELD = "JSON.parse(sessionStorage.getItem('smp-planner')).answers"
UNTIL_BACK_MS = 20_000


class Server:
    """The patient's page at one port, which can go and come back as another process; or the clinic's."""

    def __init__(self, log: Path) -> None:
        self.port, self.log, self.stack = free_port(), log, ExitStack()

    def start(self, view: str = "patient") -> str:
        return self.stack.enter_context(running(self.port, self.log, SMP_VIEW=view))

    def stop(self) -> None:
        self.stack.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    started = Server(tmp_path / "log")
    yield started
    started.stop()


def nothing_is_lost(page: Page) -> None:
    expect(page.get_by_role("heading", name=STEPS[1].title)).to_be_visible()
    expect(page.get_by_role("radio", name="VI", exact=True)).to_be_checked()
    page.go_back()
    expect(page.get_by_role("heading", name=STEPS[0].title)).to_be_focused()
    settle(page)
    expect(page.get_by_role("button", name="Cover the crown")).to_have_attribute("aria-pressed", "true")


def test_a_page_without_network_says_so_and_goes_on_by_itself(server: Server, browser: Browser) -> None:
    url = server.start()
    with new_page(browser, url, 390, 844) as page:
        page.add_init_script(SOCKETS)
        page.reload()
        settle(page)
        answer_two_steps(page)
        status = page.locator(CONNECTION).get_by_role("status")
        page.context.set_offline(True)
        page.evaluate("window.sockets.forEach((socket) => socket.close())")
        expect(status).to_have_text(TOLD["offline"])
        expect(status).to_be_in_viewport()
        page.wait_for_timeout(4000)  # by then Streamlit has its own box
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.get_by_text("Streamlit")).to_have_count(0)
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            page.wait_for_timeout(600)
            assert findings(page, ".st-key-tab_connection") == []  # Streamlit greys what can't be touched now
        page.context.set_offline(False)
        expect(status).to_have_text(TOLD["back"], timeout=UNTIL_BACK_MS)
        settle(page)
        nothing_is_lost(page)
        expect(status).to_have_text("", timeout=UNTIL_BACK_MS)


def test_a_phone_in_a_tunnel_is_told_so_while_its_line_is_still_open(
    server: Server, browser: Browser
) -> None:
    """Nothing closes the line there: for half a minute Streamlit itself takes the phone to be connected."""
    url = server.start()
    with new_page(browser, url, 390, 844) as page:
        status = page.locator(CONNECTION).get_by_role("status")
        page.context.set_offline(True)
        expect(status).to_have_text(TOLD["offline"], timeout=3000)
        page.get_by_role("button", name="Cover the crown").click()
        page.get_by_role("button", name="Next").click()
        expect(status).to_have_text(TOLD["offline"])
        page.context.set_offline(False)
        expect(status).to_have_text(TOLD["back"], timeout=UNTIL_BACK_MS)
        expect(page.get_by_role("heading", name=STEPS[1].title)).to_be_visible(timeout=UNTIL_BACK_MS)
        expect(status).to_have_text("", timeout=UNTIL_BACK_MS)


def test_a_server_that_was_replaced_has_the_answers_again_before_anything_is_touched(
    server: Server, browser: Browser
) -> None:
    url = server.start()
    with new_page(browser, url, 390, 844) as page:
        answer_two_steps(page)
        held = page.evaluate(HELD)
        server.stop()
        status = page.locator(CONNECTION).get_by_role("status")
        expect(status).to_have_text(TOLD["offline"])
        server.start()
        expect(status).to_have_text(TOLD["back"], timeout=UNTIL_BACK_MS)
        settle(page)
        nothing_is_lost(page)
        page.go_forward()
        settle(page)
        assert page.evaluate(HELD) == held


def test_a_back_that_was_pressed_offline_is_followed_when_the_connection_is_there(
    server: Server, browser: Browser
) -> None:
    url = server.start()
    with new_page(browser, url, 390, 844) as page:
        answer_two_steps(page)
        server.stop()
        expect(page.locator(CONNECTION).get_by_role("status")).to_have_text(TOLD["offline"])
        page.go_back()
        expect(page.get_by_role("heading", name=STEPS[1].title)).to_be_visible()
        server.start()
        expect(page.get_by_role("heading", name=STEPS[0].title)).to_be_focused(timeout=UNTIL_BACK_MS)
        settle(page)
        page.go_forward()
        expect(page.get_by_role("radio", name="VI", exact=True)).to_be_checked()


def test_a_run_that_takes_long_is_told_in_words(server: Server, browser: Browser) -> None:
    url = server.start()
    with new_page(browser, url, 390, 844) as page:
        status = page.locator(CONNECTION).get_by_role("status")
        expect(status).to_have_text("")
        page.evaluate("document.querySelector('[data-testid=stApp]').dataset.testScriptState = 'running'")
        expect(status).to_have_text(TOLD["busy"])
        expect(status).to_have_text(TOLD["slow"], timeout=UNTIL_BACK_MS)
        page.evaluate("document.querySelector('[data-testid=stApp]').dataset.testScriptState = 'notRunning'")
        expect(status).to_have_text("")


def test_a_file_that_takes_long_is_told_in_words_and_its_button_gets_the_focus_back(
    server: Server, browser: Browser
) -> None:
    with new_page(browser, server.start("clinic")) as page:
        page.get_by_role("radio", name="Talk and files").click()
        settle(page)
        status = page.locator(CONNECTION).get_by_role("status")
        button = page.get_by_role("button", name="Plan on paper (PDF)")
        button.focus()
        button.evaluate("button => { button.disabled = true; }")
        expect(status).to_have_text(TOLD["busy"])
        expect(status).to_have_text(TOLD["making"])
        expect(button).not_to_be_focused()
        button.evaluate("button => { button.disabled = false; }")
        expect(status).to_have_text("")
        expect(button).to_be_focused()


def test_a_why_that_is_opened_without_a_server_is_told_once_one_is_back(
    server: Server, browser: Browser
) -> None:
    with new_page(browser, server.start("clinic")) as page:
        why = page.locator("tr details[data-key='sessions.count']")
        server.stop()
        expect(page.locator(CONNECTION).get_by_role("status")).not_to_be_empty()
        why.locator("summary").click()
        expect(why).to_have_attribute("open", "")
        expect(why).to_have_text("why?")
        server.start("clinic")
        expect(why).to_contain_text("A course starts with 3 visits.", timeout=UNTIL_BACK_MS)
