"""The day on which a look is planned to be settled hangs on the first day, and the sentence says so."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from smp_planner.exports.paper.summary import summary
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sections import told
from tests.people import adult, plan_of
from tests.views.shown import notices


def test_the_sentence_over_the_plan_names_the_first_day_and_what_hangs_on_it(page: AppTest) -> None:
    said = notices(page)
    first, settled = said.index("the first on "), said.index("Planned to be settled by ")
    assert first < settled < said.index("if healing is usual and you start on that first day.")


def test_the_first_page_of_the_paper_says_so_too(rules: RuleSet) -> None:
    words = told(summary(plan_of(adult(), rules)))
    assert "if healing is usual and you start on the first day" in words
