"""Hair over ten years is what happened to the men of the studies; for others it isn't known."""

from __future__ import annotations

from pathlib import Path

import pytest

from smp_planner.domain.intake import AreaAnswer, Intake, Person, Scar
from smp_planner.planner.comparison.hair_curves import HairCurve, draw_hair_curves
from smp_planner.planner.comparison.whom import whom_of
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.rules.ruleset import RuleSet
from tests.edited_rules import edited_rules
from tests.people import adult, losing


def curves(rules: RuleSet, intake: Intake | None = None) -> dict[str, HairCurve]:
    intake = intake or losing()
    return draw_hair_curves(whom_of(intake, assess_coverage(intake, rules)[0], rules), rules)


def at(curve: HairCurve, year: int) -> tuple[object, object, object]:
    point = curve.points[year]
    assert point.year == year
    return point.low, point.typical, point.high


def test_curves_run_from_today_to_the_tenth_year(rules: RuleSet) -> None:
    for curve in curves(rules).values():
        assert [point.year for point in curve.points] == list(range(11))
        assert at(curve, 0) == (100, 100, 100)


def test_untreated_hair_loses_a_share_of_what_is_left_each_year(rules: RuleSet) -> None:
    # 100 x 0.941^5 = 73.8, x 0.9^5 = 59.0, x 0.95^5 = 77.4; ten years: 54.4, 34.9, 59.9
    curve = curves(rules)["nothing"]
    assert at(curve, 5) == (59, 74, 77)
    assert at(curve, 10) == (35, 54, 60)
    assert curve.at_the_end == (35, 54, 60)


@pytest.mark.parametrize("option", ["smp", "fut", "fue"])
def test_neither_pigment_nor_surgery_slows_the_loss_of_the_other_hair(rules: RuleSet, option: str) -> None:
    assert curves(rules)[option] == curves(rules)["nothing"]


def test_men_on_tablets_gain_first_and_lose_part_of_it_later(rules: RuleSet) -> None:
    # 90 of 876 hairs more is 10.3 per cent; at ten years 100 + 5.3, and 5.9 less a year from year 5
    curve = curves(rules)["medication"]
    assert at(curve, 1) == (100, 110, 110)
    assert at(curve, 2) == (100, 109, 113)
    assert at(curve, 10) == (74, 100, 105)


def test_years_that_nobody_counted_have_a_wider_range_each_than_the_last_that_was(rules: RuleSet) -> None:
    curve = curves(rules)["medication"]
    assert at(curve, 5) == (100, 105, 105)
    wide = [high - low for low, _, high in (at(curve, year) for year in range(5, 11))]
    assert wide == sorted(set(wide))
    untreated = curves(rules)["nothing"]
    assert at(curve, 10)[0] == at(untreated, 5)[1]  # as if tablets held nothing from year 5 on


def test_each_curve_rests_on_its_rules(rules: RuleSet) -> None:
    found = curves(rules)
    assert [reading.id for reading in found["smp"].rules] == ["hair.untreated_yearly_loss", "hair.counted"]
    assert [reading.id for reading in found["medication"].rules] == [
        *(f"hair.medication_gain.{year}" for year in range(1, 11)), "hair.counted",
    ]  # fmt: skip
    assert found["smp"].because == rules.comparison.because.hair_untreated
    assert found["medication"].because == rules.comparison.because.hair_medication


@pytest.mark.parametrize(
    ("intake", "reason"),
    [
        (adult(person=Person(age=40, sex="female")), "hair_of_women"),
        (adult(person=Person(age=40), area=AreaAnswer(ludwig="I")), "hair_of_women"),
        (adult(person=Person(age=40, sex="other"), area=AreaAnswer(ludwig="I")), "hair_of_women"),
        (adult(area=AreaAnswer(scars=(Scar(length_cm=5, width_cm=1),))), "other_hair_loss"),
        (adult(goals=("alopecia_cover",)), "other_hair_loss"),
    ],
)
def test_where_nobody_was_counted_it_is_not_known(rules: RuleSet, intake: Intake, reason: str) -> None:
    unknown = getattr(rules.comparison.not_known, reason)
    for curve in curves(rules, intake).values():
        assert curve.not_known is unknown
        assert curve.because == unknown.say
        assert curve.rules == (unknown.read(),)
        assert curve.at_the_end is None
        assert [point.year for point in curve.points] == list(range(11))
        assert {(point.low, point.typical, point.high) for point in curve.points} == {(None, None, None)}
        assert {point.not_known for point in curve.points} == {unknown.say}


