"""What surgery covers is told of the same grafts as what it needs, what it sets and how close they stand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.comparison import Cell
from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Person, Scar
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.plan_figures import SURGERY
from smp_planner.domain.quantities import Number
from smp_planner.planner.comparison.grafts import Surgery, plan_surgery
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.rules.ruleset import RuleSet
from tests.packaged_rules import packaged_rules
from tests.people import adult, losing, plan_of

STAGES = tuple(packaged_rules().surgery.full_plan.rows)
KEPT = (None, 0, Decimal("0.25"), Decimal("0.5"), Decimal("0.9"), 1)
GOALS = ("shaved_look", "added_density", "crown", "hairline")
GATE = "options.gates.surgery_need"
LAST = AreaAnswer(norwood="VI")


def cells(plan: TreatmentPlan, option: str) -> dict[str, Cell]:
    return {row.id: row.cells[option] for row in plan.comparison.rows}


def cells_of(rules: RuleSet, intake: Intake, option: str) -> dict[str, Cell]:
    return cells(plan_of(intake, rules), option)


def surgery(rules: RuleSet, intake: Intake) -> dict[str, Surgery]:
    return plan_surgery(intake, assess_coverage(intake, rules)[0], rules)


def too_few(plan: TreatmentPlan, option: str) -> bool:
    """Whether they are told that they need more grafts than this way gives."""
    (step,) = [step for step in plan.trace if step.field == f"comparison.options.{option}"]
    return GATE in [reading.id for reading in step.rules]


# --- who needs more than there is can't have all of it covered ------------------------------------


@pytest.mark.hundreds
@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("stage", STAGES)
def test_where_more_grafts_are_needed_than_there_are_not_all_of_the_area_is_covered(
    rules: RuleSet, stage: str, goal: str
) -> None:
    for kept, option in product(KEPT, SURGERY):
        plan = plan_of(adult(goals=(goal,), area=AreaAnswer(norwood=stage), kept_hair=kept), rules)
        told = cells(plan, option)
        cover, rest = told["cover_share"], told["not_covered"]
        if too_few(plan, option):
            assert cover.typical is None or cover.typical < 100, (kept, option)
            assert rest.typical is None or rest.typical > 0, (kept, option)


@given(cm2=st.integers(20, 400), kept=st.sampled_from(KEPT), goal=st.sampled_from(GOALS))
def test_of_a_measured_area_neither(rules: RuleSet, cm2: int, kept: Number | None, goal: str) -> None:
    area = AreaAnswer(measured=Measured(cm2=cm2))
    for plan in surgery(rules, adult(goals=(goal,), area=area, kept_hair=kept)).values():
        assert plan.above_donor <= (plan.cover.typical < 1)


def test_a_need_that_is_more_by_a_graft_or_two_leaves_a_part_of_a_hundred(rules: RuleSet) -> None:
    """101 cm2 in front take 4,040 grafts of 4,000; 100.1 cm2 take 4,004, and that is 99 and not 100."""
    for cm2 in (101, Decimal("100.1")):
        area = AreaAnswer(measured=Measured(cm2=cm2), zones=("front",))
        told = cells_of(rules, adult(area=area, kept_hair=0), "fue")
        assert (told["cover_share"].typical, told["not_covered"].typical) == (99, 1)


def test_at_the_late_stage_of_a_man_who_did_not_say_how_much_hair_is_left_half_can_look_full(
    rules: RuleSet,
) -> None:
    """Norwood VI, more density wanted: 4,000 of 5,000 grafts can be placed, and 8,000 would look full."""
    man = adult(goals=("added_density",), area=LAST, kept_hair=None)
    fut, fue = (cells_of(rules, man, option) for option in SURGERY)
    # 200 cm2 x 40; strips give 4,500
    assert fue["cover_share"].say.startswith("With the plan's 4,000, 50 per cent (36 to 80) gets enough")
    assert fut["cover_share"].say.startswith("With the plan's 4,500, 56 per cent (38 to 90) gets enough")
    for told in (fut, fue):
        assert (told["cover_share"].leans, told["not_covered"].leans) == ("neither", "neither")
        assert told["cover_share"].note == told["not_covered"].note == "Your own hair is not counted."


@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage > "III-"])
def test_at_a_stage_cover_and_need_leave_the_same_hair_out(rules: RuleSet, stage: str) -> None:
    """Published plans don't tell how much hair they reckon with: neither takes off what nobody told of."""
    area = AreaAnswer(norwood=stage)
    bare = surgery(rules, adult(area=area, kept_hair=0))
    unsaid = surgery(rules, adult(goals=("added_density",), area=area, kept_hair=None))
    for option, plan in unsaid.items():
        assert (plan.need.grafts, plan.need.full) == (bare[option].need.grafts, bare[option].need.full)
        assert plan.cover == bare[option].cover
        assert "surgery.natural_density" not in [reading.id for reading in plan.need.full_rules]


@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage > "III-"])
def test_at_a_stage_hair_that_is_told_is_taken_off_need_and_cover_alike(rules: RuleSet, stage: str) -> None:
    """A stage and the same area measured are one head."""
    told = adult(area=AreaAnswer(norwood=stage), kept_hair=Decimal("0.25"))
    for plan in surgery(rules, told).values():
        assert 0 < plan.need.grafts.typical < plan.need.full.typical
        assert "surgery.natural_density" in [reading.id for reading in plan.need.full_rules]


