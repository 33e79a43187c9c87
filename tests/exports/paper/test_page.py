"""The self-contained page: valid, in order, and whatever somebody typed is text."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

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
)
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.planner.dots.drawing import look_of
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, plan_of

HOSTILE = "<script>alert(1)</script>\"' onload=x &amp; </style> " + (
    "\x00\x1b[1m \u202eevil \ud800 \U0001f600 \u05e9\u05dc\u05d5\u05dd"
)
SVG = '<svg viewBox="0 0 9 9" role="img" aria-label="A"><path d="M0 0"/></svg>'
VOID = {"meta", "col", "br", "img", "input", "link"}


def everything(words: str) -> Paper:
    """A document with each kind of block, all of them holding the same words."""
    blocks = (
        Paragraph(words), Paragraph(words, "quiet"), Paragraph(words, "notice"), Paragraph(words, "urgent"),
        Heading(words), Bullets((words, words), ((1,), ())), Ticks((words,)),
        Bullets((words,), small=True), Ticks((words, words), words), Pairs(((words, words),)),
        Table(words, (words, words), ((words, words),), (1, 2)),
        Table(words, ("", *[words] * 4), ((words,) * 5,)),
        Picture(SVG, words, words, 20), Picture(SVG, words, words), Lines((words,)),
        SourceList(((1, words, "https://example.org/?a=1&b=2"), (2, words, None))),
    )  # fmt: skip
    return Paper(
        title=words, person=words, brand=words, mark=words, edition=words, footer=words, language="en",
        sections=(Section("one", words, blocks), Section("two", words, blocks[:1], alone=True)),
    )  # fmt: skip


class Reader(HTMLParser):
    """What a page holds: its elements in order, and its text; an element that is not closed is a fault."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text, self.faults, self.open = "", list[str](), list[str]()
        self.feed(page)
        self.close()
        self.faults += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if len(attrs) != len(dict(attrs)):
            self.faults.append(f"{tag}: an attribute twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if "style" not in self.open[-1:]:
            self.text += data

    def of(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag in tags]


@pytest.fixture(scope="module")
def page(rules: RuleSet) -> str:
    return to_page(paper_of(plan_of(ADULT, rules), look=look_of(ADULT, rules)))


def test_it_is_a_whole_page_in_which_all_is_closed_and_every_address_is_there_once(page: str) -> None:
    read = Reader(page)
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert read.faults == []
    ids = [attributes["id"] for _tag, attributes in read.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    asked = {str(a["href"])[1:] for a in read.of("a") if str(a["href"]).startswith("#")}
    asked |= {str(a["aria-labelledby"]) for _tag, a in read.elements if "aria-labelledby" in a}
    assert asked <= set(ids)


def test_headings_go_down_a_step_at_a_time_and_each_section_is_in_the_contents(page: str) -> None:
    read = Reader(page)
    levels = [int(tag[1]) for tag, _a in read.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - level <= 1 for level, later in itertools.pairwise(levels))
    links = [a["href"] for a in read.of("a")]
    assert {f"#{a['aria-labelledby']}" for a in read.of("section")} <= set(links)


def test_it_holds_no_script_and_asks_nobody_for_anything(page: str) -> None:
    read = Reader(page)
    assert not read.of("script", "link", "iframe", "object", "embed", "img", "form", "base")
    assert not [name for _t, a in read.elements for name in a if name.startswith("on") or name == "src"]
    assert "url(" not in page
    assert "@import" not in page
    [policy] = [a["content"] for a in read.of("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert str(policy).startswith("default-src 'none'; ")


def test_tables_have_a_caption_and_heads_that_say_what_they_head(page: str) -> None:
    read = Reader(page)
    assert len(read.of("caption")) == len(read.of("table")) > 5
    assert {a.get("scope") for a in read.of("th")} == {"col", "row"}
    pictures = [a for a in read.of("svg") if "xmlns" in a]  # others stand inside one of them
    assert len(pictures) > 5
    assert all(a.get("role") == "img" and a.get("aria-label") for a in pictures)


def test_what_is_typed_is_text_in_every_kind_of_block() -> None:
    plain, hostile = Reader(to_page(everything("words"))), Reader(to_page(everything(HOSTILE)))
    assert hostile.faults == []
    assert [tag for tag, _a in hostile.elements] == [tag for tag, _a in plain.elements]
    assert [sorted(a) for _t, a in hostile.elements] == [sorted(a) for _t, a in plain.elements]
    assert hostile.text.count("<script>alert(1)</script>\"' onload=x &amp; </style>") == plain.text.count(
        "words"
    )


def test_signs_that_steer_or_turn_have_a_substitute_and_letters_of_any_script_stay() -> None:
    page = to_page(everything(HOSTILE))
    page.encode()
    assert not re.search("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)
    assert "\ufffd" in page
    assert "\U0001f600 \u05e9\u05dc\u05d5\u05dd" in page
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert family in to_page(everything(family))


def test_what_is_typed_never_ends_the_styles() -> None:
    styles = (
        to_page(everything('"; } body {display:none} </style><b>'))
        .partition("<style>")[2]
        .partition("</style>")[0]
    )
    assert styles.rstrip().endswith("}}")
    assert "display:none} </style>" not in styles
    assert styles.count("{") == styles.count("}")


def test_a_wide_table_names_the_column_beside_each_cell_for_a_narrow_screen() -> None:
    table = Table("Five", ("Question", "A", "B", "C"), (("Visits", "1", "2", "3"),))
    paper = everything("x")
    read = Reader(to_page(Paper(**{**vars_of(paper), "sections": (Section("one", "One", (table,)),)})))
    assert [a["data-head"] for a in read.of("td")] == ["A", "B", "C"]
    assert {a["role"] for a in read.of("tr", "td", "th")} == {"row", "cell", "rowheader", "columnheader"}


def test_a_question_is_printed_in_one_piece_with_its_picture_and_its_answers(page: str) -> None:
    pieces = re.findall(r'<div class="together">(.*?</table>)</div>', page, re.DOTALL)
    assert len(pieces) > 3
    for piece in pieces:
        assert piece.startswith("<h3>How many of 100")
        assert [piece.count(tag) for tag in ("<h3", "<figure", "<table")] == [1, 1, 1]


def test_numbers_lead_to_their_source() -> None:
    read = Reader(to_page(everything("words")))
    assert "#source-1" in [a["href"] for a in read.of("a")]
    assert {"source-1", "source-2"} <= {str(a.get("id")) for a in read.of("li")}


def test_the_same_document_gives_the_same_page(page: str, rules: RuleSet) -> None:
    assert to_page(paper_of(plan_of(ADULT, rules), look=look_of(ADULT, rules))) == page


def vars_of(paper: Paper) -> dict[str, object]:
    return {name: getattr(paper, name) for name in Paper.__slots__}


def test_what_is_to_be_written_has_a_line_on_the_page() -> None:
    """An empty fact had no place to write it."""
    page = to_page(replace(everything("x"), sections=(Section("one", "x", (Pairs((("My doctor", ""),)),)),)))
    assert "<dt>My doctor</dt><dd></dd>" in page
    assert "dd:empty {border-bottom:" in page
