"""Whoever thinks in inches reads each area of a "why?" in both units."""

from __future__ import annotations

import re

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Scar
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult

ALONE = re.compile(r"\d[\d.,]* cm2(?! x |,? (\(|or )[\d.,]+ in2)")
"""An area in cm2 that no in2 follows; a sum of dots counts with it, and names its whole in both units."""
PEOPLE: dict[str, Intake] = {
    "a stage": ADULT,
    "scars beside it": adult(area=AreaAnswer(norwood="V", scars=(Scar(length_cm=20, width_cm=1),))),
    "scars alone": adult(area=AreaAnswer(scars=(Scar(length_cm=20, width_cm=1),))),
    "less than any price is for": adult(area=AreaAnswer(measured=Measured(cm2=8))),
    "the whole scalp": adult(area=AreaAnswer(zones=("whole_scalp",))),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_no_reason_of_a_plan_in_the_us_tells_an_area_in_cm2_alone(who: str, rules: RuleSet) -> None:
    assert rules.region == "US"
    reasons = {step.field: step.because for step in plan_treatment(PEOPLE[who], rules).trace}
    assert "in2" in reasons["cost.course"]
    alone = {field: found[0] for field, told in reasons.items() if (found := ALONE.search(told))}
    assert alone == {}
