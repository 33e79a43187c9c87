"""Dots that are told with all they come from: a patient can work them out from what stands beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Scar
from smp_planner.exports.dot_words import dots_by_part, dots_told, less_hair
from smp_planner.exports.paper.summary import summary
from smp_planner.exports.paper.understood import understood
from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

THIN = adult(area=AreaAnswer(ludwig="II"), kept_hair=Decimal("0.6"))
STRIP = Scar(length_cm=20, width_cm=Decimal("0.2"), age_months=30, raised=False, red=False)
SCAR = adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(STRIP,)), kept_hair=Decimal("0.1"))
SMALL = adult(
    area=AreaAnswer(measured=Measured(length_cm=Decimal("1.3"), width_cm=Decimal("1.1"))), kept_hair=0
)


@pytest.mark.parametrize("intake", [THIN, SCAR], ids=["thin hair", "a scar under hair"])
def test_where_hair_stays_area_density_and_share_give_the_dots(intake: Intake, rules: RuleSet) -> None:
    plan = plan_of(intake, rules)
    told = dots_told(plan)
    [(density, share)] = re.findall(r": area x (\d+) x ([\d.]+) \(part without hair\)", told)
    by_hand = plan.area.cm2.typical * Decimal(density) * Decimal(share)
    assert by_hand == pytest.approx(plan.dots.total.typical, rel=Decimal("0.002"))
    assert f"{plan.dots.total.typical:,} dots" in told


@pytest.mark.parametrize("intake", [adult(), SMALL], ids=["bare", "small and bare"])
def test_where_no_hair_stays_nothing_is_said_of_it(intake: Intake, rules: RuleSet) -> None:
    plan = plan_of(intake, rules)
    assert less_hair(plan) == ""
    assert dots_told(plan).endswith(", at 150 dots/cm2")


def test_page_text_and_paper_tell_them_in_the_same_words(rules: RuleSet) -> None:
    plan = plan_of(THIN, rules)
    text = " ".join(to_text(plan).split())
    assert dots_told(plan) in text
    assert dots_by_part(plan) in text
    assert dots_told(plan) in str(summary(plan))
    assert dots_by_part(plan) in str(understood(plan))


def test_a_plan_whose_figures_are_not_explained_says_nothing_of_its_parts(rules: RuleSet) -> None:

    plan = replace(plan_of(THIN, rules), trace=())
    assert dots_by_part(plan) == ""
    assert "DOTS ARE MADE UP" not in to_text(plan)
