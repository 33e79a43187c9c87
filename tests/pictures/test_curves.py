"""Curves: a scale that is easy to read, names that don't cover each other, two shapes."""

from __future__ import annotations

import re

import pytest

from smp_planner.pictures.curves import Line, curves
from smp_planner.pictures.shape import Shape


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


def test_equal_lines_are_drawn_once_and_their_names_stand_around_its_end() -> None:
    picture = drawn(line("one", 50), line("other", 80), line("two", 50), line("three", 50))
    assert picture.count('stroke-width="2"') == 2
    heights = {
        name: float(re.search(rf'y="([\d.]+)"[^>]*>{name}<', picture)[1])  # pyright: ignore[reportOptionalSubscript]
        for name in ("one", "two", "three")
    }
    alone = float(re.search(r'y="([\d.]+)"[^>]*>one<', drawn(line("one", 50), line("other", 80)))[1])  # pyright: ignore[reportOptionalSubscript]
    assert heights["two"] == pytest.approx(alone)
    assert heights["one"] < heights["two"] < heights["three"]


def test_a_narrow_picture_holds_its_names_under_the_curves() -> None:
    picture = drawn(line("one", 50), line("two", 50), shape=Shape.NARROW)
    width, height = map(int, re.search(r'viewBox="0 0 (\d+) (\d+)"', picture).groups())  # pyright: ignore[reportOptionalMemberAccess]
    assert width <= 358
    heights = [float(re.search(rf'y="([\d.]+)"[^>]*>{name}<', picture)[1]) for name in ("one", "two")]  # pyright: ignore[reportOptionalSubscript]
    assert 220 < heights[0] < heights[1] < height


def test_a_name_in_a_picture_never_becomes_markup() -> None:
    assert "<b>" not in drawn(line("<b>bold</b>", 50))
