"""The aftercare in full, what each visit asks for before it, and when to call."""

from __future__ import annotations

import pytest

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.day_lines import spoken_days
from smp_planner.exports.paper.before import before_visits
from smp_planner.exports.paper.blocks import Paragraph
from smp_planner.exports.paper.care import care_in_full
from smp_planner.exports.paper.when_to_call import when_to_call
from smp_planner.exports.wording import days_held
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sections import tables, told
from tests.people import adult, plan_of


@pytest.fixture(scope="module")
def plan(rules: RuleSet) -> TreatmentPlan:
    return plan_of(adult(), rules)


def test_each_window_of_the_plan_stands_with_all_its_days(plan: TreatmentPlan) -> None:
    rows = {row for table in tables(care_in_full(plan)) for row in table.rows}
    windows = plan.aftercare.windows
    for window in windows:
        runs = [(one.from_, one.to) for one in windows if one.rule == window.rule]
        words = " ".join(filter(None, (window.say, window.differs)))
        assert (words, days_held(runs)) in rows, window.rule


def test_each_visit_asks_for_all_that_is_to_be_done_before_it_with_its_days(plan: TreatmentPlan) -> None:
    by_visit = dict(
        zip((visit.number for visit in plan.sessions.items), tables(before_visits(plan)), strict=True)
    )
    for task in plan.aftercare.before:
        row = next(row for row in by_visit[task.session].rows if row[0] == spoken_days(task.from_, task.to))
        assert task.short.casefold() in row[1].casefold()
        assert task.say in told(before_visits(plan))


def test_what_is_urgent_comes_first_and_every_sign_has_somebody_to_call(plan: TreatmentPlan) -> None:
    section = when_to_call(plan)
    first = section.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.tone == "urgent"
    assert first.say.startswith("Call 911 (US) or 999 (UK), at once: ")
    words = told(section)
    for sign in plan.aftercare.call_if:
        assert sign.say in words
        assert sign.whom.casefold() in words[: words.index(sign.say)].casefold()
