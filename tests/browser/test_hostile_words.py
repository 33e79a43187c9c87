"""Words that would run, wherever a person or a clinic can write some: in a real browser they are words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Page, expect

from smp_planner.views.plan_page import AGREED, MATTERS, OFFERS, PARTS
from tests.browser.conftest import free_port, new_page, running, settle
from tests.hostile.free_text import ANSWERS, clinic_problems, clinic_tree, free_places, written
from tests.hostile.test_words_in_exports import ANSWER_FIELDS, rules_with, turned

pytestmark = pytest.mark.browser
RUNS = (
    "<script>hit=1</script>", "<img src=x onerror=hit=1>", '"><svg/onload=hit=1>',
    "[x](javascript:hit=1)",
    "![x](http://a.example/p.png)", "<iframe src='javascript:parent.hit=1'>",
    "<style>*{display:none}</style>",
    ":material/bolt: **b** $x^2$ `c`", "<a href='//a.example'>x</a>", "'-hit=1-'", "${hit=1} {{hit=1}}",
)  # fmt: skip
NOT_ASKED = ("agreed", "hairline")  # this person's plan has no line for it
HIT = "window.hit ?? [...document.querySelectorAll('iframe')].length"


@pytest.fixture(scope="module")
def hostile_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a clinic that writes such words in every field of its file."""
    folder = tmp_path_factory.mktemp("hostile")
    fields = free_places(clinic_tree(), lambda tree: clinic_problems(tree, folder))
    rules_with(turned(RUNS, 0, len(fields)), fields, folder)
    with running(free_port(), folder / "log", SMP_CLINIC=str(folder / "clinic.yaml")) as url:
        yield url
    assert "Traceback" not in (folder / "log").read_text(encoding="utf-8")


@pytest.fixture
def page(browser: Browser, hostile_url: str) -> Iterator[Page]:
    """The clinic's screen of somebody whose saved answers hold such words in every field."""
    with new_page(browser, hostile_url) as opened:
        watch(opened)
        words = turned(RUNS, 3, len(ANSWER_FIELDS))
        held = json.dumps(written(ANSWERS, ANSWER_FIELDS, words)).encode()
        file: Any = {"name": "<img src=x onerror=hit=1>.json", "mimeType": "application/json", "buffer": held}
        opened.locator("input[type=file]").set_input_files(file)
        settle(opened)
        expect(opened.get_by_text("Your saved answers are here.")).to_be_visible()
        yield opened
        nothing_ran(opened)


def watch(page: Page) -> None:
    """Note what would show that words were more than words."""
    page.ran = []  # pyright: ignore[reportAttributeAccessIssue]
    ran: list[str] = page.ran  # pyright: ignore[reportAttributeAccessIssue]
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda fault: ran.append(str(fault)))
    page.on("request", lambda asked: ran.append(asked.url) if is_foreign(asked.url) else None)


def is_foreign(url: str) -> bool:
    return url.startswith("http") and urlparse(url).hostname != "127.0.0.1"


def nothing_ran(page: Page) -> None:
    assert page.evaluate(HIT) == 0
    assert page.ran == []  # pyright: ignore[reportAttributeAccessIssue]
    bad = "a[href^='javascript' i], a[href*='a.example'], img[src*='a.example'], [onerror], [onload]"
    assert page.locator(bad).count() == 0


def unfold(page: Page) -> None:
    """Open what is folded in this part of the plan and takes or shows words."""
    for title in (MATTERS, AGREED, OFFERS):
        folded = page.locator("[data-testid=stExpander] details:not([open]) > summary", has_text=title)
        if folded.count():
            folded.first.click()
            settle(page)


def seen(page: Page) -> str:
    """All words of the page, also of what is folded."""
    words = "[...document.querySelectorAll('[data-testid=stMain]')].map(one => one.textContent).join(' ')"
    fields = "[...document.querySelectorAll('input, textarea')].map(one => one.value).join(' ')"
    return f"{page.evaluate(words)} {page.evaluate(fields)}"


def test_in_every_part_of_the_plan_words_are_seen_as_they_were_written(page: Page) -> None:
    shown = seen(page)
    for part in PARTS:
        page.get_by_role("radio", name=part, exact=True).click()
        settle(page)
        unfold(page)
        shown += seen(page)
        for field in page.locator("[data-testid=stMain] input[type=text]:visible").all()[-4:]:
            if field.get_attribute("role") != "combobox" and field.is_editable():
                field.fill(RUNS[1])
        page.keyboard.press("Tab")
        settle(page)
        nothing_ran(page)
    names = turned(RUNS, 3, len(ANSWER_FIELDS))
    missing = [
        field
        for number, (field, words) in enumerate(zip(ANSWER_FIELDS, names, strict=True))
        if f"{words} {number}" not in shown and field != NOT_ASKED
    ]
    assert missing == []


def test_the_clinic_s_words_among_all_rules_are_words(page: Page) -> None:
    page.get_by_role("button", name="All rules and their sources").click()
    settle(page)
    shown = seen(page)
    assert "a.example" in shown
    assert "onerror=hit=1" in shown
    nothing_ran(page)


def test_a_link_with_such_words_opens_as_words_on_a_phone(browser: Browser, hostile_url: str) -> None:
    from smp_planner.answers import read_answers
    from smp_planner.exports.handoff import to_fragment
    from tests.packaged_rules import packaged_rules

    words = turned(RUNS, 5, len(ANSWER_FIELDS))
    intake = read_answers(json.dumps(written(ANSWERS, ANSWER_FIELDS, words)), "f.json").intake
    assert intake is not None
    fragment = to_fragment(intake, packaged_rules().edition, with_health=True, with_typed=True)
    with new_page(browser, f"{hostile_url}/#{fragment}", 390, 844) as page:
        watch(page)
        expect(page.get_by_text("These are the answers of the link.")).to_be_visible()
        nothing_ran(page)
        page.goto(f"{hostile_url}/?x=<script>hit=1</script>#<img src=x onerror=hit=1>")
        settle(page)
        nothing_ran(page)
