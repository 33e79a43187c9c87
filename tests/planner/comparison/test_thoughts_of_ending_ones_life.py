"""What the regulator warns of with tablets is named whole wherever it is named at all, with whom to call."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smp_planner.domain.intake import Person
from smp_planner.exports.paper.blocks import Table
from smp_planner.exports.paper.risks import what_can_go_wrong
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

MOOD, THOUGHTS = "low mood", "thoughts of ending one's life"
ROWS = ("risks", "live_mind")


def told(rules: RuleSet, row: str) -> str:
    """What a man reads of medication in one row."""
    (found,) = [found for found in plan_of(adult(), rules).comparison.rows if found.id == row]
    return found.cells["medication"].say


@pytest.mark.parametrize("row", ROWS)
def test_a_cell_that_names_low_mood_names_the_graver_harm_too(rules: RuleSet, row: str) -> None:
    """Low mood stood alone, where the regulator warns of thoughts of ending one's life as well."""
    assert MOOD in told(rules, row).lower()
    assert THOUGHTS in told(rules, row)
    assert len(told(rules, row).split()) <= 30


@pytest.mark.parametrize("region", ["US", "UK", None])
def test_no_text_of_any_region_names_low_mood_of_tablets_alone(region: str | None) -> None:
    rules = load_rules(region=region)
    for row in ROWS:
        assert THOUGHTS in told(rules, row)


def test_the_names_of_the_risks_say_it_too(rules: RuleSet) -> None:
    """A page may show the names alone."""
    plan = plan_of(adult(), rules)
    table = what_can_go_wrong(plan)
    assert isinstance(table, Table)
    assert f"{MOOD} and {THOUGHTS}" in str(table).replace("\\'", "'")
    (risk,) = [risk for risk in plan.risks if risk.id == "low_mood"]
    assert risk.name == f"{MOOD} and {THOUGHTS}"
    assert risk.sources == ("mhra-2024",)


@pytest.mark.parametrize(("region", "number"), [("US", "911"), ("UK", "999"), (None, "911 (US) or 999 (UK)")])
def test_whom_to_call_is_the_number_of_the_region(region: str | None, number: str) -> None:
    rules = load_rules(region=region)
    plan = plan_of(adult(), rules)
    (risk,) = [risk for risk in plan.risks if risk.id == "low_mood"]
    assert f"call {number} now" in risk.do
    assert "call the emergency number at once" in told(rules, "live_mind")
    allergy = next(risk for risk in plan.risks if (risk.option, risk.id) == ("smp", "allergy"))
    assert f"call {number} at once" in allergy.do


def test_a_woman_who_gets_no_tablets_reads_nothing_of_it(rules: RuleSet) -> None:
    woman = plan_of(replace(adult(), person=Person(age=45, sex="female")), rules)
    assert not any(risk.id == "low_mood" for risk in woman.risks)
    for row in woman.comparison.rows:
        assert THOUGHTS not in row.cells["medication"].say, row.id


def test_the_short_paper_says_beside_the_name_of_the_risk_whom_to_call() -> None:
    plan = plan_of(adult(), load_rules(region="US"))
    (medication,) = [words for name, words in what_can_go_wrong(plan).rows if name == "Medication"]
    assert "low mood and thoughts of ending one's life" in medication
    assert medication.endswith("If you think of ending your life, call 911 now.")
