"""Scars: alone, beside a bare area or inside it, measured or not.

The sizes in numbers stand in treated_areas.py.
"""

from __future__ import annotations

import pytest

from smp_planner.domain.intake import AreaAnswer, Measured, Scar
from smp_planner.planner.coverage.answers import takes_usual_scar
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult, plan_of
from tests.planner.coverage.treated_areas import LINE_SCAR, D, covered, ends, parts, sizes

# --- measured -------------------------------------------------------------------------------

WIDE_SCAR = Scar(length_cm=40, width_cm=5)  # with its margin 44 x 9 = 396 cm2


def test_a_scar_of_a_size_to_begin_with_is_as_wide_open_as_one_of_no_size(rules: RuleSet) -> None:
    """Nobody measured it, so it counts with the range of a usual scar, and what else was said of it stays."""
    begun = Scar(length_cm=20, width_cm=D("0.2"), age_months=2, by="begun")
    unsaid = covered(rules, goals=("scar_camouflage",))
    coverage = covered(rules, goals=("scar_camouflage",), scars=(begun,))
    low, typical, high = ends(coverage.area.cm2)
    assert (low, typical, high) == ends(unsaid.area.cm2)
    assert low < typical < high
    assert "as yours was not measured" in parts(coverage)["scar_1"].why


def test_a_scar_alone_is_itself_and_its_margin_without_an_edge(rules: RuleSet) -> None:
    coverage = covered(rules, goals=("scar_camouflage",), scars=(LINE_SCAR, LINE_SCAR))
    assert ends(coverage.area.bare_cm2) == (0, 0, 0)
    assert sizes(coverage) == {"scar_1": D("100.8"), "scar_2": D("100.8")}
    assert coverage.area.cm2.typical == D("201.6")
    assert parts(coverage)["scar_2"].why == (
        "Scar 2: 20 x 0.2 cm, with 2 cm of pigment on each side. "
        "It counts as you measured it, so it has no range."
    )
    scar = coverage.scars[0]
    assert (scar.own_cm2.typical, scar.margin_cm2.typical) == (4, D("96.8"))
    assert coverage.only_scars
    assert coverage.scar_cm2 == D("201.6")


def test_the_area_of_scars_alone_speaks_of_their_margin_and_of_no_soft_edge(rules: RuleSet) -> None:
    alone = plan_of(adult(area=AreaAnswer(scars=(LINE_SCAR,)), goals=("scar_camouflage",)), rules)
    beside = plan_of(adult(area=AreaAnswer(norwood="V", scars=(LINE_SCAR,))), rules)
    told = [next(step for step in plan.trace if step.field == "area.cm2") for plan in (alone, beside)]
    assert told[0].because == "The scars, each with the pigment on both sides of it."
    assert "soft edge" in told[1].because
    assert not [reading.id for reading in told[0].rules if "blend_band" in reading.id]


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
    assert ends(coverage.added_scars_cm2) == (0, 0, 0)
    assert coverage.scar_cm2 == D("100.8")
    assert coverage.scars_inside
    assert not coverage.only_scars


def test_a_scar_larger_than_the_zone_it_lies_in_adds_what_goes_beyond_it(rules: RuleSet) -> None:
    # the donor zone has 200 cm2, and an edge of 35.4
    coverage = covered(rules, zones=("donor",), scars=(WIDE_SCAR,))
    assert parts(coverage)["scar_1"].cm2.typical == 196
    assert coverage.area.cm2.typical == D("431.4")
    assert "Only a part of it counts here" in parts(coverage)["scar_1"].why
    # even a small zone holds the scar, whose 396 cm2 count in any case; a large one stays as large
    assert coverage.area.cm2.low > 396
    assert ends(coverage.area.bare_cm2)[2] == 262


def test_a_scar_leaves_an_estimate_made_at_home_as_wide_at_its_high_end(rules: RuleSet) -> None:
    # by cards 45 to 75; the scar with its margin is 100.8
    alone = covered(rules, zones=("donor",), measured=Measured(cm2=60, by="card"))
    scarred = covered(rules, zones=("donor",), measured=Measured(cm2=60, by="card"), scars=(LINE_SCAR,))
    assert scarred.area.bare_cm2.high == alone.area.bare_cm2.high == 75
    assert ends(parts(scarred)["scar_1"].cm2) == (D("40.8"), D("40.8"), D("40.8"))
    assert scarred.area.cm2.low > D("100.8")


def test_scars_and_a_stage_are_no_larger_than_the_whole_scalp(rules: RuleSet) -> None:
    # Norwood V with its edge is 169.6 cm2; two scars would be 792
    coverage = covered(rules, norwood="V", scars=(WIDE_SCAR, WIDE_SCAR))
    assert ends(coverage.area.cm2) == (450, 500, 600)
    assert [parts(coverage)[f"scar_{n}"].cm2.typical for n in (1, 2)] == [D("165.2"), D("165.2")]
    assert "Only a part of it counts here" in parts(coverage)["scar_2"].why
    assert ends(covered(rules, scars=(WIDE_SCAR, WIDE_SCAR)).area.cm2) == (450, 500, 600)


