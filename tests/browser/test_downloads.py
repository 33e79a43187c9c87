"""Files to take along, taken in a real browser; and what a person is told where one can't be made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import answer_health, findings, free_port, own_page, running, settle
from tests.exports.paper.read_pdf import words_of

BEGINS = {
    "Plan on paper (PDF)": b"%PDF-",
    "Calendar file (ics)": b"BEGIN:VCALENDAR",
    "Spreadsheet (xlsx)": b"PK",
    "Page for a browser (html)": b"<!doctype html>",
    "Plain text (txt)": b"YOUR SMP PLAN",
    "Table (csv)": b"section,item,",
    "Whole record (json)": b"{",
    "Save my answers": b"{",
}
SECRET = "an answer of Ada's"  # noqa: S105 - words that stand for somebody's secret; nothing opens with them


def open_files(page: Page) -> None:
    page.get_by_role("radio", name="Talk and files").click()
    settle(page)
    page.locator("[data-testid=stExpander] summary", has_text="More files").click()
    settle(page)


def test_each_button_gives_the_file_that_it_names(browser: Browser, app_url: str) -> None:
    with own_page(browser, app_url, 390, 844) as page:
        answer_health(page)
        open_files(page)
        buttons = page.locator("[data-testid=stDownloadButton] button")
        assert [name.strip() for name in buttons.all_inner_texts()] == list(BEGINS)
        assert min(box["height"] for one in buttons.all() if (box := one.bounding_box())) >= 44
        assert findings(page) == []
        for name, begins in BEGINS.items():
            with page.expect_download() as waiting:
                page.get_by_role("button", name=name).click()
            file = waiting.value
            assert file.path().read_bytes().startswith(begins), name
            ending = re.search(r"\((\w+)\)", name)
            assert file.suggested_filename.endswith(f".{ending[1].lower() if ending else 'json'}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def paper_taken(page: Page, way: str = "click") -> str:
    """The words of the paper that the page gives now, lines joined."""
    button = page.get_by_role("button", name="Plan on paper (PDF)")
    with page.expect_download() as waiting:
        button.tap() if way == "tap" else button.click()
    return " ".join(words_of(waiting.value.path().read_bytes()).split())


def test_paper_is_short_until_all_is_asked_for_and_bears_a_name_where_one_is_typed(
    browser: Browser, app_url: str
) -> None:
    with own_page(browser, app_url, 390, 844) as page:
        page.get_by_role("radio", name="Talk and files").click()
        settle(page)
        short = paper_taken(page)
        page.get_by_label("A name on the paper, if you like").press_sequentially("Zoë O'Hara", delay=30)
        named = paper_taken(page)
        assert named.count("Zoë O'Hara") == 1
        page.get_by_text("With every question and all sources").click()
        settle(page)
        whole = paper_taken(page)
        assert whole.count("Zoë O'Hara") == 1
        assert "O'Hara" not in short
        assert len(whole) > 2 * len(short)
        assert "Risks of each option" in whole
        assert "Risks of each option" not in short


@pytest.mark.parametrize("way", ["click", "tap"])
def test_a_paper_taken_as_soon_as_a_name_is_typed_bears_that_name_and_none_before(
    way: str, browser: Browser, app_url: str
) -> None:
    """A name that stood there before would be another patient's, on a plan with health answers."""
    with own_page(browser, app_url, 1280, 900, has_touch=True) as page:
        page.get_by_role("radio", name="Talk and files").click()
        settle(page)
        field = page.get_by_label("A name on the paper, if you like")
        for name in ("Carla Uno", "Berta Due", "Anna Tre"):
            field.fill("")
            field.press_sequentially(name, delay=15)
            words = paper_taken(page, way)
            assert [one for one in ("Carla", "Berta", "Anna") if one in words] == [name.split()[0]]


def test_a_file_that_fails_is_told_in_words_and_the_page_and_all_other_files_stay(
    browser: Browser, tmp_path: Path
) -> None:
    """The installation is broken: what makes spreadsheets fails as it is loaded, quoting an answer."""
    (tmp_path / "xlsxwriter.py").write_text(f"raise RuntimeError({SECRET[::-1]!r}[::-1])")
    log = tmp_path / "log.txt"
    with (
        running(free_port(), log, PYTHONPATH=str(tmp_path)) as url,
        own_page(browser, url, 390, 844) as page,
    ):
        open_files(page)
        page.get_by_role("button", name="Spreadsheet").click()
        told = page.get_by_role("alert").filter(has_text="could not be made")
        expect(told).to_be_in_viewport()
        expect(told).to_contain_text("“Spreadsheet (xlsx)” could not be made. It is our fault, not yours.")
        expect(page.get_by_text("Failed to generate")).not_to_be_visible()
        page.wait_for_timeout(6000)  # Streamlit's own words would be gone by now
        expect(told).to_be_visible()
        expect(page.get_by_role("heading", name="Your plan")).to_be_attached()
        with page.expect_download():
            page.get_by_role("button", name="Plain text").click()
        expect(told).to_have_count(0)
    said = log.read_text(encoding="utf-8")
    assert "RuntimeError" in said
    assert SECRET not in said