def test_the_why_of_a_cover_says_whether_hair_that_was_told_is_left_out(rules: RuleSet) -> None:
    because = rules.comparison.because
    for kept, told in ((0, because.cover_share_stage), (Decimal("0.2"), because.cover_share_kept)):
        plan = plan_of(losing(goals=("crown",), area=AreaAnswer(norwood="IV"), kept_hair=kept), rules)
        [step] = [step for step in plan.trace if step.field == "comparison.rows.cover_share.fue"]
        assert step.because.startswith(told)


def test_hair_kept_beside_a_stage_is_taken_off_both_what_is_needed_and_what_looks_full(
    rules: RuleSet,
) -> None:
    """V with the sides: 140 and 110 cm2; on the sides 20 per cm2 are there."""
    area = AreaAnswer(norwood="V", zones=("sides",))
    fut = surgery(rules, adult(area=area, kept_hair={"sides": Decimal("0.25")}))["fut"]
    assert fut.need.grafts.typical == 3750 + 110 * 20
    assert round(fut.need.full.typical) == 140 * 40 + 110 * 20
    assert "surgery.natural_density" in [reading.id for reading in fut.need.full_rules]


def test_a_plan_of_more_than_looks_full_is_covered_by_what_it_needs_of_itself(rules: RuleSet) -> None:
    """III with scars: a need of more than a smaller area's full look is measured by itself."""
    area = AreaAnswer(norwood="III", scars=(Scar(length_cm=10, width_cm=1),))
    for plan in surgery(rules, adult(area=area, kept_hair=0)).values():
        assert plan.need.grafts.typical > plan.need.full.typical
        assert plan.placed.typical == plan.need.grafts.typical
        assert plan.cover.typical == 1


# --- where two tables don't fit -------------------------------------------------------------------


@pytest.mark.parametrize(("stage", "kept"), [*product(("II", "IIA", "III"), (None, 0))])
def test_where_a_plan_holds_more_grafts_than_fit_the_cover_is_told_and_not_the_density_of_the_sum(
    rules: RuleSet, stage: str, kept: Number | None
) -> None:
    for option in SURGERY:
        told = cells_of(rules, adult(area=AreaAnswer(norwood=stage), kept_hair=kept), option)
        cover, rest = told["cover_share"], told["not_covered"]
        assert (cover.typical, cover.leans, rest.typical) == (100, "for", 0)
        for row in ("look", "density"):
            assert told[row].note == "The published plan sets more.", row


def test_a_young_man_at_an_early_stage_reads_that_donor_hair_is_told_for_the_loss_of_today(
    rules: RuleSet,
) -> None:
    man = adult(
        area=AreaAnswer(norwood="III"),
        kept_hair=None,
        loss_moving_on="yes",
        person=Person(age=28, sex="male"),
    )
    for option in SURGERY:
        told = cells_of(rules, man, option)
        for row in ("cover_share", "not_covered"):
            assert told[row].note == "For today's loss.", row
        assert "At Norwood VI a full plan takes about 5,000" in (told["donor_left"].note or "")


@pytest.mark.parametrize("stage", ["III-vertex", "IV"])
def test_where_they_fit_the_cover_is_told_and_speaks_for_surgery(rules: RuleSet, stage: str) -> None:
    for option in SURGERY:
        told = cells_of(rules, adult(area=AreaAnswer(norwood=stage)), option)["cover_share"]
        assert told.leans == "for"
        assert told.low is not None
        assert told.low > 50


def test_a_head_that_needs_no_graft_has_nothing_uncovered(rules: RuleSet) -> None:
    """12 by 8 cm, kept hair unsaid: cover was told from 0, where half is kept and none is needed."""
    area = AreaAnswer(measured=Measured(cm2=96))
    for option in SURGERY:
        told = cells_of(rules, adult(goals=("added_density",), area=area, kept_hair=None), option)
        assert told["grafts_needed"].low == 0
        assert (told["cover_share"].low, told["cover_share"].typical) == (80, 100)
        assert told["not_covered"].high == 0


def test_an_earlier_transplant_is_told_first(rules: RuleSet) -> None:
    used = replace(adult(area=AreaAnswer(norwood="II")), unsure_about=("transplant_on",))
    told = cells_of(rules, used, "fut")["cover_share"]
    assert told.say.startswith("Not known. It depends on how many grafts your transplant left.")


# --- no operation is for nothing ------------------------------------------------------------------

MONEY = ("cost_first", "cost_1y", "cost_5y", "cost_10y", "cost_per_cm2")


@pytest.mark.parametrize(
    "area",
    [
        *(AreaAnswer(norwood=stage) for stage in STAGES),
        *(AreaAnswer(ludwig=stage) for stage in ("I", "II", "III")),
        AreaAnswer(zones=("crown",)),
        AreaAnswer(measured=Measured(cm2=30)),
    ],
)
@pytest.mark.parametrize("goal", ["added_density", "alopecia_cover"])
def test_no_surgery_is_told_as_free(rules: RuleSet, area: AreaAnswer, goal: str) -> None:
    for kept, option in product(KEPT, SURGERY):
        plan = plan_of(adult(goals=(goal,), area=area, kept_hair=kept), rules)
        told = cells(plan, option)
        for row in MONEY:
            assert told[row].low is None or told[row].low > 0, (kept, option, row)
            assert "$0" not in told[row].say, (kept, option, row)
        if told["cost_10y"].typical is None:
            assert told["cost_10y"].say == "Our sum gives few grafts or none. Ask a surgeon."
        after_today = [point for point in plan.comparison.curves.cost[option] if point.year]
        assert all(point.typical is None or point.typical > 0 for point in after_today)
