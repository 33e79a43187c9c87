"""The need is never capped by the donor area; what is placed, grows and covers is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Scar
from smp_planner.domain.quantities import Number, rounded
from smp_planner.planner.comparison.graft_need import Need, find_need
from smp_planner.planner.comparison.grafts import Surgery, plan_surgery
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.one_at_a_time import Span
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult


def need(rules: RuleSet, intake: Intake) -> Need:
    return find_need(intake, assess_coverage(intake, rules)[0], rules)


def grafts(rules: RuleSet, intake: Intake) -> Span:
    return need(rules, intake).grafts


def surgery(rules: RuleSet, intake: Intake) -> dict[str, Surgery]:
    return plan_surgery(intake, assess_coverage(intake, rules)[0], rules)


def measured(cm2: Number, kept_hair: Number | None = 0) -> Intake:
    return adult(area=AreaAnswer(measured=Measured(cm2=cm2)), kept_hair=kept_hair)


def norwood(stage: str) -> Intake:
    return adult(area=AreaAnswer(norwood=stage))


SCARRED = adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(Scar(length_cm=20, width_cm=1),)))


# --- need ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "published"),
    [("II", (800, 1150, 1500)), ("V", (3000, 3750, 4500)), ("VII", (5500, 6000, 7500))],
)
def test_a_stage_takes_the_published_full_plan(rules: RuleSet, stage: str, published: Span) -> None:
    assert grafts(rules, norwood(stage)) == published


def test_where_hair_is_left_at_a_stage_what_is_missing_is_planned_up_to_the_published_plan(
    rules: RuleSet,
) -> None:
    """V with half its hair read "about 3,750 grafts", and the same area measured "few grafts or none"."""
    intake = adult(area=AreaAnswer(norwood="V"), kept_hair=Decimal("0.5"))
    found = need(rules, intake)
    assert found.grafts == (0, 0, 3750)
    assert found.because == rules.comparison.because.grafts_by_kept
    assert found.why_wide is rules.comparison.notes.stage_or_sum
    assert {"surgery.full_plan.V", "surgery.natural_density"} <= {reading.id for reading in found.rules}
    # III-vertex: 65 cm2, of that the crown 26; 40 and 20 planned, 20 are there
    vertex = adult(area=AreaAnswer(norwood="III-vertex"), kept_hair=Decimal("0.25"))
    cells = {cell.zone: cell.cm2.typical for cell in assess_coverage(vertex, rules)[0].cells}
    assert grafts(rules, vertex).typical == (65 - cells["crown"]) * 20


def test_a_little_hair_left_leaves_the_published_plan_of_a_stage_alone(rules: RuleSet) -> None:
    """V is 140 cm2: 4 of 80 hairs for each take off less than the plan is below the sum."""
    intake = adult(area=AreaAnswer(norwood="V"), kept_hair=Decimal("0.05"))
    assert grafts(rules, intake) == (3000, 3750, 4500)


def test_more_hair_left_at_a_stage_never_asks_for_more_grafts(rules: RuleSet) -> None:
    for stage in rules.surgery.full_plan.rows:
        told = [
            grafts(rules, adult(area=AreaAnswer(norwood=stage), kept_hair=Decimal(share) / 20))
            for share in range(21)
        ]
        assert [one.typical for one in told] == sorted((one.typical for one in told), reverse=True)
        assert told[-1].typical == 0


def test_a_stage_rests_on_its_row_of_the_table(rules: RuleSet) -> None:
    found = need(rules, norwood("V"))
    assert [reading.id for reading in found.rules] == ["surgery.full_plan.V"]
    assert found.because == rules.comparison.because.grafts_by_stage


def test_a_zone_beside_a_stage_adds_its_area_at_the_usual_density(rules: RuleSet) -> None:
    # III is 40 cm2 without a crown; the crown adds 40 cm2, at 20 grafts: 800 more
    # ends: 1,500 + 800; with 30 grafts per cm2 1,850 + 1,200, as 2,200 + 800 are fewer
    intake = adult(area=AreaAnswer(norwood="III", zones=("crown",)))
    assert grafts(rules, intake) == (2300, 2650, 3050)
    assert need(rules, intake).because == rules.comparison.because.grafts_by_stage
    assert [reading.id for reading in need(rules, intake).rules] == [
        "surgery.full_plan.III", "coverage.norwood.III", "surgery.crown_density",
    ]  # fmt: skip


def test_a_stage_with_a_zone_beside_it_spreads_all_its_grafts_over_all_its_area(rules: RuleSet) -> None:
    # 2,650 grafts over 80 cm2; over 45 (25 and 20) and 140 (60 and 80) at the ends
    found = need(rules, adult(area=AreaAnswer(norwood="III", zones=("crown",))))
    assert tuple(rounded(end) for end in found.per_cm2) == (19, 33, 59)
    assert found.beside_full is rules.comparison.notes.stage_below_full


def test_even_a_little_area_beyond_the_stage_counts(rules: RuleSet) -> None:
    # the crown of V is 28 per cent of 140 cm2, 39.2; the zone is 40: 0.8 cm2 x 20 grafts
    assert grafts(rules, adult(area=AreaAnswer(norwood="V", zones=("crown",)))).typical == 3750 + 16


def test_hair_kept_in_a_zone_beside_a_stage_lowers_what_the_zone_adds(rules: RuleSet) -> None:
    # 110 cm2 x (40 - 0.125 x 80) = 3,300
    intake = adult(area=AreaAnswer(norwood="V", zones=("sides",)), kept_hair={"sides": Decimal("0.125")})
    assert grafts(rules, intake).typical == 3750 + 3300
    assert [reading.id for reading in need(rules, intake).rules] == [
        "surgery.full_plan.V", "coverage.norwood.V", "surgery.target_density", "surgery.natural_density",
    ]  # fmt: skip
    assert need(rules, intake).why_wide is rules.comparison.notes.kept_natural


def test_a_zone_inside_the_stage_adds_nothing(rules: RuleSet) -> None:
    # the crown of VI is a fifth of 200 cm2, as large as the zone
    assert grafts(rules, adult(area=AreaAnswer(norwood="VI", zones=("crown",)))) == (4000, 5000, 6000)


def test_a_stage_without_a_published_plan_counts_by_area(rules: RuleSet) -> None:
    # Norwood I is 0 cm2 by plan; the crown is 40 cm2 at 20
    assert grafts(rules, adult(area=AreaAnswer(norwood="I", zones=("crown",)))).typical == 800


def test_a_measured_area_beats_the_stage(rules: RuleSet) -> None:
    # 100 cm2 x 40 grafts; 45 at the high end, and 15 at the low one: nobody said that it is no crown
    intake = adult(area=AreaAnswer(norwood="V", measured=Measured(cm2=100)))
    assert grafts(rules, intake) == (1500, 4000, 4500)
    assert need(rules, intake).because == rules.comparison.because.grafts_by_area


def test_a_thin_area_of_a_woman_counts_by_area_and_density_one_at_a_time(rules: RuleSet) -> None:
    # Ludwig II: 110 cm2 (80 to 140); 40 grafts (35 to 45) in 85 of 100 and 20 at the crown are 37 on each:
    # 80 x 37 and 140 x 37 are the widest
    assert grafts(rules, adult(area=AreaAnswer(ludwig="II"))) == (2960, 4070, 5180)


def test_hair_that_is_kept_leaves_the_gap_to_what_looks_full(rules: RuleSet) -> None:
    # 0.25 x 80 = 20 are there: 100 cm2 x (40 - 20). Ends 35 - 20 and 45 - 20; 40 - 25 (of 100) and
    # 40 - 16.25 (of 65) are no further out
    front = AreaAnswer(measured=Measured(cm2=100), zones=("front",))
    found = need(rules, adult(area=front, kept_hair=Decimal("0.25")))
    assert found.grafts == (1500, 2000, 2500)
    assert [reading.id for reading in found.rules] == [
        "surgery.target_density", "surgery.natural_density",
    ]  # fmt: skip
    assert found.why_wide is rules.comparison.notes.kept_natural
    assert found.not_needed(rules) is None


def test_natural_density_moves_the_need_as_far_as_hair_is_kept(rules: RuleSet) -> None:
    # 0.4 x 80 = 32: 40 - 32 = 8. Of 65 it is 26: 14, the high end; of 100 it is 40: none, the low end.
    # Targets of 35 and 45 give 3 and 13
    assert grafts(rules, measured(100, Decimal("0.4"))) == (0, 800, 1400)


def test_hair_as_dense_as_grafts_needs_none(rules: RuleSet) -> None:
    # 0.7 x 80 = 56, and even 0.7 x 65 = 45.5 is over 40, as 56 is over 45
    intake = adult(area=AreaAnswer(ludwig="II"), kept_hair=Decimal("0.7"))
    assert grafts(rules, intake) == (0, 0, 0)
    assert need(rules, intake).not_needed(rules) is rules.comparison.notes.none_needed


def test_hair_about_as_dense_as_grafts_may_need_some(rules: RuleSet) -> None:
    # 0.5 x 80 = 40. Of 65 it is 32.5: 7.5 x 100; a target of 45 gives 5 x 100
    found = need(rules, measured(100, Decimal("0.5")))
    assert found.grafts == (0, 0, 750)
    assert found.not_needed(rules) is rules.comparison.notes.few_needed


def test_one_part_with_too_much_hair_makes_up_for_no_other(rules: RuleSet) -> None:
    # the crown of 40 cm2 keeps 0.9, far more than looks full; the midscalp of 60 cm2 is bare: 60 x 40
    intake = adult(area=AreaAnswer(zones=("crown", "midscalp")), kept_hair={"crown": Decimal("0.9")})
    assert grafts(rules, intake).typical == 2400


def test_where_nobody_asked_for_kept_hair_the_low_end_reckons_with_it(rules: RuleSet) -> None:
    # nothing kept is planned with; at most half may be kept: 0.5 x 80 = 40 look full already
    found = need(rules, measured(100, None))
    assert found.grafts == (0, 4000, 4500)
    assert [reading.id for reading in found.rules] == [
        "surgery.target_density", "surgery.crown_density", "surgery.natural_density",
        "density.kept_when_unsure",
    ]  # fmt: skip
    assert found.why_wide is rules.comparison.notes.kept_unsure


def test_scars_alone_take_their_own_area_at_the_density_of_the_series(rules: RuleSet) -> None:
    # 20 x 1 cm without margin, 35 grafts per cm2 (up to 45)
    found = need(rules, SCARRED)
    assert found.grafts == (700, 700, 900)
    assert found.in_scars
    assert found.because == rules.comparison.because.grafts_in_scars
    assert [reading.id for reading in found.rules] == ["surgery.scar_density"]


def test_scars_beside_an_area_come_on_top_of_it(rules: RuleSet) -> None:
    # 60 cm2 at 40 (15, at a crown, to 45), and 20 x 1 cm at 35 (up to 45)
    area = AreaAnswer(measured=Measured(cm2=60), scars=(Scar(length_cm=20, width_cm=1),))
    both = need(rules, replace(measured(60), area=area))
    assert both.grafts == (900 + 700, 2400 + 700, 2700 + 700)
    assert "Your scars come on top" in both.because
    assert [reading.id for reading in both.rules][-1] == "surgery.scar_density"
    assert both.uses == ("area.bare_cm2", "area.cm2")
    assert not both.in_scars


def test_scars_inside_an_area_are_part_of_it(rules: RuleSet) -> None:
    bare = adult(area=AreaAnswer(zones=("donor",)), kept_hair=0)
    scarred = replace(bare, area=replace(bare.area, scars=(Scar(length_cm=20, width_cm=1),)))
    assert need(rules, scarred) == need(rules, bare)


@given(st.integers(1, 500), st.integers(1, 100))
def test_more_area_needs_more_grafts_however_large_it_is(rules: RuleSet, cm2: int, more: int) -> None:
    smaller, larger = grafts(rules, measured(cm2)), grafts(rules, measured(cm2 + more))
    assert all(one < other for one, other in zip(smaller, larger, strict=True))


def of_100(cover: Span) -> tuple[Number, ...]:
    """A cover in whole parts of 100."""
    return tuple(rounded(100 * end) for end in cover)


# --- what can be done about it ------------------------------------------------------------


def test_each_way_has_its_own_donor_limit_and_survival(rules: RuleSet) -> None:
    both = surgery(rules, norwood("V"))
    assert (both["fut"].donor, both["fue"].donor) == ((3000, 4500, 6000), (3750, 4000, 5600))
    assert both["fut"].donor_rule.id == "surgery.donor.fut"
    assert both["fue"].survival_rule.id == "surgery.survival.fue"


def test_no_more_is_placed_than_the_donor_area_gives(rules: RuleSet) -> None:
    # VII needs 6,000 (5,500 to 7,500); FUE gives 4,000 (3,750 to 5,600)
    fue = surgery(rules, norwood("VII"))["fue"]
    assert fue.need.grafts.typical == 6000
    assert fue.placed == (3750, 4000, 5600)
    assert fue.above_donor


def test_a_need_equal_to_the_donor_area_is_not_above_it(rules: RuleSet) -> None:
    both = surgery(rules, measured(100))  # 4,000, and FUE gives 4,000
    assert not both["fue"].above_donor
    assert surgery(rules, measured(101))["fue"].above_donor


def test_what_grows_is_what_is_placed_times_survival(rules: RuleSet) -> None:
    # 3,750 x 0.86; ends 3,000 x 0.86 (3,750 x 0.79 is more) and 4,500 x 0.86 (3,750 x 0.95 is less)
    assert surgery(rules, norwood("V"))["fut"].growing == (2580, 3225, 3870)


def test_how_many_grafts_of_a_strip_grow_in_a_scar_is_not_known(rules: RuleSet) -> None:
    both = surgery(rules, SCARRED)
    assert both["fut"].growing is None
    # 700 x 0.807; ends 700 x 0.7 and 900 x 0.807 (700 x 0.9 is less)
    assert both["fue"].growing == (490, Decimal("564.9"), Decimal("726.3"))


def test_operations_are_whole_and_rounded_up(rules: RuleSet) -> None:
    # V: 3,750 less a first of 2,650 leaves 1,100: one more of 2,350; 3,000 fit in a first of 3,000, and 4,500
    # less a first of 2,000 leave 2,500: two more of 1,637
    assert surgery(rules, norwood("V"))["fut"].operations == (1, 2, 3)
    # III: the first may move all 1,850; 1,000 at first leave 850
    assert surgery(rules, norwood("III"))["fut"].operations == (1, 1, 2)
    # 100 cm2 x 40 = 4,000: 2,350 and 1,650; three of 1,637 hold 4,911, and a donor area of 3,000 fits in one
    assert surgery(rules, measured(100, 0))["fut"].operations == (1, 2, 3)


def test_an_area_beyond_the_stage_has_no_first_operation_of_the_stage(rules: RuleSet) -> None:
    more = adult(area=AreaAnswer(norwood="III", zones=("crown",)))
    found = surgery(rules, more)["fut"]
    assert found.first_rule.id == "surgery.per_operation"
    assert found.first == (1637, 2350, 2650)  # never more than the 2,650 of the plan
    assert surgery(rules, norwood("III"))["fut"].first_rule.id == "surgery.first_operation.III"


def test_grafts_that_fill_one_operation_need_no_second(rules: RuleSet) -> None:
    # 94 cm2 x (40 - 0.1875 x 80) = 94 x 25 = 2,350
    assert surgery(rules, measured(94, Decimal("0.1875")))["fut"].operations.typical == 1
    assert surgery(rules, measured(95, Decimal("0.1875")))["fut"].operations.typical == 2


def test_where_no_graft_is_needed_nobody_operates_now_or_later(rules: RuleSet) -> None:
    fut = surgery(rules, measured(100, 1))["fut"]
    assert fut.placed == fut.operations == fut.growing == (0, 0, 0)
    assert fut.later_grafts == 0
    assert not fut.above_donor


def test_where_few_grafts_may_be_needed_no_later_operation_is_planned(rules: RuleSet) -> None:
    fut = surgery(rules, measured(100, Decimal("0.5")))["fut"]
    assert fut.operations == (0, 0, 1)
    assert fut.later_grafts == 0


def test_the_cover_is_what_is_placed_over_what_looks_full_and_never_over_all(rules: RuleSet) -> None:
    # VII: 280 cm2 x 40 = 11,200; 4,500 of them; 3,000 at the low end, 4,500 of 160 cm2 x 40 at the high one
    assert of_100(surgery(rules, norwood("VII"))["fut"].cover) == (27, 40, 70)
    # II: 1,150 are more than 15 cm2 x 40; 1,150 / (30 x 40) at the low end
    assert of_100(surgery(rules, norwood("II"))["fut"].cover) == (96, 100, 100)


def test_a_bare_crown_is_covered_by_the_grafts_of_its_plan_and_not_by_a_donor_area(rules: RuleSet) -> None:
    """Its plan places 800 of the 1,600 grafts with which it would look full, however much hair is left."""
    # 20 of 40 on each cm2, whatever its size; ends 15 and 30 of 40
    for plan in surgery(rules, adult(area=AreaAnswer(zones=("crown",)))).values():
        assert plan.placed.typical == 800
        assert of_100(plan.cover) == (38, 50, 75)


def test_both_ways_that_move_the_same_grafts_cover_the_same_share(rules: RuleSet) -> None:
    # V: 3,750 / 5,600; ends 3,750 / 8,000 and all of 80 cm2
    for plan in surgery(rules, norwood("V")).values():
        assert plan.placed.typical == 3750
        assert of_100(plan.cover) == (47, 67, 100)


@pytest.mark.parametrize("stage", ["IV", "V", "VI", "VII"])
def test_cover_and_density_are_those_of_the_grafts_that_are_placed(rules: RuleSet, stage: str) -> None:
    cm2 = rules.coverage.norwood.rows[stage].read().number
    for plan in surgery(rules, norwood(stage)).values():
        assert rounded(plan.per_cm2.typical * cm2) == rounded(plan.cover.typical * cm2 * 40)
        assert rounded(plan.per_cm2.typical * cm2) == plan.placed.typical


def test_no_end_sets_more_on_a_cm2_than_surgeons_do(rules: RuleSet) -> None:
    # V: 3,750 on 80 cm2 would be 47
    assert tuple(rounded(end) for end in surgery(rules, norwood("V"))["fut"].per_cm2) == (19, 27, 45)


@pytest.mark.parametrize(
    ("stage", "too_dense"), [("II", True), ("IIA", True), ("III", True), ("III-vertex", False), ("V", False)]
)
def test_where_two_tables_set_more_than_surgeons_do_nobody_knows_how_dense(
    rules: RuleSet, stage: str, too_dense: bool
) -> None:
    # 1,150 / 15 = 77, 1,500 / 25 = 60, 1,850 / 40 = 46; 2,400 / 65 = 37
    assert surgery(rules, norwood(stage))["fue"].too_dense is too_dense


def test_a_later_operation_takes_what_the_donor_area_still_holds(rules: RuleSet) -> None:
    assert surgery(rules, norwood("II"))["fut"].later_grafts == 1637
    bare = adult(area=AreaAnswer(zones=("front",), measured=Measured(cm2=58)), kept_hair=0)
    assert surgery(rules, bare)["fue"].later_grafts == 1637  # 2,320 of 4,000, in one operation
    assert surgery(rules, norwood("VII"))["fut"].later_grafts == 0


@pytest.mark.parametrize("stage", ["III-vertex", "IV", "V"])
def test_a_plan_of_more_operations_than_one_holds_the_chance_of_a_later_one(
    rules: RuleSet, stage: str
) -> None:
    """A third of surgeons say that their usual patient has more than one in all: it isn't counted twice."""
    fut = surgery(rules, norwood(stage))["fut"]
    assert fut.operations.typical == 2
    assert fut.later_grafts == 0


