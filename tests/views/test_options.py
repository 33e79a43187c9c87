"""The five options: every question can be chosen, and the one that was chosen is the one for a phone."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.over_years import YEARS
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, plan_of
from tests.views.shown import markup, open_folds, open_tab

ON_PHONE = re.compile(r'<tbody role="rowgroup" class="on-phone">.*?colspan="5">(.*?)</th>')
HARM = "Skin and wounds"  # the first kind of harm, open under the questions
A_TAP_AWAY = re.compile(r'<details class="folded" data-key="other_years_.*?</table></details>')


def test_every_question_of_the_comparison_can_be_chosen(page: AppTest, rules: RuleSet) -> None:
    """Each stands in the list of its group, those of other years once one looks as far ahead."""
    open_folds(open_tab(page, "All options"))
    chosen_from: set[str] = set()
    for years in YEARS:
        page.radio(key="horizon").set_value(years).run()
        groups = [
            choice
            for choice in page.radio
            if choice.key and choice.key.startswith("one_of_") and choice.key != "one_of_chances"
        ]
        listed = [question for choice in groups for question in choice.options]
        assert len(set(listed)) == len(listed)
        chosen_from |= set(listed)
    plan: TreatmentPlan = plan_of(ADULT, rules)
    assert {row.question for row in plan.comparison.rows} <= chosen_from


@pytest.mark.ipdas("Q2")
def test_the_chosen_question_alone_is_marked_for_a_phone_and_all_stay_in_the_table(page: AppTest) -> None:
    open_tab(page, "All options")
    before = A_TAP_AWAY.sub("", markup(page))
    assert ON_PHONE.findall(before) == ["What it is", "How does it work?", HARM]
    page.radio(key="one_of_0").set_value("regrows_hair").run()
    after = A_TAP_AWAY.sub("", markup(page))
    assert ON_PHONE.findall(after) == ["What it is", "Does it make hair grow?", HARM]
    assert after.count("<td") == before.count("<td")


def test_under_a_referral_a_phone_begins_with_what_speaks_against_each_option(page: AppTest) -> None:
    page.checkbox(key="health_is_keloid").set_value(True).run()
    shown = A_TAP_AWAY.sub("", markup(page))
    assert ON_PHONE.findall(shown) == ["Is it open to you?", "How does it work?", HARM]
