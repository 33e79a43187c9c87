"""A scar in hair: its dots are told apart from those that blend it in, where the two make up all of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import cast

import pytest

from smp_planner.domain.drawing import Fill
from smp_planner.domain.intake import AreaAnswer, Intake, Scar, ScarPlace
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.dots.count import count_dots
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.planner.dots.kept_hair import said_around
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

STRIP = Scar(length_cm=20, width_cm=Decimal("0.5"), age_months=72, raised=False, red=False)
TOP = AreaAnswer(norwood="VI")
LONG = Scar(length_cm=40, width_cm=5, age_months=72, raised=False, red=False)


def steps(rules: RuleSet, **answers: object) -> dict[str, Step]:
    given = {"goals": ("scar_camouflage",), "area": AreaAnswer(scars=(STRIP,)), "kept_hair": None}
    trace = plan_of(adult(**given | answers), rules).trace
    return {step.field: step for step in trace if step.field in ("dots.scars", "dots.around_scars")}


def test_the_dots_in_a_scar_and_around_it_are_told_each_with_its_range(rules: RuleSet) -> None:
    told = steps(rules, density=None)
    within, around = told["dots.scars"].value, told["dots.around_scars"].value
    assert isinstance(within, Estimate)
    assert isinstance(around, Estimate)
    assert (within.low, within.typical, within.high) == (1000, 1500, 1950)
    assert (around.low, around.typical, around.high) == (2450, 3675, 14700)
    assert "thinly between the hair" in told["dots.around_scars"].because


@pytest.mark.parametrize(
    "answers",
    [
        {"kept_hair": 0},
        {"area": AreaAnswer(scars=(LONG, LONG, LONG))},
        {"goals": ("crown", "scar_camouflage"), "area": AreaAnswer(norwood="V", scars=(STRIP,))},
    ],
    ids=["bare around it", "more than a whole scalp", "beside a loss"],
)
def test_they_are_not_told_apart_where_they_are_not_all_or_not_thinner(
    answers: dict[str, object], rules: RuleSet
) -> None:
    assert steps(rules, **answers) == {}


# --- one share for all, beside an area of loss -----------------------------------------------


def beside(*places: ScarPlace | None, kept: Number | None = 0, area: AreaAnswer = TOP) -> Intake:
    scars = tuple(Scar(length_cm=20, width_cm=1, place=place) for place in places)
    return adult(goals=("shaved_look",), area=replace(area, scars=scars), kept_hair=kept, density="natural")


def total(intake: Intake, rules: RuleSet) -> Estimate:
    return count_dots(intake, assess_coverage(intake, rules)[0], rules)[0].total


@pytest.mark.parametrize("place", ["back", "side", None])
def test_one_share_for_all_is_about_the_area_of_loss_and_not_about_a_scar_off_it(
    place: ScarPlace | None, rules: RuleSet
) -> None:
    """(20 + 4) x (1 + 4) less 20 is 100 cm2 of margin at 150: 15,000 dots, a quarter of it planned."""
    bare, alone = total(beside(place), rules), total(replace(beside(place), area=TOP), rules)
    assert bare.typical - alone.typical == 20 * 150 + 3750
    assert bare.high >= bare.typical + 11250
    [patch] = drawing_of(beside(place), rules).scars
    assert patch.edge == Fill(Decimal(150) / 4, Decimal(127))


@pytest.mark.parametrize("place", ["top", "front"])
def test_a_scar_in_the_area_of_loss_has_its_hair(place: ScarPlace, rules: RuleSet) -> None:
    on_it, off_it = total(beside(place), rules), total(beside("back"), rules)
    assert on_it.typical - off_it.typical == 11250


def test_of_two_scars_each_has_the_hair_of_its_place(rules: RuleSet) -> None:
    both, back, top = (total(one, rules) for one in (beside("back", "top"), beside("back"), beside("top")))
    alone = total(replace(beside("back"), area=TOP), rules)
    assert both.typical == back.typical + top.typical - alone.typical
    assert [patch.edge.hairs for patch in drawing_of(beside("back", "top"), rules).scars] == [127, 0]


def test_where_the_back_or_the_sides_are_lost_too_one_share_holds_there(rules: RuleSet) -> None:
    for zone, place in (("sides", "side"), ("donor", "back"), ("whole_scalp", "side")):
        assert said_around(0, cast(ScarPlace, place), {zone}, rules) == 0
    assert said_around(0, "back", {"sides"}, rules) is None
    assert said_around({"crown": Decimal(1)}, "back", {"crown"}, rules) == {"crown": Decimal(1)}
    assert said_around(0, "back", (), rules) == 0, "scars are all there is"
