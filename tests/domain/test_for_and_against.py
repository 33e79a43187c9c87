"""What leans for an option, and what against it, is listed in the order of the questions."""

from __future__ import annotations

from dataclasses import replace

from smp_planner.domain.for_and_against import BIG_MATTERS, SIDES, big_matters, points
from smp_planner.domain.plan import TreatmentPlan, brought
from tests.packaged_rules import packaged_rules
from tests.people import adult, plan_of


def a_plan() -> TreatmentPlan:
    return plan_of(adult(), packaged_rules())


def test_each_answer_that_leans_is_on_the_side_it_leans_to_and_no_other_is() -> None:
    comparison = a_plan().comparison
    order = [row.id for row in comparison.rows]
    for option in comparison.options:
        found = {side: [row.id for row, _ in points(comparison, option.id, side)] for side in SIDES}
        assert all(found.values())
        assert all(rows == sorted(rows, key=order.index) for rows in found.values())
        leans = {row.id: row.cells[option.id].leans for row in comparison.rows}
        assert {row: side for side, rows in found.items() for row in rows} == {
            row: lean for row, lean in leans.items() if lean != "neither"
        }


def test_a_point_of_money_is_told_for_the_years_that_somebody_looks_ahead() -> None:
    """Whether money weighs is for the rules to say; here it speaks against SMP."""
    found = a_plan().comparison
    leaning = [
        row._replace(cells={**row.cells, "smp": row.cells["smp"]._replace(leans="against")})
        if row.id == "cost_10y"
        else row
        for row in found.rows
    ]
    comparison = replace(found, rows=tuple(leaning))
    for horizon in ("1y", "5y", "10y"):
        told = {row.id: cell for row, cell in points(comparison, "smp", "against", horizon)}
        assert {id_ for id_ in told if id_.startswith("cost_")} == {f"cost_{horizon}"}
        paid = next(row for row in comparison.rows if row.id == f"cost_{horizon}")
        assert told[f"cost_{horizon}"] == paid.cells["smp"]


def test_the_risks_of_a_kind_are_those_of_the_option_alone() -> None:
    plan = a_plan()
    found = [(harm.id, o.id, risk) for harm in plan.harms for o in plan.comparison.options
             for risk in brought(plan, harm, o.id)]  # fmt: skip
    assert [(risk.kind, risk.option) for *_, risk in found] == [(harm, option) for harm, option, _ in found]
    assert {risk.id for *_, risk in found} == {risk.id for risk in plan.risks}


def test_whether_the_loss_stops_how_long_it_lasts_and_the_cost_stand_below_both_lists_of_every_option() -> (
    None
):
    """Medication's main benefit and SMP's fading stood in neither list."""
    comparison = a_plan().comparison
    for option in comparison.options:
        told = {row.id: cell for row, cell in big_matters(comparison, option.id)}
        assert tuple(told) == BIG_MATTERS
        assert {cell.leans for cell in told.values()} == {"neither"}
    smp = {row.id: cell.say for row, cell in big_matters(comparison, "smp")}
    assert "hair around the dots" in smp["halts_loss"].lower()
    assert "fades" in smp["lasting"]
    tablets = {row.id: cell.say for row, cell in big_matters(comparison, "medication")}
    assert tablets["halts_loss"].startswith("Tablets can slow or stop it in men")


def test_the_cost_below_the_lists_is_that_of_the_years_that_somebody_looks_ahead() -> None:
    comparison = a_plan().comparison
    for horizon in ("1y", "5y", "10y"):
        *_, (paid, _cell) = big_matters(comparison, "fue", horizon)
        assert paid.id == f"cost_{horizon}"
