"""The PDF of a plan: what stands on each page, how it is read aloud, and that nothing leaks into it."""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest

from smp_planner.exports.paper.blocks import (
    Block,
    Bullets,
    Heading,
    Lines,
    Paragraph,
    Picture,
    Section,
    SourceList,
    Table,
    Ticks,
)  # fmt: skip
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.paper.printable import SUBSTITUTE
from smp_planner.exports.paper.signing import signing
from tests.exports.paper.read_pdf import addresses_in, kinds_of, opened, pages_of, tagged, words_of
from tests.exports.paper.sample_paper import drawing, long_paper, paper

POINTS = {"letter": (612, 792), "a4": (595.3, 841.9)}


@pytest.fixture(scope="module")
def plan() -> bytes:
    return to_pdf(long_paper(), size="letter")


@pytest.mark.parametrize("size", ["letter", "a4"])
@pytest.mark.parametrize("large", [False, True])
def test_pages_have_the_size_that_was_asked_for(size: Literal["letter", "a4"], large: bool) -> None:
    document = pypdfium2.PdfDocument(to_pdf(paper(), size=size, large=large))
    assert {tuple(round(side, 1) for side in page.get_size()) for page in document} == {POINTS[size]}


def test_each_page_says_whose_it_is_which_plan_and_rules_and_which_page_of_how_many(plan: bytes) -> None:
    pages = list(pages_of(pypdfium2.PdfDocument(plan)))
    assert len(pages) > 10
    for number, words in enumerate(pages, 1):
        assert "Northline Scalp Studio" in words
        assert "Plan 7F3A-22C1 · Rules of 2026-11-23" in words
        assert "Records a talk. Not consent, not a quote, not medical advice." in words
        assert f"Page {number} of {len(pages)}" in words


def test_the_edition_is_not_said_twice_where_the_foot_says_it() -> None:
    words = words_of(to_pdf(paper(Paragraph("x"), footer="Rules of 2026-11-23. Not advice."), size="a4"))
    assert Counter(re.findall("2026-11-23", words))["2026-11-23"] == words.count("Page ")


def test_letters_are_large_in_large_print() -> None:
    assert (smallest_body(False), smallest_body(True)) == (12, 18)


def smallest_body(large: bool) -> int:
    """The size of the letters of a paragraph, a bullet, a cell: the one size that all of them have."""
    blocks = (Paragraph("Ähre"), Bullets(("Öhre",)), Ticks(("Ühre",)), Table("", ("a",), (("Ïhre",),)))
    pdf = pypdfium2.PdfDocument(to_pdf(paper(*blocks), size="letter", large=large))
    text = pdf[0].get_textpage()
    sizes = {
        round(pypdfium2.raw.FPDFText_GetFontSize(text, text.get_text_range().index(letter)))
        for letter in "ÄÖÜÏ"
    }
    assert len(sizes) == 1
    return sizes.pop()


def test_a_section_that_stands_alone_begins_a_sheet() -> None:
    sections = (Section("a", "First", (Paragraph("x"),)), Section("b", "Second", (Paragraph("y"),)))
    alone = (sections[0], Section("c", "Sheet", (Paragraph("z"),), alone=True))
    assert len(pypdfium2.PdfDocument(to_pdf(paper(sections=sections), size="a4"))) == 1
    first, second = pages_of(pypdfium2.PdfDocument(to_pdf(paper(sections=alone), size="a4")))
    assert "First" in first
    assert "Sheet" in second


# --- read aloud -----------------------------------------------------------------------------


def test_headings_come_in_order_and_are_the_bookmarks(plan: bytes) -> None:
    levels = [int(kind[1]) for kind in kinds_of(opened(plan)) if re.fullmatch(r"H\d", kind)]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    with opened(plan).open_outline() as outline:
        assert [entry.title for entry in outline.root] == [section.title for section in long_paper().sections]


