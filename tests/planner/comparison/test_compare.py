"""Five options over the same questions: no blank, no winner, the figures this person's own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from smp_planner.domain.comparison import Comparison, CurvePoint
from smp_planner.domain.intake import OPTIONS, AreaAnswer, Intake, Measured, Person, Scar
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.provenance import Step
from smp_planner.domain.quantities import Estimate
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.banned_words import medicines
from tests.comparison_rules import row_of
from tests.drawn_people import patients, planned_course
from tests.edited_rules import edited_rules
from tests.people import ADULT, adult, losing

LOSING = losing()
WITHHELD = "Shown once the health questions are answered."


def planned(rules: RuleSet, intake: Intake = ADULT) -> TreatmentPlan:
    plan = plan_treatment(intake, rules)
    assert isinstance(plan, TreatmentPlan)
    return plan


def compared(rules: RuleSet, intake: Intake = ADULT) -> tuple[Comparison, dict[str, Step]]:
    plan = planned(rules, intake)
    return plan.comparison, {step.field: step for step in plan.trace if step.field.startswith("comparison.")}


def spans(points: tuple[CurvePoint, ...]) -> dict[int, tuple[object, object, object]]:
    return {point.year: (point.low, point.typical, point.high) for point in points}


def in_region(rules: RuleSet, region: str) -> RuleSet:
    return replace(rules, edition=replace(rules.edition, region=region))


# --- rows ---------------------------------------------------------------------------------


def test_rows_are_those_of_the_rules_in_their_order(rules: RuleSet) -> None:
    comparison, _ = compared(rules)
    asked = [
        (rules.comparison.groups[group], id_, row.question)
        for group, id_, row in rules.comparison.questions()
        if row.only_for != "women"  # the adult is a man
    ]
    assert [(row.group, row.id, row.question) for row in comparison.rows] == asked
    for row in comparison.rows:
        assert tuple(row.cells) == OPTIONS


def test_money_rows_name_the_currency_of_the_region(rules: RuleSet) -> None:
    def units(of: RuleSet) -> dict[str, str]:
        return {row.id: row.unit for row in compared(of)[0].rows}

    dollars, pounds = units(rules), units(in_region(rules, "UK"))
    assert (dollars["cost_10y"], dollars["cost_per_cm2"]) == ("USD", "USD per cm2")
    assert (pounds["cost_10y"], pounds["cost_per_cm2"]) == ("GBP", "GBP per cm2")
    assert dollars["scar"] == pounds["scar"] == row_of(rules, "scar").unit


def test_what_was_worked_out_for_one_region_is_not_shown_in_another(rules: RuleSet) -> None:
    def said(of: RuleSet) -> str:
        return next(row for row in compared(of)[0].rows if row.id == "cost_1y").cells["nothing"].say

    assert said(rules).startswith("$0")
    assert said(in_region(rules, "UK")).startswith("£0")
    assert said(rules).startswith("$0")


def test_two_people_get_the_same_words_where_nothing_is_personal(rules: RuleSet) -> None:
    one, other = (
        {row.id: row for row in compared(rules, intake)[0].rows}
        for intake in (ADULT, adult(area=AreaAnswer(measured=Measured(cm2=30))))
    )
    assert one["lasting"] == other["lasting"]
    assert one["grafts_needed"] != other["grafts_needed"]


def test_each_cell_has_one_step_with_its_figure_and_its_sources(rules: RuleSet) -> None:
    comparison, steps = compared(rules)
    cells = {
        f"comparison.rows.{row.id}.{option}": cell
        for row in comparison.rows
        for option, cell in row.cells.items()
    }
    assert [field for field in steps if field.startswith("comparison.rows.")] == list(cells)
    for field, cell in cells.items():
        step = steps[field]
        shown = (step.value.low, step.value.typical, step.value.high) if step.value else (None, None, None)
        assert shown == (cell.low, cell.typical, cell.high), field
        assert {id_ for reading in step.rules for id_ in reading.sources} == set(cell.sources), field
    need = steps["comparison.rows.grafts_needed.fut"]
    assert [reading.id for reading in need.rules] == [
        "surgery.full_plan.V", "comparison.body.grafts_needed.cells.surgery",
    ]  # fmt: skip


def test_while_health_questions_are_open_all_money_is_withheld_alike(rules: RuleSet) -> None:
    comparison, steps = compared(rules, adult(health_asked=False))
    for row in comparison.rows:
        for option, cell in row.cells.items():
            if row.id.startswith(("cost_", "way_back_cost")):
                assert (cell.say, cell.withheld, cell.leans) == (WITHHELD, True, "neither")
                assert cell.not_known is None
                assert (cell.low, cell.typical, cell.high) == (None, None, None)
                assert cell.sources == row_of(rules, row.id).cell(option).read().sources
            else:
                assert cell.say != WITHHELD
                assert cell.withheld is None
    fields = ("comparison.rows.cost_", "comparison.rows.way_back_cost.")
    money = [step for field, step in steps.items() if field.startswith(fields)]
    assert money
    assert {(step.value, step.because) for step in money} == {(None, WITHHELD)}


def test_more_area_never_lowers_what_surgery_needs(rules: RuleSet) -> None:
    needed = [
        next(row for row in compared(rules, adult(area=AreaAnswer(measured=Measured(cm2=cm2))))[0].rows
             if row.id == "grafts_needed").cells["fut"].typical
        for cm2 in (20, 80, 200, 400)
    ]  # fmt: skip
    assert needed == [800, 3200, 8000, 16000]


@given(patients)
def test_no_cell_of_any_plan_is_blank_or_left_unfilled(intake: Intake) -> None:
    plan = planned_course(intake)
    for row in plan.comparison.rows:
        assert tuple(row.cells) == OPTIONS
        for cell in row.cells.values():
            assert cell.say
            assert "{" not in cell.say
            assert cell.sources
            assert (cell.typical is None) == (cell.low is None) == (cell.high is None)
            assert not (cell.not_known and cell.typical is not None)


# --- curves ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "intake",
    [LOSING, adult(health_asked=False, person=Person(age=40, sex="female"), goals=("alopecia_cover",))],
)
def test_every_point_of_a_curve_has_figures_or_a_reason(us: RuleSet, intake: Intake) -> None:
    curves = compared(us, intake)[0].curves
    points = [point for curve in (*curves.hair.values(), *curves.cost.values()) for point in curve]
    assert all((point.typical is None) is bool(point.not_known or point.withheld) for point in points)
    assert not any(point.not_known and point.withheld for point in points)
    assert {point.typical is None for point in points} == {intake is not LOSING}


def test_hair_curves_say_what_they_show_and_rest_on_their_rules(rules: RuleSet) -> None:
    comparison, steps = compared(rules, LOSING)
    curves, said = comparison.curves, rules.comparison.curves
    assert tuple(curves.hair) == OPTIONS
    assert spans(curves.hair["nothing"])[10] == (35, 54, 60)
    assert curves.about["hair"] == said.hair.say
    assert "not a forecast for you" in curves.about["hair"]
    assert curves.about["hair.smp"] == said.hair_smp.say
    assert curves.about["hair.medication"] == said.hair_medication.say
    assert curves.about["hair.fut"] == curves.about["hair.fue"] == said.hair_surgery.say
    step = steps["comparison.curves.hair.medication"]
    assert (step.value, step.because) == (100, rules.comparison.because.hair_medication)
    assert len(step.rules) == 11  # ten years, and who was counted


def test_what_the_curves_rest_on_has_a_step(rules: RuleSet) -> None:
    step = compared(rules)[1]["comparison.curves.about"]
    assert step.because == rules.comparison.because.curves_about


def test_the_order_is_said(rules: RuleSet) -> None:
    assert compared(rules)[0].order_say == rules.options.order_say


@pytest.mark.parametrize("part", ["branches", "combinations"])
def test_ways_of_doing_nothing_and_what_people_combine_are_listed_with_their_sources(
    rules: RuleSet, part: str
) -> None:
    listed = [(way.id, way.say, way.sources) for way in getattr(compared(rules)[0], part)]
    said = getattr(rules.comparison, part).items()
    for_users = {"go_on", "stop"}  # of a medicine, which he uses none of
    expected = [(id_, one.say, one.read().sources) for id_, one in said if id_ not in for_users]
    assert listed == expected


def test_money_curves_begin_at_nothing_and_hold_the_money_of_the_rows(us: RuleSet) -> None:
    comparison, steps = compared(us)
    rows = {row.id: row for row in comparison.rows}
    for option in OPTIONS:
        points = spans(comparison.curves.cost[option])
        assert list(points) == [0, 1, 5, 10]
        assert points[0] == (0, 0, 0)
        for year in (1, 5, 10):
            cell = rows[f"cost_{year}y"].cells[option]
            assert points[year] == (cell.low, cell.typical, cell.high)
    step = steps["comparison.curves.cost.fut"]
    # 3,750 x 4.40, in two operations, so no later one comes on top
    assert (step.value, step.because) == (16500, us.comparison.because.cost_surgery_more)
    assert steps["comparison.curves.cost.medication"].value == 3240
    assert steps["comparison.curves.cost.smp"].uses == (
        "cost.course", "cost.totals.1y", "cost.totals.5y", "cost.totals.10y",
    )  # fmt: skip


def test_money_curves_say_what_they_leave_out(us: RuleSet) -> None:
    about, said = compared(us)[0].curves.about, us.comparison.curves
    assert about["cost"] == said.cost.say
    assert about["cost.medication"] == said.cost_medication_both.say, "a man: tablets and lotion"
    woman = compared(us, adult(person=Person(age=40, sex="female")))[0].curves.about
    assert woman["cost.medication"] == said.cost_medication.say, "lotion alone"
    assert about["cost.fut"] == about["cost.fue"] == said.cost_surgery.say
    assert about["cost.smp"] == said.cost_smp.say
    assert "cost.nothing" not in about


def test_money_of_smp_says_that_more_area_later_is_not_in_it_but_for_scars_alone(rules: RuleSet) -> None:
    """Surgery counts a later operation by its chance; SMP counts touch-ups of today's area alone."""
    scarred = adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(Scar(length_cm=20, width_cm=1),)))
    for intake, grows in ((ADULT, True), (scarred, False)):
        comparison, _ = compared(rules, intake)
        rows = {row.id: row.cells["smp"].say for row in comparison.rows}
        for year in (5, 10):
            assert ("without dots for more area if loss goes on" in rows[f"cost_{year}y"]) is grows
        assert ("more area" in comparison.curves.about.get("cost.smp", "")) is grows


