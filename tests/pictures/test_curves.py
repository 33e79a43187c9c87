"""Curves: a scale that is easy to read, names that don't cover each other, two shapes."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from smp_planner.domain.intake import OPTIONS
from smp_planner.pictures.curves import LOOKS, Line, curves
from smp_planner.pictures.shape import ON_SCREEN, Shape
from smp_planner.pictures.spans import Span, Spans


def drawn(*lines: Line, shape: Shape = Shape.WIDE, top: int | None = None) -> str:
    return curves(lines, label="A picture", x_name="years", unit="%", top=top, shape=shape)


def line(name: str, most: int) -> Line:
    return Line(name=name, points=[(0, 0, 0, 0), (10, most // 2, most // 2, most)])


@pytest.mark.parametrize(("most", "end"), [(113, "120"), (100, "100"), (1, "1"), (8741, "10,000"), (7, "8")])
def test_a_scale_ends_at_an_even_number_not_below_the_largest_value(most: int, end: str) -> None:
    marks = re.findall(r'text-anchor="end"[^>]*>([\d,]+)<', drawn(line("a", most)))
    assert marks[-1] == end


def test_a_fixed_end_is_kept() -> None:
    assert re.findall(r'text-anchor="end"[^>]*>([\d,]+)<', drawn(line("a", 80), top=100))[-1] == "100"


def test_names_at_the_ends_of_equal_lines_stand_apart() -> None:
    picture = drawn(line("one", 50), line("two", 50))
    heights = [float(re.search(rf'y="([\d.]+)"[^>]*>{name}<', picture)[1]) for name in ("one", "two")]  # pyright: ignore[reportOptionalSubscript]
    assert abs(heights[0] - heights[1]) >= 13


def test_names_of_equal_lines_stand_around_its_end() -> None:
    picture = drawn(line("one", 50), line("other", 80), line("two", 50), line("three", 50))
    heights = {
        name: float(re.search(rf'y="([\d.]+)"[^>]*>{name}<', picture)[1])  # pyright: ignore[reportOptionalSubscript]
        for name in ("one", "two", "three")
    }
    alone = float(re.search(r'y="([\d.]+)"[^>]*>one<', drawn(line("one", 50), line("other", 80)))[1])  # pyright: ignore[reportOptionalSubscript]
    assert heights["two"] == pytest.approx(alone)
    assert heights["one"] < heights["two"] < heights["three"]


STROKE = re.compile(
    r'<path[^>]*stroke="(#\w+)" stroke-width="2" stroke-dasharray="([^"]*)" stroke-dashoffset="([^"]*)"'
)
KEY = re.compile(
    r'<line[^>]*stroke="(#\w+)" stroke-width="2" stroke-dasharray="([^"]*)"></line><text[^>]*>(\w+)<'
)


def of(option: str, most: int) -> Line:
    return line(option, most)._replace(look=LOOKS[option])


def test_every_option_has_a_colour_and_a_dash_of_its_own() -> None:
    assert tuple(LOOKS) == OPTIONS
    assert len({look.colour for look in LOOKS.values()}) == len({look.dash for look in LOOKS.values()}) == 5


@pytest.mark.parametrize("shape", ON_SCREEN)
def test_an_option_looks_the_same_whichever_others_are_drawn_or_equal(shape: Shape) -> None:
    for others in ((), (of("nothing", 50),), (of("medication", 80), of("nothing", 30), of("fut", 50))):
        picture = drawn(*others, of("fue", 50), shape=shape)
        keys = {name: (colour, dash) for colour, dash, name in KEY.findall(picture)}
        assert keys["fue"] == LOOKS["fue"]
        assert LOOKS["fue"].colour in {colour for colour, _, _ in STROKE.findall(picture)}


def test_a_line_that_runs_alone_has_its_own_dash() -> None:
    strokes = STROKE.findall(drawn(of("nothing", 30), of("smp", 60)))
    assert [(colour, dash) for colour, dash, _ in strokes] == [LOOKS["nothing"], LOOKS["smp"]]


def test_equal_lines_take_turns_so_that_each_is_seen_and_none_hides_another() -> None:
    strokes = STROKE.findall(drawn(of("nothing", 50), of("smp", 50), of("fut", 50)))
    assert [colour for colour, _, _ in strokes] == [LOOKS[id_].colour for id_ in ("nothing", "smp", "fut")]
    shown, hidden = map(int, strokes[0][1].split())
    assert {dash for _, dash, _ in strokes} == {f"{shown} {hidden}"}
    assert shown + hidden == 3 * shown
    assert [-int(offset) for _, _, offset in strokes] == [0, shown, 2 * shown]


def test_a_narrow_picture_holds_its_names_under_the_curves() -> None:
    picture = drawn(line("one", 50), line("two", 50), shape=Shape.NARROW)
    width, height = map(int, re.search(r'viewBox="0 0 (\d+) (\d+)"', picture).groups())  # pyright: ignore[reportOptionalMemberAccess]
    assert width <= 358
    heights = [float(re.search(rf'y="([\d.]+)"[^>]*>{name}<', picture)[1]) for name in ("one", "two")]  # pyright: ignore[reportOptionalSubscript]
    assert 220 < heights[0] < heights[1] < height


@pytest.mark.parametrize("shape", Shape)
def test_a_long_name_goes_on_below_itself_and_stays_in_the_picture(shape: Shape) -> None:
    long = "Single-graft surgery (FUE), without the moved hair"
    picture = drawn(line("one", 50), line(long, 50), line("two", 50), shape=shape)
    width, height = map(int, re.search(r'viewBox="0 0 (\d+) (\d+)"', picture).groups())  # pyright: ignore[reportOptionalMemberAccess]
    names = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" fill="[^"]+" font-size="(\d+)">([^<]+)<', picture)
    told = [
        (float(x), float(y), int(size), words) for x, y, size, words in names if words in f"one {long} two"
    ]
    assert " ".join(words for *_place, words in told) == f"one {long} two"
    assert all(x + 0.5 * size * len(words) <= width and y < height for x, y, size, words in told)
    heights = [y for _x, y, *_words in told]
    assert all(above + 12 < below for above, below in pairwise(heights))


def test_a_name_in_a_picture_never_becomes_markup() -> None:
    assert "<b>" not in drawn(line("<b>bold</b>", 50))


@pytest.mark.parametrize("shape", ON_SCREEN)
def test_a_line_without_points_is_left_out_with_its_name(shape: Shape) -> None:
    picture = drawn(of("nothing", 30), Line("unknown", (), LOOKS["smp"]), shape=shape)
    assert "unknown" not in picture
    assert [colour for colour, _, _ in STROKE.findall(picture)] == [LOOKS["nothing"].colour]


CHECKS = Spans("check", (Span(2, 4, 4), Span(7, 8, 12)))
DIAMOND = re.compile(r'<path d="M([\d.]+) ([\d.]+)L[^"]*Z" fill="currentColor"')


def with_spans(spans: Spans, shape: Shape = Shape.WIDE) -> str:
    return curves(
        [line("untouched", 50)], label="A picture", x_name="years", unit="%", spans=spans, shape=shape
    )


@pytest.mark.parametrize("shape", ON_SCREEN)
def test_spans_stand_in_a_lane_under_the_lines_with_one_key_to_their_name(shape: Shape) -> None:
    picture, without = with_spans(CHECKS, shape), drawn(line("untouched", 50), shape=shape)
    marks = [(float(x), float(y)) for x, y in DIAMOND.findall(picture)]
    assert len(marks) == 3  # both, and the one before the name
    (first, height), (second, other), _key = marks
    assert first < second
    assert height == other > max(float(y) for y in re.findall(r'<line[^>]* y1="([\d.]+)"', without)[:5])
    assert picture.count(">check<") == 1
    assert ">check<" not in without


def test_a_span_that_ends_beyond_the_scale_is_open_at_that_end() -> None:
    inside, beyond = (with_spans(Spans("check", (Span(7, 8, high),))) for high in (10, 12))
    assert inside.count("<line") == beyond.count("<line") + 1


def test_a_span_of_one_moment_is_a_diamond_alone_there_and_in_its_key() -> None:
    assert with_spans(Spans("check", (Span(8, 8, 8),))).count("<line") == drawn(line("untouched", 50)).count(
        "<line"
    )


def test_the_scale_reaches_the_last_moment_that_is_planned_with() -> None:
    assert re.findall(r">(\d+)<", with_spans(Spans("check", (Span(20, 20, 30),))))[5:11] == [
        "0", "4", "8", "12", "16", "20",
    ]  # fmt: skip
