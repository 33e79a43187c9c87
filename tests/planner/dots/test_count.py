"""Dots: density, hair that is kept, scars, low and high, and the spread over the visits."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Scar
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.dots.count import DotCount, count_dots, per_session
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.drawn_people import areas
from tests.people import adult

D = Decimal

# 100 cm2 measured: an edge of 25 cm2, so 125 cm2 are treated
HUNDRED = AreaAnswer(measured=Measured(cm2=100))
LINE_SCAR = Scar(length_cm=20, width_cm=D("0.2"))  # 4 cm2 of scar, 96.8 cm2 of margin
SCAR = AreaAnswer(scars=(LINE_SCAR,))

Ends = tuple[Number, Number, Number]


def counted(rules: RuleSet, intake: Intake) -> tuple[DotCount, dict[str, Step]]:
    coverage, _ = assess_coverage(intake, rules)
    count, tell = count_dots(intake, coverage, rules)
    return count, {step.field: step for step in tell()}


def dots(rules: RuleSet, **answers: object) -> Ends:
    return ends(counted(rules, adult(**{"area": HUNDRED, **answers}))[0].total)


def ends(figure: Estimate) -> Ends:
    return figure.low, figure.typical, figure.high


# --- density ------------------------------------------------------------------------------


@pytest.mark.parametrize(("look", "per_cm2"), [("soft", 100), ("natural", 150), ("dense", 195)])
def test_a_look_that_was_chosen_has_no_spread(rules: RuleSet, look: str, per_cm2: int) -> None:
    count, steps = counted(rules, adult(area=HUNDRED, density=look))
    assert ends(count.per_cm2) == (per_cm2, per_cm2, per_cm2)
    assert count.per_cm2.unit == "dots/cm2"
    assert ends(count.total) == (125 * per_cm2,) * 3
    assert [reading.id for reading in steps["dots.per_cm2"].rules] == [f"density.looks.{look}"]


def test_the_step_of_a_look_tells_the_range_of_its_sources(rules: RuleSet) -> None:
    _, steps = counted(rules, adult(area=HUNDRED))
    assert steps["dots.per_cm2"].because == (
        "Planned with the natural look. The sources of this look run from 100 to 195 dots per cm2."
    )


@pytest.mark.parametrize(
    ("answers", "over_area"),
    [
        ({"kept_hair": 0}, (150, 150, 150)),
        ({"kept_hair": D("0.6")}, (60, 60, 60)),
        ({"kept_hair": 0, "density": None}, (100, 150, 195)),
        ({"area": SCAR, "kept_hair": None}, (42, 42, 150)),  # (4 x 150 + 96.8 x 37.5) / 100.8; else bare
    ],
)
def test_over_the_area_stand_as_many_dots_as_bare_skin_takes_less_the_hair(
    rules: RuleSet, answers: dict[str, object], over_area: Ends
) -> None:
    count, steps = counted(rules, adult(**{"area": HUNDRED, **answers}))
    assert ends(count.over_area) == over_area
    assert steps["dots.over_area"].uses == ("dots.total", "area.cm2")


def test_where_nothing_is_treated_no_density_over_the_area_fails(rules: RuleSet) -> None:
    nothing = adult(area=AreaAnswer(norwood="I"))
    count, _ = count_dots(nothing, assess_coverage(nothing, rules)[0], rules)
    assert (count.total.typical, count.over_area.typical) == (0, 150)


def test_a_number_of_dots_is_taken_as_it_is(rules: RuleSet) -> None:
    count, steps = counted(rules, adult(area=HUNDRED, density=D("120.5")))
    assert ends(count.per_cm2) == (D("120.5"),) * 3
    assert count.total.typical == 15063  # 125 x 120.5 = 15,062.5
    assert steps["dots.per_cm2"].because == "You asked for 120.5 dots per cm2."
    assert [reading.id for reading in steps["dots.per_cm2"].rules] == ["intake.accepted.dots_per_cm2"]


def test_an_open_density_plans_the_natural_look_with_the_others_as_ends(rules: RuleSet) -> None:
    count, steps = counted(rules, adult(area=HUNDRED, density=None))
    assert ends(count.per_cm2) == (100, 150, 195)
    assert ends(count.total) == (12500, 18750, 24375)
    assert "we plan the natural look" in steps["dots.per_cm2"].because
    assert len(steps["dots.per_cm2"].rules) == 3


# --- area ---------------------------------------------------------------------------------


def test_dots_are_the_treated_area_times_the_density(rules: RuleSet) -> None:
    # V: (102.361, 169.580, 235.355) x 150
    count, steps = counted(rules, adult())
    assert ends(count.total) == (15354, 25437, 35303)
    assert count.total.unit == "dots"
    assert count.total.note is None
    assert steps["dots.total"].uses == ("area.cm2", "dots.per_cm2")
    assert steps["dots.total"].because.startswith("Area times density, part by part. As area x density x ")
    assert steps["dots.total"].value == count.total


def test_low_and_high_move_one_driver_at_a_time(rules: RuleSet) -> None:
    # area: 15,354 and 35,303; density: 16,958 and 33,068; half the hair kept: 12,719
    count, _ = counted(rules, adult(density=None, kept_hair=None))
    assert ends(count.total) == (12719, 25437, 35303)
    assert [round(scenario.dots) for scenario in count.moved] == [15354, 16958, 35303, 33068, 12719]
    assert count.planned.per_cm2 == 150
    assert {scenario.per_cm2 for scenario in count.moved} == {150, 100, 195}
    assert count.moved[0].treated_cm2 < count.planned.treated_cm2 < count.moved[2].treated_cm2


def test_what_is_certain_is_not_moved(rules: RuleSet) -> None:
    count, _ = counted(rules, adult(area=HUNDRED))
    assert count.moved == ()


# --- kept hair ----------------------------------------------------------------------------


@pytest.mark.parametrize(("kept", "share"), [(0, 1), (D("0.4"), D("0.6")), (D("0.72"), D("0.28"))])
def test_only_the_missing_share_is_placed(rules: RuleSet, kept: Number, share: Number) -> None:
    assert dots(rules, kept_hair=kept) == (18750 * share,) * 3


@pytest.mark.parametrize("kept", [D("0.8"), 1])
def test_never_less_than_a_quarter_is_placed(rules: RuleSet, kept: Number) -> None:
    assert dots(rules, kept_hair=kept) == (4688, 4688, 4688)  # 18,750 / 4 = 4,687.5


def test_a_zone_of_which_nobody_is_sure_lowers_the_low_end_by_its_own_share(rules: RuleSet) -> None:
    # 125 cm2 on front (100) and crown (40): (100 x 0.5 + 40) / 140, and (100 x 0.5 + 40 x 0.5) / 140 at least
    assert dots(rules, kept_hair={"front": D("0.5"), "crown": None}) == (9375, 12054, 12054)
    assert dots(rules, kept_hair={"front": D("0.5"), "crown": 0}) == (12054, 12054, 12054)
    _, steps = counted(rules, adult(kept_hair={"crown": None}))
    assert "Where it is not told yet" in steps["dots.total"].because
    assert steps["dots.total"].rules[-1].id == "density.kept_when_unsure"


@pytest.mark.parametrize(
    ("kept", "high"),
    [
        ({"donor": None}, 15120),
        ({"whole_scalp": None}, 15120),
        ({"crown": None}, 4230),
        ({"donor": D("0.5")}, 4230),
    ],
)
def test_the_margin_of_a_scar_may_be_bare_where_nobody_is_sure_of_the_hair_around_it(
    rules: RuleSet, kept: dict[str, Number | None], high: int
) -> None:
    assert counted(rules, adult(area=SCAR, kept_hair=kept))[0].total.high == high


def test_the_dots_of_a_scar_say_that_hair_around_it_is_counted_with_and_bare_skin_at_the_high_end(
    rules: RuleSet,
) -> None:
    """100.8 cm2 of 150 dots would be 15,120: the planned 4,230 count the skin around it at a quarter."""
    count, steps = counted(rules, adult(area=SCAR, goals=("scar_camouflage",), kept_hair=None))
    assert (count.total.low, count.total.typical, count.total.high) == (4230, 4230, 15120)
    told = steps["dots.total"].because
    assert "the skin around it at the least share" in told
    assert "the high end counts that skin as bare" in told
    assert "no hair were left" not in told


def test_hair_that_nobody_spoke_of_lowers_only_the_low_end(rules: RuleSet) -> None:
    assert dots(rules, kept_hair=None) == (9375, 18750, 18750)


def test_hair_kept_in_one_zone_counts_there_and_in_the_edge_by_area(rules: RuleSet) -> None:
    # midscalp 60 and crown 40 half kept: 60 + 20 = 80
    # the edge of 25 takes the root of (60 + 40 x 0.25) / 100
    area = AreaAnswer(zones=("midscalp", "crown"))
    count, steps = counted(rules, adult(area=area, kept_hair={"crown": D("0.5")}))
    assert count.total.typical == 15137  # (80 + 25 x 0.83666) x 150 = 15,137.5
    assert "less the hair you still have" in steps["dots.total"].because


def test_hair_kept_in_the_front_is_kept_at_the_hairline_too(rules: RuleSet) -> None:
    # front 80 + hairline 20, edge 25: all at half
    area = AreaAnswer(zones=("front",))
    assert counted(rules, adult(area=area, kept_hair={"front": D("0.5")}))[0].total.typical == 9375
    # the hairline's own number goes first: 80 x 0.5 + 20 = 60
    # the edge of 25 takes the root of (80 x 0.25 + 20) / 100
    kept = {"front": D("0.5"), "hairline_temples": 0}
    assert counted(rules, adult(area=area, kept_hair=kept))[0].total.typical == 11372


def test_hair_kept_all_over_counts_in_every_zone(rules: RuleSet) -> None:
    area = AreaAnswer(zones=("crown", "midscalp"))
    kept = {"whole_scalp": D("0.5")}
    assert counted(rules, adult(area=area, kept_hair=kept))[0].total.typical == 9375


def test_the_whole_scalp_takes_the_mean_of_its_zones_by_area(rules: RuleSet) -> None:
    # zones add up to 510: donor 200 at a quarter, 310 in full: 360 / 510 of 500 x 150 = 52,941
    area = AreaAnswer(zones=("whole_scalp",))
    assert counted(rules, adult(area=area, kept_hair={"donor": 1}))[0].total.typical == 52941


def test_a_measured_area_takes_the_mean_of_the_zones_that_were_named(rules: RuleSet) -> None:
    # front 100 at half and crown 40 in full: (50 + 40) / 140 of 18,750 = 12,054
    assert dots(rules, kept_hair={"front": D("0.5"), "crown": 0}) == (12054, 12054, 12054)


def test_a_measured_area_without_a_zone_named_is_bare(rules: RuleSet) -> None:
    assert dots(rules, kept_hair={}) == (18750, 18750, 18750)


# --- scars --------------------------------------------------------------------------------


def test_a_scar_takes_all_and_its_margin_a_quarter(rules: RuleSet) -> None:
    # 4 + 96.8 / 4 = 28.2 cm2 at 150
    count, _ = counted(rules, adult(area=SCAR, kept_hair=D("0.1")))
    assert ends(count.total) == (4230, 4230, 4230)


def test_a_bare_margin_takes_all(rules: RuleSet) -> None:
    assert ends(counted(rules, adult(area=SCAR, kept_hair=0))[0].total) == (15120, 15120, 15120)


def test_a_margin_that_nobody_spoke_of_may_be_bare(rules: RuleSet) -> None:
    count, steps = counted(rules, adult(area=SCAR, kept_hair=None))
    assert ends(count.total) == (4230, 4230, 15120)
    assert count.total.note is not None
    assert [reading.id for reading in steps["dots.total"].rules] == [
        "density.least_share",
        "density.kept_when_unsure",
    ]


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ({"donor": 0}, 15120),
        ({"whole_scalp": 0}, 15120),
        ({"donor": D("0.5")}, 4230),
        ({"crown": 0}, 4230),
        ({"donor": D("0.5"), "whole_scalp": 0}, 4230),
    ],
)
def test_the_hair_around_a_scar_is_that_of_the_back(
    rules: RuleSet, kept: dict[str, Number], expected: int
) -> None:
    assert counted(rules, adult(area=SCAR, kept_hair=kept))[0].total.typical == expected


def test_a_scar_inside_the_back_lacks_only_what_the_hair_left_out(rules: RuleSet) -> None:
    # donor 200 and its edge of 35.355 at half, and the scar's 4 cm2 from half to full
    area = AreaAnswer(zones=("donor",), scars=(LINE_SCAR,))
    count, _ = counted(rules, adult(area=area, kept_hair=D("0.5")))
    assert count.total.typical == 17952  # (235.355 / 2 + 2) x 150 = 17,951.7
    bare, _ = counted(rules, adult(area=area, kept_hair=0))
    assert bare.total.typical == 35303  # 235.355 x 150: the scar is part of a bare area


def test_a_scar_larger_than_the_area_around_it_counts_as_beside_it_for_the_rest(rules: RuleSet) -> None:
    # a scar of 200 cm2 with a margin of 196; the donor band of 200 and its edge of 35.355 are half kept and
    # hold 200 of the 396: of the scar there from half to full, of the rest all, and a quarter of its margin
    wide = AreaAnswer(zones=("donor",), scars=(Scar(length_cm=40, width_cm=5),))
    count, _ = counted(rules, adult(area=wide, kept_hair=D("0.5"), density=100))
    inside = D(200) / 396
    expected = D("235.355") / 2 + inside * 100 + (1 - inside) * (200 + 49)
    assert abs(count.total.typical - 100 * expected) < 1


# --- steps, clinics -----------------------------------------------------------------------


def test_the_total_rests_on_the_least_share(rules: RuleSet) -> None:
    _, steps = counted(rules, adult(kept_hair=0))
    assert [reading.id for reading in steps["dots.total"].rules] == ["density.least_share"]
    _, unsure = counted(rules, adult(kept_hair=None))
    assert "the low end counts with some" in unsure["dots.total"].because


def test_a_clinic_may_plan_with_some_hair_where_nobody_spoke(tmp_path: Path) -> None:
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text(
        "name: A clinic\n"
        "overrides:\n"
        "  density.kept_when_unsure: {value: 0.2, reason: Our people, sources: [our-judgement]}\n"
    )
    assert dots(load_rules(clinic=clinic), kept_hair=None) == (9375, 15000, 18750)


# --- by visit -----------------------------------------------------------------------------


def total(low: int, typical: int, high: int) -> Estimate:
    return Estimate(low, typical, high, "dots")


def test_dots_by_visit_follow_the_shares(rules: RuleSet) -> None:
    # after each visit 30, 70, 100 per cent: 7,631.1 -> 7,631; 17,805.9 -> 17,806; 25,437
    visits = per_session(total(15354, 25437, 35303), [30, 40, 30], "why")
    assert [visit.typical for visit in visits] == [7631, 10175, 7631]
    # 9,866 more at most, spread alike: 2,960, 3,946, 2,960
    assert [visit.high for visit in visits] == [10591, 14121, 10591]
    # the low end in the proportions of typical: 4,606.1; 10,747.8; 15,354
    assert [visit.low for visit in visits] == [4606, 6141, 4607]
    assert {visit.unit for visit in visits} == {"dots"}
    assert {visit.note for visit in visits} == {None}


def test_a_wide_visit_says_why() -> None:
    assert [visit.note for visit in per_session(total(10, 20, 36), [50, 50], "why")] == ["why", "why"]


def test_no_dots_at_all_make_visits_without_dots() -> None:
    assert [ends(visit) for visit in per_session(total(0, 0, 3), [50, 50], "why")] == [(0, 0, 2), (0, 0, 1)]


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 90_000), min_size=3, max_size=3),
    st.sampled_from([[30, 40, 30], [27, 28, 25, 20], [20] * 5, [18, 18, 17, 17, 15, 15]]),
)
def test_visits_add_up_at_each_end_and_never_invert(figures: list[int], shares: list[int]) -> None:
    whole = total(*sorted(figures))
    visits = per_session(whole, shares, "why")
    for end in ("low", "typical", "high"):
        assert sum(getattr(visit, end) for visit in visits) == getattr(whole, end)
    for visit, share in zip(visits, shares, strict=True):
        assert 0 <= visit.low <= visit.typical <= visit.high
        assert abs(visit.typical - D(whole.typical) * share / 100) <= 1


@settings(max_examples=60, deadline=None)
@given(
    areas,
    st.none() | st.integers(0, 10).map(lambda n: D(n) / 10),
    st.integers(50, 200),
    st.integers(0, 50),
)
def test_a_higher_density_never_means_fewer_dots(
    rules: RuleSet, area: AreaAnswer, kept: Number | None, density: int, more: int
) -> None:
    less, _ = counted(rules, adult(area=area, kept_hair=kept, density=density))
    same_or_more, _ = counted(rules, adult(area=area, kept_hair=kept, density=density + more))
    for end in ("low", "typical", "high"):
        assert getattr(same_or_more.total, end) >= getattr(less.total, end)
    assert less.total.low <= less.total.typical <= less.total.high


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 650), st.integers(0, 100), st.integers(0, 10))
def test_a_larger_area_never_means_fewer_dots(rules: RuleSet, bare: int, more: int, kept: int) -> None:
    def of(cm2: int) -> Number:
        area = AreaAnswer(measured=Measured(cm2=cm2))
        return counted(rules, adult(area=area, kept_hair=D(kept) / 10))[0].total.typical

    assert of(bare + more) >= of(bare)
