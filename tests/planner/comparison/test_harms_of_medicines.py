"""A harm of a medicine does not hang on why it is taken: it is told by the sex, for scars alone too."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smp_planner.domain.comparison import Cell, Risk
from smp_planner.domain.intake import Intake, Person
from smp_planner.rules.ruleset import RuleSet
from tests.fair_people import SCARS, WOMAN
from tests.people import adult, plan_of

MAN = Person(age=38, sex="male")
OTHER_LOSSES = ("scars", "others")


def with_loss(kind: str, person: Person) -> Intake:
    if kind == "scars":
        return adult(goals=("scar_camouflage",), area=SCARS, person=person)
    return adult(goals=("alopecia_cover",), person=person)


def cells(intake: Intake, rules: RuleSet) -> dict[str, Cell]:
    rows = plan_of(intake, rules).comparison.rows
    return {f"{row.id}.{option}": cell for row in rows for option, cell in row.cells.items()}


def risks(intake: Intake, rules: RuleSet) -> dict[str, Risk]:
    return {risk.id: risk for risk in plan_of(intake, rules).risks if risk.option == "medication"}


@pytest.mark.parametrize("kind", OTHER_LOSSES)
def test_a_man_reads_how_many_men_had_sexual_problems_whatever_his_loss(kind: str, rules: RuleSet) -> None:
    told, of_pattern = cells(with_loss(kind, MAN), rules), cells(adult(), rules)
    for name in ("sexual_problems.nothing", "sexual_problems.medication", "side_effects.medication"):
        assert told[name] == of_pattern[name]
    assert told["sexual_problems.medication"].typical == Decimal("3.81")
    assert "2 of 100 on dummy tablets" in told["sexual_problems.medication"].say
    mine, his = risks(with_loss(kind, MAN), rules), risks(adult(), rules)
    for harm in ("sexual_problems", "itch", "shedding"):
        assert mine[harm] == his[harm]


@pytest.mark.parametrize("kind", OTHER_LOSSES)
def test_a_woman_reads_how_many_women_had_an_itch_and_hair_on_the_face(kind: str, rules: RuleSet) -> None:
    told = risks(with_loss(kind, WOMAN), rules)
    for harm in ("itch", "facial_hair", "shedding"):
        count = told[harm].per_100
        assert count is not None
        assert told[harm].describes == "women"
    assert "sexual_problems" not in told
    assert cells(with_loss(kind, WOMAN), rules)["facial_hair.medication"].typical == 33


@pytest.mark.parametrize("kind", OTHER_LOSSES)
@pytest.mark.parametrize("person", [MAN, WOMAN])
def test_what_a_medicine_gives_is_not_known_for_another_loss(
    kind: str, person: Person, rules: RuleSet
) -> None:
    told = cells(with_loss(kind, person), rules)
    for row in ("improved", "kept_result", "net_count_1y", "regrows_hair", "halts_loss"):
        assert told[f"{row}.medication"].say.startswith("Not known for "), row
    assert risks(with_loss(kind, person), rules)["little_effect"].per_100 is None


def test_who_takes_tablets_by_now_for_a_scar_reads_that_the_men_counted_began_them(rules: RuleSet) -> None:
    user = adult(goals=("scar_camouflage",), area=SCARS, person=MAN, medication_now=("finasteride",))
    assert cells(user, rules)["sexual_problems.medication"].say.endswith("you take them already.")


def test_no_benefit_of_a_medicine_is_told_by_sex_alone(rules: RuleSet) -> None:
    by_sex = {
        id_ for _, id_, row in rules.comparison.questions() for cell in row.cells.values() if cell.by_sex
    }
    harms = {id_ for id_, risk in rules.risks.risks["medication"].items() if risk.by_sex}
    assert by_sex == {"side_effects", "sexual_problems", "facial_hair"}
    assert harms == {"sexual_problems", "itch", "facial_hair", "shedding"}
