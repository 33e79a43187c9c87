"""Who says so: at the foot of the talk in both ways in, and a line of the comparison leads there."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.rules.ruleset import RuleSet
from smp_planner.views.state import PATIENT, TAB
from smp_planner.views.who_says_so import FOLD, WHO_SAYS_SO
from tests.views.shown import markup, open_tab, press, reasons


@pytest.mark.parametrize("way", ["clinic", PATIENT])
def test_dates_and_every_point_stand_at_the_foot_of_the_talk(page: AppTest, rules: RuleSet, way: str) -> None:
    if way == PATIENT:
        page.session_state["way"], page.session_state["step"] = PATIENT, 11
    shown = markup(open_tab(page, WHO_SAYS_SO))
    assert "Published on 26 November 2026. The next review is due by 26 November 2027." in shown
    for point in rules.about.points.values():
        assert f"<h3>{point.title}</h3>" in shown
        assert (
            "A judgement of the makers of this planner"
            in reasons(page)[f"about.points.{key_of(rules, point)}"]
        )
    labels = [part.label for part in page.expander]
    assert labels.index(WHO_SAYS_SO) > labels.index("Steps to a decision")


def key_of(rules: RuleSet, point: object) -> str:
    return next(id_ for id_, one in rules.about.points.items() if one is point)


def test_a_line_of_the_comparison_leads_there(page: AppTest, rules: RuleSet) -> None:
    open_tab(page, "All options")
    assert rules.about.points["funder"].say not in markup(page)
    press(page, "to_who_says_so")
    assert page.session_state[TAB] == "Talk and files"
    assert page.session_state[FOLD]
    assert rules.about.points["funder"].say in markup(page)
