"""A file is the one of the answers as they stand, also where the tap and an answer met on their way."""

from __future__ import annotations

from benchmarks.servers import OURS, serving
from benchmarks.visitor import fetched, visiting
from smp_planner.views.downloads import NAME

TABLE, PAPER = "Table (csv)", "Plan on paper (PDF)"


def test_a_tap_that_was_made_before_an_answer_came_gets_the_file_with_the_answer() -> None:
    with serving(OURS) as served, visiting(served.port) as visitor:
        visitor.change("part", ["Talk and files"])
        visitor.unfold("fold_more_files")
        before = fetched(served.port, visitor.make_file(TABLE))
        for dots in (95, 190):
            asked = visitor.tab.asks_for_file(TABLE)  # by the button as it is drawn now
            visitor.change("density", dots)
            taken = fetched(served.port, visitor.make_asked(asked))
            assert taken != before
            assert taken == fetched(served.port, visitor.make_file(TABLE))
            before = taken


def test_two_buttons_keep_apart() -> None:
    with serving(OURS) as served, visiting(served.port) as visitor:
        visitor.change("part", ["Talk and files"])
        visitor.unfold("fold_more_files")
        asked = {name: visitor.tab.asks_for_file(name) for name in (TABLE, PAPER)}
        visitor.change(NAME, "Ada")
        assert fetched(served.port, visitor.make_asked(asked[PAPER])).startswith(b"%PDF-")
        assert fetched(served.port, visitor.make_asked(asked[TABLE])).startswith(b"section,item,")


def test_what_is_taken_along_without_a_plan_says_when_it_was_made_too() -> None:
    with serving(OURS) as served, visiting(served.port) as visitor:
        visitor.unfold("fold_health_questions")
        visitor.unfold("health_is_keloid")
        visitor.unfold("fold_more_files")
        told = fetched(served.port, visitor.make_file("Page for a browser (html)")).decode()
    assert "Not for now" in told
    assert "Made on" in told