def test_a_price_for_a_part_of_the_need_is_told_beside_its_curve(rules: RuleSet) -> None:
    about = compared(rules, adult(area=AreaAnswer(norwood="VII")))[0].curves.about
    said, note = rules.comparison.curves.cost_surgery.say, rules.comparison.notes.above_donor.say
    assert about["cost.fue"] == f"{said} {note}"


@pytest.mark.parametrize("kept", [1, Decimal("0.5")])
def test_surgery_that_our_sum_plans_none_of_has_no_curve_of_money_at_nothing_and_says_so(
    rules: RuleSet, kept: Decimal
) -> None:
    comparison, _ = compared(rules, adult(area=AreaAnswer(ludwig="II"), kept_hair=kept))
    for option in ("fut", "fue"):
        curve = comparison.curves.cost[option]
        assert [(point.year, point.typical, point.high) for point in curve] == [
            (year, None, None) for year in (0, 1, 5, 10)
        ]
        assert {point.not_known for point in curve} == {rules.comparison.notes.nothing_to_graft.say}
        assert comparison.curves.about[f"cost.{option}"] == rules.comparison.curves.cost_no_surgery.say


def test_cells_of_surgery_that_nobody_needs_are_figures_that_lean_to_no_side(rules: RuleSet) -> None:
    comparison, steps = compared(rules, adult(area=AreaAnswer(ludwig="II"), kept_hair=1))
    rows = {row.id: row for row in comparison.rows}
    for id_, number, unit in (
        ("grafts_needed", "0", "grafts"),
        ("operations", "0", "operations"),
    ):
        cell = rows[id_].cells["fut"]
        assert (cell.low, cell.typical, cell.high, cell.not_known) == (0, 0, 0, None)
        assert cell.say == f"Our sum gives {number}. Ask a surgeon."
        assert cell.leans == "neither"
        assert cell.sources
        assert steps[f"comparison.rows.{id_}.fut"].value == Estimate(0, 0, 0, unit)


