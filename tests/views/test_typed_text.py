"""What a person types is shown as typed: never as HTML, Markdown or a formula."""

from __future__ import annotations

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.quantities import Estimate
from smp_planner.views import html
from smp_planner.views.plan_page import AGREED, MATTERS, PARTS
from tests.views.shown import open_tab

TYPED = "![x](http://a.example/p.png) $1 $2 <b>Zoë</b>"
SHOWN = "![x](http://a.example/p.png) $1 $2 &lt;b&gt;Zoë&lt;/b&gt;"
READS_MARKDOWN = (
    "markdown",
    "info",
    "warning",
    "error",
    "success",
    "caption",
    "title",
    "subheader",
    "header",
)


def with_event(page: AppTest, *, days: int, kind: str) -> AppTest:
    page.button(key="event_add").click().run()
    page.text_input(key="event_1_name").set_value(TYPED)
    page.pills(key="event_1_kind").set_value(kind)
    page.date_input(key="event_1_from").set_value(page.session_state["start"] + timedelta(days=days)).run()
    return page


@pytest.mark.parametrize(("days", "kind"), [(20, "be_ready"), (300, "be_ready"), (3, "sun")])
def test_the_name_of_an_event_is_never_read_as_markup(page: AppTest, days: int, kind: str) -> None:
    with_event(page, days=days, kind=kind)
    seen = ""
    for part in PARTS:
        open_tab(page, part)
        seen += " ".join(piece.proto.body for piece in page.get("html"))
        for name in READS_MARKDOWN:
            for element in getattr(page, name):
                if not element.value.startswith('<div class="smp-picture">'):  # HTML, escaped
                    assert "a.example" not in element.value, (part, name)
        for element in page.markdown:
            assert "<b>Zo" not in element.value, part
        for label in (*page.button, *page.checkbox, *page.expander):
            assert "a.example" not in label.label
    assert "<b>Zoë" not in seen
    assert SHOWN in seen


@pytest.mark.parametrize("where", [AGREED, MATTERS])
def test_what_is_written_in_a_part_of_the_plan_is_never_read_as_markup(where: str, page: AppTest) -> None:
    open_tab(page, where)
    for line in page.text_input:
        line.set_value(TYPED)
    page.run()
    for part in PARTS:
        open_tab(page, part)
        assert "<b>Zo" not in " ".join(piece.proto.body for piece in page.get("html")), part
        for name in READS_MARKDOWN:
            assert not [element for element in getattr(page, name) if "a.example" in element.value], part
        for label in (*page.button, *page.checkbox, *page.expander, *page.text_input):
            assert "a.example" not in label.label


def test_small_pieces_escape_what_comes_in() -> None:
    for made in (
        html.table("<i>", ["<i>", "<i>"], []),
        html.side_by_side("<i>", ["<i>"], [], on_phone=0),
        html.figure(Estimate(1, 2, 3, "<i>", "<i>")),
        html.paragraph("<i>"), html.fact("<i>"), html.notice("<i>"), html.quiet("<i>"), html.heading("<i>"),
        html.bullets(["<i>"]),
    ):  # fmt: skip
        assert "<i>" not in made
        assert "&lt;i&gt;" in made
