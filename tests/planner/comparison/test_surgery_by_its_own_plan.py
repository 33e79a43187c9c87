"""What surgery is told to give: its own grafts, for the loss of today, by a sum; and SMP the same remark."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from smp_planner.domain.comparison import Cell
from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Person, Scar, TreatedBefore
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.for_and_against_lines import for_and_against_lines
from smp_planner.planner.comparison.later_loss import LaterStage, may_move_on, stage_beyond
from smp_planner.planner.comparison.plan_figure import noted, unknown_figure
from smp_planner.planner.suitability.found import keeps_much_hair
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult, plan_of

SURGERY = ("fut", "fue")
HALF = Decimal("0.5")
CROWN_HALF_KEPT = adult(
    goals=("crown",), area=AreaAnswer(zones=("crown",)), kept_hair={"crown": HALF}, loss_moving_on="yes"
)
YOUNG = adult(area=AreaAnswer(norwood="III"), person=Person(age=22, sex="male"), loss_moving_on="yes")
BALD = adult(area=AreaAnswer(norwood="V"), kept_hair=0)
SCARRED = adult(
    goals=("scar_camouflage",), area=AreaAnswer(scars=(Scar(length_cm=20, width_cm=Decimal("0.3")),))
)
PATCHY = adult(goals=("alopecia_cover",), area=AreaAnswer(measured=Measured(cm2=30)))
BEFORE = TreatedBefore(transplant_on=date(2022, 1, 10))
REAL = "Real hair among your own. "
LITTLE = "With much hair left you may see too little change."


def cell(rules: RuleSet, intake: Intake, row: str, option: str) -> Cell:
    return cell_of(plan_of(intake, rules), row, option)


def cell_of(plan: TreatmentPlan, row: str, option: str) -> Cell:
    return next(one for one in plan.comparison.rows if one.id == row).cells[option]


# --- much hair left: a figure and a question, for SMP too -----------------------------------------


@pytest.mark.parametrize("option", SURGERY)
def test_where_half_the_hair_is_left_surgery_tells_its_sum_and_asks_no_verdict(
    rules: RuleSet, option: str
) -> None:
    needed = cell(rules, CROWN_HALF_KEPT, "grafts_needed", option)
    # 40 per cm2 are there, and 20 are planned at a crown
    assert needed.say == "Our sum gives 0. Ask a surgeon."
    for row in ("cover_share", "look", "density"):
        told = cell(rules, CROWN_HALF_KEPT, row, option)
        assert told.say.removeprefix(REAL) == "Our sum gives few grafts or none. Ask a surgeon."
        assert told.say.startswith(REAL) == (row == "look")
        assert (told.leans, told.typical) == ("neither", None)


@pytest.mark.parametrize("row", ["visits", "cost_first", "cost_1y", "cost_5y", "cost_10y", "cost_per_cm2"])
def test_smp_carries_the_remark_where_surgery_does(rules: RuleSet, row: str) -> None:
    assert LITTLE in (cell(rules, CROWN_HALF_KEPT, row, "smp").note or "")
    assert LITTLE not in (cell(rules, BALD, row, "smp").note or "")


def test_smp_tells_before_the_options_too_that_little_may_change(rules: RuleSet) -> None:
    def told(intake: Intake) -> bool:
        known = plan_of(intake, rules).suitability.know
        return "little_change_early_loss" in {finding.id for finding in known}

    assert told(CROWN_HALF_KEPT)
    assert not told(BALD)


@pytest.mark.parametrize(
    ("intake", "much"),
    [
        (adult(kept_hair=HALF), True),
        (adult(kept_hair=Decimal("0.4")), False),
        (adult(kept_hair=None), False),
        (CROWN_HALF_KEPT, True),
        (adult(area=AreaAnswer(zones=("crown", "mid")), kept_hair={"crown": 1}), False),
        (adult(area=AreaAnswer(zones=("crown",)), kept_hair={"crown": None}), False),
        (adult(area=AreaAnswer(norwood="V"), kept_hair={"crown": 1}), False),
        (adult(area=AreaAnswer(measured=Measured(cm2=50)), kept_hair={"crown": 1}), True),
        (replace(SCARRED, kept_hair=1), False),
    ],
)
def test_much_hair_is_left_where_all_of_the_area_keeps_half_of_it(
    rules: RuleSet, intake: Intake, much: bool
) -> None:
    assert keeps_much_hair(intake, rules) is much


# --- density and look ------------------------------------------------------------------------------


def test_density_and_look_are_those_of_this_plan_with_what_grows(rules: RuleSet) -> None:
    # 3,750 grafts on 140 cm2 = 26.8, of which 0.86 grow: 23.0; against 80 per cm2 that is 29 per cent
    assert cell(rules, BALD, "density", "fut").say == (
        "23 growing grafts per cm2 (16 to 39). 40 set look full (35 to 45); "
        "usual at the crown: 20 (15 to 30)."
    )
    assert cell(rules, BALD, "look", "fut").say == (
        "Real hair. Grafts alone come to about 29 per cent of natural density (20 to 48)."
    )


def test_with_own_hair_between_the_grafts_it_is_said_to_make_up_the_rest(rules: RuleSet) -> None:
    thin = adult(area=AreaAnswer(measured=Measured(cm2=50)), kept_hair=Decimal("0.25"))
    for row in ("density", "look"):
        assert cell(rules, thin, row, "fut").note == "Your own hair makes up the rest."


def test_with_another_loss_neither_density_nor_donor_hair_is_known(rules: RuleSet) -> None:
    for row in ("density", "donor", "donor_left"):
        told = cell(rules, PATCHY, row, "fut")
        assert told.say.startswith("Not known for your kind of hair loss")
        assert told.leans == "neither"
    assert cell(rules, PATCHY, "look", "fue").say.startswith(
        "Real hair, where it grows. How dense is not known"
    )


def test_the_line_that_speaks_for_surgery_keeps_its_caveat(rules: RuleSet) -> None:
    fourth = replace(BALD, area=AreaAnswer(norwood="IV"))
    lines = " ".join(" ".join(for_and_against_lines(plan_of(fourth, rules).comparison)).split())
    assert "With the plan's 3,000, 83 per cent" in lines
    assert "gets enough: 40 grafts per cm2 (35 to 45). 86 of 100 grow" in lines


# --- the loss of today, and a later stage ----------------------------------------------------------


def test_donor_hair_is_set_against_the_stage_that_needs_more_than_there_is(rules: RuleSet) -> None:
    for option in SURGERY:
        assert cell(rules, YOUNG, "donor_left", option).note == (
            "For today's loss. At Norwood VI a full plan takes about 5,000 (4,000 to 6,000)."
        )


def test_without_a_later_stage_the_plan_is_said_to_be_for_the_loss_of_today(rules: RuleSet) -> None:
    measured = adult(area=AreaAnswer(measured=Measured(cm2=50)), kept_hair=0, loss_moving_on="unsure")
    assert cell(rules, measured, "donor_left", "fut").note == "For today's loss."


@pytest.mark.parametrize(
    ("intake", "told"),
    [
        (adult(loss_moving_on="yes"), True),
        (adult(loss_moving_on="unsure"), True),
        (adult(loss_moving_on="no"), False),
        (adult(loss_moving_on="no", person=Person(age=22, sex="male")), True),
        (adult(loss_moving_on="no", person=Person(sex="male")), False),
    ],
)
def test_loss_may_move_on_unless_somebody_past_their_youth_says_no(
    rules: RuleSet, intake: Intake, told: bool
) -> None:
    assert may_move_on(intake, rules) is told
    assert ("For today's loss." in (cell(rules, intake, "donor_left", "fue").note or "")) is told


def test_scars_alone_have_no_loss_that_moves_on(rules: RuleSet) -> None:
    scarred = replace(SCARRED, loss_moving_on="yes")
    assert "today" not in (cell(rules, scarred, "donor_left", "fut").note or "")
    for option in ("nothing", "smp", *SURGERY):
        assert cell(rules, SCARRED, "halts_loss", option).leans == "neither"


def test_the_stage_beyond_a_donor_area_is_the_first_that_needs_more(rules: RuleSet) -> None:
    plans = rules.surgery.full_plan.rows
    third, last = adult(area=AreaAnswer(norwood="III")), adult(area=AreaAnswer(norwood="VII"))
    assert stage_beyond(2500, third, rules) == LaterStage("IV", plans["IV"].read())
    assert stage_beyond(4500, third, rules) == LaterStage("VI", plans["VI"].read())
    assert stage_beyond(9000, third, rules) is None
    assert stage_beyond(4500, last, rules) is None
    assert stage_beyond(4500, adult(area=AreaAnswer(zones=("crown",))), rules) is None


def test_a_note_is_put_to_a_figure_alone(rules: RuleSet) -> None:
    unknown = unknown_figure(rules.comparison.not_known.thin_area)
    assert noted(unknown, "A note.") is unknown


# --- money -----------------------------------------------------------------------------------------


def test_ten_years_of_surgery_hold_a_later_operation_by_its_chance(rules: RuleSet) -> None:
    # III by strip: 1,850 x 4.40 = 8,140, and 0.33 x 1,637 x 4.40 = 2,377; single grafts 11,100 and 3,241
    assert cell(rules, YOUNG, "cost_5y", "fut").typical == 8100
    assert cell(rules, YOUNG, "cost_10y", "fut").typical == 10500
    assert cell(rules, YOUNG, "cost_10y", "fue").typical == 14300
    assert cell(rules, YOUNG, "cost_10y", "fut").say.endswith("with later work, if any, without medication.")


def test_where_no_donor_hair_is_left_no_later_operation_is_counted(rules: RuleSet) -> None:
    late = plan_of(adult(area=AreaAnswer(norwood="VII")), rules)
    five, ten = (cell_of(late, row, "fue").typical for row in ("cost_5y", "cost_10y"))
    assert five == ten
    (step,) = [step for step in late.trace if step.field == "comparison.rows.cost_10y.fue"]
    assert step.because == rules.comparison.because.cost_surgery_more
    assert "Medication beside it is not counted" in step.because


def test_scars_alone_cost_no_later_work_and_are_divided_by_the_scar_for_every_option(rules: RuleSet) -> None:
    assert cell(rules, SCARRED, "cost_10y", "fut").say == (
        "About $4,500 ($4,000 to $4,500), without later work or medication."
    )
    # a scar of 20 x 0.3 = 6 cm2, whatever the margin that SMP has around it
    plan = plan_of(SCARRED, rules)
    for option in ("smp", "fue"):
        ten, each = (cell_of(plan, row, option) for row in ("cost_10y", "cost_per_cm2"))
        assert ten.typical is not None
        assert each.typical == round(ten.typical / 6)
        assert "of the scar itself" in each.say


# --- how long it lasts, and what an earlier transplant used ----------------------------------------


def test_how_long_surgery_lasts_is_told_by_its_count_and_speaks_for_nothing(rules: RuleSet) -> None:
    fut, fue = (cell(rules, BALD, "lasting", option) for option in SURGERY)
    assert fut.say == (
        "It may thin. Not known past four years: by then 9 of 100 kept all density (5 to 16); "
        "in 63 it was moderately or much less (54 to 72)."
    )
    assert fue.say.startswith("Not known. No series of four years was found.")
    assert (fut.leans, fue.leans) == ("neither", "neither")


@pytest.mark.parametrize("option", ["fut", "fue"])
def test_a_woman_is_told_that_donor_hair_was_counted_in_men(rules: RuleSet, option: str) -> None:
    woman = adult(person=Person(age=45, sex="female"), area=AreaAnswer(ludwig="II"))
    for life, left in ((woman, True), (ADULT, False)):
        said = [cell(rules, life, row, option).say for row in ("donor", "donor_left")]
        assert ["by counts in men" in one for one in said] == [left, left]
    assert cell(rules, woman, "donor", option).say.endswith("In women hair there may thin too: ask.")


def test_donor_hair_for_life_is_not_known_after_a_transplant_but_noted_for_scars(rules: RuleSet) -> None:
    used = cell(rules, replace(ADULT, treated_before=BEFORE), "donor", "fut")
    assert used.say.startswith("Not known. Your transplant used part of about 4,500 grafts (3,000 to 6,000).")
    assert used.leans == "neither"
    scar = cell(rules, replace(SCARRED, treated_before=BEFORE), "donor", "fut")
    assert (scar.typical, scar.note) == (4500, "After your transplant it may be less.")


@pytest.mark.parametrize("option", SURGERY)
def test_a_scar_may_be_that_of_a_transplant_which_used_donor_hair_and_nobody_knows_how_much(
    rules: RuleSet, option: str
) -> None:
    """A strip scar of 20 x 0.3 cm, told as a scar and without the day of a transplant."""
    said = "If a transplant left your scar, it used some."
    bare = replace(BALD, area=AreaAnswer(norwood="V", scars=SCARRED.area.scars))
    for life, row in product((SCARRED, bare), ("donor", "donor_left")):
        assert said in (cell(rules, life, row, option).note or "")
    for row in ("donor", "donor_left"):
        assert said not in (cell(rules, BALD, row, option).note or "")
        dated = cell(rules, replace(SCARRED, treated_before=BEFORE), row, option)
        assert said not in f"{dated.say} {dated.note}"


def test_a_stage_tells_that_hair_of_which_nobody_told_is_not_taken_off(rules: RuleSet) -> None:
    said = "Hair that you keep is not taken off"
    vertex = adult(goals=("added_density",), area=AreaAnswer(norwood="III-vertex"), kept_hair=None)
    measured = adult(area=AreaAnswer(measured=Measured(cm2=65)), kept_hair=HALF)
    needed = cell(rules, vertex, "grafts_needed", "fut")
    assert (needed.low, needed.typical, needed.high) == (2000, 2400, 2800)
    assert said in (needed.note or "")
    for told in (replace(vertex, kept_hair=0), replace(vertex, kept_hair=HALF), measured):
        assert said not in (cell(rules, told, "grafts_needed", "fut").note or "")


def test_at_a_stage_with_half_its_hair_few_grafts_or_none_are_planned_as_for_the_area_measured(
    rules: RuleSet,
) -> None:
    """The stage read "About 2,400 grafts" and 83 in 100 of cover beside half its hair."""
    stage = adult(area=AreaAnswer(norwood="III-vertex"), kept_hair=HALF)
    measured = adult(area=AreaAnswer(measured=Measured(cm2=65)), kept_hair=HALF)
    for row in ("cover_share", "cost_10y"):
        told = [cell(rules, one, row, "fue") for one in (stage, measured)]
        assert told[0].say == told[1].say
        assert "few grafts or none" in told[0].say
    assert cell(rules, stage, "grafts_needed", "fue").say == "Our sum gives 0 to 2,400. Ask a surgeon."


# --- averages --------------------------------------------------------------------------------------


def test_hair_after_ten_years_is_an_average_and_says_of_how_many_men_and_whom(rules: RuleSet) -> None:
    whose = replace(BALD, loss_moving_on=None)
    for option in ("nothing", "medication", "smp", *SURGERY):
        say = cell(rules, whose, "hair_10y", option).say
        assert say.startswith("On average about ")
        assert "under 42" in say
        assert "mild to moderate loss" in say
    assert "15 men" in (cell(rules, whose, "hair_10y", "nothing").note or "")
    assert "219 men" in (cell(rules, whose, "hair_10y", "medication").note or "")
    assert "Men on tablets" in cell(rules, whose, "hair_10y", "medication").say
