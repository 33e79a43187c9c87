"""Tables find a layout that a person can read, whatever stands in them."""

from __future__ import annotations

from smp_planner.exports.paper.blocks import Table
from smp_planner.exports.paper.sheet import Sheet
from smp_planner.exports.paper.table_layout import layout_of

NORMAL, LARGE = Sheet("letter"), Sheet("letter", large=True)
DAYS = Table(
    "Days", ("Day", "Do"), (("Day 10", "Wash with cool water, pat dry, and wear a loose hat outdoors"),)
)


def test_a_table_keeps_the_widths_that_it_asks_for() -> None:
    shares = layout_of(Table("x", ("One", "Two"), (("a", "b"),), (1, 3)), NORMAL).shares
    assert shares[1] == 3 * shares[0]


def test_widths_in_which_words_would_not_fit_are_set_aside() -> None:
    layout = layout_of(Table("x", ("One", "Two"), (("a", "determined"),), (99, 1)), NORMAL)
    assert layout.fits
    assert layout.shares[1] > 10


def test_a_short_text_stays_on_its_line_and_the_long_one_gets_the_rest() -> None:
    name, text = layout_of(DAYS, NORMAL).shares
    assert name > len("Day 10")
    assert text > 3 * name


def test_only_columns_with_a_word_too_long_for_them_break_words() -> None:
    table = Table("x", ("A", "B"), (("Scalp micropigmentation", "short words " * 9),), (1, 4))
    assert layout_of(table, NORMAL).hyphenates == (True, False)


def test_names_of_rows_are_set_as_names_however_long_a_tax_is_called() -> None:
    """Sales tax of 8.875 per cent, in the total: one letter more than is taken for a name by its length."""
    rows = (("A visit", "$1"), ("Sales tax of 8.875 per cent, in the total", "$1"))
    by_length, said = (
        layout_of(Table("x", ("A", "B"), rows, named=named), NORMAL) for named in (False, True)
    )
    assert (by_length.named, said.named) == (False, True)


def test_six_columns_fit_in_normal_print_and_not_in_large() -> None:
    table = Table("x", ("Question", *("Determined",) * 5), (("Why?", *("reasonable",) * 5),))
    assert layout_of(table, NORMAL).fits
    assert not layout_of(table, LARGE).fits


def test_a_short_table_stays_together_and_a_long_one_does_not() -> None:
    assert layout_of(DAYS, NORMAL).together
    assert not layout_of(Table("x", DAYS.head, DAYS.rows * 30), NORMAL).together


def test_only_a_row_of_many_lines_may_go_on_overleaf() -> None:
    table = Table("x", ("A", "B"), (("a", "word " * 20), ("a", "word " * 900)))
    assert layout_of(table, NORMAL).breaks == (False, True)


def test_rows_of_uneven_length_do_no_harm() -> None:
    layout = layout_of(Table("x", ("A",), (("a", "b", "c"), ())), NORMAL)
    assert len(layout.shares) == 3


def test_a_row_may_go_on_overleaf_from_the_same_height_on_in_large_print() -> None:
    """Ten lines of large letters stayed whole, and left the sheet before them half empty."""
    long = Table("", ("What", "How"), (("Name", "word " * 100), ("Name", "word")), (1, 4))
    assert layout_of(long, NORMAL).breaks == (False, False)
    assert layout_of(long, LARGE).breaks == (True, False)
