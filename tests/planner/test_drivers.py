"""Which drivers apply, which may, and which rows of a table they pick."""

from __future__ import annotations

import pytest

from smp_planner.domain.intake import ZONES, AreaAnswer, Habits, Measured, Scar, Skin
from smp_planner.domain.quantities import Number
from smp_planner.planner.drivers import Drivers, find_drivers
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult


def found(
    rules: RuleSet, *, treated_cm2: Number = 100, dots_per_cm2: Number = 150, **answers: object
) -> Drivers:
    return find_drivers(adult(**answers), rules, treated_cm2=treated_cm2, dots_per_cm2=dots_per_cm2)


def test_nothing_applies_to_an_ordinary_adult(rules: RuleSet) -> None:
    assert found(rules) == Drivers(present=frozenset(), unsure=frozenset())


@pytest.mark.parametrize(
    ("answers", "names"),
    [
        ({"area": AreaAnswer(norwood="VI")}, {"large_area"}),
        ({"area": AreaAnswer(norwood="VII")}, {"large_area"}),
        ({"area": AreaAnswer(norwood="VII", measured=Measured(cm2=50))}, set()),
        ({"area": AreaAnswer(zones=("crown", "whole_scalp"))}, {"whole_scalp"}),
        ({"area": AreaAnswer(zones=ZONES[:-1])}, {"whole_scalp"}),
        ({"area": AreaAnswer(scars=(Scar(length_cm=2, width_cm=1),))}, {"scar_tissue"}),
        ({"goals": ("crown", "scar_camouflage")}, {"scar_tissue"}),
        ({"goals": ("alopecia_cover",)}, {"alopecia"}),
        ({"skin": Skin(tone="I", traits=())}, {"fair_skin"}),
        ({"skin": Skin(tone="II", traits=())}, {"fair_skin"}),
        ({"skin": Skin(tone="IV", traits=("oily",))}, {"oily"}),
        ({"skin": Skin(tone="IV", traits=("dry_flaky",))}, {"dry_flaky", "difficult_skin"}),
        ({"skin": Skin(tone="IV", traits=("sensitive",))}, {"sensitive", "difficult_skin"}),
        ({"skin": Skin(tone="IV", traits=("thick",))}, {"difficult_skin"}),
        ({"habits": Habits(sun="high", heavy_sweat=False, swims=False)}, {"high_sun"}),
        ({"habits": Habits(sun="low", heavy_sweat=True, swims=False)}, {"heavy_sweat"}),
        ({"habits": Habits(sun="low", heavy_sweat=False, swims=True)}, {"swims"}),
        ({"wants_touch_ups": "crisp"}, {"crisp_look"}),
    ],
)
def test_an_answer_brings_its_drivers_and_no_others(
    rules: RuleSet, answers: dict[str, object], names: set[str]
) -> None:
    assert found(rules, **answers) == Drivers(present=frozenset(names), unsure=frozenset())


@pytest.mark.parametrize(("cm2", "is_large"), [(200, False), (201, True)])
def test_an_area_is_large_over_the_limit(rules: RuleSet, cm2: int, is_large: bool) -> None:
    assert ("large_area" in found(rules, treated_cm2=cm2).present) is is_large


@pytest.mark.parametrize(("dots", "is_dense"), [(194, False), (195, True), (200, True)])
def test_a_look_is_dense_from_the_dense_look_on(rules: RuleSet, dots: int, is_dense: bool) -> None:
    assert ("dense_look" in found(rules, dots_per_cm2=dots).present) is is_dense


@pytest.mark.parametrize(
    ("answers", "names"),
    [
        ({"skin": Skin(tone=None, traits=())}, {"fair_skin"}),
        ({"skin": Skin(tone="III")}, {"oily", "dry_flaky", "sensitive", "difficult_skin"}),
        ({"habits": Habits()}, {"high_sun", "heavy_sweat", "swims"}),
        ({"wants_touch_ups": None}, {"crisp_look"}),
        ({"goals": ()}, {"scar_tissue", "alopecia"}),
        ({"goals": (), "area": AreaAnswer(dot_scars=True)}, {"alopecia"}),
    ],
)
def test_a_question_left_open_leaves_its_drivers_open(
    rules: RuleSet, answers: dict[str, object], names: set[str]
) -> None:
    assert found(rules, **answers) == Drivers(present=frozenset(), unsure=frozenset(names))


def test_a_scar_that_was_told_is_certain_whatever_the_goal(rules: RuleSet) -> None:
    told = AreaAnswer(scars=(Scar(length_cm=2, width_cm=1),))
    assert found(rules, goals=(), area=told) == Drivers(
        present=frozenset({"scar_tissue"}), unsure=frozenset({"alopecia"})
    )


def test_drivers_pick_their_rows_in_the_order_of_the_table(rules: RuleSet) -> None:
    who = Drivers(
        present=frozenset({"dense_look", "large_area", "oily"}), unsure=frozenset({"difficult_skin"})
    )
    present, unsure = who.of(rules.sessions.add.rows)
    assert [reading.id for reading in present] == ["sessions.add.large_area", "sessions.add.dense_look"]
    assert [reading.id for reading in unsure] == ["sessions.add.difficult_skin"]
