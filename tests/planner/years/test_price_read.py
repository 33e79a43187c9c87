"""The "why?" of a price names the points that it lies between, where they stand, and for how many visits."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from smp_planner.domain.intake import AreaAnswer
from smp_planner.domain.provenance import Reading
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of
from tests.planner.years.test_prices import area, only_scars, priced, scars_beside
from tests.reading_grade import reading_grade


def why(rules: RuleSet, cm2: Any, **job: Any) -> str:
    return priced(rules, area(Decimal(str(cm2))), **job)[1]["cost.course"].because


def test_a_norwood_iv_reads_which_points_its_price_lies_between(rules: RuleSet) -> None:
    """$2,540 stood beside $1,200, $2,800 and $3,500, and nothing led from these to it."""
    plan = plan_of(adult(area=AreaAnswer(norwood="IV")), rules)
    assert plan.cost
    assert plan.cost.course.typical == 2540  # 1,200 + 1,600 x (113.7 - 30) / 100 = 2,539
    [told] = [step.because for step in plan.trace if step.field == "cost.course"]
    assert "Your 113.7 cm2 (17.6 in2) lie between two points drawn from published prices: " in told
    assert (
        "30 cm2 (4.7 in2) for $1,200, and 130 cm2 (20.2 in2) for $2,800. On a straight line from one to"
        in told
    )
    assert "that is $2,540. It is for 3 visits together." in told
    assert reading_grade(told) <= 8


@pytest.mark.parametrize(
    ("cm2", "words"),
    [
        (20, "Your 20 cm2 (3.1 in2) is less than the smallest point drawn from published prices, 30 cm2 ("),
        (30, "Your 30 cm2 (4.7 in2) is a point drawn from published prices: $1,200."),
        (130, "Your 130 cm2 (20.2 in2) is a point drawn from published prices: $2,800."),
        (215, "300 cm2 (46.5 in2) for $3,500. On a straight line from one to the other that is $3,150."),
        (400, "Your 400 cm2 (62 in2) is more than the largest point drawn from published prices, 300 cm2 ("),
    ],
)  # fmt: skip
def test_at_a_point_and_beyond_the_ends_it_says_so(rules: RuleSet, cm2: int, words: str) -> None:
    assert words in why(rules, cm2)


def test_scars_alone_are_read_on_their_own_prices(rules: RuleSet) -> None:
    told = why(rules, 200, scars=only_scars(200))
    assert "100 cm2 (15.5 in2) for $1,800, and 300 cm2 (46.5 in2) for $2,250" in told
    assert "that is $2,030" in told  # 1,800 + 450 / 2 = 2,025, to tens


def test_scars_beside_other_area_tell_both_ways_and_which_counts(rules: RuleSet) -> None:
    cost, steps = priced(rules, area(Decimal(110)), scars=scars_beside(100))
    told = steps["cost.course"].because
    assert "Its 100 cm2 (15.5 in2) of scars with the skin around them would be $1,800 alone" in told
    assert f"never less than the scars alone: ${cost.course.typical:,}." in told


def test_the_price_that_is_read_is_before_visits_beyond_the_plan_and_with_a_rise(rules: RuleSet) -> None:
    rise = Reading(id="rise", value=Decimal("0.1"), range=(Decimal("0.1"),), sources=(), place="")
    told = why(rules, 130, session_count=4, extra_visits=1, price_rise=rise)
    assert (
        "Your 130 cm2 (20.2 in2) is a point drawn from published prices: $3,080. It is for 3 visits together."
        in told
    )
