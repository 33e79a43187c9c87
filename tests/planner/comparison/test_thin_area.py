"""Whose area is thin hair and not bare is told of thin hair, in what medication can and can't cover."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smp_planner.domain.comparison import Cell
from smp_planner.domain.intake import AreaAnswer, Intake, Person
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

WOMAN = Person(age=45, sex="female")
THINNING = adult(person=WOMAN, goals=("added_density",), area=AreaAnswer(ludwig="II"), kept_hair=None)
HALF = adult(area=AreaAnswer(zones=("crown",)), kept_hair=Decimal("0.5"))


def told(rules: RuleSet, intake: Intake, row: str, option: str) -> Cell:
    return next(found for found in plan_of(intake, rules).comparison.rows if found.id == row).cells[option]


@pytest.mark.parametrize("intake", [THINNING, HALF])
def test_where_all_of_the_area_is_thin_medication_works_on_all_of_it(rules: RuleSet, intake: Intake) -> None:
    cover = told(rules, intake, "cover_share", "medication")
    assert "You told of no bare skin. It works on thin hair, so on all of the area." in cover.say
    assert (cover.typical, cover.leans) == (None, "neither")
    rest = told(rules, intake, "not_covered", "medication")
    assert rest.not_known
    assert "bare by now" not in rest.say
    assert told(rules, intake, "not_covered", "nothing").say.startswith("All of it stays thin")


@pytest.mark.parametrize(
    "intake",
    [
        adult(area=AreaAnswer(norwood="V"), kept_hair=0),
        adult(person=WOMAN, area=AreaAnswer(ludwig="III"), kept_hair=None),  # almost bare
        adult(area=AreaAnswer(zones=("crown", "front")), kept_hair={"crown": Decimal("0.5"), "front": 0}),
    ],
)
def test_where_skin_is_bare_medication_covers_none_of_it(rules: RuleSet, intake: Intake) -> None:
    cover = told(rules, intake, "cover_share", "medication")
    assert (cover.typical, cover.leans) == (0, "against")
    assert told(rules, intake, "not_covered", "nothing").say.startswith("All of it stays bare")


def test_with_another_loss_nobody_is_told_that_medication_works_on_thin_hair(rules: RuleSet) -> None:
    intake = adult(goals=("alopecia_cover",), area=AreaAnswer(zones=("crown",)), kept_hair=Decimal("0.5"))
    assert "It works on thin hair" not in told(rules, intake, "cover_share", "medication").say


def test_a_trace_names_the_rule_for_thin_hair(rules: RuleSet) -> None:
    (step,) = [
        step
        for step in plan_of(THINNING, rules).trace
        if step.field == "comparison.rows.cover_share.medication"
    ]
    assert [reading.id for reading in step.rules] == ["comparison.does.cover_share.cells.medication.for_thin"]


def test_a_stage_of_bare_skin_stays_bare_however_much_hair_is_said_to_be_left(rules: RuleSet) -> None:
    """Who picks a stage that reads "front and crown bare" was told that no skin of theirs is bare."""
    for stage in ("II", "IV", "V"):
        intake = adult(area=AreaAnswer(norwood=stage), kept_hair=Decimal("0.3"))
        cover = told(rules, intake, "cover_share", "medication")
        assert (cover.say, cover.leans) == (
            "None of the bare skin. It works where hair still grows.",
            "against",
        )
        assert told(rules, intake, "not_covered", "nothing").say.startswith("All of it stays bare")
