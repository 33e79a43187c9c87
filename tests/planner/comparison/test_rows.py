"""Rows of the comparison for everybody, for women, and for other kinds of hair loss."""

from __future__ import annotations

from typing import Literal

import pytest

from smp_planner.domain.comparison import Cell
from smp_planner.domain.intake import AreaAnswer, Intake, Person, Scar
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.provenance import Step
from smp_planner.planner.comparison.whom import Whom, whom_of, why_not_counted
from smp_planner.planner.coverage.assess import assess_coverage
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.figures import Saying
from smp_planner.rules.ruleset import RuleSet
from tests.people import ADULT, adult

WOMAN = adult(area=AreaAnswer(ludwig="II"), person=Person(age=45, sex="female"))
PATCHY = adult(goals=("alopecia_cover",))
PATCHY_WOMAN = adult(goals=("alopecia_cover",), person=Person(age=45, sex="female"))
SCAR = Scar(length_cm=10, width_cm=1)
Sex = Literal["male", "female", "other"] | None


def answered(rules: RuleSet, intake: Intake, row: str, option: str) -> tuple[Cell, Step]:
    plan = plan_treatment(intake, rules)
    assert isinstance(plan, TreatmentPlan)
    cell = next(one for one in plan.comparison.rows if one.id == row).cells[option]
    return cell, next(step for step in plan.trace if step.field == f"comparison.rows.{row}.{option}")


def read(step: Step) -> list[str]:
    return [reading.id for reading in step.rules]


# --- whom a figure describes ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("sex", "area", "expected"),
    [
        ("male", AreaAnswer(norwood="V"), "men"),
        ("male", AreaAnswer(ludwig="II"), "men"),
        ("female", AreaAnswer(norwood="V"), "women"),
        (None, AreaAnswer(ludwig="II"), "women"),
        ("other", AreaAnswer(ludwig="II"), "women"),
        (None, AreaAnswer(norwood="V"), None),
        ("other", AreaAnswer(norwood="V"), None),
    ],
)
def test_ludwig_speaks_for_a_woman_where_the_sex_is_not_said(
    rules: RuleSet, sex: Sex, area: AreaAnswer, expected: str | None
) -> None:
    intake = adult(area=area, person=Person(age=38, sex=sex))
    assert whom_of(intake, assess_coverage(intake, rules)[0]) == Whom(sex=expected, other_loss=False)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("intake", "other"),
    [
        (ADULT, False),
        (PATCHY, True),
        (adult(goals=("scar_camouflage",), area=AreaAnswer(scars=(SCAR,))), True),
        (adult(area=AreaAnswer(norwood="V", scars=(SCAR,))), False),
    ],
)
def test_alopecia_and_scars_alone_are_no_pattern_loss(rules: RuleSet, intake: Intake, other: bool) -> None:
    assert whom_of(intake, assess_coverage(intake, rules)[0]).other_loss is other


@pytest.mark.parametrize(
    ("whom", "reason"),
    [
        (Whom(sex="men", other_loss=False), None),
        (Whom(sex=None, other_loss=False), None),
        (Whom(sex="women", other_loss=False), "hair_of_women"),
        (Whom(sex="men", other_loss=True), "other_hair_loss"),
    ],
)
def test_the_reason_names_who_was_not_counted(rules: RuleSet, whom: Whom, reason: str | None) -> None:
    expected: Saying | None = getattr(rules.options.not_known, reason) if reason else None
    assert why_not_counted(whom, rules) is expected
    assert whom.counted is (expected is None)


# --- their answers ------------------------------------------------------------------------------


def test_a_man_reads_what_was_counted_in_men(rules: RuleSet) -> None:
    cell, step = answered(rules, ADULT, "improved", "medication")
    assert cell.typical == rules.comparison.rows["improved"].cells["medication"].value
    assert read(step) == ["comparison.rows.improved.cells.medication"]


def test_a_woman_reads_what_was_counted_in_women(rules: RuleSet) -> None:
    own = rules.comparison.rows["improved"].cells["medication"].for_women
    cell, step = answered(rules, WOMAN, "improved", "medication")
    assert own
    assert (cell.say, cell.typical, cell.leans, cell.note) == (own.say, own.value, own.leans, own.note)
    assert cell.sources == own.read().sources
    assert read(step) == ["comparison.rows.improved.cells.medication.for_women"]


def test_a_woman_reads_words_of_her_own_where_nothing_was_counted(rules: RuleSet) -> None:
    own = rules.comparison.rows["how_it_works"].cells["medication"].for_women
    cell, _ = answered(rules, WOMAN, "how_it_works", "medication")
    assert own
    assert cell.say == own.say
    assert answered(rules, PATCHY_WOMAN, "how_it_works", "medication")[0].say == own.say


def test_where_only_men_were_counted_a_woman_reads_that_it_is_not_known(rules: RuleSet) -> None:
    reason, rule = rules.options.not_known.hair_of_women, rules.comparison.rows["hair_count_5y"]
    cell, step = answered(rules, WOMAN, "hair_count_5y", "medication")
    assert (cell.say, cell.not_known, cell.typical, cell.leans) == (reason.say, reason.say, None, "neither")
    cited = [*rule.cells["medication"].read().sources, *reason.read().sources]
    assert cell.sources == tuple(dict.fromkeys(cited))
    assert (step.value, step.because) == (None, reason.say)
    assert read(step) == ["options.not_known.hair_of_women", "comparison.rows.hair_count_5y.cells.medication"]


@pytest.mark.parametrize("intake", [PATCHY, PATCHY_WOMAN])
def test_with_another_loss_no_count_of_pattern_loss_is_known(rules: RuleSet, intake: Intake) -> None:
    cell, _ = answered(rules, intake, "improved", "medication")
    assert cell.typical is None
    assert cell.not_known in {
        rules.options.not_known.hair_of_women.say,
        rules.options.not_known.other_hair_loss.say,
    }


def test_an_answer_for_everybody_stays_where_women_have_one_of_their_own(rules: RuleSet) -> None:
    """With alopecia a man reads the usual words: they were not counted in anybody."""
    usual = rules.comparison.rows["how_it_works"].cells["medication"]
    assert answered(rules, PATCHY, "how_it_works", "medication")[0].say == usual.say


def test_the_density_of_smp_is_the_plans(rules: RuleSet) -> None:
    cell, step = answered(rules, adult(density=75), "density", "smp")
    assert (cell.low, cell.typical, cell.high) == (75, 75, 75)
    assert step.uses == ("dots.per_cm2",)


# --- withheld, not needed ---------------------------------------------------------------------


def test_money_waits_for_the_health_questions_and_is_not_unknown(rules: RuleSet) -> None:
    waits = rules.options.not_known.money_withheld
    cell, step = answered(rules, adult(health_asked=False), "cost_10y", "smp")
    assert (cell.withheld, cell.say, cell.typical) == (True, waits.say, None)
    assert (step.value, step.because, step.rules[0]) == (None, waits.say, waits.read())
    assert answered(rules, ADULT, "cost_10y", "smp")[0].withheld is None


def test_surgery_that_nobody_needs_is_not_free(rules: RuleSet) -> None:
    full = adult(area=AreaAnswer(ludwig="II"), kept_hair=1)
    cell, _ = answered(rules, full, "cost_10y", "fut")
    assert (cell.not_needed, cell.typical) == (True, 0)
    assert answered(rules, ADULT, "cost_10y", "fut")[0].not_needed is None
