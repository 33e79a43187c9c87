"""Rows of the comparison for everybody, for women, and for other kinds of hair loss."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smp_planner.domain.comparison import Cell
from smp_planner.domain.intake import AreaAnswer, Intake, Person
from smp_planner.domain.plan import TreatmentPlan
from smp_planner.domain.provenance import Step
from smp_planner.planner.pipeline import plan_treatment
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.comparison_rules import row_of
from tests.people import ADULT, adult, losing

WOMAN = adult(area=AreaAnswer(ludwig="II"), person=Person(age=45, sex="female"))
PATCHY = adult(goals=("alopecia_cover",))
PATCHY_WOMAN = adult(goals=("alopecia_cover",), person=Person(age=45, sex="female"))


def answered(rules: RuleSet, intake: Intake, row: str, option: str) -> tuple[Cell, Step]:
    plan = plan_treatment(intake, rules)
    assert isinstance(plan, TreatmentPlan)
    cell = next(one for one in plan.comparison.rows if one.id == row).cells[option]
    return cell, next(step for step in plan.trace if step.field == f"comparison.rows.{row}.{option}")


def read(step: Step) -> list[str]:
    return [reading.id for reading in step.rules]


# --- their answers ------------------------------------------------------------------------------


def test_a_man_reads_what_was_counted_in_men(rules: RuleSet) -> None:
    cell, step = answered(rules, ADULT, "net_count_1y", "medication")
    assert cell.typical == row_of(rules, "net_count_1y").cell("medication").value
    cited = "comparison.does.net_count_1y.cells.medication"
    assert read(step) == [
        cited, f"{cited}.beside.untreated", f"{cited}.beside.weaker", f"{cited}.beside.tablets",
    ]  # fmt: skip


def test_a_woman_reads_what_was_counted_in_women(rules: RuleSet) -> None:
    own = row_of(rules, "improved").cell("medication").for_women
    cell, step = answered(rules, WOMAN, "improved", "medication")
    assert own
    assert cell.say.startswith("About 26 of 100 women saw clear growth with lotion")
    assert (cell.typical, cell.leans, cell.note) == (own.value, own.leans, own.note)
    assert cell.sources == own.read().sources
    assert read(step) == [
        "comparison.does.improved.cells.medication.for_women",
        "comparison.does.improved.cells.nothing.for_women",
    ]


def test_a_woman_reads_words_of_her_own_where_nothing_was_counted(rules: RuleSet) -> None:
    own = row_of(rules, "how_it_works").cell("medication").for_women
    cell, _ = answered(rules, WOMAN, "how_it_works", "medication")
    assert own
    assert cell.say == own.say
    assert answered(rules, PATCHY_WOMAN, "how_it_works", "medication")[0].say == own.say


def test_where_only_men_were_counted_a_woman_reads_that_it_is_not_known(rules: RuleSet) -> None:
    reason, rule = rules.comparison.not_counted.women, row_of(rules, "hair_count_5y")
    cell, step = answered(rules, WOMAN, "hair_count_5y", "medication")
    assert (cell.say, cell.not_known, cell.typical, cell.leans) == (reason.say, reason.say, None, "neither")
    cited = [*reason.read().sources, *rule.cells["medication"].read().sources]
    assert cell.sources == tuple(dict.fromkeys(cited))
    assert (step.value, step.because) == (None, reason.say)
    assert read(step) == ["comparison.not_counted.women", "comparison.does.hair_count_5y.cells.medication"]


@pytest.mark.parametrize("intake", [PATCHY, PATCHY_WOMAN])
def test_with_another_loss_no_count_of_pattern_loss_is_known(rules: RuleSet, intake: Intake) -> None:
    cell, _ = answered(rules, intake, "improved", "medication")
    assert cell.typical is None
    assert cell.not_known == rules.comparison.not_counted.others.say


def test_an_answer_for_everybody_stays_where_women_have_one_of_their_own(rules: RuleSet) -> None:
    """With alopecia a man reads the usual words: they were not counted in anybody."""
    usual = row_of(rules, "how_it_works").cell("medication")
    assert answered(rules, PATCHY, "how_it_works", "medication")[0].say == usual.say


def test_the_density_of_smp_is_the_plans(rules: RuleSet) -> None:
    cell, step = answered(rules, adult(density=75), "density", "smp")
    assert (cell.low, cell.typical, cell.high) == (75, 75, 75)
    assert step.uses == ("dots.over_area",)


def test_where_hair_stays_the_density_of_smp_is_less_than_on_bare_skin(rules: RuleSet) -> None:
    """150 on bare skin, less the 60 of 100 hairs that stay: the grafts beside it are counted so too."""
    cell, _ = answered(rules, adult(kept_hair=Decimal("0.6")), "density", "smp")
    assert cell.typical == 60
    assert "About 60 dots per cm2 of your area" in cell.say
    assert "150 on bare skin, less where hair stays" in cell.say


# --- withheld, not needed ---------------------------------------------------------------------


def test_money_waits_for_the_health_questions_and_is_not_unknown(rules: RuleSet) -> None:
    waits = rules.comparison.not_known.money_withheld
    cell, step = answered(rules, adult(health_asked=False), "cost_10y", "smp")
    assert (cell.withheld, cell.say, cell.typical) == (True, waits.say, None)
    assert (step.value, step.because, step.rules[0]) == (None, waits.say, waits.read())
    assert answered(rules, ADULT, "cost_10y", "smp")[0].withheld is None


def test_surgery_that_nobody_needs_is_not_free(rules: RuleSet) -> None:
    full = adult(area=AreaAnswer(ludwig="II"), kept_hair=1)
    cell, _ = answered(rules, full, "cost_10y", "fut")
    assert (cell.not_needed, cell.typical, cell.not_known) == (True, None, None)
    assert answered(rules, ADULT, "cost_10y", "fut")[0].not_needed is None


@pytest.mark.parametrize("option", ["fut", "fue"])
def test_where_no_hair_is_left_to_move_surgery_shows_no_grafts_and_no_price(
    rules: RuleSet, option: str
) -> None:
    bare = adult(goals=("alopecia_cover",), area=AreaAnswer(zones=("whole_scalp",)))
    reason = rules.comparison.not_known.no_donor
    for row in ("donor", "first_operation", "grafts_growing", "operations", "cover_share",
                "cost_first", "cost_1y", "cost_5y", "cost_10y", "cost_per_cm2"):  # fmt: skip
        cell, step = answered(rules, bare, row, option)
        assert (cell.say, cell.typical) == (reason.say, None), row
        assert "comparison.not_known.no_donor" in read(step), row
    patchy = adult(goals=("alopecia_cover",), area=AreaAnswer(zones=("crown",)))
    assert answered(rules, patchy, "cost_10y", option)[0].typical
    for row in ("first_operation", "grafts_growing", "operations"):
        assert answered(rules, patchy, row, option)[0].say.startswith("Not known for your kind"), row
    needed = answered(rules, patchy, "grafts_needed", option)[0]
    assert needed.say.startswith("By area alone about 800 (")
    assert "Whether grafts grow in your kind of hair loss is not known." in needed.say


# --- of whom they tell ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("intake", "row", "option", "of_whom"),
    [
        (ADULT, "net_count_1y", "medication", "men"),
        (ADULT, "improved", "medication", "some"),  # no count of men beside a dummy
        (WOMAN, "improved", "medication", "women"),
        (losing(), "hair_10y", "smp", "men"),  # worked out from a count in men
        (ADULT, "hair_10y", "smp", "some"),  # his loss has stayed the same: nobody counted that
        (WOMAN, "hair_10y", "smp", "some"),  # nobody counted women
        (ADULT, "net_count_2y", "nothing", "some"),  # counted in men, in a paper that nobody could read
        (WOMAN, "net_count_2y", "nothing", "some"),  # words of her own, and nothing known
        (ADULT, "live_mind", "medication", "some"),  # women are told other words
        (PATCHY, "halts_loss", "smp", "others"),
        (PATCHY, "survival", "fue", "some"),
        (ADULT, "improved", "smp", "everybody"),
        (ADULT, "grafts_needed", "fut", None),  # of this person
    ],
)  # fmt: skip
def test_a_step_says_of_whom_its_answer_tells(
    rules: RuleSet, intake: Intake, row: str, option: str, of_whom: str | None
) -> None:
    assert answered(rules, intake, row, option)[1].of_whom == of_whom


# --- whoever came before ------------------------------------------------------------------------


def test_whoever_came_before_each_is_told_the_same() -> None:
    """Rows and risks are prepared for the first of a kind, and kept for the rules: they tell of nobody."""
    on_tablets = adult(medication_now=("finasteride",))
    people = (ADULT, on_tablets, WOMAN, PATCHY, PATCHY_WOMAN, losing())
    for_first, for_last = load_rules(), load_rules()
    forward = [plan_treatment(one, for_first).comparison for one in people]
    backward = [plan_treatment(one, for_last).comparison for one in reversed(people)][::-1]
    assert forward == backward
    assert len({repr(one) for one in forward}) == len(people)
