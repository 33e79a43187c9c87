"""Who lost hair in patches or over the whole scalp is told of that, and not of pattern hair loss."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from smp_planner.domain.comparison import Cell
from smp_planner.domain.decision import Decision
from smp_planner.domain.intake import OPTIONS, AreaAnswer, Intake, Person, Scar
from smp_planner.domain.plan import Referral, TreatmentPlan
from smp_planner.domain.plan_figures import SURGERY
from smp_planner.exports.text import to_text
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, losing, plan_of

WOMAN = losing(
    goals=("alopecia_cover",),
    area=AreaAnswer(zones=("whole_scalp",)),
    person=Person(age=30, sex="female", could_be_pregnant=False),
)
PATCHY = losing(goals=("alopecia_cover",), area=AreaAnswer(zones=("crown",)))
SCAR = adult(
    goals=("scar_camouflage",),
    area=AreaAnswer(scars=(Scar(length_cm=12, width_cm=1, age_months=30, raised=False, red=False),)),
    person=Person(age=33, sex="male"),
)
OF_THE_OPTION = {"how_it_works", "suits", "who_may_not"}
OF_PATTERN_LOSS = re.compile(
    r"\bruns? in families\b|\bHair that goes\b|\bless with time\b|\bwhere the loss goes\b"
    r"|\bhow fast\b|\bloss catches up\b|\bhair around them\b",
)
MEDICINES = re.compile(r"\w+(?:citinib|nib|steride|oxidil)\b", re.IGNORECASE)


def cells(plan: TreatmentPlan, row: str) -> Mapping[str, Cell]:
    return next(one.cells for one in plan.comparison.rows if one.id == row)


def told(plan: TreatmentPlan) -> Iterator[str]:
    """What the options, the answers and the steps to a decision tell."""
    comparison = plan.comparison
    yield from (f"{option.about} {option.why}" for option in comparison.options)
    yield from (way.say for way in (*comparison.branches, *comparison.combinations))
    yield from (cell.say for row in comparison.rows for cell in row.cells.values())
    yield from steps_of(plan.decision)


def steps_of(decision: Decision) -> Iterator[str]:
    yield from (decision.problem, *decision.time)
    yield from (f"{one.ask} {one.why}" for own in decision.ask for one in own.questions)
    yield from (fact.why for fact in decision.recap)


# --- what can't be done ---------------------------------------------------------------------------


@pytest.mark.parametrize("option", SURGERY)
def test_without_donor_hair_no_answer_tells_what_moved_hair_would_do(rules: RuleSet, option: str) -> None:
    """ "Nothing for the moved hair" stood among the points for an operation that can't be done."""
    plan, why = plan_of(WOMAN, rules), rules.comparison.not_known.no_donor
    for row in plan.comparison.rows:
        cell = row.cells[option]
        assert cell.leans == "neither", row.id
        if row.id not in OF_THE_OPTION:
            assert (cell.say, cell.typical, cell.strength) == (why.say, None, "very_low"), row.id
    step = next(one for one in plan.trace if one.field == f"comparison.rows.live_social.{option}")
    assert step.rules[0] == why.read()


def test_what_cant_be_done_stands_on_no_side_and_has_no_grafts_in_any_file(rules: RuleSet) -> None:
    plan = plan_of(WOMAN, rules)
    printed = to_text(plan)
    assert "For Doing nothing:" in printed
    for name in ("Strip surgery (FUT)", "Single-graft surgery (FUE)"):
        assert f"For {name}:" not in printed
        assert f"Against {name}:" not in printed
        assert f"On neither side, for {name}:" in printed
    assert plan.comparison.grafts_per_cm2 == {}
    assert [pair.id for pair in plan.comparison.combinations] == ["smp_with_medication"]


@pytest.mark.parametrize("option", SURGERY)
def test_one_reason_is_enough_against_what_cant_be_done(rules: RuleSet, option: str) -> None:
    """She read that she needs 19,220 grafts, and that scars show on a shaved head."""
    shaved = replace(WOMAN, goals=("alopecia_cover", "shaved_look"), loss_moving_on="yes")
    for intake in (WOMAN, shaved):
        options = {one.id: one for one in plan_of(intake, rules).comparison.options}
        assert options[option].open_to_you == "not_for_you"
        assert options[option].why == rules.options.gates["surgery_no_donor"].why


def test_with_donor_hair_both_operations_are_answered_for_patchy_loss(rules: RuleSet) -> None:
    plan = plan_of(PATCHY, rules)
    assert cells(plan, "if_you_wait")["fut"].say.startswith("Yes. Time shows if the loss spreads, stops")
    assert cells(plan, "suits")["fue"].say.startswith("As a rule not your kind of hair loss.")
    assert set(plan.comparison.grafts_per_cm2) == set(SURGERY)


# --- donor hair -----------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["nothing", "medication", "smp"])
def test_donor_hair_is_told_as_it_is(rules: RuleSet, option: str) -> None:
    """ "It stays whole, for any later choice" spoke for three options where none was left."""
    none, patchy, scar = (cells(plan_of(who, rules), "donor")[option] for who in (WOMAN, PATCHY, SCAR))
    assert none.say.startswith("None now: the back and sides are bare too.")
    assert none.leans == "neither"
    assert patchy.say == "None is used up. But your kind of hair loss may reach it too."
    assert scar.say.startswith("It stays whole, for any later choice.")
    assert patchy.leans == scar.leans == "for"


