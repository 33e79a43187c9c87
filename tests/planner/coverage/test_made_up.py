"""The why of the treated area names its parts in plain words, with what they add up to."""

from __future__ import annotations

from decimal import Decimal

from smp_planner.domain.intake import AreaAnswer, Measured, Scar
from smp_planner.domain.provenance import Step
from smp_planner.rules.ruleset import RuleSet
from tests.planner.coverage.treated_areas import steps_of

SCAR = Scar(length_cm=10, width_cm=Decimal("0.5"))


def treated(rules: RuleSet, area: AreaAnswer) -> Step:
    return steps_of(rules, area)["area.cm2"]


def test_bare_skin_edge_and_scars_are_told_with_their_sizes_and_their_sum(rules: RuleSet) -> None:
    # 40 + 2.5 x square root of 40 = 15.8; (10 + 4) x (0.5 + 4) = 63; 118.8 in all
    step = treated(rules, AreaAnswer(zones=("crown",), scars=(SCAR,)))
    assert step.because == (
        "The skin that gets dots: 40 cm2 (6.2 in2) of thin or bare skin, 15.8 cm2 (2.4 in2) of soft edge "
        "that blends it in and 63 cm2 (9.8 in2) for scars, each with 2 cm of dots around it. Together that "
        "is 118.8 cm2, or 18.4 in2."
    )
    assert "coverage.scar.margin_cm" in [reading.id for reading in step.rules]


def test_what_is_not_there_is_not_named(rules: RuleSet) -> None:
    area = treated(rules, AreaAnswer(measured=Measured(cm2=100)))
    assert "100 cm2 (15.5 in2) of thin or bare skin and 25 cm2 (3.9 in2) of soft edge" in area.because
    assert "scars" not in area.because
    whole = treated(rules, AreaAnswer(zones=("whole_scalp",)))
    assert "soft edge" not in whole.because
    assert "coverage.blend_band.factor" not in [reading.id for reading in whole.rules]


def test_scars_inside_the_area_add_nothing_and_are_left_out_of_the_sum(rules: RuleSet) -> None:
    step = treated(rules, AreaAnswer(zones=("donor",), scars=(Scar(length_cm=1, width_cm=1),)))
    assert "scars" not in step.because


def test_scars_alone_are_told_with_the_rule_of_their_margin(rules: RuleSet) -> None:
    step = treated(rules, AreaAnswer(scars=(SCAR,)))
    assert step.because == "The scars, each with the pigment on both sides of it."
    assert "coverage.scar.margin_cm" in [reading.id for reading in step.rules]