def test_scars_ask_for_no_later_operation(rules: RuleSet) -> None:
    assert surgery(rules, SCARRED)["fue"].later_grafts == 0


@given(st.integers(1, 500), st.integers(0, 99))
def test_more_hair_kept_never_needs_more_grafts(rules: RuleSet, cm2: int, percent: int) -> None:
    less, more = (grafts(rules, measured(cm2, Decimal(kept) / 100)) for kept in (percent, percent + 1))
    assert all(0 <= other <= one for one, other in zip(less, more, strict=True))


@given(st.integers(1, 500))
def test_cover_and_placed_agree_with_the_need(rules: RuleSet, cm2: int) -> None:
    for plan in surgery(rules, measured(cm2)).values():
        assert rounded(plan.cover.typical * plan.need.full.typical) == plan.placed.typical


# --- what is left --------------------------------------------------------------------------


@given(cm2=st.integers(1, 600), more=st.integers(0, 100), kept=st.sampled_from([0, Decimal("0.3"), None]))
def test_the_donor_area_holds_what_is_placed_and_what_is_left_and_more_area_leaves_no_more(
    rules: RuleSet, cm2: int, more: int, kept: Number | None
) -> None:
    smaller = surgery(rules, measured(cm2, kept))
    for option, larger in surgery(rules, measured(cm2 + more, kept)).items():
        left, donor = larger.left, larger.donor
        assert 0 <= left.low <= left.typical <= left.high <= donor.high
        assert left.typical + larger.placed.typical == donor.typical
        assert left.typical <= smaller[option].left.typical
        assert left.low <= smaller[option].left.low
        assert left.high <= smaller[option].left.high
        assert 0 <= larger.cover.low <= larger.cover.typical <= larger.cover.high <= 1
        for end, before in zip(larger.cover, smaller[option].cover, strict=True):
            assert end <= before, "of a larger area no larger part is covered"


