"""What was counted in nobody like the person has not the strength of the evidence for others."""

from __future__ import annotations

from smp_planner.rules.ruleset import RuleSet
from tests.fair_people import SCARS, WOMAN
from tests.people import adult, losing, plan_of


def test_the_evidence_for_a_scar_is_not_that_of_trials_in_pattern_loss(rules: RuleSet) -> None:
    """It read "Not known for scars (strong evidence)"."""
    of_scars = plan_of(adult(goals=("scar_camouflage",), area=SCARS), rules)
    rows = {row.id: row for row in of_scars.comparison.rows}
    of_loss = {row.id: row for row in plan_of(adult(), rules).comparison.rows}
    assert of_loss["evidence"].cells["medication"].strength == "high"
    assert rows["evidence"].cells["medication"].say.startswith("Not known for scars.")
    assert rows["evidence"].cells["medication"].strength == "very_low"


def test_the_evidence_for_a_woman_is_not_that_of_counts_in_men(rules: RuleSet) -> None:
    """It read "Not known for women (weak evidence)", of a risk too."""
    woman = plan_of(adult(person=WOMAN), rules)
    rows = {row.id: row for row in woman.comparison.rows}
    risks = {(risk.option, risk.id): risk for risk in woman.risks}
    assert rows["hair_10y"].cells["nothing"].strength == "very_low"
    assert rows["kept_result"].cells["nothing"].strength == "very_low"
    assert risks["nothing", "loss_goes_on"].strength == "very_low"
    man = {(risk.option, risk.id): risk for risk in plan_of(losing(), rules).risks}
    assert man["nothing", "loss_goes_on"].strength == "low"


def test_what_is_not_needed_keeps_its_grade(rules: RuleSet) -> None:
    rows = {row.id: row for row in plan_of(adult(kept_hair=1), rules).comparison.rows}
    assert rows["operations"].cells["fut"].strength == "low"
