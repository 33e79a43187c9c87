"""The elements of our pictures: well-formed, whatever the text."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from smp_planner.pictures import svg

SVG = "{http://www.w3.org/2000/svg}"
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"))


def parsed(*inside: str, label: str = "A picture") -> ElementTree.Element:
    """The picture as another program reads it."""
    return ElementTree.fromstring(svg.picture(200, 100, label, *inside))


@given(TEXTS, TEXTS)
def test_any_words_come_out_as_they_went_in(label: str, words: str) -> None:
    picture = parsed(svg.text(1, 2, words), label=label)
    assert picture.get("aria-label") == label
    assert (picture.findtext(f"{SVG}text") or "") == words


def test_markup_in_words_stays_words() -> None:
    text = svg.text(0, 0, "<script>\"&'</script>")
    assert "<script" not in text
    assert parsed(text).findtext(f"{SVG}text") == "<script>\"&'</script>"


def test_attributes_are_escaped_and_named_with_hyphens() -> None:
    (circle,) = parsed(svg.element("circle", {"stroke_width": 2, "id": 'a"b<c'}))
    assert circle.attrib == {"stroke-width": "2", "id": 'a"b<c'}


def test_a_text_takes_the_colour_of_the_page_unless_said_otherwise() -> None:
    plain, own = parsed(svg.text(1.26, 2, "a"), svg.text(0, 0, "b", fill="#fff", font_size=9))
    assert plain.attrib == {"x": "1.3", "y": "2", "fill": "currentColor", "font-size": "12"}
    assert (own.get("fill"), own.get("font-size")) == ("#fff", "9")


def test_a_line_runs_from_end_to_end() -> None:
    (line,) = parsed(svg.line(0, 1.26, 30, 4, stroke_opacity="0.5"))
    assert line.attrib == {
        "x1": "0", "y1": "1.3", "x2": "30", "y2": "4", "stroke": "currentColor", "stroke-opacity": "0.5",
    }  # fmt: skip


def test_a_box_has_a_corner_and_a_size() -> None:
    (box,) = parsed(svg.rect(1, 2, 30.04, 4, fill="red"))
    assert {key: box.get(key) for key in ("x", "y", "width", "height", "fill")} == {
        "x": "1", "y": "2", "width": "30.0", "height": "4", "fill": "red",
    }  # fmt: skip


def test_a_path_goes_through_its_points_and_back_where_it_is_closed() -> None:
    open_, closed = parsed(svg.path([(0, 0), (1.25, 2)]), svg.path([(0, 0), (1, 2)], closed=True, fill="red"))
    assert (open_.get("d"), open_.get("fill")) == ("M0.0 0.0L1.2 2.0", "none")
    assert (closed.get("d"), closed.get("fill")) == ("M0.0 0.0L1.0 2.0Z", "red")


def test_a_picture_scales_and_says_what_it_shows() -> None:
    picture = parsed()
    assert picture.tag == f"{SVG}svg"
    assert (picture.get("viewBox"), picture.get("role"), picture.get("width")) == (
        "0 0 200 100",
        "img",
        "100%",
    )
    assert "max-width:200px" in picture.get("style", "")
