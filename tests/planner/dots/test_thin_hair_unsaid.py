"""Thin hair of which nobody said how much is left is counted, drawn and grafted as thin, not as bare.

Ludwig II is 110 cm2 (80 to 140), 136.22 with its edge (102.36 to 169.58). A quarter of the hair is planned
with; none to half may be left.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Measured, Person, Scar
from smp_planner.domain.provenance import Step
from smp_planner.planner.comparison.graft_need import Need, find_need
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.dots.count import DotCount, count_dots
from smp_planner.planner.dots.drawing import drawing_of
from smp_planner.planner.dots.kept_hair import share_unsaid, thins, why_no_count
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.people import adult

LUDWIG_II = AreaAnswer(ludwig="II")
DENSER = ("added_density",)
HUNDRED = AreaAnswer(measured=Measured(cm2=100))


def woman(area: AreaAnswer = LUDWIG_II, **answers: object) -> Intake:
    """A woman who isn't sure how much hair is left."""
    given = {"goals": ("crown",), "kept_hair": None, "person": Person(age=50, sex="female"), **answers}
    return adult(area=area, **given)


def counted(intake: Intake, rules: RuleSet) -> tuple[DotCount, Step]:
    count, tell = count_dots(intake, assess_coverage(intake, rules)[0], rules)
    return count, next(step for step in tell() if step.field == "dots.total")


def need(intake: Intake, rules: RuleSet) -> Need:
    return find_need(intake, assess_coverage(intake, rules)[0], rules)


def test_dots_are_planned_between_hair_that_is_thin_and_range_from_bare_skin_to_half(rules: RuleSet) -> None:
    # 136.22 x 150 = 20,433 on bare skin; of it 0.75, 0.5 and 1
    count, step = counted(woman(), rules)
    assert (count.total.low, count.total.typical, count.total.high) == (10217, 15325, 20433)
    assert "it is thin there, not gone" in step.because
    assert "no hair were left" not in step.because
    no_count = "density.notes.no_count_at_ludwig"
    assert [rule.id for rule in step.rules] == ["density.least_share", "density.kept_when_thin", no_count]


def test_the_picture_holds_a_part_of_the_hair_and_the_dots_between_it(rules: RuleSet) -> None:
    thin = drawing_of(woman(), rules).typical
    assert (thin.dots, thin.hairs) == (150 * Decimal("0.75"), 127 * Decimal("0.25"))


STUDIED = "One study counted hair in men with Norwood IV to VI, but on the side of the head"


@pytest.mark.parametrize(
    ("area", "why"),
    [
        (AreaAnswer(norwood="IV"), STUDIED),
        (AreaAnswer(norwood="III"), "at this Norwood stage: the one study is of Norwood IV to VI"),
        (AreaAnswer(norwood="VII"), "at this Norwood stage"),
        (LUDWIG_II, "at a Ludwig stage: the one study by stage is of men"),
        (AreaAnswer(ludwig="I"), "at a Ludwig stage: the one study by stage is of men"),
        (AreaAnswer(zones=("crown",)), "We found no count of the hair left by place."),
    ],
)
@pytest.mark.parametrize("kept", [None, {"front": Decimal("0.3"), "crown": None}])
def test_why_no_count_is_used_is_said_in_the_words_of_the_stage_that_was_told(
    rules: RuleSet, area: AreaAnswer, why: str, kept: dict[str, Decimal | None] | None
) -> None:
    """A man with Norwood IV read that the one count is not used for women."""
    _, step = counted(adult(area=area, goals=DENSER, kept_hair=kept), rules)
    assert why in step.because
    assert "women" not in step.because or area.ludwig
    assert ("Norwood" in step.because) == bool(area.norwood)
    assert "vecchio-2002" in step.rules[-1].sources or not (area.norwood or area.ludwig)


def test_of_bare_skin_there_is_nothing_to_count(rules: RuleSet) -> None:
    assert why_no_count(("shaved_look",), AreaAnswer(norwood="IV"), rules) is None


def test_surgery_is_not_planned_as_for_bare_skin(rules: RuleSet) -> None:
    # 40 grafts look full, 20 at the crown, 0.25 x 80 = 20 are there: 93.5 x 20 and 16.5 x 0.
    # None left: 93.5 x 40 and 16.5 x 20. Half left: 0
    found = need(woman(), rules)
    assert found.grafts == (0, 1870, 4070)
    assert found.per_cm2 == (0, 17, 37)  # over all 110 cm2
    assert found.why_wide is rules.comparison.notes.kept_unsure
    assert "density.kept_when_thin" in [reading.id for reading in found.rules]


