"""Whatever somebody types, the PDF is made, and says it or shows clearly where a letter is missing."""

from __future__ import annotations

import io
import re
from html import escape

import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smp_planner.exports.paper.blocks import (
    Bullets,
    Heading,
    Lines,
    Pairs,
    Paper,
    Paragraph,
    Picture,
    Section,
    SourceList,
    Table,
    Ticks,
)  # fmt: skip
from smp_planner.exports.paper.glyphs import ARABIC, LATIN, characters_of
from smp_planner.exports.paper.pdf import to_pdf
from smp_planner.exports.paper.printable import SUBSTITUTE, printable
from tests.exports.paper.sample_paper import drawing, paper

MARKUP = (
    '#panic("x")',
    '#read("/etc/passwd")',
    "$x^2$",
    "`code`",
    "*/ @ref <label> \\ _no_",
    "=HYPERLINK(1)",
    "]] } )",
)
SCRIPTS = (
    "محمد العربي",
    "יעל כהן",
    "สมชาย",
    "山田太郎",
    "김민수",
    "👩🏽‍🚀",
    "Ελένη",
    "Дмитрий",
    "अर्जुन",
    "ﷺ",
    "e\u0301\u0489",
    "\ud800",
)


def told(pdf: bytes) -> str:
    """The letters of a document without its spaces, as a reader that copies or reads aloud takes them."""
    from tests.exports.paper.read_pdf import words_of

    return re.sub(r"\s", "", words_of(pdf))


@pytest.mark.parametrize("typed", MARKUP)
def test_markup_that_somebody_typed_is_printed_as_it_stands(typed: str) -> None:
    assert re.sub(r"\s", "", typed) in told(to_pdf(paper(Paragraph(typed), person=typed), size="a4"))


@pytest.mark.parametrize(
    "name", ["José Ñáñez-O’Connor", "Łukasz Żółć", "Ελένη Παπαδάκη", "Дмитрий", "Nguyễn Thị Ánh"]
)
def test_names_in_scripts_that_we_have_are_printed(name: str) -> None:
    assert re.sub(r"\s", "", name) in told(to_pdf(paper(person=name), size="letter"))


def test_a_letter_that_no_font_has_is_marked_and_the_first_page_says_what_the_mark_means() -> None:
    printed = told(to_pdf(paper(person="Ana 山田"), size="letter"))
    assert f"Ana{SUBSTITUTE * 2}" in printed
    assert f"{SUBSTITUTE}standsforaletter" in printed


def test_where_every_letter_is_printed_nothing_is_said_of_missing_ones() -> None:
    assert SUBSTITUTE not in told(to_pdf(paper(), size="letter"))


def test_control_characters_and_turned_order_are_left_out() -> None:
    assert printable("A\x00b\u202ec\u2066d\x1b\ufeff") == "Abcd"


def test_lines_and_tabs_become_spaces() -> None:
    assert printable("a\nb\tc\u2028d\r") == "a b c d "


def test_half_a_character_is_marked() -> None:
    assert printable("a\ud800b") == f"a{SUBSTITUTE}b"


def test_letters_and_their_marks_are_put_together() -> None:
    assert printable("Jose\u0301") == "José"


def test_a_mark_that_the_letters_font_does_not_have_is_left_out() -> None:
    assert printable("a\u0652") == "a"


def test_a_word_without_an_end_may_break() -> None:
    assert "\u200b" in printable("x" * 100)
    assert "\u200b" not in printable("micropigmentation")


TYPED = st.one_of(
    st.text(st.characters(), max_size=40),
    st.sampled_from(MARKUP + SCRIPTS),
    st.text(st.sampled_from("".join(SCRIPTS) + "\u0300\u0652\u200d\ufe0f\u202e\x00a "), max_size=30),
)
ADDRESSES = st.one_of(
    st.none(),
    TYPED,
    st.sampled_from(("", "https://", "javascript:alert(1)")),
    TYPED.map("https://a.org/{}".format),
)
WHOLE = st.integers(0, 12)


def some(texts: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(texts, max_size=most).map(tuple)


BLOCKS = st.one_of(
    st.builds(Paragraph, TYPED, st.sampled_from(("plain", "quiet", "notice", "urgent"))),
    st.builds(Heading, TYPED),
    st.builds(
        Bullets,
        some(TYPED),
        st.lists(st.lists(WHOLE, max_size=3).map(tuple), max_size=3).map(tuple),
        st.booleans(),
    ),
    st.builds(Ticks, some(TYPED), TYPED | st.just("")),
    st.builds(Pairs, st.lists(st.tuples(TYPED, TYPED), max_size=4).map(tuple)),
    st.builds(
        Table, TYPED, st.lists(TYPED, min_size=1, max_size=4).map(tuple),
        st.lists(some(TYPED, 4), max_size=4).map(tuple), st.lists(WHOLE, max_size=4).map(tuple),
    ),
    st.builds(Picture, TYPED.map(lambda said: drawing(escape(said))), TYPED, TYPED, st.integers(-5, 200)),
    st.builds(Lines, some(TYPED)),
    st.builds(SourceList, st.lists(st.tuples(WHOLE, TYPED, ADDRESSES), max_size=3).map(tuple)),
)  # fmt: skip
SECTIONS = st.builds(Section, TYPED, TYPED, st.lists(BLOCKS, max_size=5).map(tuple), st.booleans())
PAPERS = st.builds(
    Paper, title=TYPED, person=TYPED, brand=TYPED, mark=TYPED, edition=TYPED, footer=TYPED,
    language=st.one_of(TYPED, st.sampled_from(("en", "es_US", "ar", "zh-Hant-TW"))),
    sections=st.lists(SECTIONS, max_size=4).map(tuple),
)  # fmt: skip


RAGGED = Table("", ("", "", "0" * 11), ((), ("", "0" * 11, "", "0" * 9), ("0" * 11,)))


@settings(max_examples=150)
@example(paper(RAGGED), "a4", True)
@given(PAPERS, st.sampled_from(("letter", "a4")), st.booleans())
def test_no_text_in_any_place_breaks_the_document(drawn: Paper, size: str, large: bool) -> None:
    pdf = pikepdf.open(io.BytesIO(to_pdf(drawn, size=size, large=large)))  # pyright: ignore[reportArgumentType]
    assert pdf.pages
    assert pdf.Root.MarkInfo.Marked
    with pdf.open_metadata() as told:
        assert (told["pdfaid:part"], told["pdfuaid:part"]) == ("2", "1")


@pytest.mark.parametrize("weight", [400, 600])
def test_every_letter_of_our_font_may_stand_in_a_picture(weight: int) -> None:
    letters = sorted(characters_of(LATIN) | characters_of(ARABIC))
    for start in range(0, len(letters), 100):
        shown = tuple(
            Picture(drawing(escape(f"a{chr(c)}")).replace("<text", f'<text font-weight="{weight}"'), "")
            for c in letters[start : start + 100]
        )
        assert to_pdf(paper(*shown), size="letter")
