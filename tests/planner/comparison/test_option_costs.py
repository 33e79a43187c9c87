"""Money by option: at first and over the years, each a range, or why it isn't known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.comparison import Cell
from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Person, Scar
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.domain.years import Cost
from smp_planner.planner.comparison.grafts import plan_surgery
from smp_planner.planner.comparison.option_costs import FIRST, OptionCost, cost_options, withheld_costs
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.ruleset import RuleSet
from tests.edited_rules import edited_rules
from tests.people import ADULT, adult, plan_of


@pytest.fixture(scope="module")
def money(rules: RuleSet) -> Cost:
    """What SMP costs the healthy adult."""
    plan = plan_treatment(ADULT, rules)
    assert isinstance(plan, TreatmentPlan)
    assert plan.cost
    return plan.cost


def costs(rules: RuleSet, money: Cost, intake: Intake = ADULT) -> dict[str, OptionCost]:
    coverage = assess_coverage(intake, rules)[0]
    return cost_options(intake, coverage, plan_surgery(intake, coverage, rules), money, rules)


def in_region(rules: RuleSet, region: str) -> RuleSet:
    return replace(rules, edition=replace(rules.edition, region=region))


def norwood(stage: str) -> Intake:
    return adult(area=AreaAnswer(norwood=stage))


def of(**person: object) -> Intake:
    return adult(person=Person(age=40, **person))  # pyright: ignore[reportArgumentType]


def test_the_options_stand_in_the_neutral_order(rules: RuleSet, money: Cost) -> None:
    assert list(costs(rules, money)) == rules.options.order


def test_where_money_is_withheld_no_option_shows_any(rules: RuleSet) -> None:
    withheld = rules.comparison.not_known.money_withheld
    found = withheld_costs(withheld, rules)
    assert list(found) == rules.options.order
    for cost in found.values():
        assert (cost.withheld, cost.not_known, cost.spans) == (withheld, None, {})
        assert cost.rules == (withheld.read(),)


def test_doing_nothing_costs_nothing_and_cites_it(rules: RuleSet, money: Cost) -> None:
    cost = costs(rules, money)["nothing"]
    assert cost.spans == dict.fromkeys((FIRST, 1, 5, 10), (0, 0, 0))
    assert [reading.id for reading in cost.rules] == ["options.nothing_costs"]
    assert set(cost.because.values()) == {rules.comparison.because.cost_nothing}


# --- medication -----------------------------------------------------------------------------


def test_a_man_pays_tablets_and_lotion_by_the_month(us: RuleSet, money: Cost) -> None:
    # 12 + 15 a month; ends 5 + 15 (12 + 10 is more) and 30 + 15 (12 + 25 is less)
    cost = costs(us, money)["medication"]
    assert cost.spans == {
        FIRST: (15, 27, 55), 1: (180, 320, 660), 5: (900, 1620, 3300), 10: (1800, 3240, 6600),
    }  # fmt: skip
    assert [reading.id for reading in cost.rules] == [
        "medication.prices.US.both", "medication.tablets_taken.men",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sex", "old", "new", "price"),
    [
        ("male", "Men, value: 1, range: [1, 1]", "Men, value: 0, range: [0, 0]", "lotion"),
        ("female", "Women, value: 0, range: [0, 0]", "Women, value: 1, range: [1, 1]", "both"),
    ],
)
def test_who_takes_tablets_moves_price_and_rule_together(
    money: Cost, tmp_path: Path, sex: str, old: str, new: str, price: str
) -> None:
    edited = edited_rules(tmp_path, "medication.yaml", old, new, region="US")
    cost = costs(edited, money, of(sex=sex))["medication"]
    assert cost.spans[FIRST].typical == {"lotion": 15, "both": 27}[price]
    assert f"medication.prices.US.{price}" in [reading.id for reading in cost.rules]


def test_the_tablets_are_for_men(rules: RuleSet, money: Cost) -> None:
    cost = costs(rules, money, of(sex="female"))["medication"]
    assert cost.spans[FIRST] == (10, 15, 25)
    assert [reading.id for reading in cost.rules] == [
        "medication.prices.US.lotion", "medication.tablets_taken.women",
    ]  # fmt: skip


@pytest.mark.parametrize("sex", [None, "other"])
def test_where_neither_sex_is_said_the_low_end_is_lotion_alone(
    us: RuleSet, money: Cost, sex: str | None
) -> None:
    cost = costs(us, money, of(sex=sex))["medication"]
    assert cost.spans[FIRST] == (15, 27, 55)
    assert [reading.id for reading in cost.rules] == [
        "medication.prices.US.lotion", "medication.prices.US.both", "medication.tablets_taken.unsaid",
    ]  # fmt: skip


def test_a_womans_stage_speaks_for_lotion_alone(rules: RuleSet, money: Cost) -> None:
    intake = adult(person=Person(age=40), area=AreaAnswer(ludwig="I"))
    assert costs(rules, money, intake)["medication"].spans[FIRST] == (10, 15, 25)


@pytest.mark.parametrize("sex", ["male", "other", None])
def test_where_medicines_are_not_named_no_price_of_tablets_nor_of_both_is_told(
    rules: RuleSet, money: Cost, sex: str | None
) -> None:
    """With no region set these were told in the prices of the US."""
    unknown = rules.comparison.not_known.tablets_price
    cost = costs(rules, money, of(sex=sex))["medication"]
    assert unknown.say.startswith("Not known. Prescription tablets: ask a doctor.")
    assert (cost.not_known, cost.spans) == (unknown, {})
    who = "men" if sex == "male" else "unsaid"
    assert [reading.id for reading in cost.rules] == [
        "comparison.not_known.tablets_price", f"medication.tablets_taken.{who}",
    ]  # fmt: skip
    assert (cost.alone, cost.alone_rules) == ({}, ())


def test_where_a_price_may_not_be_shown_the_cost_is_not_known(rules: RuleSet, money: Cost) -> None:
    unknown = rules.comparison.not_known.medication_price
    cost = costs(in_region(rules, "UK"), money)["medication"]
    assert (cost.not_known, cost.spans, cost.rules) == (unknown, {}, (unknown.read(),))


# --- SMP and surgery --------------------------------------------------------------------------


def test_smp_costs_what_the_plan_says(rules: RuleSet, money: Cost) -> None:
    cost = costs(rules, money)["smp"]
    course, ten = money.course, money.totals["10y"]
    assert cost.spans[FIRST] == (course.low, course.typical, course.high)
    assert cost.spans[10] == (ten.low, ten.typical, ten.high)
    assert cost.uses == {
        FIRST: "cost.course",
        1: "cost.totals.1y",
        5: "cost.totals.5y",
        10: "cost.totals.10y",
    }


def test_the_first_operation_is_paid_first_and_the_whole_plan_within_five_years(
    rules: RuleSet, money: Cost
) -> None:
    # V by strip: 2,650 x 4.40; ends 2,650 x 2 and 2,650 x 5
    # all 3,750 x 4.40; ends 3,750 x 2 and 4,500 x 4.40 (3,750 x 5 is less)
    # ten years: the plan has more than one operation, so none is added by its chance. To the nearest hundred
    cost = costs(rules, money)["fut"]
    one = (5300, 11700, 13300)
    assert cost.spans == {FIRST: one, 1: one, 5: (7500, 16500, 19800), 10: (7500, 16500, 19800)}
    because = rules.comparison.because
    assert cost.because == {
        FIRST: because.cost_first_operation, 1: because.cost_first_operation,
        5: because.cost_surgery, 10: because.cost_surgery_more,
    }  # fmt: skip
    assert cost.note is None


def test_single_grafts_have_their_own_price(rules: RuleSet, money: Cost) -> None:
    # 3,750 x 6; ends x 4 and x 10
    assert costs(rules, money)["fue"].spans[5] == (15000, 22500, 37500)


def test_a_later_operation_counts_by_its_chance_and_whole_at_the_high_end(
    rules: RuleSet, money: Cost
) -> None:
    # II by strip: 1,150 x 4.40 = 5,060, and 0.33 x 1,637 x 4.40 = 2,377 on top, at the high end all 7,203 of
    # it; at the low end there is no later work
    cost = costs(rules, money, norwood("II"))["fut"]
    assert cost.spans[5] == (4500, 5100, 6600)
    assert cost.spans[10] == (5100, 7400, 12300)


def test_no_operation_is_under_the_least_price(rules: RuleSet, money: Cost) -> None:
    scar = adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(Scar(length_cm=2, width_cm=1),)))
    found = costs(rules, money, scar)
    assert found["fut"].spans == dict.fromkeys((FIRST, 1, 5, 10), (4000, 4500, 4500))
    assert found["fue"].spans[FIRST] == (4000, 6000, 6000)


def test_above_the_donor_area_the_price_is_for_what_can_be_placed_and_says_so(
    rules: RuleSet, money: Cost
) -> None:
    # VII needs 6,000; single grafts give 4,000: 4,000 x 6
    cost = costs(rules, money, norwood("VII"))["fue"]
    assert cost.spans[5].typical == 24000
    assert cost.note is rules.comparison.notes.above_donor


def test_surgery_rests_on_price_least_price_operation_need_and_donor_area(
    rules: RuleSet, money: Cost
) -> None:
    assert [reading.id for reading in costs(rules, money)["fut"].rules] == [
        "surgery.prices.US.per_graft.fut", "surgery.prices.US.minimum.fut",
        "surgery.first_operation.V", "surgery.later_operation", "surgery.later_operations",
        "surgery.full_plan.V", "surgery.donor.fut",
    ]  # fmt: skip


def test_with_no_hair_missing_there_is_no_surgery_to_pay(rules: RuleSet, money: Cost) -> None:
    intake = adult(area=AreaAnswer(measured=Measured(cm2=50)), kept_hair=1)
    for option in ("fut", "fue"):
        cost = costs(rules, money, intake)[option]
        assert cost.not_known is None
        assert cost.spans == {}
        assert cost.not_needed is rules.comparison.notes.nothing_to_graft
        assert cost.about is rules.comparison.curves.cost_no_surgery
        assert cost.rules


def test_where_our_sum_plans_no_graft_and_few_may_be_needed_there_is_no_price_and_none_of_nothing(
    rules: RuleSet, money: Cost
) -> None:
    # 50 cm2 x (40 - 0.5 x 65) = 375 grafts at most, and none planned
    intake = adult(area=AreaAnswer(measured=Measured(cm2=50)), kept_hair=Decimal("0.5"))
    cost = costs(rules, money, intake)["fut"]
    assert cost.spans == {}
    assert cost.blank is cost.not_needed is rules.comparison.notes.nothing_to_graft
    assert cost.about is rules.comparison.curves.cost_no_surgery


def test_where_nobody_asked_for_kept_hair_surgery_that_is_done_costs_no_less_than_the_least_fee(
    rules: RuleSet, money: Cost
) -> None:
    # 100 cm2: 4,000 grafts x 4.40; with half the hair kept none is needed, and nobody operates for nothing
    intake = adult(area=AreaAnswer(measured=Measured(cm2=100)), kept_hair=None)
    cost = costs(rules, money, intake)["fut"]
    assert (cost.spans[5].low, cost.spans[5].typical) == (4500, 17600)
    assert cost.not_needed is None
    assert cost.why_wide is rules.comparison.notes.kept_unsure


def test_each_region_has_its_own_prices(rules: RuleSet, money: Cost) -> None:
    # 3,750 x 3.60 pounds
    assert costs(in_region(rules, "UK"), money)["fue"].spans[5].typical == 13500


@given(st.integers(1, 500), st.integers(1, 100))
def test_more_area_never_lowers_the_price_of_surgery(
    rules: RuleSet, money: Cost, cm2: int, more: int
) -> None:
    """But for the last years, where what is planned in two operations counts no later one beside them."""

    def spans(size: int) -> dict[str, OptionCost]:
        return costs(rules, money, adult(area=AreaAnswer(measured=Measured(cm2=size))))

    smaller, larger = spans(cm2), spans(cm2 + more)
    for option in ("fut", "fue"):
        for years, span in smaller[option].spans.items():
            if smaller[option].because[years] == larger[option].because[years]:
                assert span.typical <= larger[option].spans[years].typical


@given(st.decimals(Decimal(0), Decimal("0.9"), places=1))
def test_more_kept_hair_never_raises_the_price_of_surgery(rules: RuleSet, money: Cost, kept: Decimal) -> None:
    def price(share: Decimal) -> Number | None:
        """What five years cost; None where our sum plans no graft."""
        intake = adult(area=AreaAnswer(measured=Measured(cm2=90)), kept_hair=share)
        cost = costs(rules, money, intake)["fut"]
        return None if cost.not_needed else cost.spans[5].typical

    less, more = price(kept), price(kept + Decimal("0.05"))
    assert more is None or (less is not None and less >= more)


# --- each medicine alone -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sex", "told"),
    [("male", "Tablets alone $12 ($5 to $30), lotion $15 ($10 to $25)."), ("female", None)],
)
def test_a_month_of_tablets_alone_has_its_own_price_for_whom_tablets_are(
    us: RuleSet, sex: Literal["male", "female"], told: str | None
) -> None:
    plan = plan_of(adult(person=Person(age=40, sex=sex)), us)
    cell = next(row for row in plan.comparison.rows if row.id == "cost_first").cells["medication"]
    assert cell.note == told
    step = next(step for step in plan.trace if step.field == "comparison.rows.cost_first.medication")
    assert ("medication.prices.US.tablets" in [reading.id for reading in step.rules]) is (told is not None)


@pytest.mark.parametrize(
    ("row", "tablets", "lotion", "both"),
    [
        ("cost_1y", (60, 144, 360), (120, 180, 300), (180, 324, 660)),
        ("cost_5y", (300, 720, 1800), (600, 900, 1500), (900, 1620, 3300)),
        ("cost_10y", (600, 1440, 3600), (1200, 1800, 3000), (1800, 3240, 6600)),
    ],
)
def test_each_medicine_alone_and_both_are_priced_over_the_years(
    us: RuleSet, row: str, tablets: tuple[int, ...], lotion: tuple[int, ...], both: tuple[int, ...]
) -> None:
    def near(told: Estimate | Cell) -> tuple[object, ...]:
        return (told.low, told.typical, told.high)

    plan = plan_of(adult(person=Person(age=40, sex="male")), us)
    cell = next(one for one in plan.comparison.rows if one.id == row).cells["medication"]
    assert cell.parts
    assert near(cell.parts["tablets"]) == tuple(round_tens(one) for one in tablets)
    assert near(cell.parts["lotion"]) == tuple(round_tens(one) for one in lotion)
    assert near(cell) == tuple(round_tens(one) for one in both)
    assert "Tablets alone $" in (cell.note or "")
    step = next(step for step in plan.trace if step.field == f"comparison.rows.{row}.medication")
    assert "medication.prices.US.tablets" in [reading.id for reading in step.rules]


def round_tens(count: int) -> int:
    return (count + 5) // 10 * 10


def test_a_woman_reads_the_price_of_lotion_alone(rules: RuleSet) -> None:
    plan = plan_of(adult(person=Person(age=40, sex="female", could_be_pregnant=False)), rules)
    cell = next(one for one in plan.comparison.rows if one.id == "cost_10y").cells["medication"]
    assert cell.parts is None
    assert (cell.low, cell.high) == (1200, 3000)


def test_a_price_with_scars_is_divided_by_an_area_with_scars(rules: RuleSet) -> None:
    scar = Scar(length_cm=20, width_cm=5, age_months=30, raised=False, red=False)
    plan = plan_of(adult(area=AreaAnswer(norwood="VI", scars=(scar,))), rules)
    assert plan.cost is not None
    [row] = [row for row in plan.comparison.rows if row.id == "cost_per_cm2"]
    told = row.cells["smp"].typical
    assert told is not None
    shared_out = plan.cost.totals["10y"].typical / (plan.area.bare_cm2.typical + 20 * 5)
    assert abs(told - shared_out) <= 1
