"""Beside the price of all visits stands for how many it is, and what one more adds."""

from __future__ import annotations

import pytest

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.words import figure, money
from smp_planner.exports.paper.document import paper_of
from smp_planner.exports.paper.page import to_page
from smp_planner.exports.table import to_csv
from smp_planner.exports.text import to_text
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT
from tests.planner.years.test_clinic_prices import rules_of


def planned(rules: RuleSet) -> TreatmentPlan:
    plan = plan_treatment(ADULT, rules)
    assert isinstance(plan, TreatmentPlan)
    return plan


@pytest.mark.parametrize(("region", "more"), [("US", "$700 ($400 to $1,200)"), ("UK", "£300 (£190 to £450)")])
def test_a_price_by_area_is_for_the_planned_visits_and_one_more_is_told(region: str, more: str) -> None:
    plan = planned(load_rules(region=region))
    assert plan.cost is not None
    count = plan.sessions.count
    assert count.high > count.typical, "one more may be needed"
    assert plan.cost.covers == f"for {figure(count.typical, 'visits')}, {more} for one more"


@pytest.mark.parametrize(
    ("clinic", "covers"),
    [
        ("example-clinic", "for 3 visits, at its high end 4, and £264 for one more"),
        ("by-area", "for 3 visits, at its high end 4, and "),
        ("example-studio", "for 3 visits, at its high end 4, and $800 for one more"),
        ("by-hour", "for 3 visits, paid by the hour at "),
    ],
)
def test_a_clinics_price_says_what_its_high_end_is_for(clinic: str, covers: str) -> None:
    cost = planned(rules_of(clinic)).cost
    assert cost is not None
    assert cost.covers.startswith(covers)


def test_its_why_names_the_price_of_a_visit_beyond_the_plan(rules: RuleSet) -> None:
    (step,) = (step for step in planned(rules).trace if step.field == "cost.covers")
    assert [reading.id for reading in step.rules] == ["prices.regions.US.extra_visit"]
    assert step.uses == ("sessions.count",)


def test_it_stands_beside_the_price_in_text_and_on_paper_and_in_a_row_of_the_table(rules: RuleSet) -> None:
    plan = planned(rules)
    assert plan.cost is not None
    told = f"{money(plan.cost.course)} {plan.cost.covers}"
    assert f"The course: {told};" in " ".join(to_text(plan).split())
    assert to_page(paper_of(plan)).count(told) == 2, "on the first page and under money"
    assert f'what it covers,,,,,,,"{plan.cost.covers}"' in to_csv(plan)
