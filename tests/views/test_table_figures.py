"""A "why?" stands in each cell of a table that holds a figure of the plan."""

from __future__ import annotations

import re

import pytest

from smp_planner.rules.load import DATA, load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT
from tests.views.shown import reasons_of
from tests.views.test_whys import PEOPLE, heard

ONE_IN_A_ROW = (
    "The same visits, all on one weekday", "Starts on the planned days", "Other days for visit ",
    "Weeks with a visit", "When to call", "Before each visit", "What you pay, and when", "Money spent",
)  # fmt: skip
"""Tables of which one "why?" in a row is that of the whole row, as all its cells come from one step."""
NONE = {
    "Day by day": "the same as the table under it, to pin up; each limit has its reason there",
    "Quality points": "no figures of the plan: how points of a standard are proved",
    "What each entry is called": "names; the number of a visit is part of one",
}


def figures(page: str) -> list[tuple[str, str, bool]]:
    """Each cell that holds a figure: its table, what it says, and whether a "why?" is where it has to be."""
    found: list[tuple[str, str, bool]] = []
    for table in re.findall(r'<table role="table".*?</table>', page, re.S):
        (caption,) = re.findall(r"<caption>(.*?)</caption>", table)
        if caption.startswith(tuple(NONE)):
            continue
        for row in re.findall(r'<tr role="row">(.*?)</tr>', table, re.S):
            for cell in re.findall(r'<td role="cell".*?>(.*?)</td>', row, re.S):
                where = row if caption.startswith(ONE_IN_A_ROW) else cell
                words = re.sub(r"<[^>]+>", "", cell)
                if re.search(r"\d", words):
                    found.append((caption, words, "data-key=" in where))
    return found


@pytest.mark.parametrize("who", PEOPLE)
def test_each_figure_in_a_table_of_any_part_has_a_why(who: str, rules: RuleSet) -> None:
    _, _, page = heard(PEOPLE[who], rules)
    told = figures(page)
    assert len(told) > 20
    assert [(caption, words) for caption, words, has_why in told if not has_why] == []


def test_each_figure_in_a_table_has_a_why_by_a_clinics_own_prices_and_hours_too() -> None:
    _, _, page = heard(ADULT, load_rules(clinic=DATA / "clinics" / "example-clinic.yaml"))
    told = figures(page)
    assert {caption for caption, *_ in told} > {"Starts on the planned days", "What you pay, and when"}
    assert [(caption, words) for caption, words, has_why in told if not has_why] == []


@pytest.mark.parametrize(
    ("column", "behind"),
    [
        ("Dots so far", "sessions.items.2.share_after dots.total"),
        ("As planned", "sessions.items.2.gap_days sessions.items.3.gap_days"),
        ("After the last visit", "touch_ups.items.1"),
        ("Between", "touch_ups.items.1"),
    ],
)
def test_what_is_added_up_or_told_in_a_row_names_each_step_behind_it(
    column: str, behind: str, rules: RuleSet
) -> None:
    _, whys, page = heard(ADULT, rules)
    cells = re.findall(rf'data-label="{column}">(.*?)</td>', page, re.S)
    assert any(f'data-key="{behind}"' in cell for cell in cells)
    assert reasons_of(whys)[behind]