def test_a_table_is_told_as_one_with_its_heads(plan: bytes) -> None:
    pdf = opened(to_pdf(paper(Table("When", ("Visit", "Day"), (("First", "Monday"),))), size="a4"))
    kinds = kinds_of(pdf)
    assert [kinds.count(kind) for kind in ("Table", "Caption", "TR", "TH", "TD")] == [1, 1, 2, 2, 2]
    assert all("/Scope" in str(tag.A) for tag in tagged(opened(plan)) if tag.S == "/TH")


def test_lists_boxes_to_tick_and_sources_are_told_as_lists() -> None:
    blocks = (Bullets(("a", "b")), Ticks(("c", "d")), SourceList(((1, "e", None),)))
    assert kinds_of(opened(to_pdf(paper(*blocks), size="a4"))).count("LI") == 5


def test_answers_to_tick_stand_in_one_line_with_their_question() -> None:
    asked = Ticks(("yes", "no", "not sure"), "Do I know the bad points?")
    told = " ".join(
        line for line in words_of(to_pdf(paper(asked), size="letter")).split("\n") if "bad" in line
    )
    assert " ".join(told.split()) == "Do I know the bad points? yes no not sure"


def test_a_picture_is_told_in_its_words() -> None:
    pdf = opened(to_pdf(paper(Picture(drawing(), "A head from above.", "Where dots go")), size="a4"))
    assert [str(tag.Alt) for tag in tagged(pdf) if tag.S == "/Figure" and "/Alt" in tag] == [
        "A head from above."
    ]


def test_letters_in_a_picture_are_set_in_our_font() -> None:
    pdf = opened(to_pdf(paper(Picture(drawing("Ж"), "x")), size="a4"))
    fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert all("NotoSans" in font for font in fonts)
    assert "Ж" in words_of(to_pdf(paper(Picture(drawing("Ж"), "x")), size="a4"))


def test_the_document_is_in_its_language() -> None:
    assert opened(to_pdf(paper(language="es_US"), size="a4")).Root.Lang == "es-US"
    assert opened(to_pdf(paper(language="no language"), size="a4")).Root.Lang == "en"


# --- tables over pages ----------------------------------------------------------------------


def test_a_table_repeats_its_head_on_each_page() -> None:
    rows = tuple((f"Row {number}", "Something to do that day") for number in range(60))
    pages = list(
        pages_of(pypdfium2.PdfDocument(to_pdf(paper(Table("t", ("Which", "Whatever"), rows)), size="a4")))
    )
    assert [("Whatever" in page) for page in pages] == [True, True, False]  # the third is the next section


def test_a_row_is_not_parted_over_two_pages() -> None:
    rows = tuple((f"Row {number}", "first " + "word " * 60 + "last") for number in range(20))
    pages = list(pages_of(pypdfium2.PdfDocument(to_pdf(paper(Table("t", ("a", "b"), rows)), size="a4"))))
    assert len(pages) > 2
    assert all(page.count("first") == page.count("last") for page in pages)


@pytest.mark.parametrize("large", [False, True])
def test_no_last_row_stands_alone_overleaf(large: bool) -> None:
    rows = tuple((f"Row {number}", "Something to do that day. " * 8) for number in range(1, 6))
    parted = 0
    for lines in range(4, 36):
        filling = [Paragraph("Before it.")] * lines
        pdf = to_pdf(paper(*filling, Table("t", ("a", "b"), rows)), size="letter", large=large)
        pages = [page for page in pages_of(pypdfium2.PdfDocument(pdf)) if "Row" in page]
        parted += len(pages) > 1
        assert "Row 4" in pages[-1]
        assert "Row 5" in pages[-1]
    assert parted > 2


QUESTION = (
    Heading("How many were better?", together=True),
    Paragraph("Over what time? A year."),
    Picture(drawing(), "A hundred people"),
    Table("In words", ("Option", "Answer"), tuple((f"Way {one}", "Not known. " * 20) for one in "ABCDE")),
)


def test_a_question_keeps_together_with_its_picture_and_all_answers() -> None:
    for lines in range(8, 26, 2):
        pdf = to_pdf(paper(*[Paragraph("Before it.")] * lines, *QUESTION), size="letter")
        [page] = [page for page in pages_of(pypdfium2.PdfDocument(pdf)) if "How many" in page]
        assert all(told in page for told in ("Over what time", "Crown", "In words", "Way A", "Way E"))