# --- a loss that may come back ----------------------------------------------------------------------


@pytest.mark.parametrize("who", [WOMAN, PATCHY], ids=["whole scalp", "patchy"])
def test_nothing_that_is_told_of_pattern_loss_is_told_of_another(rules: RuleSet, who: Intake) -> None:
    assert [text for text in told(plan_of(who, rules)) if OF_PATTERN_LOSS.search(text)] == []


def test_words_of_pattern_loss_are_seen(rules: RuleSet) -> None:
    assert len([text for text in told(plan_of(losing(), rules)) if OF_PATTERN_LOSS.search(text)]) > 8


def test_hair_that_may_come_back_is_told_so_where_it_is_waited_for(rules: RuleSet) -> None:
    plan = plan_of(WOMAN, rules)
    assert "hair may come back by itself, stay away, or go again" in plan.decision.problem
    assert "Hair may come back meanwhile, or may not" in plan.decision.time[1]
    recap = {fact.id: fact.why for fact in plan.decision.recap}
    assert recap["nothing"].endswith("Hair may come back while you wait, or may not.")
    assert cells(plan, "cant_undo")["nothing"].say.startswith("Nothing that you do. Hair may come back")
    assert cells(plan, "density")["nothing"].say == "No hair stands there now. It may come back, or may not."
    assert "patchy-leaflet" in cells(plan, "cant_undo")["nothing"].sources
    waits = next(way.say for way in plan.comparison.branches if way.id == "wait")
    assert "shows if hair goes or comes back" in waits


def test_without_a_plan_the_steps_are_those_of_the_same_loss(rules: RuleSet) -> None:
    referral = plan_treatment(replace(WOMAN, health=("keloid",)), rules)
    assert isinstance(referral, Referral)
    assert referral.decision.problem == plan_of(WOMAN, rules).decision.problem
    assert referral.decision.reason is not None
    assert [text for text in steps_of(referral.decision) if OF_PATTERN_LOSS.search(text)] == []


# --- what nobody counted --------------------------------------------------------------------------


@pytest.mark.parametrize("who", [WOMAN, PATCHY], ids=["whole scalp", "patchy"])
def test_of_smp_too_it_is_said_that_nobody_counted_this_loss(rules: RuleSet, who: Intake) -> None:
    """The series name pattern loss and scars; SMP alone was spared the words."""
    plan = plan_of(who, rules)
    for row in ("evidence", "suits"):
        cell = cells(plan, row)["smp"]
        assert cell.not_known == "No series of SMP that we read names patchy loss.", row
        assert cell.strength == "very_low", row
    cover = cells(plan, "cover_share")["smp"]
    assert cover.say.endswith("nobody counted for your kind of loss.")
    assert not {"korean-series", "liu-2025"} & set(cover.sources)


def test_strips_in_scars_have_no_studies_and_single_grafts_have_one(rules: RuleSet) -> None:
    """FUT read "a pooled review, two counts of harms" for a scar, where none counted one."""
    scar, patchy = cells(plan_of(SCAR, rules), "evidence"), cells(plan_of(PATCHY, rules), "evidence")
    assert scar["fut"].say.startswith("Not known. None with strips in scars was found.")
    assert (scar["fut"].not_known, scar["fut"].strength) == (
        "No series of strip grafts in scars was found.", "very_low",
    )  # fmt: skip
    assert scar["fue"].say == "One series of people with scars."
    assert patchy["fut"].say == patchy["fue"].say == rules.comparison.not_counted.others.say


def test_how_many_women_an_option_suits_is_not_told_from_pattern_loss(rules: RuleSet) -> None:
    women = cells(plan_of(replace(PATCHY, person=WOMAN.person), rules), "women")
    assert all(women[option].not_known for option in OPTIONS)
    assert all("23 women" not in cell.say and "Two clinics" not in cell.say for cell in women.values())


# --- other medicines ------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [WOMAN, PATCHY], ids=["whole scalp", "patchy"])
def test_that_other_medicines_are_licensed_is_told_by_no_name(us: RuleSet, who: Intake) -> None:
    """She read that the tablets are for men, as if nothing else existed."""
    plan = plan_of(who, us)
    medication = next(option for option in plan.comparison.options if option.id == "medication")
    suits, grows = cells(plan, "suits")["medication"], cells(plan, "regrows_hair")["medication"]
    left_out = next(point.say for point in plan.about.points if point.id == "left_out")
    for words in (medication.about, medication.why, suits.say, grows.say):
        assert re.search(r"Other medicines are licensed for some\b.*: ask a skin doctor\.", words)
        assert not MEDICINES.search(words)
    assert "Nor are the medicines for patchy loss (alopecia areata)" in left_out
    assert {"patchy-medicines-us", "patchy-medicines-uk"} <= set(suits.sources) & set(grows.sources)
    assert cells(plan, "cover_share")["medication"].not_known
    asked = {own.option: own.questions[0].ask for own in plan.decision.ask}
    assert asked["medication"] == "Is a medicine licensed for my kind of hair loss, and may I take it?"