def test_an_edge_of_norwood_i_beside_a_scar_is_still_only_a_scar(rules: RuleSet) -> None:
    coverage = covered(rules, norwood="I", scars=(LINE_SCAR,))
    assert coverage.only_scars
    assert ends(coverage.area.cm2) == (D("100.8"), D("100.8"), D("118.7"))  # 10 + 7.9 more at most


def test_nobody_without_scars_has_only_scars(rules: RuleSet) -> None:
    assert not covered(rules, norwood="II").only_scars


def test_norwood_i_with_a_measured_scar_to_hide_is_that_scar(rules: RuleSet) -> None:
    coverage = covered(rules, goals=("scar_camouflage",), norwood="I", scars=(LINE_SCAR,))
    assert ends(coverage.area.cm2) == (D("100.8"), D("100.8"), D("100.8"))


# --- not measured ---------------------------------------------------------------------------


def test_an_unknown_scar_has_the_usual_size_and_its_sides_move_one_at_a_time(rules: RuleSet) -> None:
    # 20 x 0.2 (15 to 30, 0.1 to 1): 19 x 4.2 = 79.8; 24 x 4.2 = 100.8; 34 x 4.2 = 142.8
    coverage = covered(rules, goals=("scar_camouflage",))
    assert ends(coverage.area.cm2) == (D("79.8"), D("100.8"), D("142.8"))
    assert coverage.only_scars
    assert parts(coverage)["scar_1"].why == (
        "A scar of the usual size, 20 x 0.2 cm, as yours was not measured: measure its length and width. "
        "It gets 2 cm of pigment on each side."
    )
    own = coverage.scars[0].own_cm2  # 20 x 0.1 = 2; 20 x 0.2 = 4; 20 x 1 = 20
    assert (own.low, own.typical, own.high) == (2, 4, 20)


def test_a_scar_that_was_named_is_not_joined_by_a_usual_one(rules: RuleSet) -> None:
    assert len(covered(rules, goals=("scar_camouflage",), scars=(LINE_SCAR,)).scars) == 1
    assert covered(rules, goals=("crown",)).scars == ()


def test_norwood_i_with_a_scar_to_hide_is_planned_as_a_scar_of_the_usual_size(rules: RuleSet) -> None:
    # the same as where nothing is known: 79.8, 100.8, 142.8; the stage's edge isn't what was asked for
    coverage = covered(rules, goals=("scar_camouflage",), norwood="I")
    assert coverage.area == covered(rules, goals=("scar_camouflage",)).area
    assert ends(coverage.area.bare_cm2) == (0, 0, 0)
    assert coverage.only_scars


def test_norwood_i_with_a_scar_and_another_goal_keeps_its_edge(rules: RuleSet) -> None:
    # up to 10 cm2 of edge, and a scar that was not measured
    coverage = covered(rules, goals=("hairline", "scar_camouflage"), norwood="I")
    assert ends(coverage.area.bare_cm2) == (0, 0, 10)
    assert ends(parts(coverage)["scar_1"].cm2) == (D("79.8"), D("100.8"), D("142.8"))


def test_a_scar_beside_norwood_v_that_was_not_measured_has_the_usual_size(rules: RuleSet) -> None:
    coverage = covered(rules, goals=("scar_camouflage",), norwood="V")
    assert ends(parts(coverage)["scar_1"].cm2) == (D("79.8"), D("100.8"), D("142.8"))
    assert coverage.area.cm2.typical == D("169.6") + D("100.8")
    assert "as yours was not measured" in parts(coverage)["scar_1"].why


@pytest.mark.parametrize("zone", ["donor", "whole_scalp"])
def test_a_scar_that_was_not_measured_adds_nothing_inside_the_area(rules: RuleSet, zone: str) -> None:
    found = covered(rules, goals=("scar_camouflage",), zones=(zone,))
    assert parts(found)["scar_1"].cm2.typical == 0
    assert found.area.cm2.typical == covered(rules, zones=(zone,)).area.cm2.typical


@pytest.mark.parametrize(
    ("goals", "area", "taken"),
    [
        (("scar_camouflage",), AreaAnswer(norwood="V"), True),
        (("scar_camouflage",), AreaAnswer(zones=("crown",)), True),
        (("scar_camouflage",), AreaAnswer(measured=Measured(cm2=9)), False),  # the scar itself, as an area
        (("crown", "scar_camouflage"), AreaAnswer(measured=Measured(cm2=9)), True),
        (("scar_camouflage",), AreaAnswer(norwood="V", scars=(LINE_SCAR,)), False),
        (("scar_camouflage",), AreaAnswer(norwood="I"), True),
        (("scar_camouflage",), AreaAnswer(), True),
        (("crown",), AreaAnswer(norwood="V"), False),
    ],
)
def test_a_scar_is_usual_where_it_is_to_be_hidden_and_no_answer_gives_its_size(
    goals: tuple[str, ...], area: AreaAnswer, taken: bool
) -> None:
    assert takes_usual_scar(adult(goals=goals, area=area)) is taken


def test_more_area_beside_a_scar_that_was_not_measured_never_takes_it_away(rules: RuleSet) -> None:
    goals = ("scar_camouflage", "hairline")
    sizes_of = [
        covered(rules, goals=goals, **area).area.cm2.typical
        for area in ({"norwood": "I"}, {"norwood": "II"}, {"norwood": "II", "zones": ("crown",)})
    ]
    assert sizes_of == sorted(sizes_of)


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
