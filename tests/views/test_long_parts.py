"""A patient's parts of a plan are shortened alike for all options, lose nothing, and stay in reach."""

from __future__ import annotations

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.views.plan_page import PARTS, TO_THE_PARTS
from smp_planner.views.risks import DO, HELP, PREVENT
from tests.views.shown import PLAN_STEP, markup, open_tab

BEHIND = re.compile(
    r'<details class="folded" data-key="help [^"]+"><summary>(.*?)</summary>(.*?)</details>', re.DOTALL
)


@pytest.fixture
def planned(patient: AppTest) -> AppTest:
    """A patient's plan."""
    patient.session_state["step"] = PLAN_STEP
    return patient.run()


@pytest.mark.parametrize("part", PARTS)
def test_each_part_leads_back_to_the_choice_of_parts(planned: AppTest, part: str) -> None:
    assert markup(open_tab(planned, part)).count(f'href="#your-plan">{TO_THE_PARTS}</a>') == 1


def test_under_each_risk_of_each_option_the_same_stands_folded_and_nothing_is_missing(
    planned: AppTest,
) -> None:
    told = markup(open_tab(planned, "All options"))
    folded = BEHIND.findall(told)
    assert len(folded) == told.count('<div class="harm">') > 5
    for title, inside in folded:
        assert title == HELP
        assert PREVENT in inside
        assert DO in inside


def test_a_clinic_reads_it_unfolded(page: AppTest) -> None:
    told = unescape(markup(open_tab(page, "All options")))
    assert PREVENT in told
    assert HELP not in told
    assert "What people combine" in told


def test_what_it_comes_to_stands_first_and_the_curves_one_tap_away(planned: AppTest) -> None:
    page = open_tab(planned, "All options")
    assert "After 10 years" in markup(page)
    assert "fold_course_hair" in page.session_state.to_dict()
    before = len(page.markdown)
    page.session_state["fold_course_hair"] = True
    assert len(page.run().markdown) > before