def test_a_question_that_no_page_holds_still_begins_with_its_picture_and_first_answer() -> None:
    for lines in range(4, 14):
        pdf = to_pdf(paper(*[Paragraph("Before it.")] * lines, *QUESTION), size="letter", large=True)
        pages = list(pages_of(pypdfium2.PdfDocument(pdf)))
        [page] = [page for page in pages if "How many" in page]
        assert all(told in page for told in ("Over what time", "Crown", "In words", "Way A"))
        assert "Way E" not in page


def test_a_row_longer_than_a_page_is_printed_whole() -> None:
    table = Table("t", ("a", "b"), (("Row", "first " + "word " * 3000 + "last"),))
    words = words_of(to_pdf(paper(table), size="letter", large=True))
    assert words.count("word") == 3000
    assert "last" in words


def test_in_large_print_there_is_a_line_across_the_sheet_for_what_is_agreed() -> None:
    """The column to write in was four letters wide."""
    known = (
        "What there is to know of it, in a sentence that is long enough for two or three lines on a sheet."
    )
    rows = (("Hairline", known, ""), ("Photos", known, "Yes, but not online"))
    table = Table("t", ("What to settle", "What to know", "What we agree"), rows, (4, 13, 5), to_write=True)
    large = words_of(to_pdf(paper(table), size="letter", large=True))
    assert large.index("Hairline") < large.index("long enough") < large.index("What we agree")
    assert large.count("What we agree") == 2  # a line to write on, and what was written
    assert "Yes, but not online" in large
    normal = words_of(to_pdf(paper(table), size="letter", large=False))
    assert normal.count("What we agree") == 1  # the head of its column


def test_in_large_print_a_wide_table_is_printed_row_by_row_with_its_heads() -> None:
    head = ("Question", *(f"Choice number {number}" for number in range(5)))
    table = Table("All", head, (("What does it take?", *("Considerable determination",) * 5),))
    pdf = to_pdf(paper(table), size="letter", large=True)
    assert "Table" not in kinds_of(opened(pdf))
    assert all(f"{name}: Considerable" in words_of(pdf).replace("\r\n", " ") for name in head[1:])


# --- addresses ------------------------------------------------------------------------------


def test_only_safe_addresses_on_the_web_are_followed() -> None:
    addresses = (
        "https://a.org/b?c=d#e", "http://b.org", "javascript:alert(1)", "file:///etc/passwd", "https://",
        "https://c.org/ x", "https://user@d.org", "data:text/html,x", "https://e.org",
    )  # fmt: skip
    listed = SourceList(tuple((number, "told", address) for number, address in enumerate(addresses)))
    pdf = to_pdf(paper(listed), size="a4")
    assert addresses_in(opened(pdf)) == {"https://a.org/b?c=d#e", "https://e.org"}
    shown = re.sub(r"[\s\u200b\ufffe]", "", words_of(pdf))
    assert all(address.replace(" ", "") in shown for address in addresses)


def test_a_number_leads_to_its_source_where_the_document_lists_it_once() -> None:
    blocks = (Bullets(("a",), ((1, 2, 9),)), SourceList(((1, "x", None), (2, "y", None), (2, "z", None))))
    pdf = opened(to_pdf(paper(*blocks), size="a4"))
    assert kinds_of(pdf).count("Link") == 1
    assert "[1, 2, 9]" in words_of(to_pdf(paper(*blocks), size="a4"))


# --- one document and the next ---------------------------------------------------------------


def test_the_same_document_gives_the_same_bytes_on_any_day() -> None:
    first = to_pdf(paper(), size="a4")
    time.sleep(1.1)
    assert to_pdf(paper(), size="a4") == first


def test_the_day_of_the_document_is_that_of_its_rules() -> None:
    pdf = opened(to_pdf(paper(edition="2031-02-03"), size="a4"))
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20310203")


