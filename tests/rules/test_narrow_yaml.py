"""Reading YAML: narrow scalars, places, and nothing that could surprise."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smp_planner.errors import Place
from smp_planner.rules.narrow_yaml import read
from smp_planner.rules.source_map import as_list, as_table, dotted


def value(text: str) -> object:
    """The value of one scalar, as it is written."""
    found = read(f"a: {text}", "f")
    assert found.problems == []
    table = as_table(found.value)
    assert table is not None
    return table["a"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", 3),
        ("-3", -3),
        ("0", 0),
        ("0.50", Decimal("0.50")),
        ("-1.5", Decimal("-1.5")),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("2027-01-31", date(2027, 1, 31)),
        ("[1, 0.5, x]", [1, Decimal("0.5"), "x"]),
        ("{b: {c: 1}}", {"b": {"c": 1}}),
    ],
)
def test_a_few_plain_scalars_have_a_type(text: str, expected: object) -> None:
    assert (value(text), type(value(text))) == (expected, type(expected))


@pytest.mark.parametrize(
    "text",
    [
        "no", "yes", "on", "off", "True", "NULL", "010", "1:30", "1_000", "0x1F", ".5", "5.", "1e3", "1.0e3",
        ".nan", ".inf", "+3", "--3", "2027-1-31",
        "2027-01-31T09:00", "1,000", "3 weeks", "1234567890123456789",
    ],
)  # fmt: skip
def test_everything_else_stays_text(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize("text", ["'3'", '"3"', "'true'", "'2027-01-31'", "'null'"])
def test_what_is_quoted_is_text(text: str) -> None:
    assert value(text) == text[1:-1]


def test_a_block_of_text_is_text() -> None:
    assert value("|\n  3\n") == "3\n"


def test_keys_are_text_even_if_they_look_like_numbers() -> None:
    assert value("{1: x, true: y}") == {"1": "x", "true": "y"}


def test_every_key_and_item_has_its_place() -> None:
    found = read("a:\n  - x\n  - {b: 1, c: 2}\nd: 3\n", "f.yaml")
    places = [(), ("a",), ("a", 0), ("a", 1), ("a", 1, "b"), ("a", 1, "c"), ("d",)]
    assert [(p, found.place(p).line, found.place(p).column) for p in places] == [
        ((), 1, 1), (("a",), 1, 1), (("a", 0), 2, 5), (("a", 1), 3, 5),
        (("a", 1, "b"), 3, 6), (("a", 1, "c"), 3, 12), (("d",), 4, 1),
    ]  # fmt: skip


def test_what_is_not_there_has_the_place_of_its_parent() -> None:
    found = read("a:\n  b: 1\n", "f.yaml")
    assert found.place(("a", "c", "d")) == Place("f.yaml", 1, 1)
    assert found.place(("a", "b", 3)) == Place("f.yaml", 2, 3)


def test_a_text_that_was_not_read_has_places_all_the_same() -> None:
    assert read("[", "f.yaml").place(("a",)) == Place("f.yaml", 1, 1)


def test_soft_faults_are_all_told_and_the_rest_is_read() -> None:
    found = read("a: &x 1\nb: *x\na: 2\nc: !t 2027-02-30\n", "f")
    assert [problem.code for problem in found.problems] == ["R105", "R105", "R108", "R106"]
    assert (found.halted, found.value) == (False, {"a": 2, "b": None, "c": "2027-02-30"})


@pytest.mark.parametrize("text", ["a: [", "", "a: 1\n---\nb: 1", "? {a: 1}\n: 2", "a: \x01", "a: '\ud800'"])
def test_a_text_that_cannot_be_read_to_its_end_is_halted(text: str) -> None:
    found = read(text, "f")
    assert (found.halted, len(found.problems)) == (True, 1)


def test_a_key_with_a_tag_or_an_anchor_is_refused() -> None:
    assert [p.code for p in read("!t a: 1\n&x b: 2\n", "f").problems] == ["R105", "R105"]


def test_a_text_may_be_as_large_as_allowed_and_no_larger() -> None:
    assert read("a: ëë", "f", max_bytes=7).problems == []
    assert [p.message for p in read("a: ëëx", "f", max_bytes=7).problems] == [
        "the file is larger than 7 bytes"
    ]


def test_twenty_levels_are_deep_enough() -> None:
    assert read("[" * 20 + "x" + "]" * 20, "f").problems == []
    assert [p.code for p in read("[" * 21 + "x" + "]" * 21, "f").problems] == ["R101"]


def test_fifty_thousand_values_are_enough() -> None:
    """The list itself is a value too."""
    assert read("- x\n" * 49_999, "f").problems == []
    assert [p.code for p in read("- x\n" * 50_000, "f").problems] == ["R101"]


def test_an_odd_character_is_told_at_its_place() -> None:
    assert read("a: 1\nb: x\x07y", "f").problems[0].place == Place("f", 2, 5)


def test_a_path_is_written_with_dots() -> None:
    assert dotted(("a", 0, "b")) == "a.0.b"


def test_a_value_is_a_table_a_list_or_neither() -> None:
    assert (as_table({"a": 1}), as_table([1]), as_list([1]), as_list({"a": 1})) == ({"a": 1}, None, [1], None)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab:-[]{}&*!#'\"\n 01.,?|>~", max_size=40))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    found = read(text, "f")
    assert found.problems or found.value is not None or text.strip()
