"""Visits, later years, money and what was agreed, on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from smp_planner.domain.intake import CalendarAnswer, LifeEvent
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import money, short_day
from smp_planner.exports.over_years import MONEY, over_years
from smp_planner.exports.paper.agreed import agreed_today, first_week, later_on
from smp_planner.exports.paper.blocks import Lines, Picture
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.money import what_it_costs
from smp_planner.exports.paper.sheet import Sheet
from smp_planner.exports.paper.touch_ups import touch_ups_and_fading
from smp_planner.exports.paper.typeset import typeset
from smp_planner.exports.paper.visits import visits
from smp_planner.exports.visit_words import day_of
from smp_planner.rules.ruleset import RuleSet
from tests.exports.paper.sections import tables, told
from tests.people import START, adult, plan_of


@pytest.fixture(scope="module")
def plan(rules: RuleSet) -> TreatmentPlan:
    return plan_of(adult(agreed={"who": "Ann *bold* =1"}), rules)


def test_each_visit_has_its_row_and_all_its_steps(plan: TreatmentPlan) -> None:
    words, rows = told(visits(plan)), tables(visits(plan))[0].rows
    for visit, row in zip(plan.sessions.items, rows, strict=True):
        assert row[:2] == (str(visit.number), day_of(visit))
        assert all(step in words for step in (visit.focus, *visit.steps))
    assert plan.method.say in words
    assert plan.shade.say in words


def test_a_clash_stands_with_what_would_fit(rules: RuleSet) -> None:
    wedding = LifeEvent(from_=date(2027, 1, 20), to=date(2027, 1, 20), name="wedding", kind="be_ready")
    plan = plan_of(adult(calendar=CalendarAnswer(start=START, events=(wedding,))), rules)
    assert plan.sessions.conflicts
    for clash in plan.sessions.conflicts:
        assert f"{clash.say} {clash.what_would_fit}" in told(visits(plan))


def test_every_check_stands_with_the_day_it_is_planned_on(plan: TreatmentPlan) -> None:
    checks, fading = tables(touch_ups_and_fading(plan))
    assert [row[2] for row in checks.rows] == [short_day(check.typical) for check in plan.touch_ups.items]
    assert [row[0] for row in fading.rows][-1] == "10 years"
    assert all("(" in row[1] and " to " in row[1] for row in fading.rows)


def test_all_that_belongs_to_a_price_stands_beside_it(plan: TreatmentPlan) -> None:
    cost, words = plan.cost, told(what_it_costs(plan))
    assert cost is not None
    for amount in (cost.course, cost.per_session, cost.touch_up, *cost.totals.values()):
        assert money(amount) in words
    for text in (cost.tax, *cost.included, *cost.not_included, *cost.notes, cost.removal.say):
        assert text in words
    assert "It is not a quote." in words
    assert f"Good for {cost.valid_days} days from the day you got it." in words
    assert all(case.say in words for case in plan.what_if)


def test_what_was_agreed_is_told_and_the_rest_has_a_line_to_write_on(plan: TreatmentPlan) -> None:
    section = agreed_today(plan)
    lines = {item for block in section.blocks if isinstance(block, Lines) for item in block.items}
    assert "Ann *bold* =1." in told(section)
    for point in plan.talk.agreed:
        assert point.name in told(section)
        assert (point.write in lines) is bool(point.write and point.id != "who")


def test_what_changes_later_and_the_first_week_are_told_in_full(plan: TreatmentPlan) -> None:
    for section, answers in ((first_week(plan), plan.talk.first_week), (later_on(plan), plan.talk.later)):
        assert answers
        assert all(answer.say in told(section) for answer in answers)


def test_totals_are_told_not_to_be_sums_of_the_rows_where_more_than_one_thing_moves(
    plan: TreatmentPlan,
) -> None:
    cost, months = plan.cost, plan.touch_ups.interval_months
    assert cost is not None
    ends = (cost.course, cost.touch_up, months)
    assert [one.low != one.high for one in ends] == [True, True, False]
    assert "they are not sums of the lows or highs of the rows" in told(what_it_costs(plan))
    firm = replace(cost, touch_up=cost.touch_up._replace(low=500, high=500))
    assert "not sums" not in told(what_it_costs(replace(plan, cost=firm)))


def test_in_short_a_picture_shows_what_every_option_comes_to_with_the_numbers_beside_it(
    plan: TreatmentPlan,
) -> None:
    """Curves stood in the whole paper alone, so that what people take home had none."""
    [picture] = [block for block in what_it_costs(plan, whole=False).blocks if isinstance(block, Picture)]
    for name, year_ten in zip(("SMP", "FUE"), plan_in_ten_years(plan), strict=True):
        assert f">{name}</text>" in picture.svg
        assert f">{name}</text>" in picture.large
        assert f"{name}: {year_ten}" in picture.caption
    [printed] = [
        block
        for section in typeset(paper_of(plan), Sheet("letter"))["sections"]  # pyright: ignore
        if section["title"] == "Money"
        for part in section["parts"]
        for block in part
        if block["kind"] == "picture"
    ]
    assert printed["beside"]


def plan_in_ten_years(plan: TreatmentPlan) -> list[str]:
    """What SMP and FUE come to after ten years, with the range."""
    told = next(kind for kind in over_years(plan, 10) if kind.id == MONEY)
    return [value for name, value in told.by_then.items() if "(SMP)" in name or "(FUE)" in name]


def test_without_prices_the_short_paper_draws_no_money(rules: RuleSet) -> None:
    plan = replace(plan_of(adult(), rules), cost=None)
    assert not any(isinstance(block, Picture) for block in what_it_costs(plan, whole=False).blocks)
