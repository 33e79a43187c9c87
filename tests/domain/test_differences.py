"""Two nested values beside each other: the outermost places that differ, and nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from smp_planner.domain.differences import NOTHING, Difference, by_id, differences


@pytest.mark.parametrize("value", [{}, [], {"a": [{"b": 1}, {"b": 2}]}, "text", None, Decimal("0.5")])
def test_a_value_differs_from_itself_nowhere(value: object) -> None:
    assert list(differences(value, value)) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (1, 2, Difference((), 1, 2)),
        (1, True, Difference((), 1, True)),
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3}}, Difference(("a", "c"), 2, 3)),
        ({"a": 1}, {}, Difference(("a",), 1, NOTHING)),
        ({}, {"a": {"b": 1}}, Difference(("a",), NOTHING, {"b": 1})),
        ({"a": [1, 2]}, {"a": [1, 3]}, Difference(("a",), [1, 2], [1, 3])),
        ({"a": [{"b": 1}]}, {"a": [{"b": 2}]}, Difference(("a", 0, "b"), 1, 2)),
        ({"a": [{"b": 1}]}, {"a": "none"}, Difference(("a",), [{"b": 1}], "none")),
        ({"a": [{"b": 1}]}, {"a": [{"b": 1}, {"b": 2}]}, Difference(("a", 1), NOTHING, {"b": 2})),
        ([date(2027, 1, 1)], [date(2027, 1, 2)], Difference((), [date(2027, 1, 1)], [date(2027, 1, 2)])),
    ],
)
def test_what_differs_is_told_with_the_keys_that_lead_to_it(
    before: object, after: object, found: Difference
) -> None:
    assert list(differences(before, after)) == [found]


def test_a_list_of_tables_with_ids_is_found_by_id_so_that_a_new_first_one_moves_nothing() -> None:
    one = {"rows": [{"id": "visits", "low": 3}], "plain": [{"low": 1}], "none": [], "words": ["a"]}
    other = {**one, "rows": [{"id": "new", "low": 1}, {"id": "visits", "low": 4}]}
    assert list(differences(by_id(one), by_id(other))) == [
        Difference(("rows", "visits", "low"), 3, 4),
        Difference(("rows", "new"), NOTHING, {"id": "new", "low": 1}),
    ]
