"""Where a scar is moves the drawing and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from smp_planner.domain.intake import AreaAnswer, Scar, ScarPlace
from smp_planner.domain.scar_places import ALONE, IN_A_LINE
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.planner.understood import understand
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

SCAR = Scar(length_cm=12, width_cm=1)
PLACES: tuple[ScarPlace, ...] = get_args(ScarPlace)


def with_scar(place: ScarPlace | None) -> AreaAnswer:
    return AreaAnswer(scars=(replace(SCAR, place=place),))


@pytest.mark.parametrize("place", PLACES)
def test_it_changes_no_number_of_the_plan(place: ScarPlace, rules: RuleSet) -> None:
    said = plan_of(adult(goals=("scar_camouflage",), area=with_scar(place)), rules)
    unsaid = plan_of(adult(goals=("scar_camouflage",), area=with_scar(None)), rules)
    assert (said.area, said.dots, said.sessions) == (unsaid.area, unsaid.dots, unsaid.sessions)
    assert (said.cost, said.touch_ups, said.comparison) == (
        unsaid.cost, unsaid.touch_ups, unsaid.comparison,
    )  # fmt: skip


@pytest.mark.parametrize("place", [*PLACES, None])
def test_the_drawing_knows_the_place_and_takes_the_back_where_nobody_said(
    place: ScarPlace | None, rules: RuleSet
) -> None:
    [patch] = drawing_of(adult(goals=("scar_camouflage",), area=with_scar(place)), rules).scars
    assert patch.place == place
    assert patch.drawn_at == (place or "back")


def test_a_scar_that_was_not_told_is_drawn_at_the_back(rules: RuleSet) -> None:
    [patch] = drawing_of(adult(goals=("scar_camouflage",), area=AreaAnswer(norwood="IV")), rules).scars
    assert (patch.place, patch.drawn_at) == (None, "back")


@pytest.mark.parametrize("place", PLACES)
def test_it_is_read_back_among_the_answers(place: ScarPlace, rules: RuleSet) -> None:
    told = " ".join(one.said for one in understand(adult(area=with_scar(place)), rules))
    assert f"A scar of 12 by 1 cm, {IN_A_LINE[place]}" in told
    unsaid = " ".join(one.said for one in understand(adult(area=with_scar(None)), rules))
    assert "A scar of 12 by 1 cm" in unsaid
    assert "of the head" not in unsaid


def test_each_part_of_the_head_has_its_words() -> None:
    assert set(ALONE) == set(IN_A_LINE) == set(PLACES)
