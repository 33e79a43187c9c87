"""The way back in visits and money: from SMP by laser; from surgery neither is known."""

from __future__ import annotations

import pytest

from smp_planner.domain.quantities import Estimate
from smp_planner.domain.years import Cost
from smp_planner.planner.comparison.plan_figure import PlanFigure
from smp_planner.planner.comparison.way_back import find_ways_back
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, plan_of


def ways(rules: RuleSet, cost: Cost | None = None) -> dict[str, PlanFigure]:
    return dict(find_ways_back(cost or plan_of(ADULT, rules).cost, rules))


def test_laser_takes_the_visits_of_the_rules_and_more_for_ink(rules: RuleSet) -> None:
    found = ways(rules)["way_back.smp"]
    assert found.estimate == Estimate(1, 2, 3, "visits", "Tattoo ink or deep dots: about 6 (3 to 10).")
    assert [reading.id for reading in found.rules] == [
        "prices.removal_sessions", "comparison.notes.ink", "prices.removal_sessions_ink",
    ]  # fmt: skip
    assert "woman-jungle-removal" in found.rules[-1].sources


def test_no_price_of_laser_is_known_but_the_first_work_of_this_plan_is_set_beside_it(rules: RuleSet) -> None:
    found = ways(rules)["way_back_cost.smp"]
    cost = plan_of(ADULT, rules).cost
    assert cost
    assert found.estimate is None
    assert found.withheld is None
    assert (
        f"here about ${cost.course.typical:,} (${cost.course.low:,} to ${cost.course.high:,})."
        in found.because
    )
    assert found.uses == ("cost.course",)


def test_without_a_cost_of_the_plan_no_money_is_shown_and_visits_are(rules: RuleSet) -> None:
    found = dict(find_ways_back(None, rules))
    assert found.keys() == {"way_back.smp"}
    assert all(figure.estimate for figure in found.values())


@pytest.mark.parametrize("option", ["fut", "fue"])
def test_to_hide_what_surgery_left_has_no_figure_as_it_is_no_way_back(rules: RuleSet, option: str) -> None:
    """Visits and the price of SMP over the line stood as the way back from FUT."""
    rows = {row.id: row.cells[option] for row in plan_of(ADULT, rules).comparison.rows}
    for row in ("way_back", "way_back_cost"):
        assert (rows[row].typical, rows[row].withheld) == (None, None)
        assert rows[row].say.startswith("Not known.")
        assert "taking grafts out" in rows[row].say or "Grafts can be taken out" in rows[row].say
        assert not any(sign.isdigit() for sign in f"{rows[row].say} {rows[row].note}")
        assert (rows[row].note or "").startswith("To hide the ")
