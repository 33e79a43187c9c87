"""Who says so: at the foot of the comparison and of the talk, in both ways in."""

from __future__ import annotations

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import CLINIC, PATIENT
from smp_planner.views.who_says_so import WHO_SAYS_SO
from tests.views.shown import PLAN_STEP, markup, open_tab, reasons


@pytest.mark.parametrize("way", [CLINIC, PATIENT])
@pytest.mark.parametrize(("tab", "name"), [("All options", "options"), ("Talk and files", "talk")])
def test_dates_and_every_point_stand_at_the_foot(
    page: AppTest, rules: RuleSet, way: str, tab: str, name: str
) -> None:
    page.session_state["way"], page.session_state["step"] = way, PLAN_STEP
    open_tab(page, tab)
    assert page.main.expander[-1].label == WHO_SAYS_SO
    assert rules.about.points["funder"].say not in markup(page)
    page.session_state[f"fold_who_says_so_{name}"] = True
    shown = markup(page.run())
    assert "Published on 26 November 2026. The next review is due by 26 November 2027." in shown
    told = reasons(page)
    for id_, point in rules.about.points.items():
        assert f"<h3>{point.title}</h3>" in shown
        assert "A judgement of the makers of this planner" in told[f"about.points.{id_}"]


ROW = re.compile(r'<th scope="row"[^>]*>([^<]*)</th><td[^>]*>([^<]*)</td><td[^>]*>([^<]*)</td>')


@pytest.mark.parametrize("way", [CLINIC, PATIENT])
def test_the_list_for_decision_aids_is_a_table_a_tap_away(page: AppTest, rules: RuleSet, way: str) -> None:
    """A patient reads point by point what is met and what is not, and is sent to no file of the code."""
    page.session_state["way"], page.session_state["step"] = way, PLAN_STEP
    page.session_state["fold_who_says_so_options"] = True
    shown = markup(open_tab(page, "All options"))
    assert "docs/reference" not in shown
    folded = shown.split('data-key="ipdas_options"')[1].split("</details>", 1)
    told = [tuple(map(unescape, row)) for row in ROW.findall('data-key="ipdas_options"'.join(folded))]
    words = rules.ipdas.words
    listed = [
        (f"{point.asks} ({id_})", getattr(words, point.status), point.how or words.of_tests)
        for group in rules.ipdas.groups.values()
        for id_, point in group.points.items()
    ]
    assert [row for row in told if row in listed] == listed
    for group in rules.ipdas.groups.values():
        assert f"<caption>{group.title}</caption>" in shown
