"""The treated area: stages, zones, measurements, scars, the soft edge, and what is not known.

Treated = bare + 2.5 x square root of bare. Typical zones in cm2: hairline 20, front with it 100,
midscalp 60, crown 40, sides 110, donor 200, whole scalp 500 (450 to 600).
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smp_planner.domain.course import AreaPart
from smp_planner.domain.intake import GOALS, ZONES, AreaAnswer, Measured, Scar
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate, Number
from smp_planner.planner.coverage.answers import nothing_to_cover, scar_left_out
from smp_planner.planner.coverage.assess import Coverage, assess_coverage
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.drawn_people import areas
from tests.edited_rules import edited_rules
from tests.people import adult

D = Decimal

LINE_SCAR = Scar(length_cm=20, width_cm=D("0.2"))  # with 2 cm on each side: 24 x 4.2 = 100.8 cm2
TOP_AND_BACK = ("front", "midscalp", "crown", "sides", "donor")

Ends = tuple[Number, Number, Number]


def covered(rules: RuleSet, *, goals: tuple[str, ...] = ("shaved_look",), **area: object) -> Coverage:
    return assess_coverage(adult(goals=goals, area=AreaAnswer(**area)), rules)[0]  # pyright: ignore[reportArgumentType]


def steps_of(rules: RuleSet, area: AreaAnswer) -> dict[str, Step]:
    return {step.field: step for step in assess_coverage(adult(area=area), rules)[1]()}


def ends(figure: Estimate) -> Ends:
    return figure.low, figure.typical, figure.high


def parts(coverage: Coverage) -> dict[str, AreaPart]:
    return {part.id: part for part in coverage.area.parts}


def sizes(coverage: Coverage) -> dict[str, Number]:
    return {part.id: part.cm2.typical for part in coverage.area.parts}


# --- stages -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "bare"),
    [
        ("I", (0, 0, 10)),
        ("II", (10, 15, 30)),
        ("IIA", (15, 25, 40)),
        ("III", (25, 40, 60)),
        ("III-vertex", (40, 65, 90)),
        ("IV", (60, 90, 130)),
        ("V", (80, 140, 200)),
        ("VI", (120, 200, 280)),
        ("VII", (160, 280, 400)),
    ],
)
def test_a_norwood_stage_has_the_published_bare_area(rules: RuleSet, stage: str, bare: Ends) -> None:
    assert ends(covered(rules, norwood=stage).area.bare_cm2) == bare


@pytest.mark.parametrize(
    ("stage", "bare"), [("I", (40, 60, 80)), ("II", (80, 110, 140)), ("III", (140, 170, 200))]
)
def test_a_ludwig_stage_has_its_area(rules: RuleSet, stage: str, bare: Ends) -> None:
    assert ends(covered(rules, ludwig=stage).area.bare_cm2) == bare


def test_the_edge_of_norwood_v_follows_the_square_root(rules: RuleSet) -> None:
    # 80 + 2.5 x 8.944 = 102.4; 140 + 2.5 x 11.832 = 169.6; 200 + 2.5 x 14.142 = 235.4
    coverage = covered(rules, norwood="V")
    assert ends(coverage.area.cm2) == (D("102.4"), D("169.6"), D("235.4"))
    assert ends(parts(coverage)["blend_band"].cm2) == (D("22.4"), D("29.6"), D("35.4"))


def test_norwood_v_lies_in_the_zones_by_its_split(rules: RuleSet) -> None:
    # 14, 38, 20 and 28 per cent of 80, 140 and 200
    coverage = covered(rules, norwood="V")
    assert {id_: ends(part.cm2) for id_, part in parts(coverage).items() if id_ != "blend_band"} == {
        "hairline_temples": (D("11.2"), D("19.6"), 28),
        "front": (D("30.4"), D("53.2"), 76),
        "midscalp": (16, 28, 40),
        "crown": (D("22.4"), D("39.2"), 56),
    }


def test_two_stages_are_joined_and_each_zone_counts_once(rules: RuleSet) -> None:
    # V: 19.6, 53.2, 28, 39.2; Ludwig II: front 49.5, midscalp 44, crown 16.5; the larger of each
    coverage = covered(rules, norwood="V", ludwig="II")
    assert coverage.area.bare_cm2.typical == D("19.6") + D("53.2") + 44 + D("39.2")
    assert "Norwood V and Ludwig II" in parts(coverage)["crown"].why
    assert "Ludwig" not in parts(coverage)["hairline_temples"].why


def test_a_part_of_a_stage_names_the_zone_and_the_stage(rules: RuleSet) -> None:
    assert parts(covered(rules, norwood="V"))["crown"].why == "Crown: its share of Norwood V."


# --- zones --------------------------------------------------------------------------------


def test_the_front_holds_the_hairline(rules: RuleSet) -> None:
    coverage = covered(rules, zones=("front",))
    assert ends(coverage.area.bare_cm2) == (70, 100, 120)
    assert ends(parts(coverage)["hairline_temples"].cm2) == (10, 20, 30)
    assert ends(parts(coverage)["front"].cm2) == (60, 80, 90)


def test_a_zone_inside_another_is_counted_once(rules: RuleSet) -> None:
    both = covered(rules, zones=("front", "hairline_temples"))
    assert both.area == covered(rules, zones=("front",)).area


def test_zones_come_in_the_order_of_the_head_whatever_the_answer(rules: RuleSet) -> None:
    assert covered(rules, zones=("crown", "front")).area == covered(rules, zones=("front", "crown")).area
    assert list(sizes(covered(rules, zones=("crown", "midscalp")))) == ["midscalp", "crown", "blend_band"]


def test_a_zone_and_a_stage_that_overlap_count_with_the_larger_at_each_end(rules: RuleSet) -> None:
    # crown of V: 22.4, 39.2, 56; crown as a zone: 20, 40, 80
    coverage = covered(rules, norwood="V", zones=("crown",))
    assert ends(parts(coverage)["crown"].cm2) == (D("22.4"), 40, 80)
    assert coverage.area.bare_cm2.typical == D("140.8")
    assert "counted once" in parts(coverage)["crown"].why
    assert parts(coverage)["midscalp"].why == "Middle of the scalp: its share of Norwood V."


def test_a_zone_beside_a_stage_keeps_its_own_reason(rules: RuleSet) -> None:
    coverage = covered(rules, norwood="V", zones=("sides",))
    assert parts(coverage)["sides"].why == "Both sides: the usual size of this zone."
    assert coverage.area.bare_cm2.typical == 250


def test_the_whole_scalp_holds_all_else_and_has_no_edge(rules: RuleSet) -> None:
    alone = covered(rules, zones=("whole_scalp",))
    assert ends(alone.area.cm2) == (450, 500, 600)
    assert sizes(alone) == {"whole_scalp": 500}
    more = covered(rules, zones=("crown", "whole_scalp"), norwood="VII")
    assert more.area == alone.area
    assert alone.whole_scalp
    assert not covered(rules, norwood="VII").whole_scalp


def test_zones_together_are_no_larger_than_the_whole_scalp(rules: RuleSet) -> None:
    # 100 + 60 + 40 + 110 + 200 = 510 and 692 at most, cut to 500 and 600; no room for an edge
    coverage = covered(rules, zones=TOP_AND_BACK)
    assert coverage.area.bare_cm2.typical == coverage.area.cm2.typical == 500
    assert coverage.area.cm2.high == 600
    assert "blend_band" not in parts(coverage)
    assert sizes(coverage)["donor"] == D("196.1")


def test_the_edge_fills_what_is_left_of_the_whole_scalp(rules: RuleSet) -> None:
    # 100 + 60 + 110 + 200 = 470; the edge would be 54.2 but the whole scalp has 500
    coverage = covered(rules, zones=("front", "midscalp", "sides", "donor"))
    assert ends(parts(coverage)["blend_band"].cm2) == (30, 30, 30)
    # low 70 + 40 + 80 + 125 = 315, and its edge of 44.4: 359.4
    assert ends(coverage.area.cm2) == (D("359.4"), 500, 600)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(ZONES), min_size=1), st.sampled_from(ZONES))
def test_one_more_zone_never_makes_the_area_smaller(rules: RuleSet, zones: set[str], more: str) -> None:
    less, same_or_more = covered(rules, zones=tuple(zones)), covered(rules, zones=(*zones, more))
    assert same_or_more.area.cm2.typical >= less.area.cm2.typical
    assert same_or_more.area.cm2.low >= less.area.cm2.low
    assert same_or_more.area.cm2.high >= less.area.cm2.high


# --- measurements -------------------------------------------------------------------------


def test_a_measurement_is_exact_and_beats_a_stage(rules: RuleSet) -> None:
    # 14 x 11 = 154; 154 + 2.5 x 12.410 = 185.0
    coverage = covered(rules, norwood="V", ludwig="I", measured=Measured(length_cm=14, width_cm=11))
    assert ends(coverage.area.bare_cm2) == (154, 154, 154)
    assert ends(coverage.area.cm2) == (185, 185, 185)
    assert sizes(coverage) == {"measured": 154, "blend_band": 31}
    assert parts(coverage)["measured"].why == (
        "The bare area as it was measured. The measurement is used in place of Norwood V and Ludwig I."
    )


def test_length_times_width_equals_the_same_area_given_at_once(rules: RuleSet) -> None:
    by_sides = covered(rules, measured=Measured(length_cm=D("12.5"), width_cm=8))
    assert by_sides.area == covered(rules, measured=Measured(cm2=100)).area
    assert parts(by_sides)["measured"].why == "The bare area as it was measured."


@pytest.mark.parametrize("cm2", [28, 40, 60, 200])
def test_a_measurement_beats_the_usual_size_of_a_zone_and_is_exact(rules: RuleSet, cm2: int) -> None:
    # the crown is usually 40, 20 to 80
    coverage = covered(rules, zones=("crown",), measured=Measured(cm2=cm2), norwood="VI")
    assert ends(coverage.area.bare_cm2) == (cm2, cm2, cm2)
    assert ends(parts(coverage)["crown"].cm2) == (cm2, cm2, cm2)
    assert parts(coverage)["crown"].why == (
        "Crown: its share of the measured area. The measurement is used in place of Norwood VI."
    )
    assert coverage.area.cm2 == covered(rules, measured=Measured(cm2=cm2)).area.cm2


def test_a_measured_area_is_spread_over_its_zones_by_their_usual_sizes(rules: RuleSet) -> None:
    # hairline 20, front 80, crown 40: 35 cm2 are a quarter of 140
    coverage = covered(rules, zones=("front", "crown"), measured=Measured(cm2=35))
    assert {id_: ends(part.cm2) for id_, part in parts(coverage).items() if id_ != "blend_band"} == {
        "hairline_temples": (5, 5, 5),
        "front": (20, 20, 20),
        "crown": (10, 10, 10),
    }
    assert parts(coverage)["front"].why == "Front half with the hairline: its share of the measured area."


def test_a_measurement_beats_the_whole_scalp_too_and_then_has_no_edge(rules: RuleSet) -> None:
    coverage = covered(rules, zones=("crown", "whole_scalp"), measured=Measured(cm2=470))
    assert sizes(coverage) == {"whole_scalp": 470}
    assert ends(coverage.area.cm2) == ends(coverage.area.bare_cm2) == (470, 470, 470)
    assert coverage.whole_scalp


@pytest.mark.parametrize(("zone", "scar"), [("crown", D("100.8")), ("donor", 0), ("whole_scalp", 0)])
def test_a_scar_beside_a_measurement_adds_its_area_unless_it_lies_inside(
    rules: RuleSet, zone: str, scar: Number
) -> None:
    coverage = covered(rules, zones=(zone,), measured=Measured(cm2=120), scars=(LINE_SCAR,))
    assert coverage.area.bare_cm2.typical == 120
    assert sizes(coverage)["scar_1"] == scar


@pytest.mark.parametrize(("bare", "treated"), [(480, D("534.8")), (590, 600), (600, 600), (650, 650)])
def test_a_large_measured_area_has_an_edge_up_to_the_most(rules: RuleSet, bare: int, treated: Number) -> None:
    # 480 + 2.5 x 21.909 = 534.8; nothing over 600, and a measured area is never cut
    coverage = covered(rules, measured=Measured(cm2=bare))
    assert coverage.area.bare_cm2.typical == bare
    assert ends(coverage.area.cm2) == (treated, treated, treated)


# --- scars --------------------------------------------------------------------------------


def test_a_scar_alone_is_itself_and_its_margin_without_an_edge(rules: RuleSet) -> None:
    coverage = covered(rules, goals=("scar_camouflage",), scars=(LINE_SCAR, LINE_SCAR))
    assert ends(coverage.area.bare_cm2) == (0, 0, 0)
    assert sizes(coverage) == {"scar_1": D("100.8"), "scar_2": D("100.8")}
    assert coverage.area.cm2.typical == D("201.6")
    assert parts(coverage)["scar_2"].why == "Scar 2: 20 x 0.2 cm, with 2 cm of pigment on each side."
    scar = coverage.scars[0]
    assert (scar.own_cm2.typical, scar.margin_cm2.typical) == (4, D("96.8"))
    assert coverage.only_scars
    assert coverage.scar_cm2 == D("201.6")


def test_a_scar_beside_a_bare_area_adds_its_area(rules: RuleSet) -> None:
    coverage = covered(rules, norwood="V", scars=(LINE_SCAR,))
    assert coverage.area.cm2.typical == D("270.4")  # 169.58 + 100.8
    assert coverage.area.bare_cm2.typical == 140
    assert not coverage.only_scars
    assert not coverage.scars_inside


@pytest.mark.parametrize("zone", ["donor", "whole_scalp"])
def test_a_scar_inside_a_zone_that_is_covered_adds_no_area(rules: RuleSet, zone: str) -> None:
    coverage = covered(rules, zones=(zone,), scars=(LINE_SCAR,))
    assert coverage.area.cm2 == covered(rules, zones=(zone,)).area.cm2
    assert ends(parts(coverage)["scar_1"].cm2) == (0, 0, 0)
    assert parts(coverage)["scar_1"].why.startswith("Scar 1 lies inside")
    assert coverage.scar_cm2 == 0
    assert coverage.scars_inside
    assert not coverage.only_scars


def test_an_edge_of_norwood_i_beside_a_scar_is_still_only_a_scar(rules: RuleSet) -> None:
    coverage = covered(rules, norwood="I", scars=(LINE_SCAR,))
    assert coverage.only_scars
    assert ends(coverage.area.cm2) == (D("100.8"), D("100.8"), D("118.7"))  # 10 + 7.9 more at most


def test_nobody_without_scars_has_only_scars(rules: RuleSet) -> None:
    assert not covered(rules, norwood="II").only_scars


# --- nothing known, nothing to cover ------------------------------------------------------


def test_an_unknown_area_runs_from_the_smallest_zone_of_the_goal_to_all(rules: RuleSet) -> None:
    # front, midscalp and crown: 200 in all, 280 at most; a small crown is 20
    coverage = covered(rules)
    assert ends(coverage.area.bare_cm2) == (20, 200, 280)
    assert coverage.area.bare_cm2.note is not None
    assert "one small zone" in coverage.area.bare_cm2.note
    assert parts(coverage)["crown"].why.startswith("Crown: you weren't sure")


def test_goals_that_share_zones_count_them_once(rules: RuleSet) -> None:
    assert covered(rules, goals=("shaved_look", "crown")).area == covered(rules).area
    both = covered(rules, goals=("hairline", "crown"))
    assert ends(both.area.bare_cm2) == (10, 60, 110)


def test_an_unknown_scar_has_the_usual_size_and_its_sides_move_one_at_a_time(rules: RuleSet) -> None:
    # 20 x 0.2 (15 to 30, 0.1 to 1): 19 x 4.2 = 79.8; 24 x 4.2 = 100.8; 34 x 4.2 = 142.8
    coverage = covered(rules, goals=("scar_camouflage",))
    assert ends(coverage.area.cm2) == (D("79.8"), D("100.8"), D("142.8"))
    assert coverage.only_scars
    assert parts(coverage)["scar_1"].why == (
        "A scar of the usual size, 20 x 0.2 cm, as yours was not measured. "
        "It gets 2 cm of pigment on each side."
    )
    own = coverage.scars[0].own_cm2  # 20 x 0.1 = 2; 20 x 0.2 = 4; 20 x 1 = 20
    assert (own.low, own.typical, own.high) == (2, 4, 20)


def test_a_scar_that_was_named_is_not_joined_by_a_usual_one(rules: RuleSet) -> None:
    assert len(covered(rules, goals=("scar_camouflage",), scars=(LINE_SCAR,)).scars) == 1
    assert covered(rules, goals=("scar_camouflage",), norwood="V").scars == ()
    assert covered(rules, goals=("crown",)).scars == ()


@pytest.mark.parametrize("goal", GOALS)
def test_every_goal_gives_an_area_where_nothing_is_known(rules: RuleSet, goal: str) -> None:
    area = covered(rules, goals=(goal,)).area
    assert 0 < area.cm2.low < area.cm2.typical <= area.cm2.high


def test_norwood_i_with_a_scar_to_hide_is_planned_as_a_scar_of_the_usual_size(rules: RuleSet) -> None:
    # the same as where nothing is known: 79.8, 100.8, 142.8; the stage's edge isn't what was asked for
    coverage = covered(rules, goals=("scar_camouflage",), norwood="I")
    assert coverage.area == covered(rules, goals=("scar_camouflage",)).area
    assert ends(coverage.area.bare_cm2) == (0, 0, 0)
    assert coverage.only_scars


def test_norwood_i_with_a_measured_scar_to_hide_is_that_scar(rules: RuleSet) -> None:
    coverage = covered(rules, goals=("scar_camouflage",), norwood="I", scars=(LINE_SCAR,))
    assert ends(coverage.area.cm2) == (D("100.8"), D("100.8"), D("100.8"))


def test_norwood_i_with_a_scar_and_another_goal_keeps_its_edge(rules: RuleSet) -> None:
    # up to 10 cm2 of edge, and a scar that was not measured
    coverage = covered(rules, goals=("hairline", "scar_camouflage"), norwood="I")
    assert ends(coverage.area.bare_cm2) == (0, 0, 10)
    assert ends(parts(coverage)["scar_1"].cm2) == (D("79.8"), D("100.8"), D("142.8"))


def test_a_scar_beside_norwood_v_that_was_not_measured_is_left_out_and_said(rules: RuleSet) -> None:
    coverage = covered(rules, goals=("scar_camouflage",), norwood="V")
    assert coverage.area.cm2 == covered(rules, norwood="V").area.cm2
    assert ends(parts(coverage)["scar_1"].cm2) == (0, 0, 0)
    assert parts(coverage)["scar_1"].why == (
        "Your scar was not measured, so it is not counted here. "
        "It adds its own area: measure its length and width."
    )
    assert coverage.scars == ()
    steps = assess_coverage(adult(goals=("scar_camouflage",), area=AreaAnswer(norwood="V")), rules)[1]()
    scar = next(step for step in steps if step.field == "area.parts.scar_1")
    assert [reading.id for reading in scar.rules] == ["coverage.notes.part_scar_left_out"]


@pytest.mark.parametrize("zone", ["donor", "whole_scalp"])
def test_a_scar_that_was_not_measured_adds_nothing_inside_the_area(rules: RuleSet, zone: str) -> None:
    assert "scar_1" not in parts(covered(rules, goals=("scar_camouflage",), zones=(zone,)))


@pytest.mark.parametrize(
    ("goals", "area", "left_out"),
    [
        (("scar_camouflage",), AreaAnswer(norwood="V"), True),
        (("scar_camouflage",), AreaAnswer(zones=("crown",)), True),
        (("scar_camouflage",), AreaAnswer(measured=Measured(cm2=9)), False),  # the scar itself, as an area
        (("crown", "scar_camouflage"), AreaAnswer(measured=Measured(cm2=9)), True),
        (("scar_camouflage",), AreaAnswer(norwood="V", scars=(LINE_SCAR,)), False),
        (("scar_camouflage",), AreaAnswer(norwood="I"), False),
        (("scar_camouflage",), AreaAnswer(), False),
        (("crown",), AreaAnswer(norwood="V"), False),
    ],
)
def test_a_scar_is_left_out_where_no_answer_gives_its_size(
    rules: RuleSet, goals: tuple[str, ...], area: AreaAnswer, left_out: bool
) -> None:
    assert scar_left_out(adult(goals=goals, area=area), rules) is left_out


def test_only_norwood_i_alone_leaves_nothing_to_cover(rules: RuleSet) -> None:
    assert nothing_to_cover(adult(area=AreaAnswer(norwood="I")), rules)
    assert not nothing_to_cover(adult(goals=("scar_camouflage",), area=AreaAnswer(norwood="I")), rules)
    for more in (
        AreaAnswer(norwood="I", zones=("crown",)),
        AreaAnswer(norwood="I", ludwig="I"),
        AreaAnswer(norwood="I", measured=Measured(cm2=20)),
        AreaAnswer(norwood="I", scars=(LINE_SCAR,)),
        AreaAnswer(norwood="II"),
        AreaAnswer(ludwig="I"),
    ):
        assert not nothing_to_cover(adult(area=more), rules)


@pytest.mark.parametrize(
    ("area", "large"),
    [
        (AreaAnswer(norwood="VI"), True),
        (AreaAnswer(norwood="VII"), True),
        (AreaAnswer(norwood="V"), False),
        (AreaAnswer(norwood="VI", measured=Measured(cm2=50)), False),
    ],
)
def test_a_late_stage_counts_as_large_unless_it_was_measured(
    rules: RuleSet, area: AreaAnswer, large: bool
) -> None:
    assert assess_coverage(adult(area=area), rules)[0].large_stage is large


# --- notes, steps, clinics ----------------------------------------------------------------


def test_a_wide_area_says_why(rules: RuleSet) -> None:
    crown = covered(rules, zones=("crown",))  # 20 to 80 is four times, with the edge 31 to 102 is not
    assert crown.area.bare_cm2.note is not None
    assert "Heads differ" in crown.area.bare_cm2.note
    assert crown.area.cm2.note is None
    stage = covered(rules, norwood="V", zones=("crown",))
    assert "this stage" in str(parts(stage)["crown"].cm2.note)


def test_each_figure_has_a_step_with_its_rules(rules: RuleSet) -> None:
    steps = steps_of(rules, AreaAnswer(norwood="V", zones=("crown",), scars=(LINE_SCAR,)))
    assert list(steps) == [
        "area.parts.hairline_temples",
        "area.parts.front",
        "area.parts.midscalp",
        "area.parts.crown",
        "area.parts.blend_band",
        "area.parts.scar_1",
        "area.bare_cm2",
        "area.cm2",
    ]
    ids = {field: [reading.id for reading in step.rules] for field, step in steps.items()}
    assert ids["area.parts.front"] == ["coverage.norwood.V"]
    assert ids["area.parts.crown"] == ["coverage.norwood.V", "coverage.zones.crown"]
    assert ids["area.parts.blend_band"] == [
        "coverage.blend_band.factor",
        "coverage.blend_band.treated_most_cm2",
    ]
    assert ids["area.parts.scar_1"] == ["coverage.scar.margin_cm"]
    assert steps["area.bare_cm2"].uses == tuple(list(steps)[:4])
    assert steps["area.cm2"].uses == ("area.bare_cm2", *list(steps)[:6])
    assert "coverage.blend_band.factor" in ids["area.cm2"]
    assert steps["area.cm2"].value == Estimate(D("203.2"), D("271.3"), D("362.2"), "cm2")


@pytest.mark.parametrize(
    ("area", "because"),
    [
        (AreaAnswer(norwood="V"), "The parts you named."),
        (AreaAnswer(zones=("whole_scalp",)), "The whole scalp,"),
        (AreaAnswer(measured=Measured(cm2=90)), "The bare area as it was measured,"),
        (AreaAnswer(measured=Measured(cm2=90), zones=("crown",)), "The bare area as it was measured. The"),
        (AreaAnswer(scars=(LINE_SCAR,)), "Nothing is bare:"),
        (AreaAnswer(), "The area isn't known yet,"),
    ],
)
def test_the_bare_area_says_how_it_came_about(rules: RuleSet, area: AreaAnswer, because: str) -> None:
    step = steps_of(rules, area)["area.bare_cm2"]
    assert step.because.startswith(because)
    assert step.rules


def test_an_unknown_scar_alone_says_that_nothing_is_bare(rules: RuleSet) -> None:
    intake = adult(goals=("scar_camouflage",), area=AreaAnswer())
    steps = {step.field: step for step in assess_coverage(intake, rules)[1]()}
    assert steps["area.bare_cm2"].because.startswith("Nothing is bare:")
    assert steps["area.bare_cm2"].uses == ()
    rests = [reading.id for reading in steps["area.parts.scar_1"].rules]
    assert rests == [
        "coverage.scar.length_cm",
        "coverage.scar.width_cm",
        "coverage.scar.margin_cm",
        "coverage.notes.part_scar_unsure",
    ]


def test_parts_of_a_measured_or_unknown_area_rest_on_rules(rules: RuleSet) -> None:
    measured = steps_of(rules, AreaAnswer(measured=Measured(cm2=90), zones=("crown",)))
    assert [reading.id for reading in measured["area.parts.crown"].rules] == [
        "coverage.zones.crown",
        "intake.accepted.area_cm2",
        "coverage.notes.measurement_beats_stage",
    ]
    unknown = steps_of(rules, AreaAnswer())
    assert [reading.id for reading in unknown["area.parts.crown"].rules] == [
        "coverage.zones.crown",
        "coverage.notes.part_unsure",
    ]


def test_a_clinic_that_moves_a_zone_beyond_its_range_widens_it(tmp_path: Path) -> None:
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text(
        "name: A clinic\n"
        "overrides:\n"
        "  coverage.zones.crown: {value: 100, reason: Measured here, sources: [our-judgement]}\n"
    )
    coverage = covered(load_rules(clinic=clinic), zones=("crown",))
    assert ends(coverage.area.bare_cm2) == (20, 100, 100)


def test_goals_about_the_whole_scalp_take_it_where_nothing_is_known(tmp_path: Path) -> None:
    alopecia = "alopecia_cover: [front, midscalp, crown, sides, donor]"
    edited = edited_rules(tmp_path, "coverage.yaml", alopecia, "alopecia_cover: [whole_scalp]")
    coverage = covered(
        edited,
        goals=("alopecia_cover",),
    )
    assert ends(coverage.area.cm2) == (450, 500, 600)


@settings(max_examples=60, deadline=None)
@given(areas)
def test_parts_add_up_at_each_end_and_no_range_inverts(rules: RuleSet, area: AreaAnswer) -> None:
    coverage, tell = assess_coverage(adult(area=area), rules)
    figures = [part.cm2 for part in coverage.area.parts]
    for end in ("low", "typical", "high"):
        assert sum(getattr(figure, end) for figure in figures) == getattr(coverage.area.cm2, end)
    for figure in (*figures, coverage.area.cm2, coverage.area.bare_cm2):
        assert 0 <= figure.low <= figure.typical <= figure.high
    assert {step.field for step in tell()} == {
        "area.cm2",
        "area.bare_cm2",
        *(f"area.parts.{part.id}" for part in coverage.area.parts),
    }
    assert abs(coverage.treated_cm2.typical - coverage.area.cm2.typical) < D("0.051")


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 650), st.integers(0, 100))
def test_a_larger_measured_area_is_never_treated_as_smaller(rules: RuleSet, bare: int, more: int) -> None:
    small = covered(rules, measured=Measured(cm2=bare))
    large = covered(rules, measured=Measured(cm2=bare + more))
    assert large.area.cm2.typical >= small.area.cm2.typical >= bare