# --- how much can look full ----------------------------------------------------------------


def test_a_bare_crown_needs_half_the_grafts_of_a_front_of_the_same_size(rules: RuleSet) -> None:
    crown, front = (
        grafts(rules, adult(area=AreaAnswer(measured=Measured(cm2=100), zones=(zone,)), kept_hair=0))
        for zone in ("crown", "front")
    )
    assert crown == (1500, 2000, 3000)
    assert front == (3500, 4000, 4500)


def test_the_share_that_can_look_full_is_told_at_what_looks_full_and_not_at_the_plans_density(
    rules: RuleSet,
) -> None:
    """Norwood V: the published plan reaches everywhere at 27 per cm2, but to look full it takes 40."""
    # 140 cm2 x 40 = 5,600; 3,750 / 5,600
    fut = surgery(rules, norwood("V"))["fut"]
    assert fut.need.full == (3200, 5600, 8000)
    assert of_100(fut.cover)[1] == 67


def test_what_looks_full_counts_the_hair_that_is_kept(rules: RuleSet) -> None:
    # 100 cm2 x (40 - 20)
    front = AreaAnswer(measured=Measured(cm2=100), zones=("front",))
    assert need(rules, adult(area=front, kept_hair=Decimal("0.25"))).full.typical == 2000


def test_scars_beside_an_area_count_in_what_looks_full_too(rules: RuleSet) -> None:
    # 60 cm2 at 40, and 20 x 1 cm at 35
    area = AreaAnswer(measured=Measured(cm2=60), scars=(Scar(length_cm=20, width_cm=1),))
    both = need(rules, replace(measured(60), area=area))
    assert both.full.typical == 2400 + 700
    assert "surgery.scar_density" in [reading.id for reading in both.full_rules]


def test_grafts_that_add_area_to_a_stage_are_counted_where_that_area_lies(rules: RuleSet) -> None:
    # the sides of 110 cm2 at 40, the crown of 40 cm2 beside III at 20
    sides = adult(area=AreaAnswer(norwood="III", zones=("sides", "crown")), kept_hair=0)
    assert rounded(grafts(rules, sides).typical) == 1850 + 110 * 40 + 40 * 20
