"""The why of all dots adds up: area x density x the part without hair, a row for each part of the area."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Scar
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.dots.count import DotCount, count_dots
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult

D = Decimal
SCAR = Scar(length_cm=20, width_cm=D("0.2"))  # 4 cm2 of scar, 96.8 cm2 of margin
ROW = re.compile(r"(?:^|: |; )([^:;.]+?) ([\d.,]+) cm2 x ([\d.]+) x ([\d.]+) = ([\d,]+) dots?")
PEOPLE = {
    "norwood V, bare": adult(),
    "ludwig II, some hair": adult(area=AreaAnswer(ludwig="II"), kept_hair=D("0.6")),
    "crown and scar, hair not known": adult(area=AreaAnswer(zones=("crown",), scars=(SCAR,)), kept_hair=None),
    "two zones, one with hair": adult(
        area=AreaAnswer(zones=("midscalp", "crown")), kept_hair={"crown": D("0.5")}
    ),
    "a scar in the back": adult(area=AreaAnswer(zones=("donor",), scars=(SCAR,)), kept_hair=D("0.5")),
    "a scar alone": adult(area=AreaAnswer(scars=(SCAR,)), kept_hair=D("0.1")),
    "measured": adult(area=AreaAnswer(measured=Measured(cm2=100)), kept_hair=D("0.8")),
    "a wide scar in the back": adult(
        area=AreaAnswer(zones=("donor",), scars=(Scar(length_cm=40, width_cm=5),)), kept_hair=D("0.5")
    ),
    "whole scalp": adult(area=AreaAnswer(zones=("whole_scalp",)), kept_hair={"donor": 1}),
}


def counted(intake: Intake, rules: RuleSet) -> tuple[DotCount, str]:
    count, tell = count_dots(intake, assess_coverage(intake, rules)[0], rules)
    return count, next(step.because for step in tell() if step.field == "dots.total")


def rows(told: str) -> dict[str, tuple[Decimal, Decimal, Decimal, int]]:
    """By part its area, density, share and dots, as a person reads them."""
    return {
        name: (D(cm2.replace(",", "")), D(per_cm2), D(share), int(dots.replace(",", "")))
        for name, cm2, per_cm2, share, dots in ROW.findall(told)
    }


@pytest.mark.parametrize("who", PEOPLE)
def test_the_rows_add_up_to_the_total_and_each_can_be_worked_out_by_hand(who: str, rules: RuleSet) -> None:
    count, told = counted(PEOPLE[who], rules)
    found = rows(told)
    assert found
    assert sum(dots for *_, dots in found.values()) == count.total.typical
    assert f"Together {count.total.typical:,} dots." in told
    for cm2, per_cm2, share, dots in found.values():
        assert cm2 * per_cm2 * share == pytest.approx(dots, rel=D("0.004"), abs=8)


def test_the_skin_around_a_scar_has_a_row_and_words_of_its_own(rules: RuleSet) -> None:
    """The crown counts as bare, and the margin of the scar beside it at a quarter, as hair covers it."""
    _, told = counted(PEOPLE["crown and scar, hair not known"], rules)
    assert "as if no hair were left in the area" in told
    assert "The skin around a scar takes the least share that we place, as hair covers it." in told
    assert rows(told)["skin around scars"] == (D("96.8"), 150, D("0.25"), 3630)
    assert rows(told)["scars"] == (4, 150, 1, 600)
    assert rows(told)["crown"] == (40, 150, 1, 6000)


def test_bare_skin_around_a_scar_is_not_said_to_be_under_hair(rules: RuleSet) -> None:
    there = replace(SCAR, place="top")
    _, told = counted(adult(area=AreaAnswer(zones=("crown",), scars=(there,)), kept_hair=0), rules)
    assert "as hair covers it" not in told
    assert rows(told)["skin around scars"] == (D("96.8"), 150, 1, 14520)


def test_hair_that_stays_takes_its_share_in_each_row(rules: RuleSet) -> None:
    _, told = counted(PEOPLE["two zones, one with hair"], rules)
    found = rows(told)
    assert found["middle of the scalp"] == (60, 150, 1, 9000)
    assert found["crown"] == (40, 150, D("0.5"), 3000)
    assert "area x density x the part without hair" in told


def test_a_scar_in_the_area_is_told_as_on_top_of_it(rules: RuleSet) -> None:
    _, told = counted(PEOPLE["a scar in the back"], rules)
    assert rows(told)["scars, on top of the area they lie in"] == (4, 150, D("0.5"), 300)
    assert "skin around" not in told


def test_what_goes_beyond_a_whole_scalp_is_taken_off_in_a_row_of_its_own(rules: RuleSet) -> None:
    most = AreaAnswer(zones=("front", "midscalp", "sides", "donor"))  # 470 cm2, with its edge 524
    count, told = counted(adult(area=most, kept_hair=0), rules)
    [beyond] = re.findall(r"less ([\d,]+) dots, as the parts come to more than a whole scalp", told)
    assert sum(dots for *_, dots in rows(told).values()) - int(beyond.replace(",", "")) == count.total.typical
    assert count.total.typical == 500 * 150
