"""Dots that are told with all they come from: a patient can work them out from what stands beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Scar
from smp_planner.exports.dot_words import dots_by_part, dots_told, less_hair, less_hair_plainly
from smp_planner.exports.paper.summary import summary
from smp_planner.exports.paper.understood import understood
from smp_planner.exports.steps import Steps
from smp_planner.exports.text import to_text
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of

THIN = adult(area=AreaAnswer(ludwig="II"), kept_hair=Decimal("0.6"))
STRIP = Scar(length_cm=20, width_cm=Decimal("0.2"), age_months=30, raised=False, red=False)
SCAR = adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(STRIP,)), kept_hair=Decimal("0.1"))
SMALL = adult(
    area=AreaAnswer(measured=Measured(length_cm=Decimal("1.3"), width_cm=Decimal("1.1"))), kept_hair=0
)


def test_where_hair_stays_area_density_and_share_give_the_dots(rules: RuleSet) -> None:
    plan = plan_of(THIN, rules)
    told = dots_told(plan)
    [(density, share)] = re.findall(r": area x (\d+) x ([\d.]+) \(part without hair\)", told)
    by_hand = plan.area.cm2.typical * Decimal(density) * Decimal(share)
    assert by_hand == pytest.approx(plan.dots.total.typical, rel=Decimal("0.002"))
    assert f"{plan.dots.total.typical:,} dots" in told


def test_who_has_no_hair_left_reads_that_hair_is_counted_around_a_scar_off_the_area(rules: RuleSet) -> None:
    """Norwood V, no hair, a strip scar: "area x 195 x 0.707 (part without hair)" had no reason beside it."""
    plan = plan_of(adult(area=AreaAnswer(norwood="V", scars=(STRIP,)), kept_hair=0), rules)
    why = "(part without hair: around a scar off your area we count full hair)"
    for told in (dots_told(plan), less_hair(plan), less_hair_plainly(plan), " ".join(to_text(plan).split())):
        assert why in told
    assert "around a scar" not in less_hair(plan_of(THIN, rules))


PARTS = (
    r"([\d,]+) dots \(([\d,]+) to ([\d,]+)\) in the scars?, "
    r"and ([\d,]+) dots \(([\d,]+) to ([\d,]+)\) set thinly around (?:it|them)"
)


@pytest.mark.parametrize("scars", [(STRIP,), (STRIP, STRIP)], ids=["one scar", "two scars"])
def test_of_a_scar_in_hair_it_is_said_how_many_dots_are_in_it_and_how_many_blend_it_in(
    scars: tuple[Scar, ...], rules: RuleSet
) -> None:
    plan = plan_of(replace(SCAR, area=AreaAnswer(scars=scars), density=None, kept_hair=None), rules)
    told = dots_told(plan)
    assert ("in the scars," in told) is (len(scars) == 2)
    [counts] = re.findall(PARTS, told)
    low, within, high, least, around, most = (
        int(counts[place].replace(",", "")) for place in (1, 0, 2, 4, 3, 5)
    )
    assert low < within < high < around
    assert least < around < most
    assert within + around == plan.dots.total.typical
    assert "part without hair" not in told
    assert less_hair_plainly(plan) == less_hair(plan)
    assert told in " ".join(to_text(plan).split())
    assert told in str(summary(plan))


def test_of_a_scar_in_hair_of_which_all_is_told_no_range_is_made_up(rules: RuleSet) -> None:
    assert dots_told(plan_of(SCAR, rules)) == (
        "4,230 dots: 600 dots in the scar, and 3,630 dots set thinly around it to blend it in"
    )


def test_of_a_scar_with_bare_skin_around_no_dots_are_said_to_be_set_thinly(rules: RuleSet) -> None:
    plan = plan_of(replace(SCAR, kept_hair=0), rules)
    assert less_hair(plan) == ""
    assert dots_told(plan).endswith(", at 150 dots/cm2")


def test_scars_that_would_take_more_than_a_whole_scalp_are_told_in_all(rules: RuleSet) -> None:
    long = Scar(length_cm=40, width_cm=5, age_months=30, raised=False, red=False)
    plan = plan_of(replace(SCAR, area=AreaAnswer(scars=(long, long, long)), density="natural"), rules)
    assert "dots.scars" not in Steps.of(plan.trace).by_field
    assert "set thinly around" not in dots_told(plan)


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
