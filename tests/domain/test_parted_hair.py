"""Whose hair is drawn long, with a parting: women who wear it long, and whoever thins beneath long hair."""

from __future__ import annotations

from typing import Any

import pytest

from smp_planner.domain.in_hair import is_parted
from smp_planner.domain.intake import AreaAnswer, Hair, Person
from tests.people import adult

LUDWIG, CROWN = AreaAnswer(ludwig="II"), AreaAnswer(zones=("crown",))
WOMAN, MAN = Person(age=50, sex="female"), Person(age=50, sex="male")


@pytest.mark.parametrize(
    ("who", "parted"),
    [
        ({"area": LUDWIG, "goals": ("added_density",), "hair": Hair(wears="long")}, True),
        ({"area": LUDWIG, "goals": (), "hair": Hair()}, True),
        ({"area": LUDWIG, "goals": (), "hair": Hair(wears="short")}, False),
        ({"area": LUDWIG, "goals": (), "hair": Hair(wears="shaved")}, False),
        ({"area": LUDWIG, "goals": ("shaved_look",), "hair": Hair(wears="long")}, False),
        ({"area": CROWN, "goals": ("crown",), "hair": Hair(wears="long"), "person": WOMAN}, True),
        ({"area": CROWN, "goals": ("crown",), "hair": Hair(), "person": WOMAN}, False),
        ({"area": CROWN, "goals": ("crown",), "hair": Hair(wears="long"), "person": MAN}, False),
        ({"area": CROWN, "goals": ("added_density",), "hair": Hair(wears="long"), "person": MAN}, True),
    ],
)
def test_hair_falls_from_a_parting_of_women_with_long_hair_and_where_long_hair_thins(
    who: dict[str, Any], parted: bool
) -> None:
    assert is_parted(adult(**who)) is parted
