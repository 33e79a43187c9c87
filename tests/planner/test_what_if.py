"""One assumption changed at a time: when it applies, what it says, and what its step rests on."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Scar
from smp_planner.domain.plan import TreatmentPlan, WhatIf
from smp_planner.domain.provenance import Step
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.planner.what_if import loss_moved_on
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult


def asked(rules: RuleSet, intake: Intake) -> tuple[TreatmentPlan, dict[str, WhatIf], dict[str, Step]]:
    plan = plan_treatment(intake, rules)
    assert isinstance(plan, TreatmentPlan)
    steps = {step.field: step for step in plan.trace}
    return plan, {case.id: case for case in plan.what_if}, steps


def test_the_four_questions_come_in_the_order_of_the_rules(rules: RuleSet) -> None:
    _, cases, _ = asked(rules, adult())
    assert list(cases) == list(rules.what_if.cases)


def test_the_question_on_prices_names_the_rise_of_its_rule(rules: RuleSet) -> None:
    _, cases, _ = asked(rules, adult())
    assert cases["prices_up"].say == "What if prices go up by 20 %?"


def test_a_case_rests_on_all_that_is_compared(rules: RuleSet) -> None:
    plan, _, steps = asked(rules, adult())
    assert plan.cost
    uses = steps["what_if.fades_fast"].uses
    assert uses == (
        "sessions.count", "sessions.chair_hours", "sessions.settled_on", "touch_ups.items.1",
        "cost.course", "cost.totals.5y", "cost.totals.10y",
    )  # fmt: skip
    assert set(uses) <= set(steps)


def test_without_a_price_no_case_rests_on_money_and_none_raises_it(rules: RuleSet) -> None:
    _, cases, steps = asked(rules, adult(health_asked=False))
    assert not [field for field in steps["what_if.prices_up"].uses if field.startswith("cost.")]
    assert cases["prices_up"].effect == rules.what_if.cases["prices_up"].none
    assert cases["prices_up"].changes == ()


def test_a_full_course_has_no_room_for_one_more_session(rules: RuleSet) -> None:
    plan, cases, _ = asked(rules, adult(area=AreaAnswer(zones=("whole_scalp",)), density="dense"))
    assert plan.sessions.count.typical == 6
    assert cases["one_more_session"].effect == rules.what_if.cases["one_more_session"].none


@pytest.mark.parametrize(
    ("area", "later"),
    [
        (AreaAnswer(norwood="V"), AreaAnswer(norwood="VI")),
        (AreaAnswer(norwood="VII"), None),
        (AreaAnswer(ludwig="I"), AreaAnswer(ludwig="II")),
        (AreaAnswer(norwood="V", ludwig="III"), AreaAnswer(norwood="VI", ludwig="III")),
        (AreaAnswer(measured=Measured(cm2=100)), AreaAnswer(measured=Measured(cm2=146))),
        (AreaAnswer(zones=("whole_scalp",)), None),
        (AreaAnswer(scars=(Scar(length_cm=Decimal(20), width_cm=Decimal("0.2")),)), None),
    ],
)
def test_hair_loss_moves_on_to_the_next_stage_or_a_larger_area(
    rules: RuleSet, area: AreaAnswer, later: AreaAnswer | None
) -> None:
    moved, _ = loss_moved_on(adult(area=area), rules)
    assert (moved and moved.area) == later


def test_an_area_that_nobody_knows_grows_from_the_one_planned(rules: RuleSet) -> None:
    intake = adult(goals=("crown",), area=AreaAnswer())
    plan, cases, _ = asked(rules, intake)
    moved, _ = loss_moved_on(intake, rules)
    assert moved
    assert moved.area.measured
    assert moved.area.measured.cm2 == plan.area.bare_cm2.typical * (
        1 + rules.coverage.next_stage.growth.read().number
    )
    assert cases["loss_moves_on"].effect != rules.what_if.cases["loss_moves_on"].none