@pytest.mark.parametrize(
    ("goals", "area", "thin"),
    [
        (("crown",), AreaAnswer(ludwig="I"), True),
        (("crown",), LUDWIG_II, True),
        (("crown",), AreaAnswer(ludwig="II", measured=Measured(cm2=100)), True),
        (DENSER, AreaAnswer(norwood="III-vertex"), True),
        (("shaved_look", "added_density"), AreaAnswer(), True),
        (("crown",), AreaAnswer(ludwig="III"), False),  # the top is almost bare
        (("crown",), AreaAnswer(ludwig="II", zones=("sides",)), False),  # the sides are no part of the stage
        (("crown",), AreaAnswer(ludwig="II", norwood="VI"), False),
        (("crown",), AreaAnswer(norwood="V"), False),
        (("crown",), AreaAnswer(), False),
    ],
)
def test_hair_is_thin_by_a_stage_of_thin_hair_alone_or_where_more_density_is_asked_for(
    rules: RuleSet, goals: tuple[str, ...], area: AreaAnswer, thin: bool
) -> None:
    assert thins(goals, area, rules) is thin
    share = "unsure" if not thin else "thinning_begins" if area.ludwig == "I" else "thin"
    assert share_unsaid(goals, area, rules).id == f"density.kept_when_{share}"


def test_a_man_who_is_not_sure_what_is_left_of_a_norwood_stage_is_planned_as_bare_as_ever(
    rules: RuleSet,
) -> None:
    count, step = counted(adult(area=AreaAnswer(norwood="V"), kept_hair=None), rules)
    assert count.total.typical == 25437
    assert "as if no hair were left" in step.because


def test_a_zone_of_which_nobody_is_sure_is_thin_too_where_more_density_is_asked_for(rules: RuleSet) -> None:
    # 125 cm2 in front (100, half left) and crown (40): of 150 dots (50 + 40 x 0.75) / 140
    kept = {"front": Decimal("0.5"), "crown": None}
    count, step = counted(woman(HUNDRED, goals=DENSER, kept_hair=kept), rules)
    assert (count.total.low, count.total.typical, count.total.high) == (9375, 10714, 12054)
    assert "Where it is not told yet, hair is thin, not gone" in step.because


def test_who_says_how_much_is_left_gets_that_and_no_range_for_it(rules: RuleSet) -> None:
    count, step = counted(woman(HUNDRED, goals=DENSER, kept_hair=Decimal("0.4")), rules)
    assert (count.total.low, count.total.typical, count.total.high) == (11250, 11250, 11250)
    assert "density.kept_when_thin" not in [reading.id for reading in step.rules]


def test_the_hair_around_scars_alone_is_told_as_ever(rules: RuleSet) -> None:
    area = AreaAnswer(scars=(Scar(length_cm=20, width_cm=Decimal("0.2")),))
    _, step = counted(woman(area, goals=("scar_camouflage", "added_density")), rules)
    assert "each scar in full" in step.because


def test_at_the_high_end_the_skin_around_scars_is_as_bare_as_the_area(rules: RuleSet) -> None:
    # 100.8 cm2 of scar and margin beside 125 cm2, all at 150; and no less once the scar lies in a zone named
    scar = Scar(length_cm=20, width_cm=Decimal("0.2"))
    area = AreaAnswer(measured=Measured(cm2=100), scars=(scar,))
    count, _ = counted(woman(area, goals=DENSER), rules)
    assert count.total.high == round(Decimal("225.8") * 150)
    edge = AreaAnswer(zones=("hairline_temples",), scars=(scar,) * 3)
    beside, _ = counted(woman(edge, goals=DENSER), rules)
    inside, _ = counted(woman(replace(edge, zones=("hairline_temples", "donor")), goals=DENSER), rules)
    assert inside.total.high >= beside.total.high


def test_a_clinic_may_plan_with_another_share_of_its_own(tmp_path: Path) -> None:
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text(
        "name: A clinic\n"
        "overrides:\n"
        "  density.kept_when_thin: {value: 0.4, reason: Our people, sources: [our-judgement]}\n"
    )
    rules = load_rules(clinic=clinic)
    count, _ = counted(woman(HUNDRED, goals=DENSER), rules)
    assert count.total.typical == 11250
    assert drawing_of(woman(), rules).typical.hairs == 127 * Decimal("0.4")


@pytest.mark.parametrize("goals", [("crown",), DENSER])
def test_where_thinning_only_begins_to_show_half_is_planned_with_whatever_the_goal(
    rules: RuleSet, goals: tuple[str, ...]
) -> None:
    """Ludwig I is 60 cm2 (40 to 80), 79.36 with its edge; half, a quarter, three quarters of 150."""
    count, step = counted(woman(AreaAnswer(ludwig="I"), goals=goals), rules)
    assert count.total.typical == round(Decimal("79.3649") * 75)
    assert (count.total.low, count.total.high) == (round(Decimal("79.3649") * Decimal("37.5")), 8929)
    assert "it only begins to thin there" in step.because
    assert "density.kept_when_thinning_begins" in [reading.id for reading in step.rules]


def test_beside_named_zones_a_first_stage_is_not_all_that_is_known(rules: RuleSet) -> None:
    area = AreaAnswer(ludwig="I", zones=("sides",))
    assert share_unsaid(("crown",), area, rules).id == "density.kept_when_unsure"
    assert share_unsaid(DENSER, area, rules).id == "density.kept_when_thin"
