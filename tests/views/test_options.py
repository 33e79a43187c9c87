"""The five options: every question can be chosen, and the one that was chosen is the one for a phone."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from streamlit.testing.v1 import AppTest

from smp_planner.domain.intake import OPTIONS
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.over_years import YEARS
from smp_planner.rules.ruleset import RuleSet
from tests.life_told import LIVE, told_alike
from tests.people import ADULT, plan_of
from tests.views.shown import markup, open_folds, open_tab

ON_PHONE = re.compile(r'<tbody role="rowgroup" class="on-phone">.*?colspan="5">(.*?)</th>')
BEHIND_WHY = re.compile(r"<details.*?</details>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
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
    assert ON_PHONE.findall(after) == ["What it is", "Does it make hair grow, or slow the loss?", HARM]
    assert after.count("<td") == before.count("<td")


def test_under_a_referral_a_phone_begins_with_what_speaks_against_each_option(page: AppTest) -> None:
    page.checkbox(key="health_is_keloid").set_value(True).run()
    shown = A_TAP_AWAY.sub("", markup(page))
    assert ON_PHONE.findall(shown) == ["Is it open to you?", "How does it work?", HARM]


@pytest.mark.ipdas("1.2.1")
def test_life_with_each_option_stands_on_the_page_for_body_mind_and_other_people(
    page: AppTest, rules: RuleSet
) -> None:
    """The table of "what is it like to live with?" has an answer of its own for each option."""
    open_folds(open_tab(page, "All options"))
    questions = {row.id: row.question for row in plan_of(ADULT, rules).comparison.rows}
    lives = [answers_to(questions[id_], markup(page)) for id_ in LIVE]
    assert [len(told) for told in lives] == [len(OPTIONS)] * len(LIVE)
    by_option = {option: [told[place] for told in lives] for place, option in enumerate(OPTIONS)}
    assert told_alike(by_option) == []


def answers_to(question: str, shown: str) -> list[str]:
    """The answers to a question in the table, option by option, without their whys."""
    body = next(part for part in shown.split("<tbody")[1:] if f">{escape(question)}</th>" in part)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", body.partition("</tbody>")[0], re.DOTALL)
    return [unescape(TAG.sub("", BEHIND_WHY.sub("", cell))).strip() for cell in cells]


def test_the_order_is_told_in_a_sentence_of_its_own(page: AppTest) -> None:
    told = markup(open_tab(page, "All options"))
    assert "Order: From" not in told
    assert '<div class="line quiet">The order goes from no change to the most change to the body.' in told
