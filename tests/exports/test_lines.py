"""Plain text in lines of at most 80 columns."""

from __future__ import annotations

from smp_planner.exports.lines import WIDTH, bullets, heading, named, paragraph

LONG = "word " * 40


def test_a_paragraph_fills_lines_of_at_most_80_columns() -> None:
    """Sixteen words of four letters and a space fit in 80 columns, the last without its space."""
    lines = paragraph(LONG)
    assert [len(line) for line in lines] == [79, 79, 39]
    assert WIDTH == 80


def test_a_paragraph_keeps_words_with_a_hyphen_together() -> None:
    assert paragraph("x" * 75 + " touch-up") == ["x" * 75, "touch-up"]


def test_bullets_hang() -> None:
    first, second, third = bullets([LONG[:100], "next"])
    assert first.startswith("- word")
    assert second.startswith("  word")
    assert third == "- next"


def test_a_heading_stands_after_an_empty_line() -> None:
    assert heading("When to call") == ["", "WHEN TO CALL"]


def test_a_name_stands_before_each_figure_so_that_a_voice_can_read_them() -> None:
    assert named([("Doing nothing", "0"), ("FUT", "It depends.")]) == "Doing nothing: 0; FUT: It depends"


def test_neighbours_of_which_the_same_is_said_share_it_and_the_order_stays() -> None:
    figures = [("Doing nothing", "0"), ("Medication", "0"), ("SMP", "0 to 5"), ("FUT", "0")]
    assert named(figures) == "Doing nothing, Medication: 0; SMP: 0 to 5; FUT: 0"


def test_signs_that_steer_a_terminal_are_left_out_and_line_ends_are_spaces() -> None:
    assert paragraph("a\x1b[1mb\u202ec\nd\te\x85f\u2028g") == ["a[1mbc d e f g"]
