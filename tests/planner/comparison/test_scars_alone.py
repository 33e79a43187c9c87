"""Who has a scar and no hair loss reads of the scar, and of no loss that goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.rules.ruleset import RuleSet
from tests.fair_people import SCARS, WOMAN
from tests.people import adult, losing, plan_of

GOES_ON = re.compile(
    r"\bloss (?:may )?(?:go|goes|moves|runs|that shows more)\b|\blos(?:e|ing) more hair\b"
    r"|\bless (?:hair )?(?:with time|to save)\b|\b(?:goes on|gets) thin|\baround it may thin\b"
    r"|\bhair that goes\b|\bhow fast\b|\bsteady loss\b|\bearly loss\b|\bmore loss\b|\bmore hair loss\b"
    r"|\bthe loss\b|\bNorwood\b|\bLudwig\b",
    re.IGNORECASE,
)
# Whom an option is barred to is one list for everybody; what cites the studies names whom they counted.
FOR_EVERYBODY = {"who_may_not"}
PEOPLE = {
    "a man": adult(goals=("scar_camouflage",), area=SCARS),
    "a woman": adult(goals=("scar_camouflage",), area=SCARS, person=WOMAN),
}


def told(plan: TreatmentPlan) -> Iterator[tuple[str, str]]:
    """Every text of the cells and the risks, each with its place."""
    for row in plan.comparison.rows:
        for option, cell in row.cells.items() if row.id not in FOR_EVERYBODY else ():
            for say in (cell.say, cell.note):
                yield f"{row.id}.{option}", say or ""
    for risk in plan.risks:
        for say in (risk.name, risk.say, risk.prevent, risk.do):
            yield f"risks.{risk.option}.{risk.id}", say


@pytest.mark.parametrize("person", PEOPLE)
def test_for_scars_alone_no_answer_and_no_risk_tells_of_a_loss_that_goes_on(
    person: str, rules: RuleSet
) -> None:
    found = [(where, say) for where, say in told(plan_of(PEOPLE[person], rules)) if GOES_ON.search(say)]
    assert found == []


def test_the_words_are_seen_where_somebody_loses_hair(rules: RuleSet) -> None:
    found = {where for where, say in told(plan_of(losing(), rules)) if GOES_ON.search(say)}
    assert {
        "density.nothing", "certainty.nothing", "cant_undo.nothing", "if_you_wait.fut", "suits.fut",
        "risks.fut.odd_line", "risks.fue.odd_line", "risks.nothing.loss_goes_on",
        "risks.nothing.less_to_save",
    } <= found  # fmt: skip


def test_the_harms_of_a_scar_are_called_what_they_are(rules: RuleSet) -> None:
    named = {(risk.option, risk.id): risk.name for risk in plan_of(PEOPLE["a man"], rules).risks}
    assert named["nothing", "loss_goes_on"] == "a scar that stays in sight"
    assert named["smp", "edge_of_dots"] == "an edge that shows"
    assert named["fut", "odd_line"] == named["fue", "odd_line"] == "hair that looks odd in the scar"
    of_loss = {(risk.option, risk.id): risk.name for risk in plan_of(losing(), rules).risks}
    assert of_loss["nothing", "loss_goes_on"] == "loss that shows more"
    assert named.keys() == of_loss.keys()


def test_each_option_says_what_kind_of_scar_it_suits(rules: RuleSet) -> None:
    (suits,) = [row for row in plan_of(PEOPLE["a man"], rules).comparison.rows if row.id == "suits"]
    for option in ("medication", "smp", "fut", "fue"):
        assert "scar" in suits.cells[option].say, option
