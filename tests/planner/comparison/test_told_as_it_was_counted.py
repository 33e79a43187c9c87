"""What a sceptical skin doctor looked for: each figure is told of those, and beside that, which it is of."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from smp_planner.domain.comparison import Cell, Risk
from smp_planner.domain.intake import AreaAnswer, Hair, Intake, Measured, Person, Scar
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.side_by_side import key_rows, money_apart, side_by_side
from smp_planner.rules.ruleset import RuleSet
from tests.people import losing, plan_of

SURGERY = ("fut", "fue")
WOMAN = losing(
    goals=("added_density",),
    area=AreaAnswer(ludwig="II"),
    person=Person(age=55, sex="female"),
    kept_hair=None,
)
SCARRED = losing(
    goals=("scar_camouflage",),
    area=AreaAnswer(scars=(Scar(length_cm=12, width_cm=1),)),
    person=Person(age=33, sex="male"),
)
PATCHY = losing(
    goals=("alopecia_cover",), area=AreaAnswer(zones=("whole_scalp",)), person=Person(age=30, sex="female")
)
YOUNG = losing(area=AreaAnswer(norwood="III"), person=Person(age=27, sex="male"))
OLDER = losing(
    area=AreaAnswer(norwood="V", scars=(Scar(length_cm=20, width_cm=Decimal("0.5")),)),
    person=Person(age=45, sex="male"),
)


def cells(rules: RuleSet, intake: Intake, row: str) -> dict[str, Cell]:
    """The answers of all options to one question."""
    [found] = [one for one in plan_of(intake, rules).comparison.rows if one.id == row]
    return dict(found.cells)


def risk(plan: TreatmentPlan, option: str, id_: str) -> Risk:
    [found] = [one for one in plan.risks if (one.option, one.id) == (option, id_)]
    return found


def why(rules: RuleSet, intake: Intake, field: str) -> str:
    [step] = [one for one in plan_of(intake, rules).trace if one.field == field]
    return step.because


# --- how fast the look fades ----------------------------------------------------------------------


def test_who_has_a_scar_alone_reads_how_scars_faded_and_no_tenth(rules: RuleSet) -> None:
    """His own plan told 0.82 after six months, and beside it stood "faded by about a tenth"."""
    kept, changed = (
        cells(rules, SCARRED, "kept_result")["smp"],
        risk(plan_of(SCARRED, rules), "smp", "colour_change"),
    )
    for told in (kept.say, changed.not_known or ""):
        assert "nearly a fifth" in told
        assert "tenth" not in told
    assert kept.describes == "scars"
    fade = plan_of(SCARRED, rules).touch_ups.fade
    assert Decimal("0.82") in [round(point.typical, 2) for point in fade]


def test_with_another_kind_of_loss_it_is_said_that_nobody_like_them_was_followed(rules: RuleSet) -> None:
    kept = cells(rules, PATCHY, "kept_result")["smp"]
    changed = risk(plan_of(PATCHY, rules), "smp", "colour_change")
    for told, strength in ((kept.say, kept.strength), (changed.not_known or "", changed.strength)):
        assert "Nobody with your kind of hair loss was followed" in told
        assert "tenth" not in told
        assert strength == "very_low"


def test_who_loses_hair_reads_the_tenth_of_those_who_lost_theirs(rules: RuleSet) -> None:
    assert cells(rules, YOUNG, "kept_result")["smp"].say.endswith("in six people with pattern hair loss.")
    told = risk(plan_of(OLDER, rules), "smp", "colour_change").not_known or ""  # a scar beside the loss
    assert "by about a tenth in six people with pattern hair loss, by nearly a fifth in four with" in told


# --- a cover together with the own hair ------------------------------------------------------------


@pytest.mark.parametrize("option", SURGERY)
def test_a_woman_who_did_not_say_how_much_hair_is_left_reads_that_a_share_is_reckoned(
    rules: RuleSet, option: str
) -> None:
    """1,870 grafts on 110 cm2 are 17 on each, and her cell said "gets enough: 40 grafts per cm2"."""
    cell = cells(rules, WOMAN, "cover_share")[option]
    assert cell.say.startswith(
        "1,870 and your own hair (reckoned: 25 of 100) fill 85 per cent (85 to 100) at 40"
    )
    assert "grafts per cm2" not in cell.say
    field = f"comparison.rows.cover_share.{option}"
    assert why(rules, WOMAN, field) == rules.comparison.because.cover_share_reckoned
    [step] = [one for one in plan_of(WOMAN, rules).trace if one.field == field]
    assert "density.kept_when_thin" in [reading.id for reading in step.rules]
    rest = cells(rules, WOMAN, "not_covered")[option]
    assert "and your own hair (reckoned: 25 of 100) still leave 0 per cent" in rest.say


def test_hair_that_was_told_is_said_to_be_told(rules: RuleSet) -> None:
    told = replace(WOMAN, kept_hair=Decimal("0.25"))
    cell = cells(rules, told, "cover_share")["fut"]
    assert cell.say.startswith("1,870 and your own hair (as you told it) fill 85 per cent")
    because = rules.comparison.because.cover_share_kept
    assert why(rules, told, "comparison.rows.cover_share.fut") == because


def test_where_some_hair_was_told_and_none_is_reckoned_elsewhere_it_is_told(rules: RuleSet) -> None:
    """Where nobody is sure of a zone that is planned as bare, no share is reckoned: it would be 0 of 100."""
    area = AreaAnswer(zones=("front", "crown"))
    told = losing(area=area, kept_hair={"front": Decimal("0.25"), "crown": None})
    assert "(as you told it)" in cells(rules, told, "cover_share")["fut"].say


def test_of_a_bare_area_no_why_speaks_of_own_hair_or_of_a_stage(rules: RuleSet) -> None:
    bare = losing(area=AreaAnswer(measured=Measured(cm2=60)), kept_hair=0)
    told = why(rules, bare, "comparison.rows.cover_share.fut")
    assert told == rules.comparison.because.cover_share
    assert "Norwood" not in told
    assert cells(rules, bare, "cover_share")["fut"].say.startswith("With the plan's 2,400, ")


# --- what trials counted ---------------------------------------------------------------------------


@pytest.mark.parametrize(("intake", "gained"), [(YOUNG, "men gained 3.9"), (WOMAN, "women gained 9.4")])
def test_what_dummies_gained_is_not_told_as_what_doing_nothing_gives(
    rules: RuleSet, intake: Intake, gained: str
) -> None:
    cell = cells(rules, intake, "net_count_1y")["nothing"]
    assert (cell.typical, cell.strength) == (None, "very_low")
    assert cell.say.startswith("Not known: nobody counted ")
    assert "loss tends to go on" in cell.say
    assert f"On dummy lotion {gained} per cm2 (one study)" in cell.say


def test_a_years_hairs_are_told_against_the_dummy_and_no_press_report_is_fair_evidence(
    rules: RuleSet,
) -> None:
    cell = cells(rules, YOUNG, "net_count_1y")["medication"]
    assert cell.say.startswith("Men on the stronger lotion gained 14.7 per cm2 more than on its dummy: 18.6 ")
    assert cell.say.endswith("Tablets: 21.1 more (one study), by a press report.")
    assert cell.strength == "very_low"
    assert "on the weaker lotion 12.7 in all (one study)" in (cell.note or "")
    [row] = [one for one in plan_of(YOUNG, rules).comparison.rows if one.id == "net_count_1y"]
    assert row.question.startswith("Each trial counted in its own way")


def test_a_man_of_45_reads_what_a_trial_of_men_of_his_age_found(rules: RuleSet) -> None:
    cell = cells(rules, OLDER, "net_count_2y")["medication"]
    assert "In men of 41 to 60, photos showed more growth than on dummies for two years." in cell.say
    assert "424 men" in (cell.note or "")
    assert "41 to 60" in cell.say
    assert "whiting-2003" in cell.sources
    assert "from month six to month 24" in (cells(rules, OLDER, "suits")["medication"].note or "")


def test_by_how_much_tablets_lower_a_prostate_reading_is_told(rules: RuleSet) -> None:
    found = risk(plan_of(OLDER, rules), "medication", "prostate_test")
    assert "at 40 to 60 by 40 to 50 per cent" in found.say
    assert {"damico-2007", "tablets-label-psa"} <= set(found.sources)


@pytest.mark.parametrize("option", SURGERY)
def test_what_73_men_were_counted_by_is_told_as_a_look_back(rules: RuleSet, option: str) -> None:
    found = risk(plan_of(YOUNG, rules), option, "swelling")
    assert found.per_100
    assert "looking back: from records, by phone and by e-mail" in (found.per_100.note or "")
    assert found.over == "Over what time is not told: records, phone and e-mail."
    felt = risk(plan_of(YOUNG, rules), option, "poor_growth").not_known or ""
    assert "Second-hand: most of 73 men said that less than half of theirs grew" in felt


# --- money -----------------------------------------------------------------------------------------


def test_a_price_of_surgery_whose_grafts_may_come_to_none_says_that_it_is_one_if_done(rules: RuleSet) -> None:
    """Grafts from 0, operations from 0, and yet from $4,500."""
    told = {question: answers for question, *answers in key_rows(plan_of(WOMAN, rules).comparison)}
    for row in ("Paid first", "Paid, 10 years"):
        assert [told[row][place].endswith(", if any is done") for place in range(5)] == [False] * 3 + [
            True
        ] * 2
    for row in ("cost_first", "cost_10y", "cost_per_cm2"):
        for option in SURGERY:
            assert (cells(rules, WOMAN, row)[option].note or "").startswith("If done."), row
    of_man = {question: answers for question, *answers in key_rows(plan_of(YOUNG, rules).comparison)}
    assert not any("if any is done" in one for one in of_man["Paid first"])


def test_who_needs_no_graft_has_no_price_and_no_price_if_done(rules: RuleSet) -> None:
    full = replace(WOMAN, kept_hair=1)
    told = {question: answers for question, *answers in key_rows(plan_of(full, rules).comparison)}
    assert told["Paid first"][3:] == ["not known: ask a surgeon"] * 2


def test_beside_ten_years_of_money_stands_what_surgerys_holds_and_that_of_smp_does_not(
    rules: RuleSet,
) -> None:
    apart = rules.comparison.curves.cost_apart.say
    comparison = plan_of(YOUNG, rules).comparison
    assert money_apart(comparison) == apart
    assert apart in " ".join(" ".join(side_by_side(comparison)).split())
    for intake in (OLDER, SCARRED):  # two operations in the plan already; no loss that goes on
        assert money_apart(plan_of(intake, rules).comparison) == ""


@pytest.mark.parametrize("kept", [None, Decimal("0.25")], ids=["reckoned", "told"])
def test_the_why_of_her_cover_counts_her_own_hair_in_as_its_cell_does(
    rules: RuleSet, kept: Decimal | None
) -> None:
    """The cell said "1,870 and your own hair fill 85 per cent", its why "Both leave out your own hair"."""
    grace = replace(
        WOMAN,
        person=Person(age=45, sex="female", could_be_pregnant=False),
        hair=Hair(colour="dark_brown", wears="long"),
        kept_hair=kept,
    )
    told = why(rules, grace, "comparison.rows.cover_share.fut")
    assert "and your own hair" in cells(rules, grace, "cover_share")["fut"].say
    assert told.startswith("Your own hair")
    assert "leave out" not in told
    assert "It rests on counts in men" not in told  # her hair was reckoned by no count
