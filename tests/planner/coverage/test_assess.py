"""The treated area as a whole: where nothing is known, where there is nothing to cover, its notes and steps.

The sizes in numbers stand in treated_areas.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from smp_planner.domain.intake import GOALS, LUDWIG, NORWOOD, AreaAnswer, Measured
from smp_planner.domain.quantities import Estimate
from smp_planner.planner.coverage.answers import nothing_to_cover
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.drawn_people import areas
from tests.edited_rules import edited_rules
from tests.people import adult
from tests.planner.coverage.treated_areas import LINE_SCAR, D, covered, ends, parts, steps_of

# --- nothing known, nothing to cover --------------------------------------------------------


def test_an_unknown_area_runs_from_the_least_stage_with_loss_to_all_zones_of_the_goal(rules: RuleSet) -> None:
    # front, midscalp and crown: 200 in all, 280 at most; a small crown is 20, Norwood II 10 at least
    coverage = covered(rules)
    assert ends(coverage.area.bare_cm2) == (10, 200, 280)
    assert coverage.area.bare_cm2.note is not None
    assert "from the smallest stage or place" in coverage.area.bare_cm2.note
    assert parts(coverage)["crown"].why.startswith("Crown: the area is not told yet")


def test_a_stage_that_lies_outside_the_goal_is_not_its_low_end(rules: RuleSet) -> None:
    # no stage is of the crown alone, and Norwood II is the hairline's own 10
    assert ends(covered(rules, goals=("crown",)).area.bare_cm2) == (20, 40, 80)
    assert ends(covered(rules, goals=("hairline",)).area.bare_cm2) == (10, 20, 30)


def test_a_stage_that_the_rules_make_smaller_draws_the_low_end_down(tmp_path: Path) -> None:
    edited = edited_rules(
        tmp_path, "coverage.yaml", "value: 15, range: [10, 30]", "value: 15, range: [7, 30]"
    )
    assert ends(covered(edited).area.bare_cm2) == (7, 200, 280)


@pytest.mark.parametrize(
    ("goal", "behind"),
    [
        ("shaved_look", ["coverage.norwood.II"]),
        ("crown", ["coverage.zones.crown"]),
        ("scar_camouflage", []),
    ],
)
def test_why_tells_what_the_low_end_of_an_unknown_area_is(
    rules: RuleSet, goal: str, behind: list[str]
) -> None:
    _coverage, tell = assess_coverage(adult(goals=(goal,), area=AreaAnswer()), rules)
    step = next(step for step in tell() if step.field == "area.bare_cm2")
    assert [rule.id for rule in step.rules if not rule.id.startswith("coverage.notes.")] == behind


@pytest.mark.parametrize("goal", ["shaved_look", "added_density", "alopecia_cover"])
@pytest.mark.parametrize(
    "stage",
    [*({"norwood": stage} for stage in NORWOOD[1:]), *({"ludwig": stage} for stage in LUDWIG)],
    ids=str,
)
def test_every_stage_with_loss_lies_in_the_range_of_an_area_that_nobody_told(
    rules: RuleSet, goal: str, stage: dict[str, str]
) -> None:
    """Norwood II, 24.7 cm2, lay under a range from 31.2 on."""
    whole = covered(rules, goals=(goal,)).area.cm2
    assert whole.low <= covered(rules, goals=(goal,), **stage).area.cm2.typical <= whole.high


def test_with_the_goal_unknown_too_it_runs_up_to_a_whole_head(rules: RuleSet) -> None:
    # all zones of all goals, less than the 600 of a whole scalp with its band
    coverage = covered(rules, goals=())
    low, typical, high = ends(coverage.area.bare_cm2)
    assert (low, typical) == (10, 200)
    assert 500 < high <= 600
    assert coverage.area.bare_cm2.note == rules.coverage.notes["wide_nothing_known"].say
    assert "goal and area are not told yet" in parts(coverage)["crown"].why


def test_goals_that_share_zones_count_them_once(rules: RuleSet) -> None:
    assert covered(rules, goals=("shaved_look", "crown")).area == covered(rules).area
    both = covered(rules, goals=("hairline", "crown"))
    assert ends(both.area.bare_cm2) == (10, 60, 110)


@pytest.mark.parametrize("goal", GOALS)
def test_every_goal_gives_an_area_where_nothing_is_known(rules: RuleSet, goal: str) -> None:
    area = covered(rules, goals=(goal,)).area
    assert 0 < area.cm2.low < area.cm2.typical <= area.cm2.high


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


# --- notes, steps, clinics ------------------------------------------------------------------


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
    assert steps["area.cm2"].value == Estimate(D("203.2"), D("271.3"), 363, "cm2")


@pytest.mark.parametrize(
    ("area", "because"),
    [
        (AreaAnswer(norwood="V"), "The parts you named."),
        (AreaAnswer(zones=("whole_scalp",)), "The whole scalp,"),
        (AreaAnswer(measured=Measured(cm2=90)), "The area to fill, as it was measured,"),
        (
            AreaAnswer(measured=Measured(cm2=90), zones=("crown",)),
            "The area to fill, as it was measured. The",
        ),
        (AreaAnswer(scars=(LINE_SCAR,)), "Nothing is bare:"),
        (AreaAnswer(), "The area isn't known yet,"),
    ],
)
def test_the_bare_area_says_how_it_came_about(rules: RuleSet, area: AreaAnswer, because: str) -> None:
    step = steps_of(rules, area)["area.bare_cm2"]
    assert step.because.startswith(because)
    assert step.rules


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


def test_each_step_of_an_area_holds_the_figure_and_the_reason_that_are_shown(rules: RuleSet) -> None:
    answer = AreaAnswer(norwood="V", scars=(LINE_SCAR,))
    coverage, steps = assess_coverage(adult(area=answer), rules)[0], steps_of(rules, answer)
    for part in coverage.area.parts:
        step = steps[f"area.parts.{part.id}"]
        assert (step.value, step.because) == (part.cm2, part.why)
    assert steps["area.bare_cm2"].value == coverage.area.bare_cm2
    assert steps["area.cm2"].value == coverage.area.cm2
    assert steps["area.bare_cm2"].because.endswith(".")
