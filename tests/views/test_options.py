"""The five options: every question can be chosen, and the one that was chosen is the one for a phone."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, plan_of
from tests.views.shown import markup, open_folds, open_tab

ON_PHONE = re.compile(r'<tbody role="rowgroup" class="on-phone">.*?colspan="5">(.*?)</th>')


def test_every_question_of_the_comparison_can_be_chosen(page: AppTest, rules: RuleSet) -> None:
    open_folds(open_tab(page, "All options"))
    groups = [
        choice
        for choice in page.radio
        if choice.key and choice.key.startswith("one_of_") and choice.key != "one_of_chances"
    ]
    chosen_from = [question for choice in groups for question in choice.options]
    plan: TreatmentPlan = plan_of(ADULT, rules)
    assert {row.question for row in plan.comparison.rows} <= set(chosen_from)
    assert len(set(chosen_from)) == len(chosen_from)


def test_the_chosen_question_alone_is_marked_for_a_phone_and_all_stay_in_the_table(page: AppTest) -> None:
    open_tab(page, "All options")
    before = markup(page)
    assert ON_PHONE.findall(before) == ["What it is", "How does it work?"]
    page.radio(key="one_of_0").set_value("Does it make hair grow?").run()
    after = markup(page)
    assert ON_PHONE.findall(after) == ["What it is", "Does it make hair grow?"]
    assert after.count("<td") == before.count("<td")


def test_under_a_referral_a_phone_begins_with_what_speaks_against_each_option(page: AppTest) -> None:
    page.checkbox(key="health_is_keloid").set_value(True).run()
    assert ON_PHONE.findall(markup(page)) == ["Is it open to you?", "How does it work?"]