def test_for_women_one_sentence_stands_for_all_hair_curves(rules: RuleSet) -> None:
    comparison, steps = compared(rules, adult(person=Person(age=38, sex="female")))
    unknown = rules.comparison.not_known.hair_of_women
    about = comparison.curves.about
    assert about["hair"] == unknown.say
    assert not [key for key in about if key.startswith("hair.")]
    for option in OPTIONS:
        assert set(spans(comparison.curves.hair[option]).values()) == {(None, None, None)}
        step = steps[f"comparison.curves.hair.{option}"]
        assert (step.value, step.because, step.rules) == (None, unknown.say, (unknown.read(),))


def test_withheld_money_has_a_curve_without_figures_and_says_why(rules: RuleSet) -> None:
    comparison, steps = compared(rules, adult(health_asked=False))
    about = comparison.curves.about
    assert about["cost"] == WITHHELD
    assert not [key for key in about if key.startswith("cost.")]
    for option in OPTIONS:
        assert spans(comparison.curves.cost[option]) == dict.fromkeys((0, 1, 5, 10), (None, None, None))
        step = steps[f"comparison.curves.cost.{option}"]
        assert (step.value, step.because) == (None, WITHHELD)


def test_a_price_that_is_not_known_leaves_the_other_curves_alone(rules: RuleSet) -> None:
    comparison, _ = compared(in_region(rules, "UK"))
    curves = comparison.curves
    assert spans(curves.cost["medication"]) == dict.fromkeys((0, 1, 5, 10), (None, None, None))
    assert spans(curves.cost["nothing"])[10] == (0, 0, 0)
    assert curves.about["cost.medication"] == rules.comparison.not_known.medication_price.say
    assert "Prescription tablets: ask a doctor." in curves.about["cost.medication"]
    assert not set("0123456789£") & set(curves.about["cost.medication"])
    assert curves.about["cost"] == rules.comparison.curves.cost.say