@pytest.mark.parametrize(
    "intake",
    [
        losing(person=Person(age=40)),
        losing(person=Person(age=40, sex="other")),
        losing(person=Person(age=40, sex="male"), area=AreaAnswer(ludwig="I")),
        losing(area=AreaAnswer(norwood="III", scars=(Scar(length_cm=5, width_cm=1),))),
    ],
)
def test_others_see_what_happened_to_the_men_of_the_studies(rules: RuleSet, intake: Intake) -> None:
    assert curves(rules, intake) == curves(rules)


def test_a_changed_rule_changes_the_curve(tmp_path: Path, rules: RuleSet) -> None:
    other = edited_rules(tmp_path, "hair.yaml", "value: 5.9, range: [5, 10]", "value: 8, range: [5, 10]")
    assert at(curves(other)["nothing"], 1) == (90, 92, 95)
    assert at(curves(rules)["nothing"], 1) == (90, 94, 95)


@pytest.mark.parametrize("medicine", ["finasteride", "minoxidil", "other", "unnamed"])
def test_for_who_uses_a_medicine_no_curve_is_known_as_the_men_began_without_one(
    rules: RuleSet, medicine: str
) -> None:
    unknown = rules.comparison.not_counted.users
    for curve in curves(rules, losing(medication_now=(medicine,))).values():
        assert (curve.not_known, curve.at_the_end, curve.because) == (unknown, None, unknown.say)
        assert {point.typical for point in curve.points} == {None}


@pytest.mark.parametrize("medicine", [(), None])
def test_who_uses_none_or_is_not_sure_sees_the_men_of_the_studies(
    rules: RuleSet, medicine: tuple[str, ...] | None
) -> None:
    assert curves(rules, losing(medication_now=medicine)) == curves(rules)


def test_a_woman_on_lotion_reads_that_women_were_not_counted(rules: RuleSet) -> None:
    woman = losing(person=Person(age=40, sex="female"), medication_now=("minoxidil",))
    assert curves(rules, woman)["nothing"].not_known is rules.comparison.not_known.hair_of_women


@pytest.mark.parametrize(
    ("intake", "reason"),
    [
        (losing(loss_moving_on="no"), "resting"),
        (losing(loss_moving_on="no", person=Person(age=58), area=AreaAnswer(norwood="VII")), "resting"),
        (losing(area=AreaAnswer(norwood="VI")), "far"),
        (losing(person=Person(), area=AreaAnswer(norwood="VII")), "far"),
        (losing(person=Person(age=58, sex="male"), area=AreaAnswer(norwood="VII")), "far"),
        (losing(person=Person(age=42, sex="male")), "other_age"),
        (losing(person=Person(age=42)), "other_age"),
    ],
)
def test_for_other_men_than_those_who_were_counted_over_years_no_curve_is_known(
    rules: RuleSet, intake: Intake, reason: str
) -> None:
    unknown = getattr(rules.comparison.not_counted, reason)
    for curve in curves(rules, intake).values():
        assert (curve.not_known, curve.at_the_end, curve.because) == (unknown, None, unknown.say)
        assert {point.typical for point in curve.points} == {None}


@pytest.mark.parametrize(
    "intake",
    [
        losing(loss_moving_on="yes"),
        losing(person=Person(sex="male")),
        losing(person=Person(age=41, sex="male")),
        losing(person=Person(age=18, sex="male")),
        losing(area=AreaAnswer(zones=("crown",))),
    ],
)
def test_what_was_not_said_of_age_stage_and_course_leaves_the_curves_as_they_were_counted(
    rules: RuleSet, intake: Intake
) -> None:
    assert curves(rules, intake) == curves(rules)


def test_the_reason_for_who_uses_a_medicine_comes_before_that_of_age_and_stage(rules: RuleSet) -> None:
    old = losing(person=Person(age=58, sex="male"), medication_now=("finasteride",))
    assert curves(rules, old)["nothing"].not_known is rules.comparison.not_counted.users
