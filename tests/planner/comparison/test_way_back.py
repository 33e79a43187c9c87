"""The way back in visits and money: from SMP by laser, from surgery by SMP over what it left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smp_planner.domain.intake import AreaAnswer, Habits, Hair, Intake, Person, Skin
from smp_planner.domain.quantities import Estimate
from smp_planner.domain.years import Cost
from smp_planner.planner.comparison.plan_figure import PlanFigure
from smp_planner.planner.comparison.way_back import find_ways_back
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult, plan_of

NOTHING_SAID = adult(
    goals=("scar_camouflage",), density=None, kept_hair=None, skin=Skin(), hair=Hair(), habits=Habits(),
    person=Person(age=40),
)  # fmt: skip
LINE = replace(NOTHING_SAID, area=AreaAnswer())
DOTS = replace(NOTHING_SAID, area=AreaAnswer(zones=("donor",)))


def ways(rules: RuleSet, cost: Cost | None = None) -> dict[str, PlanFigure]:
    return dict(find_ways_back(cost or plan_of(ADULT, rules).cost, rules))


def pounds(rules: RuleSet) -> RuleSet:
    return replace(rules, edition=replace(rules.edition, region="UK"))


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
    assert found.keys() == {"way_back.smp", "way_back.fut", "way_back.fue"}
    assert all(figure.estimate for figure in found.values())


@pytest.mark.parametrize(("option", "intake"), [("fut", LINE), ("fue", DOTS)])
@pytest.mark.parametrize("region", ["US", "UK"])
def test_what_surgery_left_is_hidden_as_a_plan_for_it_would(
    rules: RuleSet, option: str, intake: Intake, region: str
) -> None:
    """Whoever comes back for it gets the same figures, where nothing else is known of them."""
    rules = pounds(rules) if region == "UK" else rules
    plan, found = plan_of(intake, rules), ways(rules)
    assert plan.cost
    assert found[f"way_back.{option}"].estimate == plan.sessions.count._replace(unit="visits")
    assert found[f"way_back_cost.{option}"].estimate == plan.cost.course


def test_the_dots_of_fue_lie_over_more_skin_than_the_line_of_fut(rules: RuleSet) -> None:
    found = ways(rules)
    for name in ("way_back", "way_back_cost"):
        line, dots = (found[f"{name}.{option}"].estimate for option in ("fut", "fue"))
        assert line
        assert dots
        assert line.typical < dots.typical


@pytest.mark.parametrize(
    ("option", "hides"),
    [
        ("fut", {"coverage.scar.length_cm", "coverage.scar.width_cm"}),
        ("fue", {"coverage.zones.donor", "sessions.add.large_area"}),
    ],
)
def test_each_rests_on_what_it_hides(rules: RuleSet, option: str, hides: set[str]) -> None:
    found = ways(rules)
    behind = {reading.id for reading in found[f"way_back.{option}"].rules}
    assert behind >= {"sessions.count", "sessions.add.scar_tissue", *hides}
    assert any("scar_course" in reading.id for reading in found["way_back_cost.fut"].rules)
