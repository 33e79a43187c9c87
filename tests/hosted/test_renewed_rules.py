"""The page is upgraded while people are in it: answers stay, and they are told what it changes for them."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from smp_planner.exports.plan_file import to_plan_file
from smp_planner.rules.saved import saved_rules
from tests.browser.conftest import ROOT, findings, own_page, settle
from tests.browser.played import choose, press
from tests.hosted.conftest import BACK_MS, DRAIN, Hosted, held, moved
from tests.hosted.test_no_answer_lost import to_the_clinics_way
from tests.packaged_rules import packaged_rules
from tests.people import ADULT

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The planner with newer rules: the look is judged 60 days after the last visit, no longer 28."""
    folder = tmp_path_factory.mktemp("newer")
    for part in ("smp_planner", "data", ".streamlit"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "app.py", folder)
    path = folder / "data" / "sessions.yaml"
    text = path.read_text(encoding="utf-8")
    old, new = "can be judged, value: 28, range: [7, 28]", "can be judged, value: 60, range: [7, 60]"
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def upgrade(hosted: Hosted, newer: Path, other_than: str) -> None:
    """The replica that serves nobody here gives way to one with the newer rules."""
    replica = hosted.other_than(other_than)
    replica.drain()
    replica.send(signal.SIGTERM)  # asked twice it does not wait, as nobody is inside
    replica.start(newer)
    replica.wait()


def test_a_rolling_upgrade_keeps_the_answers_and_says_what_it_changes(
    hosted: Hosted, newer: Path, browser: Browser
) -> None:
    with own_page(browser, hosted.url) as page:
        to_the_clinics_way(page)
        panel = page.locator(".st-key-opened")
        name = hosted.serving(page.context)
        left = hosted.replicas[name]
        upgrade(hosted, newer, name)
        left.drain()
        assert hosted.takes_in(name) is hosted.other_than(name)
        choose(page, "Dense")
        assert left.ended() == 0
        for said in (f"draining for at most {DRAIN} seconds, with 1 inside", "stopping, with 1 inside"):
            assert said in left.said()  # so whoever is inside was served until then
        different = panel.get_by_role("heading", name="What is different since you answered")
        expect(different).to_be_visible(timeout=BACK_MS)
        settle(page)
        for chosen in ("VI", "Dense"):
            expect(page.get_by_role("radio", name=chosen, exact=True)).to_be_checked()
        expect(panel.get_by_role("row", name="Settled by")).to_be_visible()
        expect(panel).to_contain_text("28 days")
        expect(panel).to_contain_text("60 days")
        expect(panel.get_by_role("row", name="Visits", exact=True)).to_have_count(0)
        assert findings(page, ".st-key-opened") == []
        page.reload()
        settle(page)
        expect(panel).to_contain_text("60 days")  # until it was read, not until a reload
        press(page, "I have seen this")
        expect(panel).to_have_count(0)
        page.reload()
        expect(page.get_by_role("radio", name="VI", exact=True)).to_be_checked()
        settle(page)
        expect(panel).to_have_count(0)
        assert held(page)["norwood"] == "VI"


def test_a_patient_who_has_no_plan_yet_is_told_that_answers_are_kept(
    hosted: Hosted, newer: Path, browser: Browser
) -> None:
    with own_page(browser, hosted.url, 390, 844) as page:
        press(page, "Next")
        page.get_by_role("button", name="Stage (men)").click()
        settle(page)
        choose(page, "VI")
        upgrade(hosted, newer, hosted.serving(page.context))
        moved(hosted, page, signal.SIGTERM)
        expect(page.get_by_text("The rules of this page were renewed since you answered.")).to_be_visible()
        expect(page.locator(".st-key-opened")).to_have_count(0)
        assert held(page)["norwood"] == "VI"


def test_a_patient_with_a_plan_reads_what_it_changes_and_has_the_plan_still(
    hosted: Hosted, newer: Path, browser: Browser
) -> None:
    saved = to_plan_file(ADULT, saved_rules(packaged_rules())).encode()
    with own_page(browser, hosted.url, 390, 844) as page:
        file: Any = {"name": "answers.json", "mimeType": "application/json", "buffer": saved}
        page.locator("input[type=file]").set_input_files(file)
        plan = page.get_by_role("heading", name="Your plan", exact=True)
        expect(plan).to_be_visible()
        settle(page)
        before = held(page)
        upgrade(hosted, newer, hosted.serving(page.context))
        moved(hosted, page, signal.SIGTERM)
        panel = page.locator(".st-key-opened")
        expect(panel.get_by_role("heading", name="What is different since you answered")).to_be_visible()
        expect(panel).to_contain_text("28 days")
        expect(panel).to_contain_text("60 days")
        expect(plan).to_be_visible()
        after = held(page)
        kept = before.keys() - {"opened_file"}  # what is told of the file
        assert {key: after[key] for key in kept} == {key: before[key] for key in kept}