def test_many_at_once_keep_apart() -> None:
    names = [f"Person{number:03}" for number in range(24)]
    with ThreadPoolExecutor(8) as crowd:
        made = list(crowd.map(lambda name: to_pdf(paper(person=name), size="letter"), names))
    for name, pdf in zip(names, made, strict=True):
        assert set(re.findall(r"Person\d{3}", words_of(pdf))) == {name}


def test_nothing_of_the_document_before_is_left() -> None:
    to_pdf(paper(person="Somebody Else"), size="a4")
    assert "Somebody" not in words_of(to_pdf(paper(person=""), size="a4"))


def test_the_printer_is_loaded_on_the_first_document_only() -> None:
    asked = "import sys; import smp_planner.exports.paper.pdf; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_the_template_asks_for_no_file_and_no_package() -> None:
    template = Path("smp_planner/exports/paper/paper.typ").read_text(encoding="utf-8")
    assert not re.search(r"#?(import|include|read|plugin)\b[ (\"]", re.sub(r"//.*", "", template))


def test_headings_and_lines_to_sign_are_printed() -> None:
    words = words_of(to_pdf(paper(Heading("Who was there"), Lines(("Name", "Signature"))), size="a4"))
    assert all(said in words for said in ("Who was there", "Name", "Signature"))


def test_a_hand_has_room_to_write_above_each_line() -> None:
    pdf = pypdfium2.PdfDocument(to_pdf(paper(Paragraph("Before"), Lines(("Name", "Signature"))), size="a4"))
    text = pdf[0].get_textpage()
    words = text.get_text_range()
    before, name, signature = (text.get_charbox(words.index(w))[3] for w in ("Before", "Name", "Signature"))
    assert before - name > 36
    assert name - signature > 36


def test_a_line_to_write_on_stays_with_what_it_is_for() -> None:
    blocks = [
        block for number in range(30) for block in (Paragraph(f"Ask {number}."), Lines((f"Write {number}",)))
    ]
    for page in pages_of(pypdfium2.PdfDocument(to_pdf(paper(*blocks), size="letter"))):
        assert re.findall(r"Ask (\d+)", page) == re.findall(r"Write (\d+)", page)


def test_what_is_urgent_is_framed_and_bold_where_a_notice_is_not() -> None:
    urgent, notice = (look_of(Paragraph("Call today", tone)) for tone in ("urgent", "notice"))
    assert urgent == {"NotoSans-SemiBold"}
    assert notice == {"NotoSans-Regular"}


def look_of(block: Block) -> set[str]:
    """The fonts in which the words of a paragraph are set."""
    pdf = pypdfium2.PdfDocument(to_pdf(paper(block), size="a4"))
    text = pdf[0].get_textpage()
    start = text.get_text_range().index("Call today")
    name = ctypes.create_string_buffer(100)
    fonts: set[str] = set()
    for at in range(start, start + 4):
        pypdfium2.raw.FPDFText_GetFontInfo(text, at, name, 100, None)
        fonts.add(name.value.decode().split("+")[-1])
    return fonts


def test_arabic_letters_in_a_picture_are_marked_and_the_words_beside_it_hold_them() -> None:
    """As letters that join into one sign can't be said again by the printer, which PDF/A wants."""
    printed = to_pdf(paper(Picture(drawing("موعد 2027"), "موعد", "موعد"), person=""), size="a4")
    assert f"{SUBSTITUTE * 4} 2027" in words_of(printed)
    assert "موعد" in words_of(printed)


@pytest.mark.parametrize("large", [False, True])
def test_the_lines_to_sign_stay_with_the_words_they_belong_to(large: bool) -> None:
    for lines in (8, 14, 20):
        filling = Section("before", "Before", tuple(Paragraph(f"Line {one}") for one in range(lines)))
        document = paper(sections=(filling, signing()))
        pages = pages_of(pypdfium2.PdfDocument(to_pdf(document, size="letter", large=large)))
        [page] = [page for page in pages if "Talked over, and by whom" in page]
        for words in ("It is not consent", "binds you to nothing", "Still deciding", "The interpreter"):
            assert words in page
