"""The printed comparison: whole, fair, and read aloud without a table; its sources numbered."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from smp_planner.domain.plan import TreatmentPlan
from smp_planner.exports.all_answers import all_answers
from smp_planner.exports.chance_words import count_told
from smp_planner.exports.open_words import openness
from smp_planner.exports.risk_lines import TIMES, counted
from smp_planner.exports.text import to_text
from smp_planner.exports.wording import STRENGTH
from smp_planner.rules.load import load_rules
from smp_planner.rules.ruleset import RuleSet
from tests.exports.sample_plan import PLAN
from tests.people import ADULT, adult, plan_of

CITED = re.compile(r"\((?:[a-z ]+ evidence; )?(\d+(?:, \d+)*)\)$")

FIGURES = re.compile(r"\d(?:[\d,.]*\d)?")


@pytest.fixture(scope="module")
def plan(rules: RuleSet) -> TreatmentPlan:
    return plan_of(ADULT, rules)


def told(plan: TreatmentPlan) -> str:
    """The whole section in one line, so that no wrap hides a word."""
    return " ".join(" ".join(all_answers(plan)).split())


def test_every_option_answers_every_question_whole_under_its_group(plan: TreatmentPlan) -> None:
    said, names = told(plan), {option.id: option.name for option in plan.comparison.options}
    assert len(plan.comparison.rows) >= 28
    at = 0
    for row in plan.comparison.rows:
        at = said.index(row.question, at)
        for id_, cell in row.cells.items():
            at = said.index(f"- {names[id_]}: {count_told(cell)}", at)
            assert not cell.note or cell.note in said[at:]
    for group in {row.group for row in plan.comparison.rows}:
        assert group.upper() in said
    assert {openness(option) in said and option.about in said for option in plan.comparison.options} == {True}
    assert plan.comparison.order_say in said


def test_a_count_is_told_once_and_no_figure_or_fact_of_its_words_is_lost(plan: TreatmentPlan) -> None:
    said = told(plan)
    counted = [cell for row in plan.comparison.rows for cell in row.cells.values() if cell.of_100]
    assert len(counted) == 4  # no longer who was pleased with surgery: no study had a comparison group
    for cell in counted:
        once = count_told(cell)
        assert once in said
        assert cell.say not in once
        assert {*FIGURES.findall(cell.say)} <= {*FIGURES.findall(once)}
    assert "One with little loss saw no change." in said
    assert "On dummy tablets it was 25 of 100 (10 to 50)." in said


def test_no_option_is_told_apart_and_none_is_left_out(plan: TreatmentPlan) -> None:
    lines = "\n".join(all_answers(plan)).partition("\nRISKS OF EACH OPTION\n")[0].splitlines()
    bullets = [line for line in lines if line.startswith("- ")]
    names = [option.name for option in plan.comparison.options]
    counts = {name: sum(line.startswith(f"- {name}:") for line in bullets) for name in names}
    assert set(counts.values()) == {len(plan.comparison.rows) + 2}


def test_each_answer_has_the_strength_of_its_evidence_and_its_sources(plan: TreatmentPlan) -> None:
    said, listed = told(plan).split("SOURCES OF THE COMPARISON")
    titles = {source.id: source.title for source in plan.sources}
    for row in plan.comparison.rows:
        for cell in row.cells.values():
            after = said[said.index(f": {count_told(cell)}") :]
            assert f"({STRENGTH[cell.strength]}; " in after
            assert all(titles[id_] in listed for id_ in cell.sources)
    numbers = {int(one) for cites in re.findall(r"; (\d[\d, ]*)\)", said) for one in cites.split(", ")}
    assert numbers <= {
        int(one) for one in re.findall(r"(\d+)  ", "\n".join(all_answers(plan)).split("SOURCES")[1])
    }


def test_sources_are_numbered_as_a_reader_meets_them_with_title_year_and_grade() -> None:
    lines = [*all_answers(PLAN)]
    assert lines[lines.index("SOURCES OF THE COMPARISON") + 1 :] == [
        "1  A judgement of the makers. Grade: very low.",
        "2  What is SMP?, 2024. Grade: very low.",
        "3  Garg 2021: complications. Grade: low.",
    ]


def test_a_range_that_the_words_leave_out_is_told_and_no_other() -> None:
    row = PLAN.comparison.rows[1]

    def with_cell(say: str, low: Decimal | int, high: Decimal | int) -> str:
        cell = row.cells["smp"]._replace(say=say, low=low, typical=high, high=high)
        rows = (row._replace(cells=dict.fromkeys(row.cells, cell)),)
        return told(replace(PLAN, comparison=replace(PLAN.comparison, rows=rows)))

    assert "About $900. From low to high: $800 to $900. (" in with_cell("About $900.", 800, 900)
    assert "From low to high" not in with_cell("About $900 (800 to 900).", 800, 900)
    assert "From low to high" not in with_cell("About $900.", 900, 900)
    assert "From low to high" not in with_cell("About 4 (4 to 7).", Decimal("3.8"), Decimal("6.7"))


def test_the_risks_of_every_option_stand_there_alike_with_prevention_and_what_to_do(
    plan: TreatmentPlan,
) -> None:
    said = told(plan).split("RISKS OF EACH OPTION")[1]
    assert {risk.option for risk in plan.risks} == {option.id for option in plan.comparison.options}
    for risk in plan.risks:
        helps = f"Prevention: {risk.prevent} What to do: {risk.do} ({STRENGTH[risk.strength]}; "
        told_of = filter(None, (risk.say, counted(risk), risk.over, helps))
        assert " ".join(told_of) in said


@pytest.mark.ipdas("Q6")
def test_where_the_risks_begin_it_says_once_that_their_times_differ(plan: TreatmentPlan) -> None:
    said = told(plan)
    assert said.count(TIMES) == 1
    assert said.split("RISKS OF EACH OPTION")[1].lstrip().startswith(TIMES)


def test_it_stands_at_the_end_after_the_short_table(plan: TreatmentPlan) -> None:
    text = to_text(plan)
    assert (
        text.index("FIVE OPTIONS, SIDE BY SIDE")
        < text.index("WHO SAYS SO")
        < text.index("ALL QUESTIONS, ALL")
    )
    assert text.endswith("\n".join(all_answers(plan)) + "\n")


def test_without_answers_about_health_no_price_is_printed(rules: RuleSet) -> None:
    said = told(plan_of(adult(health_asked=False), rules)).split("SOURCES")[0]
    assert "$" not in said.split("WHAT DOES IT COST?")[1].split("WHAT DOES IT DO TO MY BODY?")[0]


def test_a_plan_without_risks_or_ways_to_join_has_no_such_heading() -> None:
    assert "RISKS" not in told(replace(PLAN, risks=(), harms=()))
    assert "WHAT PEOPLE COMBINE" not in told(PLAN)


def test_in_pounds_it_is_the_same(plan: TreatmentPlan) -> None:
    uk = told(plan_of(ADULT, load_rules(region="UK")))
    assert "£" in uk
    assert "$" not in uk.split("WHAT DOES IT COST?")[1].split("WHAT DOES IT DO TO MY BODY?")[0]
