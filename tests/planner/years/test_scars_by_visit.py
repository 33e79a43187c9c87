"""A clinic that sells by visit may price a visit for scars alone; where it doesn't, the plan says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Scar
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.years import Cost
from smp_planner.exports.steps import Steps
from smp_planner.exports.text import to_text
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult, plan_of
from tests.scenario_items import clinic_file

OLD = Scar(length_cm=20, width_cm=0.2, age_months=30, raised=False, red=False)
SCARS = adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(OLD,)), kept_hair=None)
BESIDE = replace(ADULT, area=replace(ADULT.area, scars=(OLD,)))
UNPRICED = "This clinic's list gives no price for a scar. Each visit counts here as any other visit."


@pytest.fixture
def priced(tmp_path: Path) -> RuleSet:
    text = clinic_file("example-studio").read_text().replace("later: 800}", "later: 800, for_scars: 600}")
    path = tmp_path / "studio.yaml"
    path.write_text(text)
    return load_rules(clinic=path)


def studio() -> RuleSet:
    return load_rules(clinic=clinic_file("example-studio"))


def cost_of(plan: TreatmentPlan) -> Cost:
    assert plan.cost is not None
    return plan.cost


def lines(plan: TreatmentPlan) -> list[object]:
    quote = cost_of(plan).quote
    assert quote is not None
    return [line.amount.high for line in quote.lines if line.id.startswith("visit_")]


def test_each_visit_for_scars_alone_has_its_own_price(priced: RuleSet) -> None:
    plan = plan_of(SCARS, priced)
    assert set(lines(plan)) == {600}
    cost = cost_of(plan)
    assert "$600 for one more" in cost.covers
    assert cost.not_included[0] == "A visit beyond this plan: $600"
    assert not any(UNPRICED in note for note in cost.notes)
    behind = [rule.id for rule in Steps.of(plan.trace).at("cost.covers").rules]
    assert any(id_.endswith("visit.for_scars") for id_ in behind)


def test_scars_beside_other_area_are_worked_on_in_the_same_visits(priced: RuleSet) -> None:
    assert lines(plan_of(BESIDE, priced))[:2] == [1000, 800]
    assert not any(UNPRICED in note for note in cost_of(plan_of(BESIDE, priced)).notes)


@pytest.mark.parametrize("who", [SCARS, BESIDE], ids=["scars alone", "beside a stage"])
def test_a_list_without_a_price_of_a_scar_is_said_to_have_none(who: Intake) -> None:
    plan = plan_of(who, studio())
    assert any(note.startswith(UNPRICED) for note in cost_of(plan).notes)
    behind = [rule.id for rule in Steps.of(plan.trace).at("cost.notes").rules]
    assert "prices.clinic.no_scar_price" in behind


def test_who_has_no_scar_reads_nothing_of_one() -> None:
    plan = plan_of(ADULT, studio())
    assert "price for a scar" not in " ".join((*cost_of(plan).notes, to_text(plan)))