def test_the_words_beside_the_curves_are_sourced(us: RuleSet) -> None:
    _, steps = compared(us, LOSING)
    step = steps["comparison.curves.about"]
    assert [reading.id for reading in step.rules] == [
        "comparison.curves.hair", "comparison.curves.hair_medication", "comparison.curves.hair_smp",
        "comparison.curves.hair_surgery", "comparison.curves.cost",
        "comparison.curves.cost_medication_both", "comparison.curves.cost_smp",
        "comparison.curves.cost_surgery",
    ]  # fmt: skip


# --- the whole --------------------------------------------------------------------------------


def test_the_same_answers_give_the_same_comparison(rules: RuleSet) -> None:
    assert compared(rules) == compared(rules)


@pytest.mark.ipdas("1.1.3")
def test_options_stand_in_the_neutral_order_and_none_is_marked(rules: RuleSet) -> None:
    comparison, _ = compared(rules)
    assert [option.id for option in comparison.options] == rules.options.order
    for option in comparison.options:
        assert option.open_to_you in {"nothing_against", "ask", "not_for_you"}


def test_a_clinicians_change_of_a_figure_reaches_every_place_it_is_shown(
    tmp_path: Path, rules: RuleSet
) -> None:
    old = "V: {value: 3750, range: [3000, 4500]"
    other = edited_rules(tmp_path, "surgery.yaml", old, "V: {value: 4000, range: [3000, 4500]")
    rows = {row.id: row for row in compared(other)[0].rows}
    assert rows["grafts_needed"].cells["fut"].say.startswith("About 4,000 grafts")
    assert rows["cost_5y"].cells["fut"].typical == 17600  # 4,000 x 4.40
    before = {row.id: row for row in compared(rules)[0].rows}
    assert before["grafts_needed"].cells["fut"].say.startswith("About 3,750 grafts")


@pytest.mark.parametrize("region", [None, "UK"])
def test_without_a_region_that_may_name_it_no_text_of_the_comparison_names_a_medicine(
    region: str | None,
) -> None:
    comparison, _ = compared(load_rules(region=region))
    texts = [f"{option.about} {option.why}" for option in comparison.options]
    texts += comparison.curves.about.values()
    texts += [cell.say for row in comparison.rows for cell in row.cells.values()]
    assert medicines(" ".join(texts)) == []
