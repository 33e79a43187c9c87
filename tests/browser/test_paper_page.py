"""The self-contained page in a real browser: readable at both sizes, in the dark, printed, and by itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page
from pypdfium2 import PdfDocument

from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.planner.dots.drawing import look_of
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.browser.conftest import findings
from tests.exports.paper.read_pdf import pages_of
from tests.exports.paper.test_page import HOSTILE, everything
from tests.people import ADULT, adult, plan_of

pytestmark = pytest.mark.browser
NARROW, WIDE = 390, 1280
WORDS = " Tickle" * 30


@pytest.fixture(scope="module")
def pages(rules: RuleSet) -> dict[str, str]:
    """What is looked at: a plan, a referral, and a document of hostile words."""
    return {
        "plan": to_page(paper_of(plan_of(ADULT, rules), look=look_of(ADULT, rules))),
        "referral": to_page(paper_of(plan_treatment(adult(health=("keloid",)), rules))),
        "hostile": to_page(everything(HOSTILE + WORDS)),
    }


@pytest.fixture(params=["plan", "referral", "hostile"])
def file(request: pytest.FixtureRequest, pages: dict[str, str], tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(pages[request.param], encoding="utf-8")
    return path


@pytest.fixture(
    params=[(WIDE, "light"), (WIDE, "dark"), (NARROW, "light"), (NARROW, "dark")],
    ids=lambda p: f"{p[0]}-{p[1]}",
)
def opened(request: pytest.FixtureRequest, browser: Browser, file: Path) -> Iterator[Page]:
    """The file as somebody opens it; what it asks for beyond itself, or complains of, is a fault."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page, faults = context.new_page(), list[str]()
    page.on("request", lambda asked: faults.append(asked.url) if asked.url != file.as_uri() else None)
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    yield page
    context.close()
    assert faults == []


def test_it_is_readable_for_everybody_and_nothing_leaves_it(opened: Page) -> None:
    assert findings(opened) == []
    wide, room = opened.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= room, "the page would have to be moved sideways"
    assert opened.evaluate("document.scripts.length") == 0
    assert opened.evaluate("document.compatMode") == "CSS1Compat"


def test_on_a_phone_no_picture_is_moved_sideways_and_its_letters_stay_legible(
    browser: Browser, pages: dict[str, str]
) -> None:
    """What has words in it is drawn for a phone of its own; letters under 9 px nobody reads there."""
    page = browser.new_page(viewport={"width": NARROW, "height": 844})
    page.set_content(pages["plan"])
    drawings = [one for one in page.locator("figure svg").all() if one.is_visible()]
    assert len(drawings) > 5
    for drawing in drawings:
        hidden, smallest = drawing.evaluate("""(svg) => {
            const figure = svg.closest("figure");
            const told = [...svg.querySelectorAll("text")];
            const letters = told.map((one) => one.getBoundingClientRect().height);
            return [figure.scrollWidth - figure.clientWidth, Math.min(...letters)];
        }""")
        assert hidden <= 1
        assert smallest is None or smallest >= 9


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_all_options_have_the_same_room_and_the_same_type(
    width: int, browser: Browser, pages: dict[str, str]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(pages["plan"])
    looks = page.evaluate("""() => [
        ...document.querySelectorAll('#options ~ table:first-of-type tbody tr')
    ].map(row => new Set([...row.querySelectorAll('td')].map(cell => {
        const look = getComputedStyle(cell), width = Math.round(cell.getBoundingClientRect().width);
        return [width, look.fontSize, look.fontWeight, look.color].join();
    })).size)""")
    in_view = page.evaluate("""() => [...document.querySelectorAll('#chances ~ .pictures svg')].every(drawn =>
        drawn.getBoundingClientRect().right <= document.documentElement.clientWidth)""")
    page.close()
    assert set(looks) == {1}
    assert in_view, "a hundred people for all five options stand side by side"


def test_it_prints_on_sheets(browser: Browser, file: Path) -> None:
    page = browser.new_page()
    page.goto(file.as_uri())
    printed = page.pdf(format="A4")
    page.close()
    with pikepdf.open(io.BytesIO(printed)) as document:
        assert len(document.pages) > 1


@pytest.mark.parametrize("size", ["Letter", "A4"])
def test_printed_the_drawing_stands_on_the_first_sheet_and_no_break_leaves_one_empty(
    size: str, browser: Browser, pages: dict[str, str]
) -> None:
    """The drawing had a sheet to itself, what the answers bring up another one, the lines to sign a third."""
    page = browser.new_page()
    page.set_content(pages["plan"])
    printed = page.pdf(format=size)
    page.close()
    sheets = [*pages_of(PdfDocument(printed))]
    assert "This is a drawing, not a photo" in sheets[0]
    assert "What your answers bring up" in sheets[1]
    assert "Your visits" in sheets[1]
    assert "The practitioner: name, signature, day" in " ".join(sheets[-1].split())
    assert "This records a talk" in sheets[-1]


def test_a_row_is_never_cut_and_heads_come_again_on_the_next_sheet(
    browser: Browser, pages: dict[str, str]
) -> None:
    page = browser.new_page()
    page.set_content(pages["plan"])
    page.emulate_media(media="print")
    assert page.evaluate("""() => [...document.querySelectorAll('tr')].every(row =>
        getComputedStyle(row).breakInside === 'avoid')""")
    assert page.evaluate("""() => [...document.querySelectorAll('thead')].every(head =>
        getComputedStyle(head).display === 'table-header-group')""")
    page.close()
