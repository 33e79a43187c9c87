"""What speaks for and against each option: two lists for each alike, and how it is decided."""

from __future__ import annotations

import re
from html import unescape

from streamlit.testing.v1 import AppTest

from tests.views.shown import markup, open_folds, open_tab

LISTS = re.compile(r'<ul class="sides" role="list">(.*)</ul>', re.DOTALL)
NAME = re.compile(r"<h3>(.*?)</h3>")
TITLE = re.compile(r"<h4>(.*?)</h4>")
POINT = re.compile(r'<li><span class="quiet">')


def lists(page: AppTest) -> str:
    """Both lists of every option, as HTML."""
    [found] = [found for piece in page.get("html") for found in LISTS.findall(piece.proto.body)]
    return found


def test_every_option_has_both_lists_in_the_neutral_order_with_its_points(page: AppTest) -> None:
    open_folds(open_tab(page, "All options"))
    told = lists(page)
    assert NAME.findall(told) == [
        "Doing nothing", "Medication", "Scalp micropigmentation (SMP)", "Strip surgery (FUT)",
        "Single-graft surgery (FUE)",
    ]  # fmt: skip
    assert TITLE.findall(told) == ["For it", "Against it", "On neither side"] * 5
    counts = [len(POINT.findall(part)) for part in re.split(r"<h4>", told)[1:]]
    for for_it, against_it in zip(counts[::3], counts[1::3], strict=True):
        assert abs(for_it - against_it) <= 1
        assert min(for_it, against_it) >= 4
    assert set(counts[2::3]) == {3}, "what weighs on neither side is told of every option"


def test_how_it_is_decided_stands_over_the_lists_and_nothing_is_counted(page: AppTest) -> None:
    open_folds(open_tab(page, "All options"))
    told = markup(page)
    assert "The same answer counts the same for each option." in told
    assert "How much a point counts is for you to say." in told
    assert not re.search(r"\b(?:score|winner|points?|better)\b", lists(page))


def test_the_lists_are_folded_away_until_they_are_asked_for(page: AppTest) -> None:
    open_tab(page, "All options")
    assert 'class="sides"' not in markup(page)


def test_what_cant_be_done_has_no_list_of_points_and_says_so(page: AppTest) -> None:
    """With another loss over the whole scalp, "nothing for the moved hair" spoke for both operations."""
    for key, value in (
        ("goals", ["alopecia_cover"]), ("area_ways", ["zones"]), ("zones", ["whole_scalp"]),
    ):  # fmt: skip
        page.session_state[key] = value
    open_folds(open_tab(page.run(), "All options"))
    surgery = unescape(lists(page)).partition("<h3>Strip surgery (FUT)</h3>")[2]
    assert TITLE.findall(surgery) == ["On neither side"] * 2
    assert surgery.count("Can't be done: with loss over the whole scalp there is no hair to move.") >= 4
