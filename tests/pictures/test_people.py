"""A hundred people: as many filled as the words say, in one block, and nobody where nobody counted."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from smp_planner.domain.quantities import Number
from smp_planner.pictures.people import nobody_knows, people

PLACE = re.compile(r'<use href="#one" x="(\d+)" y="(\d+)">')
ALL = [(x * 12, y * 14) for y in range(10) for x in range(10)]


def places(part: str) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in PLACE.findall(part)]


@pytest.mark.parametrize(
    ("count", "filled"),
    [(0, 0), (Decimal("0.07"), 0), (1, 1), (Decimal("3.8"), 4), (Decimal("80.5"), 81), (100, 100)],
)
def test_of_a_hundred_as_many_are_filled_as_are_counted_one_after_the_other(
    count: Number, filled: int
) -> None:
    had, had_not = people(count, "Of 100 people").split('class="had-not"')
    assert places(had) == ALL[:filled]
    assert places(had_not) == ALL[filled:]


def test_the_words_stand_with_the_picture() -> None:
    assert 'role="img" aria-label="Of 100 &lt;men&gt;"' in people(3, "Of 100 <men>")
    assert 'aria-label="Not known."' in nobody_knows("Not known.")


def test_where_nobody_counted_no_person_is_drawn() -> None:
    assert "<use" not in nobody_knows("Not known.")
